"""A strict JSON reader that knows where everything stands, which the standard one does not say.

It gives the same tree as the YAML reader: whole numbers as numbers, every other number as the text
it was written in, no duplicate key, no lone surrogate, bounded depth.
"""

import re
from bisect import bisect_right
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]

from hp_priority_cli.errors import Finding, InvalidInput, Path, Spot
from hp_priority_cli.readers.tree import MAX_DEPTH, MAX_VALUES, Plain, Tree

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_WORDS: dict[str, Plain] = {"true": True, "false": False, "null": None}
_MAX_DIGITS = 18


def read_json(text: str, file: str, first_line: int = 1, most: int = MAX_VALUES) -> Tree:
    """The one value in `text`. Text that is no JSON raises InvalidInput with its place.

    `first_line` is the number of the first line, for one line out of JSON Lines; `most` is how many
    values there may be.
    """
    return _Scanner(text, Tree(file, most=most), first_line).read()


class _Scanner:
    """One pass over one text; `self.at` is where it stands."""

    def __init__(self, text: str, tree: Tree, first_line: int) -> None:
        self.text = text
        self.at = 0
        self.tree = tree
        self.first_line = first_line
        self.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def read(self) -> Tree:
        self.skip()
        if self.at == len(self.text):
            raise self.error("empty", self.at)
        self.tree.value = self.value((), 0)
        self.skip()
        if self.at != len(self.text):
            raise self.error("json-more", self.at)
        return self.tree

    def mark(self, position: int) -> tuple[int, int]:
        row = bisect_right(self.line_starts, position) - 1
        return self.first_line + row, position - self.line_starts[row] + 1

    def error(self, code: str, position: int, **values: object) -> InvalidInput:
        finding = Finding(code, Spot(self.tree.file, *self.mark(position)), values)
        return InvalidInput([*self.tree.findings, finding])

    def skip(self) -> None:
        found = _SPACE.match(self.text, self.at)
        assert found is not None
        self.at = found.end()

    def take(self, char: str) -> bool:
        self.skip()
        if self.text.startswith(char, self.at):
            self.at += len(char)
            return True
        return False

    def value(self, path: Path, depth: int) -> Plain:
        self.skip()
        self.tree.values.setdefault(path, self.mark(self.at))
        if self.tree.is_full:
            raise self.error("too-many-values", self.at, limit=self.tree.most)
        opening = self.text[self.at : self.at + 1]
        if opening in ("{", "["):
            if depth >= MAX_DEPTH:
                raise self.error("too-deep", self.at, limit=MAX_DEPTH)
            self.at += 1
            return self.mapping(path, depth) if opening == "{" else self.sequence(path, depth)
        if opening == '"':
            return self.string()
        return self.word_or_number(path)

    def mapping(self, path: Path, depth: int) -> Plain:
        items: dict[str, Plain] = {}
        if self.take("}"):
            return items
        while True:
            self.skip()
            position = self.at
            if not self.text.startswith('"', position):
                raise self.error("json-no-key", position)
            key = self.string()
            self.note_key((*path, key), key in items, position)
            if not self.take(":"):
                raise self.error("json-no-colon", self.at)
            items.setdefault(key, self.value((*path, key), depth + 1))
            if self.take("}"):
                return items
            if not self.take(","):
                raise self.error("json-open-mapping", self.at)

    def note_key(self, path: Path, repeated: bool, position: int) -> None:
        if repeated:
            spot = Spot(self.tree.file, *self.mark(position))
            values = {"key": path[-1], "first_line": self.tree.keys[path][0]}
            self.tree.findings.append(Finding("duplicate-key", spot, values))
        else:
            self.tree.keys[path] = self.mark(position)

    def sequence(self, path: Path, depth: int) -> Plain:
        items: list[Plain] = []
        if self.take("]"):
            return items
        while True:
            items.append(self.value((*path, len(items)), depth + 1))
            if self.take("]"):
                return items
            if not self.take(","):
                raise self.error("json-open-list", self.at)

    def string(self) -> str:
        start = self.at
        try:
            text, self.at = scanstring(self.text, start + 1, True)
        except JSONDecodeError as error:
            raise self.broken_string(start, error.pos) from error
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise self.error("broken-character", start)
        return str(text)

    def broken_string(self, start: int, position: int) -> InvalidInput:
        """Why a text that begins at `start` could not be read on at `position`."""
        if position == start:
            return self.error("json-open-text", start)
        code = "json-control" if self.text[position] < " " else "json-escape"
        return self.error(code, position)

    def word_or_number(self, path: Path) -> Plain:
        for word, value in _WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        found = _NUMBER.match(self.text, self.at)
        if found is None:
            raise self.error("json-no-value", self.at)
        self.at = found.end()
        whole = found.group(1)
        is_whole = found.group() == whole and len(whole) <= _MAX_DIGITS and whole != "-0"
        if is_whole:
            return int(whole)
        self.tree.numbers[path] = found.group()
        return found.group()
