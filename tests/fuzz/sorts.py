"""What is tried: each sort of run writes changed files and says which exit codes may come of it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import NamedTuple

from fuzz import material
from fuzz.mutate import changed, csv, xlsx

_FORMS = ("text", "json", "github", "sarif", "junit")
_REPORTS = ("table", "json", "csv", "markdown")


class Try(NamedTuple):
    """A command line, the exit codes that it may end with, and the form of what it prints."""

    arguments: list[str]
    codes: tuple[int, ...]
    form: str = "table"


class Sort(NamedTuple):
    """A sort of run: how many changed files or lines go into one, and what makes it."""

    inputs: int
    weight: int
    make: Callable[[Random, Path], Try]


def _check(chance: Random, *paths: str) -> Try:
    form = chance.choice(_FORMS)
    strict = chance.choice(([], ["--strict"], ["--fail-on", "never"]))
    codes = (0,) if "never" in strict else (0, 21)
    language = chance.choice(("en", "fr"))
    return Try(["check", *paths, *strict, "-f", form, "--lang", language], codes, form)


def _files(chance: Random, folder: Path) -> Try:
    """Twenty files of any kind, checked in one run."""
    texts = {
        "yaml": [*material.DATA_FILES.values(), *material.CASES, *material.BOOKS],
        "yml": material.REQUESTS[:2],
        "json": [*material.ANSWERS, material.REQUESTS[2]],
        "jsonl": ["\n".join(material.LINES)],
    }
    for n in range(FILES.inputs):
        kind = chance.choice(("yaml", "yaml", "yml", "yml", "json", "jsonl", "csv", "xlsx", "any"))
        name = f"f{n}.{chance.choice([*texts]) if kind == 'any' else kind}"
        if kind in ("csv", "xlsx"):
            rows = chance.choice((material.TABLE, material.CUSTOMERS))
            content = (csv if kind == "csv" else xlsx)(chance, rows)
            (folder / f"b{n}.yaml").write_text(f"{material.TABLE_HEAD}{n}.{kind}\n", "utf-8")
            name = f"prices{n}.{kind}"
        elif kind == "any":
            content = chance.randbytes(chance.randint(0, 300))
        else:
            content = changed(chance, chance.choice(texts[kind]))
        (folder / name).write_bytes(content)
    names = sorted(str(path) for path in folder.iterdir())
    return _check(chance, *chance.choice(([str(folder)], names)))


def _data(chance: Random, folder: Path, into: str = "data") -> str:
    """A folder of data with one file changed."""
    data = folder / into
    data.mkdir()
    wrong = chance.choice([*material.DATA_FILES])
    for name, text in material.DATA_FILES.items():
        (data / name).write_bytes(changed(chance, text) if name == wrong else text.encode())
    return str(data)


def _data_folders(chance: Random, folder: Path) -> Try:
    names = [_data(chance, folder, f"d{n}") for n in range(FOLDERS.inputs)]
    if chance.random() < 0.5:
        return _check(chance, *names)
    (folder / "r.yaml").write_bytes(changed(chance, chance.choice(material.REQUESTS)))
    return _check(chance, str(folder / "r.yaml"), *names, "--data", names[0])


def _answered(chance: Random, folder: Path) -> Try:
    """The shipped data with changed cases beside them."""
    data = folder / "data"
    (data / "cases").mkdir(parents=True)
    for name, text in material.DATA_FILES.items():
        (data / name).write_text(text, "utf-8")
    for n in range(ANSWERED.inputs):
        (data / f"cases/{n}.yaml").write_bytes(changed(chance, chance.choice(material.CASES)))
    return _check(chance, str(data))


def _other_data(chance: Random, folder: Path) -> Try:
    """A command that answers from changed data; or both old and new of them."""
    data = _data(chance, folder)
    form = chance.choice(_REPORTS)
    customer = ["--pcs", "700", "--printers", "400", "--country", "FR,RO", "--it-desk", "own"]
    words = chance.choice(
        (
            ["eligible", *customer],
            ["quote", *customer, "--tier", "access", "--years", "3"],
            ["compare", *customer],
            ["sku"],
            ["explain"],
            ["diff", str(material.DATA), data, "--exit-code"],
            ["diff", data, str(material.DATA)],
        )
    )
    stated = [] if words[0] == "diff" else ["--data", data]
    return Try([*words, *stated, "-f", form], (0, 10, 14, 21), form)


def _request(chance: Random, folder: Path) -> Try:
    """A changed request or saved answer, taken up."""
    text = chance.choice((*material.REQUESTS, *material.ANSWERS))
    suffix = chance.choice(("yaml", "json", "txt"))
    (folder / f"r.{suffix}").write_bytes(changed(chance, text))
    form = chance.choice(_REPORTS)
    command = chance.choice(("eligible", "quote"))
    arguments = [command, "--request", str(folder / f"r.{suffix}"), "-f", form]
    stated = ["--tier", "access", "--years", "3"] if command == "quote" else []
    return Try([*arguments, *stated], (0, 10, 11, 13, 20), form)


def _prices(chance: Random, folder: Path) -> Try:
    """A quote from a changed book, with its rows in it, beside it or in a spreadsheet alone."""
    request = str(material.EXAMPLES / "example-customer.yaml")
    form = chance.choice(_REPORTS)
    kind = chance.choice(("yaml", "yaml", "csv", "xlsx"))
    book, terms = folder / f"book.{kind}", []
    if kind == "yaml":
        book.write_bytes(changed(chance, chance.choice(material.BOOKS)))
    else:
        book.write_bytes((csv if kind == "csv" else xlsx)(chance))
        terms = ["--currency", "EUR", "--book-valid", "2026-01-01.."]
        terms += chance.choice(([], ["--book-decimal", ","]))
    return Try(
        ["quote", "--request", request, "--price-book", str(book), *terms, "-f", form],
        (0, 10, 13, 20),
        form,
    )


def _fleet(chance: Random, folder: Path) -> Try:
    """A changed export of a fleet, shown by itself or counted for an answer."""
    kind = chance.choice(("csv", "csv", "xlsx"))
    export = folder / f"fleet.{kind}"
    export.write_bytes((csv if kind == "csv" else xlsx)(chance, material.FLEET))
    form = chance.choice(_REPORTS)
    words = chance.choice((["inventory", str(export)], ["eligible", "--inventory", str(export)]))
    read = chance.choice(([], ["--every", "maker=HP", "--every", "cover=yes"], ["-v"]))
    return Try([*words, *read, "-f", form], (0, 20), form)


def _batch(chance: Random, folder: Path) -> Try:
    """Changed lines of requests, or rows of customers, answered one by one."""
    command = chance.choice((["eligible"], ["quote", "--tier", "access", "--years", "3"]))
    form = chance.choice(("jsonl", "jsonl", "csv", "xlsx"))
    if form != "jsonl":
        content = (csv if form == "csv" else xlsx)(chance, material.CUSTOMERS)
        (folder / f"c.{form}").write_bytes(content)
        return Try([*command, "--batch", str(folder / f"c.{form}")], (0, 15, 20), "lines")
    lines = [changed(chance, chance.choice(material.LINES)) for _ in range(BATCH.inputs)]
    (folder / "b.jsonl").write_bytes(b"\n".join(line.replace(b"\n", b" ") for line in lines))
    return Try([*command, "--batch", str(folder / "b.jsonl")], (0, 15), "lines")


FILES = Sort(20, 30, _files)
FOLDERS = Sort(5, 24, _data_folders)
ANSWERED = Sort(3, 6, _answered)
BATCH = Sort(40, 4, _batch)
SORTS = {
    "files": FILES,
    "data folders": FOLDERS,
    "cases": ANSWERED,
    "data of commands": Sort(1, 40, _other_data),
    "requests": Sort(1, 50, _request),
    "price books": Sort(1, 30, _prices),
    "fleets": Sort(1, 30, _fleet),
    "batches": BATCH,
}


def sort_of(chance: Random) -> str:
    """The sort of a run, by chance."""
    return chance.choices([*SORTS], [each.weight for each in SORTS.values()])[0]


def made_anew(folder: Path) -> Path:
    """The folder, empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
