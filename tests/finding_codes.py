"""The codes of findings, found in the source by following how each finding is made.

A finding is made by `Finding(code, …)`, or by a function that hands a code on to one. Wherever one
of them is called, the code is a literal, a choice of literals, a name that holds one, or what a
function returns. What is none of these is given as it is written, for a test to account for.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import hp_priority_cli

SOURCE = Path(hp_priority_cli.__file__).parent
_MADE_BY = {
    "Finding": (0, "code"),
    "Complaint": (2, "code"),
    "_Wrong": (0, "code"),
    "Cell": (3, "fault"),
}
"""What a code is given to first: the position and the name of its argument."""
_Function = ast.FunctionDef


class Codes(NamedTuple):
    """The codes that findings have, and the expressions that cannot be read as one."""

    known: set[str]
    open: set[str]


class _Place(NamedTuple):
    """A function, with the module and the class that it is in."""

    module: str
    owner: str
    node: _Function

    @property
    def parameters(self) -> list[str]:
        names = [each.arg for each in (*self.node.args.posonlyargs, *self.node.args.args)]
        is_method = self.owner and names[:1] in (["self"], ["cls"])
        return names[1:] if is_method else names

    @property
    def name(self) -> str:
        """What it is called by: `__init__` by its class."""
        return self.owner if self.node.name == "__init__" else self.node.name


def codes_of_findings() -> Codes:
    """Every code that a finding can have."""
    places = list(_places())
    handed_on: set[tuple[_Place, int, str]] = set()
    while True:
        codes = Codes(set(), set())
        before = len(handed_on)
        for place in places:
            for argument in _arguments(place, handed_on):
                for kind, text in _sources(argument, place, places):
                    if kind == "parameter":
                        handed_on.add((place, place.parameters.index(text), text))
                    else:
                        (codes.known if kind == "code" else codes.open).add(text)
        if len(handed_on) == before:
            return codes


def _places() -> Iterator[_Place]:
    for file in sorted(SOURCE.rglob("*.py")):
        module = ".".join(file.relative_to(SOURCE).with_suffix("").parts)
        for node in ast.parse(file.read_text("utf-8")).body:
            inside = node.body if isinstance(node, ast.ClassDef) else [node]
            owner = node.name if isinstance(node, ast.ClassDef) else ""
            yield from (
                _Place(module, owner, each) for each in inside if isinstance(each, _Function)
            )


def _arguments(place: _Place, handed_on: set[tuple[_Place, int, str]]) -> Iterator[ast.expr]:
    """Each expression in a function that becomes the code of a finding."""
    for node in ast.walk(place.node):
        if isinstance(node, ast.Call):
            for position, name in _takes(node.func, place, handed_on):
                stated = [each.value for each in node.keywords if each.arg == name]
                yield from stated or node.args[position : position + 1]


def _takes(
    called: ast.expr, place: _Place, handed_on: set[tuple[_Place, int, str]]
) -> set[tuple[int, str]]:
    """Where the code stands among the arguments of what is called; nothing where none does."""
    if isinstance(called, ast.Name):
        own = {_MADE_BY[called.id]} if called.id in _MADE_BY else set()
        return own | {(n, name) for f, n, name in handed_on if _is(f, called.id, place)}
    if not isinstance(called, ast.Attribute):
        return set()
    is_own = isinstance(called.value, ast.Name) and called.value.id == "self"
    return {
        (n, name)
        for f, n, name in handed_on
        if f.owner
        and f.node.name == called.attr
        and (
            (f.module, f.owner) == (place.module, place.owner)
            if is_own
            else f.module == place.module or not f.owner.startswith("_")
        )
    }


def _is(function: _Place, name: str, caller: _Place) -> bool:
    """Whether a plain name means a function: one of the same module, or a public one."""
    is_named = function.name == name and (not function.owner or function.node.name == "__init__")
    return is_named and (function.module == caller.module or not name.startswith("_"))


def _sources(
    argument: ast.expr | None, place: _Place, places: list[_Place]
) -> Iterator[tuple[str, str]]:
    """What an expression may be: a `code`, a `parameter` of the function, or `open`."""
    match argument:
        case ast.Constant(value=text):
            yield from [] if text is None else [("code", str(text))]
        case ast.IfExp(body=first, orelse=second) | ast.BoolOp(values=[first, second]):
            yield from _sources(first, place, places)
            yield from _sources(second, place, places)
        case ast.Name(id=name):
            yield from _of_name(name, place, places)
        case ast.Call(func=ast.Name(id=name)):
            for each in (each for each in places if _is(each, name, place)):
                yield from _returned(each, places)
        case None:  # a bare `return`
            return
        case _:
            yield "open", ast.unparse(argument)


def _of_name(name: str, place: _Place, places: list[_Place]) -> Iterator[tuple[str, str]]:
    """What a name holds in a function: what was given for it, or what it was made."""
    held = [
        node.value
        for node in ast.walk(place.node)
        if isinstance(node, (ast.Assign, ast.AnnAssign, ast.NamedExpr))
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id == name
    ]
    for value in held:
        yield from _sources(value, place, places)
    if name in place.parameters:
        yield "parameter", name
    elif not held:
        yield "open", name


def _returned(place: _Place, places: list[_Place]) -> Iterator[tuple[str, str]]:
    """What a function returns."""
    for node in ast.walk(place.node):
        if isinstance(node, ast.Return):
            found = _sources(node.value, place, places)
            yield from ((kind, text) for kind, text in found if kind != "parameter")
