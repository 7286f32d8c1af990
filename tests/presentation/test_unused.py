"""No sentence is left in the catalogues that the code cannot say."""

import ast
import re
from pathlib import Path

from babel.messages.pofile import read_po

import hp_priority_cli
from hp_priority_cli.presentation.phrases import DOMAIN, LOCALE

SOURCE = Path(hp_priority_cli.__file__).parent
DATA = Path(hp_priority_cli.load_catalog().folder)
PUT_TOGETHER = (
    {
        f"{kind}-{case}"
        for kind in ("place", "language", "tier")
        for case in ("unknown", "near", "ambiguous")
    }
    | {"place-region"}
    | {
        *(f"minimum-{step}" for step in ("raised", "lowered", "changed")),
        *(
            f"{kind}-{what}"
            for kind in "condition duty exclusion assumption notice clause reading note".split()
            for what in ("added", "removed")
        ),
    }
)
"""Codes that the code makes of two words."""
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def nodes():
    for path in SOURCE.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def words():
    """Every word that could fill a gap in a key: texts and names in the code, ids in the data."""
    found = set(re.findall(WORD, " ".join(p.read_text("utf-8") for p in DATA.glob("*.yaml"))))
    for node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, int)):
            found |= set(WORD.findall(str(node.value)))
        if isinstance(node, (ast.FunctionDef, ast.AnnAssign)):
            name = node.name if isinstance(node, ast.FunctionDef) else ast.unparse(node.target)
            found |= {name, name.replace("_", "-")}
    return found


def patterns():
    """The keys that the code writes out, and those that it puts together, with gaps to fill."""
    for node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)
        if isinstance(node, ast.JoinedStr):
            pieces = [
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.*)"
                for part in node.values
            ]
            if re.match(r"[a-z-]+\\\.|[a-z]+", pieces[0]):
                yield "".join(pieces)


def unused(keys):
    """The keys that no piece of code writes out or can put together."""
    known, said = words() | PUT_TOGETHER, [re.compile(pattern) for pattern in set(patterns())]
    for key in keys:
        matches = [found for pattern in said if (found := pattern.fullmatch(key))]
        gaps = [[w for gap in found.groups() for w in gap.split(".") if w] for found in matches]
        if not any(set(each) <= known for each in gaps):
            yield key


def test_every_sentence_can_be_said():
    with (LOCALE / "en" / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as stream:
        ids = [message.id for message in read_po(stream) if message.id]
    assert list(unused(each if isinstance(each, str) else each[0] for each in ids)) == []


def test_sentence_that_nothing_says_is_found():
    assert list(unused(["label.of-nothing", "label.stated", "verdict.perhaps"])) == [
        "label.of-nothing",
        "verdict.perhaps",
    ]
