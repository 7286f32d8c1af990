"""A strict YAML reader on PyYAML's event stream.

Scalars stay text unless they are plainly a number, a truth value or nothing; so `NO` is Norway and
`12.10` keeps its zero. Aliases, tags, duplicate keys, more than one document, deep nesting and odd
keys are findings. Nothing is ever composed, so neither alias bombs nor brackets cost anything.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from hp_priority_cli.errors import Finding, InvalidInput, Path, Spot
from hp_priority_cli.readers.tree import MAX_DEPTH, MAX_VALUES, Plain, Tree

_ODD_LINE_END = re.compile("[\x85\u2028\u2029]")
"""What ends a line in YAML 1.1, and is a character like any other in 1.2 and in editors."""
_STANDARD_TAG = "tag:yaml.org,2002:"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_NOTHING = frozenset(["", "~", "null", "Null", "NULL"])
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_TRAP = re.compile(
    r"""y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF      # YAML 1.1 truth values
    | [-+]?(?:0[0-9_]+|0o[0-7]+|0x[0-9a-fA-F_]+|0b[01_]+)      # octal, hexadecimal, binary
    | [-+]?[0-9][0-9_]*_[0-9_]*                                # 1_000
    | \+[0-9]+
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?         # sexagesimal 12:30
    | [-+]?(?:[0-9][0-9_]*)?\.[0-9_]+(?:[eE][-+]?[0-9]+)?      # 12.10
    | [-+]?[0-9][0-9_]*\.?(?:[eE][-+]?[0-9]+)                  # 1E5
    | [-+]?[0-9]+\.
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?              # a day, with or without a time
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN) | = | <<""",
    re.VERBOSE | re.ASCII,
)


@dataclass(slots=True)
class _Open:
    """A list or mapping that is still being read."""

    path: Path
    items: "list[Plain] | dict[str, Plain]"
    key: str | None = None
    skipped: int = 0
    last: yaml.ScalarEvent | None = None
    """The last value of a mapping that stands without quotes."""


@dataclass(slots=True)
class _Build:
    """The state of one reading: the tree so far and the collections still open."""

    tree: Tree
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    line_starts: list[int] = field(default_factory=list)
    """Where each line begins, in a text with line ends that only the parser takes for such."""


def read_yaml(text: str, file: str) -> Tree:
    """The single document in `text`.

    What the reader can pass over is in the tree's `findings`, each with its place, so that
    validation may add its own; text that is no YAML at all, or too deep, raises InvalidInput.
    """
    build = _Build(Tree(file, findings=_odd_line_ends(text, file)))
    if build.tree.findings:
        build.line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for event in _events(text, build.tree):
        if build.tree.is_full:
            raise InvalidInput([_finding("too-many-values", event, build, limit=MAX_VALUES)])
        _take(event, build)
    if build.documents == 0:
        build.tree.findings.append(Finding("empty", Spot(file)))
    return build.tree


def _odd_line_ends(text: str, file: str) -> list[Finding]:
    """The first character that ends a line for some readers alone."""
    found = None if text.isascii() else _ODD_LINE_END.search(text)
    if found is None:
        return []
    values = {"character": f"U+{ord(found.group()):04X}"}
    return [Finding("odd-line-end", _spot_of(text, found.start(), file), values)]


def _events(text: str, tree: Tree) -> Iterator[yaml.Event]:
    """The events of the parser; where it gives up, what was found before is told too."""
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = _mark_of(error, text)
        spot = Spot(tree.file, mark.line + 1, mark.column + 1) if mark else Spot(tree.file)
        values = {"problem": error.problem or error.context or "?"}
        raise InvalidInput([*tree.findings, Finding("yaml-syntax", spot, values)]) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The reader stage raises without a mark, and the scanner lets chr() and int() errors out.
        position = getattr(error, "position", None)
        known = position if isinstance(position, int) else None
        spot = Spot(tree.file) if known is None else _spot_of(text, known, tree.file)
        problem = str(getattr(error, "reason", "")) or str(error).partition("\n")[0]
        finding = Finding("yaml-syntax", spot, {"problem": problem})
        raise InvalidInput([*tree.findings, finding]) from error


def _mark_of(error: yaml.MarkedYAMLError, text: str) -> yaml.Mark | None:
    """Where to look: at the problem, or where what is missed at the end of the text began."""
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    if mark is None or start is None:
        return mark
    return start if mark.line > start.line and not text[mark.index :].strip() else mark


def _spot_of(text: str, position: int, file: str) -> Spot:
    before = text[:position]
    return Spot(file, before.count("\n") + 1, position - before.rfind("\n"))


def _take(event: yaml.Event, build: _Build) -> None:
    match event:
        case yaml.DocumentStartEvent():
            build.documents += 1
            if build.documents > 1:
                spot = _event_spot(event, build)
                raise InvalidInput([*build.tree.findings, Finding("many-documents", spot)])
        case yaml.ScalarEvent():
            _refuse_decoration(event, build)
            _take_scalar(event, build)
        case yaml.AliasEvent():
            build.tree.findings.append(_finding("alias", event, build, name=event.anchor))
            _place(None, event, build)
        case yaml.CollectionStartEvent():
            _refuse_decoration(event, build)
            _open(event, build)
        case yaml.CollectionEndEvent():
            build.stack.pop()
        case _:  # the stream and the document end
            pass


def _event_spot(event: yaml.Event, build: _Build) -> Spot:
    return Spot(build.tree.file, *_mark(event, build))


def _finding(code: str, event: yaml.Event, build: _Build, **values: object) -> Finding:
    return Finding(code, _event_spot(event, build), values)


def _refuse_decoration(event: yaml.ScalarEvent | yaml.CollectionStartEvent, build: _Build) -> None:
    if event.anchor is not None:
        build.tree.findings.append(_finding("alias", event, build, name=event.anchor))
    if event.tag is not None:
        as_written = event.tag.replace(_STANDARD_TAG, "!!", 1)
        build.tree.findings.append(_finding("tag", event, build, tag=as_written))


def _take_scalar(event: yaml.ScalarEvent, build: _Build) -> None:
    text = event.value
    top = build.stack[-1] if build.stack else None
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        build.tree.findings.append(_finding("broken-character", event, build))
        text = text.encode("utf-8", "replace").decode()
    trap = _is_plain(event) and is_trap(text)
    if top is not None and isinstance(top.items, dict) and top.key is None and not top.skipped:
        _take_key(text, trap, event, top, build)
        return
    path = _place(_resolve(text) if _is_plain(event) else text, event, build)
    if top is not None and _is_plain(event) and text:
        top.last = event
    if trap:
        build.tree.traps[path] = text


def is_trap(text: str) -> bool:
    """Whether YAML readers disagree about a text that stands without quotes."""
    return _TRAP.fullmatch(text) is not None


def _take_key(text: str, trap: bool, event: yaml.ScalarEvent, top: _Open, build: _Build) -> None:
    assert isinstance(top.items, dict)
    if top.last is not None and _is_rest_of_number(event, top.last):
        value = f"{top.last.value},{text}"
        build.tree.findings.append(_finding("comma-in-number", top.last, build, value=value))
        top.skipped = 1
        return
    if text in top.items:
        line = build.tree.keys[(*top.path, text)][0]
        build.tree.findings.append(
            _finding("duplicate-key", event, build, key=text, first_line=line)
        )
    else:
        build.tree.keys[(*top.path, text)] = _mark(event, build)
    if trap:
        build.tree.findings.append(_finding("trap-key", event, build, text=text))
    top.key = text


def _is_rest_of_number(key: yaml.ScalarEvent, last: yaml.ScalarEvent) -> bool:
    """Whether a key is but what stands behind the comma of a number: `12,50` inside braces."""
    begin, end = key.start_mark, last.end_mark
    assert begin is not None
    assert end is not None
    is_close = (begin.line, begin.column) == (end.line, end.column + 1)
    return is_close and _is_plain(key) and key.value.isdecimal() and last.value[-1:].isdecimal()


def _is_plain(event: yaml.ScalarEvent) -> bool:
    """Whether a scalar stands without quotes (the two parsers of PyYAML differ in its `style`)."""
    return bool(event.implicit[0])


def _resolve(text: str) -> Plain:
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def _mark(event: yaml.Event, build: _Build) -> tuple[int, int]:
    """The line and column of an event, counted as editors do where the parser counts otherwise."""
    mark = event.start_mark
    assert mark is not None  # both parsers mark every event that comes from text
    if not build.line_starts:
        return mark.line + 1, mark.column + 1
    row = bisect_right(build.line_starts, mark.index) - 1
    return row + 1, mark.index - build.line_starts[row] + 1


def _open(event: yaml.CollectionStartEvent, build: _Build) -> None:
    if len(build.stack) >= MAX_DEPTH:
        finding = _finding("too-deep", event, build, limit=MAX_DEPTH)
        raise InvalidInput([*build.tree.findings, finding])
    items: list[Plain] | dict[str, Plain] = {} if isinstance(event, yaml.MappingStartEvent) else []
    path = _place(items, event, build)
    build.stack.append(_Open(path, items))


def _place(value: Plain, event: yaml.Event, build: _Build) -> Path:
    """Put a value where it belongs in the collection around it; its path."""
    path: Path = ()
    if not build.stack:
        build.tree.value = value
    else:
        top = build.stack[-1]
        if isinstance(top.items, list):
            path = (*top.path, len(top.items))
            top.items.append(value)
        else:
            path = _place_in_mapping(value, event, top, build)
    build.tree.values.setdefault(path, _mark(event, build))
    return path


def _place_in_mapping(value: Plain, event: yaml.Event, top: _Open, build: _Build) -> Path:
    assert isinstance(top.items, dict)
    if top.skipped:  # the value of a key that was no text: read past it
        top.skipped = 0
        return (*top.path, "?")
    if top.key is None:  # a list, a mapping or an alias in a key's place
        build.tree.findings.append(_finding("odd-key", event, build))
        top.skipped = 1
        return (*top.path, "?")
    key, top.key = top.key, None
    top.items.setdefault(key, value)
    return (*top.path, key)
