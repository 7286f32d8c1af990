"""A file that is YAML or JSON, whichever it turns out to be, to a tree.

JSON may be larger: people write YAML, but the tool writes answers in JSON and has to read them
again, such as quotes for every term of a customer with a thousand sites.
"""

from pathlib import PurePath

from hp_priority_cli.errors import Finding, InvalidInput, Spot
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.text import MAX_BYTES, decode, read_bytes, shown_name, text_hash
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.yaml import read_yaml

YAML_SUFFIXES = (".yaml", ".yml")
JSON_SUFFIXES = (".json",)
MAX_JSON_BYTES = 8 << 20
MAX_JSON_VALUES = 200_000


def read_document(path: str, *, wait: bool = True) -> Tree:
    """The one document in a file (`-` is standard input). Raises InvalidInput with its findings.

    `wait` says whether to wait for somebody to write to a pipe.
    """
    content, name = read_bytes(path, MAX_JSON_BYTES, wait=wait), shown_name(path)
    text = decode(content, name)
    if len(content) > MAX_BYTES and not _is_json(text, name):
        raise InvalidInput([Finding("too-large", Spot(name), {"limit": MAX_BYTES})])
    tree = document_in(text, name)
    tree.sha256 = text_hash(content)
    return tree


def document_in(text: str, name: str) -> Tree:
    """The one document in the text of a file, as `read_document` has it."""
    if _is_json(text, name):
        return read_json(text, name, most=MAX_JSON_VALUES)
    return read_yaml(text, name)


def _is_json(text: str, name: str) -> bool:
    """Whether to read JSON: by the suffix, and where that says nothing by the first bracket."""
    suffix = PurePath(name).suffix.lower()
    return suffix in JSON_SUFFIXES or (
        suffix not in YAML_SUFFIXES and text.lstrip().startswith(("{", "["))
    )
