"""What a run of `check` found, said shortly, for the tests of it."""

import json
from datetime import date

from customers import CATALOG, customer
from hp_priority_cli import assess, build_quote
from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.checking.run import check_paths
from hp_priority_cli.evidence.origin import origin_of
from hp_priority_cli.evidence.records import Evidence
from hp_priority_cli.evidence.seal import sealed
from hp_priority_cli.presentation.documents.eligibility import eligibility_document
from hp_priority_cli.presentation.documents.quote import quote_document
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording

WORDING = Wording(CATALOG, Phrases("en"))
DAY = date(2026, 11, 24)


def checked(*paths, data=None, fail_on="error"):
    """The run of `check` on some paths."""
    return check_paths([str(path) for path in paths], data, fail_on)[0]


def found(*paths, **how):
    """Each finding as `file:line:column severity code`."""
    return [shortly(each) for each in checked(*paths, **how).findings]


def shortly(finding):
    """`file:line:column severity code`, without a line where the whole file is meant."""
    spot = finding.spot
    where = ":".join(str(each) for each in (spot.file, spot.line, spot.column) if each is not None)
    return f"{where} {finding.severity} {finding.code}"


def kinds(*paths, **how):
    """Each thing that was checked and its kind, in the order in which it was."""
    return [(each.path, each.kind) for each in checked(*paths, **how).inputs]


def shipped_copy(folder):
    """The shipped data files, copied into a folder that is made for them."""
    folder.mkdir(parents=True)
    for file in shipped_folder().glob("*.yaml"):
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def change(file, old, new):
    """Put `new` where `old` first stands in a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def evidence_of(quote, request, files=()):
    """A quote with what it was made from, by an invented release."""
    return Evidence(quote, request, origin_of(CATALOG, quote, request, "0.1.0", files))


def saved_quote(**changes):
    """A quote as `-o` saves it, with some keys of its top changed; `...` takes one away.

    It is sealed as it then is, unless the seal is among the changes.
    """
    request = customer(300, 40, tier="access", term_years=3, as_of=DAY)
    quote = build_quote(CATALOG, request)
    document = _changed(quote_document(evidence_of(quote, request), WORDING), changes)
    return document if "seal" in changes else sealed(document)


def saved_verdicts(**changes):
    """What `eligible --json` prints, changed likewise."""
    request = customer(700, 400)
    eligibility = assess(CATALOG, request)
    return _changed(eligibility_document(eligibility, request, WORDING, "0.1.0"), changes)


def _changed(document, changes):
    document = {"as_of": "2026-11-24", **document, **changes}
    document["as_of"] = changes.get("as_of", "2026-11-24")
    return {key: value for key, value in document.items() if value is not ...}


def write_json(file, document):
    """A document as a file."""
    file.write_text(json.dumps(document, indent=1), "utf-8")
    return file
