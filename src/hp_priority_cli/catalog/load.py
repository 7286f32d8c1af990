"""From a folder of YAML files to a checked catalog.

The quick road (`build`) serves data that are right; anything it will not take goes to Pydantic,
which says what is wrong and where. Checks across files run on both.
"""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks import check_catalog
from hp_priority_cli.catalog.records import CoverageFile, SkusFile, SourceFile, TiersFile
from hp_priority_cli.errors import Finding, InvalidData, InvalidInput, Spot
from hp_priority_cli.readers.build import Mismatch, build
from hp_priority_cli.readers.text import read_text
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES: "Mapping[str, type[Any]]" = {
    "tiers.yaml": TiersFile,
    "skus.yaml": SkusFile,
    "coverage.yaml": CoverageFile,
    "source.yaml": SourceFile,
}
"""The data files in the order in which they are hashed, with the record each holds."""


def shipped_folder() -> Path:
    """The data that came with the tool: in the package of a wheel, beside `src/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def load_catalog(folder: str | Path | None = None) -> Catalog:
    """The catalog in `folder`, or the shipped one.

    Raises InvalidData with every finding of every file: unreadable, malformed, or inconsistent.
    """
    root = Path(folder) if folder is not None else shipped_folder()
    if not root.is_dir():
        code = "not-a-folder" if root.exists() else "no-such-folder"
        raise InvalidData([Finding(code, Spot(str(root)))])
    trees = _read_all(root)
    records = _records(trees)
    catalog = Catalog(str(root), _sha256(trees), *(records[name] for name in FILES))
    findings = check_catalog(catalog, trees, thorough=False)
    if findings:
        raise InvalidData(findings)
    return catalog


def _read_all(root: Path) -> dict[str, Tree]:
    trees: dict[str, Tree] = {}
    findings: list[Finding] = []
    for name in FILES:
        path = str(root / name)
        try:
            trees[name] = read_yaml(read_text(path), path)
        except InvalidInput as error:
            findings += error.findings
    if findings:
        raise InvalidData(findings)
    return trees


def _records(trees: dict[str, Tree]) -> dict[str, Any]:
    """The record of each file; a trap is an error here, since other readers share these files."""
    try:
        if any(tree.findings or tree.traps for tree in trees.values()):
            raise Mismatch
        return {name: build(record, trees[name].value) for name, record in FILES.items()}
    except Mismatch:
        return _validated(trees)


def _validated(trees: dict[str, Tree]) -> dict[str, Any]:
    from hp_priority_cli.readers.validate import validate

    records: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, record in FILES.items():
        records[name], found = validate(record, trees[name])
        findings += found
    if findings:
        raise InvalidData(findings)
    return records


def _sha256(trees: dict[str, Tree]) -> str:
    """One hash over the parsed content, so that line ends and comments do not change it."""
    content = [[name, tree.value] for name, tree in trees.items()]
    text = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
