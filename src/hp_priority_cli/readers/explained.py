"""What the source says of a record: the text of its class and the text under each field.

The texts stand once, in the code, where whoever changes a field sees them; schemas hand them on.
"""

import ast
import inspect
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from itertools import pairwise
from typing import Any, is_typeddict

_EXAMPLES = re.compile(r"\s*Examples?: (`[^`]+`(?:, `[^`]+`)*)\.$")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")
_SPELLED = {
    "bcp": "BCP",
    "en": "English",
    "fr": "French",
    "hp": "HP",
    "id": "ID",
    "it": "IT",
    "pc": "PC",
    "pcs": "PCs",
    "sha256": "SHA-256",
    "sku": "SKU",
    "skus": "SKUs",
}


@dataclass(frozen=True, slots=True)
class Explained:
    """What is said of one thing, and examples of its value."""

    text: str
    examples: tuple[Any, ...] = ()


@cache
def explained(record: Any) -> dict[str, Explained]:
    """The first paragraph on a class, under the key "", and the text under each of its fields.

    A text that ends in "Examples: `FR`, `BE`." gives those as examples.
    """
    return {"": _read(inspect.getdoc(record) or "", "")} | _fields(record)


def title_of(name: str) -> str:
    """A key or a class as a title: `term_years` is "Term years", `InstalledBase` "Installed base".

    Words that are spelled in their own way keep it.
    """
    words = [_SPELLED.get(word.lower(), word.lower()) for word in _WORD.findall(name)]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def _fields(record: Any) -> dict[str, Explained]:
    """The texts of a class and of those that it is made from."""
    module = sys.modules[record.__module__]
    found: dict[str, Explained] = {}
    for node in _classes(module.__name__).get(record.__name__, ()):
        for base in node.bases:
            parent = getattr(module, ast.unparse(base), None)
            found |= _fields(parent) if is_dataclass(parent) or is_typeddict(parent) else {}
        found |= {key: _read(*_without_examples(text)) for key, text in _texts(node.body)}
    return found


@cache
def _classes(module: str) -> dict[str, list[ast.ClassDef]]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: [node] for node in tree.body if isinstance(node, ast.ClassDef)}


def _texts(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(body):
        said = text.value if isinstance(text, ast.Expr) else None
        if isinstance(field, ast.AnnAssign) and isinstance(said, ast.Constant):
            yield ast.unparse(field.target), str(said.value)


def _without_examples(said: str) -> tuple[str, str]:
    found = _EXAMPLES.search(said)
    return (said, "") if found is None else (said[: found.start()], found[1])


def _read(text: str, examples: str) -> Explained:
    """The first paragraph in one line, and each example as JSON or else as text."""
    paragraph = " ".join(text.partition("\n\n")[0].split())
    return Explained(paragraph, tuple(_value(each) for each in re.findall("`([^`]+)`", examples)))


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
