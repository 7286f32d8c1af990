"""Request files and lines of JSON Lines to requests, every finding with its place."""

from hp_priority_cli.customer.records import InstalledBase, Request, Site
from hp_priority_cli.errors import Finding, InvalidInput, Path
from hp_priority_cli.readers.json import read_json
from hp_priority_cli.readers.scalars import MAX_COUNT
from hp_priority_cli.readers.text import read_text, shown_name
from hp_priority_cli.readers.tree import Tree
from hp_priority_cli.readers.yaml import read_yaml

COUNTS = (
    "pcs",
    "printers",
    "pcs_without_cover",
    "printers_without_cover",
    "consumer_pcs",
    "displays",
)


def read_request(path: str) -> tuple[Request, Tree, list[Finding]]:
    """The request in a file (`-` is standard input), its tree for later findings, and warnings.

    Raises InvalidInput with every finding. Places and languages are still as written.
    """
    text = read_text(path)
    name = shown_name(path)
    is_json = text.lstrip().startswith(("{", "[")) and not name.endswith((".yaml", ".yml"))
    tree = read_json(text, name) if is_json else read_yaml(text, name)
    request, warnings = request_from(tree)
    return request, tree, warnings


def request_from(tree: Tree) -> tuple[Request, list[Finding]]:
    """The request in a tree, and warnings; raises InvalidInput with every finding."""
    from hp_priority_cli.readers.validate import validate  # Pydantic: slow, and only files need it

    request, findings = validate(Request, tree)
    warnings = [as_warning(each) for each in findings if each.code in ("trap", "trap-key")]
    errors = [each for each in findings if each.code not in ("trap", "trap-key")]
    if request is None and not errors:  # nothing but traps in keys: read once more without them
        tree.findings.clear()
        request, errors = validate(Request, tree)
        errors = [each for each in errors if each.code != "trap"]
    if request is not None:
        errors += check_request(request, tree)
    if request is None or errors:
        raise InvalidInput([*errors, *warnings])
    return request, warnings


def as_warning(finding: Finding) -> Finding:
    """The same finding, not an error."""
    return Finding(finding.code, finding.spot, finding.values, "warning")


def check_request(request: Request, tree: Tree) -> list[Finding]:
    """What the types of a request cannot say: counts in range, one way to state the base."""
    findings: list[Finding] = []
    if request.installed_base is not None:
        findings += _counts(request.installed_base, ("installed_base",), tree)
    for n, site in enumerate(request.sites or ()):
        findings += _counts(site, ("sites", n), tree)
    if request.sites is not None and request.installed_base is not None:
        findings.append(Finding("two-bases", tree.spot(("sites",), of_key=True)))
    if request.sites == ():
        findings.append(Finding("empty-list", tree.spot(("sites",)), {"key": "sites"}))
    if request.term_years is not None and not 1 <= request.term_years <= MAX_COUNT:
        values = {"where": "term_years", "value": request.term_years, "low": 1, "high": MAX_COUNT}
        findings.append(Finding("out-of-range", tree.spot(("term_years",)), values))
    return findings


def _counts(base: InstalledBase | Site, path: Path, tree: Tree) -> list[Finding]:
    named: list[tuple[Path, int | None]] = [((*path, key), getattr(base, key)) for key in COUNTS]
    named += [((*path, "other", kind), count) for kind, count in base.other.items()]
    return [
        Finding("out-of-range", tree.spot(where), _range(where, count))
        for where, count in named
        if count is not None and not 0 <= count <= MAX_COUNT
    ]


def _range(where: Path, count: int) -> dict[str, object]:
    return {"where": where[-1], "value": count, "low": 0, "high": MAX_COUNT}
