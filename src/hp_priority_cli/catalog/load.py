"""From a folder of YAML files to a checked catalog.

The quick road (`build`) serves data that are right; anything it will not take goes to Pydantic,
which says what is wrong and where. Checks across files run on both. A mistake in one file hides
nothing that can still be found in another.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.checks import check_catalog
from hp_priority_cli.catalog.records import CoverageFile, SkusFile, SourceFile, TiersFile
from hp_priority_cli.errors import MOST_FINDINGS, Finding, InvalidData, InvalidInput, Spot
from hp_priority_cli.readers.build import Mismatch, build
from hp_priority_cli.readers.text import decode, is_folder, read_bytes, text_hash
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.used import UsedFile
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
_HARMLESS = ("duplicate-key", "trap", "trap-key", "tag", "unknown-key")
"""Findings about how a value is written that leave no doubt which value is meant."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A data folder as far as it could be read.

    `records` are those of the files, by name, that have the right shape; `catalog` is there where
    all of them do, whatever else is wrong. `findings` stand in the order of the files.
    """

    folder: str
    records: "Mapping[str, Any]"
    findings: tuple[Finding, ...]
    catalog: Catalog | None = None

    @property
    def has_errors(self) -> bool:
        """Whether anything worse than a warning was found."""
        return any(finding.severity == "error" for finding in self.findings)


def shipped_folder() -> Path:
    """The data that came with the tool: in the package of a wheel, beside `src/` in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent.parent / "data"


def load_catalog(folder: str | Path | None = None) -> Catalog:
    """The catalog in `folder`, or the shipped one.

    Raises InvalidData with every finding of every file: unreadable, malformed, or inconsistent.
    """
    inspected = inspect_catalog(folder)
    if inspected.catalog is None or inspected.has_errors:
        raise InvalidData(inspected.findings)
    return inspected.catalog


def inspect_catalog(
    folder: str | Path | None = None, most: int = MOST_FINDINGS, *, thorough: bool = False
) -> Inspected:
    """All that is in `folder`, or in the shipped one, and all that is wrong with it.

    Of what is wrong with the types of one file, at most `most` findings and one more are given.
    `thorough` applies the rules too that an answer does not need, as `check_catalog` has it.
    """
    root = Path(folder) if folder is not None else shipped_folder()
    if not is_folder(str(root)):
        code = "not-a-folder" if os.path.lexists(root) else "no-such-folder"
        return Inspected(str(root), {}, (Finding(code, Spot(str(root))),))
    trees, findings = _read_all(root)
    records = _quickly(trees)
    if records is None:
        records, found = _validated(trees, most)
        findings += found
    clear = _clear(trees, records, findings)
    # No check is run without the files that it needs, and so none misses a record.
    every: dict[str, Any] = {**dict.fromkeys(FILES), **records}
    used = tuple(UsedFile(name, tree.sha256) for name, tree in trees.items())
    catalog = Catalog(str(root), _sha256(trees), used, *every.values())
    findings += check_catalog(catalog, clear, thorough=thorough)
    whole = catalog if len(clear) == len(FILES) else None
    return Inspected(str(root), records, tuple(findings), whole)


def _clear(
    trees: dict[str, Tree], records: dict[str, Any], findings: list[Finding]
) -> dict[str, Tree]:
    """The files whose every value is beyond doubt, so that they can be held against each other."""
    doubtful = {each.spot.file for each in findings if each.code not in _HARMLESS}
    return {
        name: tree for name, tree in trees.items() if name in records and tree.file not in doubtful
    }


def _read_all(root: Path) -> tuple[dict[str, Tree], list[Finding]]:
    """The files that can be read, and what is wrong with the others."""
    trees: dict[str, Tree] = {}
    findings: list[Finding] = []
    for name in FILES:
        path = str(root / name)
        try:
            content = read_bytes(path, wait=False)
            trees[name] = read_yaml(decode(content, path), path)
            trees[name].sha256 = text_hash(content)
        except InvalidInput as error:
            findings += error.findings
    return trees, findings


def _quickly(trees: dict[str, Tree]) -> dict[str, Any] | None:
    """The record of each file; None where anything is wrong, or written as others misread it."""
    if len(trees) < len(FILES) or any(tree.findings or tree.traps for tree in trees.values()):
        return None
    try:
        return {name: build(record, trees[name].value) for name, record in FILES.items()}
    except Mismatch:
        return None


def _validated(trees: dict[str, Tree], most: int) -> tuple[dict[str, Any], list[Finding]]:
    """The records that can be made, and what is wrong; a trap is an error, for others read these
    files too.
    """
    from hp_priority_cli.readers.validate import validate

    records: dict[str, Any] = {}
    findings: list[Finding] = []
    for name, tree in trees.items():
        record, found = validate(FILES[name], tree, most)
        findings += found
        if record is not None:
            records[name] = record
    return records, findings


def _sha256(trees: dict[str, Tree]) -> str:
    """One hash over the parsed content, so that line ends and comments do not change it."""
    content = [[name, tree.value] for name, tree in trees.items()]
    text = json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
