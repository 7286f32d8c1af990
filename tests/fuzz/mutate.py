"""Files made wrong by chance: every change follows from the random numbers that it is given."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from random import Random

import openpyxl

from fuzz import material

_PIECES = [
    *"null true yes NO [] {} -1 0 0123 12.10 1E5 1_000 '' \"\" é &a *a !!str <<:".split(),
    *"2026-02-30 Guyane access hp-priority/quote@1 hp-priority/quote@9 schema FR -".split(),
    *"en: fr: pcs: =1+1".split(),
    *"{}[],:#|>'\"%@\\?-;\n\t\0\x1b\r\u202e\u200b\u2028\x85\ufeff\ud800\U0001f600",
    *["\n---\n", "{en: a, fr: b}", "9" * 30, "A" * 300, "\r\n", ": ", "1e999999999", "\\ud800"],
]
_ENCODINGS = ("utf-16", "utf-8-sig", "latin-1", "cp1252", "utf-16-le", "utf-7")
_EVERYTHING = [
    *material.DATA_FILES.values(),
    *material.CASES,
    *material.REQUESTS,
    *material.BOOKS,
    *material.ANSWERS,
]
_WORDS = sorted({word for text in _EVERYTHING for word in re.findall(r"[\w-]{2,30}", text)})
_MOST = 1 << 20


def changed(chance: Random, text: str) -> bytes:
    """A text with up to three changes of different sorts, as the bytes of a file."""
    for change in chance.choices(_CHANGES, _WEIGHTS, k=chance.choice((1, 1, 1, 2, 3))):
        text = change(chance, text)[:_MOST]
    return _encoded(chance, text)


def _encoded(chance: Random, text: str) -> bytes:
    """In UTF-8, or now and then otherwise, or with a few bytes that belong nowhere."""
    if chance.random() < 0.04:
        return text.encode(chance.choice(_ENCODINGS), "replace")
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(chance.choice((0,) * 12 + (1, 4))):
        content[_at(chance, content) : _at(chance, content)] = chance.randbytes(
            chance.randint(0, 3)
        )
    return bytes(content)


def _at(chance: Random, content: bytearray) -> int:
    return chance.randint(0, len(content))


def _words(chance: Random, text: str) -> str:
    """A few words or signs made something else: another one of the text, a word of any file."""
    tokens = re.findall(r"\w+|\W", text) or [""]
    for _ in range(chance.randint(1, 4)):
        pool: list[str] = chance.choice((_PIECES, tokens, _WORDS, [""]))
        tokens[chance.randrange(len(tokens))] = chance.choice(pool)
    return "".join(tokens)


def _lines(chance: Random, text: str) -> str:
    """Lines left out, said twice, put elsewhere, indented; or one of them said very often."""
    lines = text.splitlines(keepends=True) or [""]
    for _ in range(chance.randint(1, 3)):
        n = chance.randrange(len(lines))
        line = lines[n]
        times = chance.choice((0, 0, 2, 2, 3, 40, chance.choice((0, 2_000))))
        times = min(times, _MOST // (len(line) + 1))
        lines[n] = chance.choice((line * times, f" {line}", line.lstrip(), f"# {line}"))
        lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "".join(lines)


def _cut(chance: Random, text: str) -> str:
    return text[: chance.randint(0, len(text))]


def _joined(chance: Random, text: str) -> str:
    """The beginning of a text and the end of a file of any kind."""
    other = chance.choice(_EVERYTHING)
    glue = chance.choice(("", "\n", "\n---\n", "\n  "))
    return f"{_cut(chance, text)}{glue}{other[chance.randint(0, len(other)) :]}"


def _value(chance: Random, text: str) -> str:
    """What stands behind a colon made something else, as deep as it may be."""
    places = [found.span(1) for found in re.finditer(r":[ ]+([^\n,}\]]+)", text)]
    if not places:
        return text
    start, end = chance.choice(places)
    value = chance.choice((*_PIECES, *chance.choices(_WORDS, k=20), _nested(chance), "x" * 10_000))
    return f"{text[:start]}{value}{text[end:]}"


def _nested(chance: Random, depth: int = 4) -> str:
    """A list, mapping or word in the flow style that YAML and JSON share."""
    kind = chance.randrange(4) if depth else 3
    several = range(chance.randint(0, 3))
    if kind == 0:
        return f"[{', '.join(_nested(chance, depth - 1) for _ in several)}]"
    if kind == 1:
        pairs = (f'"{chance.choice(_WORDS)}": {_nested(chance, depth - 1)}' for _ in several)
        return f"{{{', '.join(pairs)}}}"
    return chance.choice((*"null true 3 -1.5 x".split(), f'"{chance.choice(_WORDS)}"'))


def _generated(chance: Random, _text: str) -> str:
    """A document of keys and words that the tool knows, in no order that it does."""
    lines = (f'"{chance.choice(_WORDS)}": {_nested(chance)}' for _ in range(chance.randint(1, 8)))
    schema = re.findall(r"hp-priority/[a-z-]+@1", _text)
    first = [f'"schema": "{schema[0]}"'] if schema and chance.random() < 0.7 else []
    items = [*first, *lines]
    return chance.choice(("{" + ", ".join(items) + "}", "\n".join(items)))


def _bomb(chance: Random, text: str) -> str:
    """What opens more than anybody closes, or stands for more than it is long."""
    depth = chance.choice((19, 21, 500, 60_000))
    aliases = "\na0: &a [x]\n" + "".join(
        f"a{n + 1}: &b{n} [{'*a, ' * 9}]\n" for n in range(chance.randint(1, 30))
    )
    bombs = ("[" * depth, "{a: " * depth, "- " * depth, aliases, "&a " * depth, "!" * depth)
    at = chance.randint(0, len(text))
    return f"{text[:at]}{chance.choice(bombs)}{text[at:]}"


Change = Callable[[Random, str], str]
Rows = Sequence[Sequence[object]]
_CHANGES: tuple[Change, ...] = (_words, _lines, _cut, _joined, _value, _generated, _bomb)
_WEIGHTS = (40, 15, 3, 6, 25, 8, 3)


Cells = Sequence[Sequence[object]]


def table(chance: Random, start: Cells) -> list[list[object]]:
    """The rows of a spreadsheet, some of their cells made something else."""
    rows = [[*row] for row in start]
    for _ in range(chance.randint(0, 6)):
        row = chance.choice(rows)
        odd: list[object] = [
            None,
            True,
            -1,
            1e300,
            0.1,
            "=1+1",
            "33,33",
            *chance.choices(_WORDS, k=9),
        ]
        odd += [chance.choice(_PIECES), "U80M5E", "U8OM5E", 1, 12_345.678]
        row[chance.randrange(len(row))] = chance.choice(odd)
    for _ in range(chance.randint(0, 2)):
        rows.insert(chance.randrange(len(rows)), chance.choice(rows)[: chance.randint(0, 6)])
    return rows * chance.choice((1,) * 20 + (400,))


def csv(chance: Random, start: Cells = material.TABLE) -> bytes:
    """A price list, or other rows, as CSV."""
    apart = chance.choice((",", ";", "\t"))
    rows = (
        apart.join("" if cell is None else str(cell) for cell in row)
        for row in table(chance, start)
    )
    text = chance.choice(("\n", "\r\n", "\r")).join(rows)
    return changed(chance, text) if chance.random() < 0.5 else _encoded(chance, text)


def xlsx(chance: Random, start: Cells = material.TABLE) -> bytes:
    """A price list, or other rows, as a workbook, its cells or its very parts made wrong."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in table(chance, start)[:40]:
        sheet.append([_cell(each) for each in row])
    written = io.BytesIO()
    book.save(written)
    return _damaged(chance, written.getvalue()) if chance.random() < 0.6 else written.getvalue()


def _cell(value: object) -> object:
    """A value that openpyxl writes: it refuses what XML has no way to say."""
    if not isinstance(value, str):
        return value
    return re.sub("[\\x00-\\x08\\x0b-\\x1f\\ud800-\\udfff]", "?", value)


def _damaged(chance: Random, content: bytes) -> bytes:
    if chance.random() < 0.3:
        broken = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        return bytes(broken[: chance.choice((len(broken), chance.randint(0, len(broken))))])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = changed(chance, parts[name].decode("utf-8"))
    if chance.random() < 0.2:
        del parts[chance.choice(sorted(parts))]
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, part in parts.items():
            archive.writestr(each, part)
    return written.getvalue()
