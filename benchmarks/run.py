"""The benchmarks: what grows with the data and with the requests, and what a start costs.

Every figure that is judged is a ratio of two times from the same run, so that it holds on a slow
machine and a busy one alike. Ends with 1 where something grows faster than it should.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generated import write_catalog
from hostile import BOMBS, HOSTILE
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.compare import compare_editions
from hp_priority_cli.catalog.load import FILES, load_catalog, shipped_folder
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.document import document_in
from hp_priority_cli.readers.yaml import read_yaml
from measure import best_of, best_runs

COMMAND = str(Path(sys.executable).with_name("hp-priority"))
ROUNDS = 5
SMALL, MIDDLE, LARGE = 20, 200, 2_000
FEW, MANY = 200, 4_000
WRONG = 500
MOST = 3.0
"""The most that one more part or request may cost among many, measured against one among few.

What grows with the square of a number that is ten times larger costs ten times as much.
"""
CUSTOMER = "--pcs 700 --printers 400 --country FR,RO --it-desk own"
STARTS = {
    "--version": "--version",
    "eligible": f"eligible {CUSTOMER}",
    "eligible --json": f"eligible {CUSTOMER} --json",
    "quote": f"quote {CUSTOMER} --tier access --years 3",
    "compare": "compare access-plus management",
    "sku": "sku U80M6E",
    "explain": "explain minimum-base",
}
_KEPT = {key: value for key, value in os.environ.items() if not key.startswith("HP_PRIORITY")}
ENVIRONMENT = _KEPT | {"HP_PRIORITY_AS_OF": "2026-11-24", "COLUMNS": "80"}


def main() -> int:
    """Run every benchmark and print its figures; 1 where a ratio is above its bound."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for benchmark in (growth_of_data, growth_of_batches, hostile_files, bombs, starts):
            for line, is_right in benchmark(Path(folder)):
                sys.stdout.write(f"{line}{'' if is_right else '   TOO MUCH'}\n")
                sys.stdout.flush()
                failed = failed or not is_right
    return int(failed)


Lines = Iterator[tuple[str, bool]]


def growth_of_data(folder: Path) -> Lines:
    """Load, check and compare catalogs of 20, 200 and 2,000 parts."""
    folders = {n: write_catalog(folder / f"parts-{n}", n) for n in (SMALL, MIDDLE, LARGE)}
    catalogs = {n: load_catalog(each) for n, each in folders.items()}
    assert [len(each.parts) for each in catalogs.values()] == [SMALL, MIDDLE, LARGE]
    loads = {n: partial(load_catalog, each) for n, each in folders.items()}
    diffs = {n: partial(compare_editions, c, _renumbered(c)) for n, c in catalogs.items()}
    yield (
        "Parts in the catalog          20       200     2,000   a part more, among many : few",
        True,
    )
    yield _growth("load and check", loads)
    yield _growth("compare two editions", diffs)


def _renumbered(catalog: Catalog) -> Catalog:
    """The catalog with another number on every part: nothing of it is as it was."""
    parts = tuple(replace(each, sku=f"Y{each.sku[1:]}") for each in catalog.parts)
    return replace(catalog, sha256="", skus_file=replace(catalog.skus_file, parts=parts))


def _growth(name: str, measured: Mapping[int, Callable[[], object]]) -> tuple[str, bool]:
    """A row with the times of three sizes, and what one part more costs among many and few."""
    best = best_of(ROUNDS, {str(n): function for n, function in measured.items()})
    small, middle, large = (best[str(n)] for n in (SMALL, MIDDLE, LARGE))
    among_many = (large - small) / (LARGE - SMALL)
    among_few = (middle - small) / (MIDDLE - SMALL)
    ratio = among_many / among_few
    times = "".join(f"{seconds * 1000:7.1f} ms" for seconds in (small, middle, large))
    return f"  {name:22}{times}   {ratio:5.2f} : 1, at most {MOST:.0f}", ratio <= MOST


def growth_of_batches(folder: Path) -> Lines:
    """Answer 200 and 4,000 requests in one run: time and memory."""
    request = {"installed_base": {"pcs": 700, "printers": 400}, "countries": ["FR", "RO"]}
    line = json.dumps({**request, "it_desk": "own", "tier": "access", "term_years": 3})
    for n in (1, FEW, MANY):
        (folder / f"{n}.jsonl").write_text(f"{line}\n" * n, "utf-8")
    yield "", True
    yield "Requests in a batch        200    4,000   a request more, many : few   memory", True
    for name in ("eligible", "quote"):
        words = {n: [COMMAND, name, "--batch", str(folder / f"{n}.jsonl")] for n in (1, FEW, MANY)}
        ran = best_runs(3, {str(n): each for n, each in words.items()}, ENVIRONMENT)
        one, few, many = (ran[str(n)] for n in words)
        among_few = (few.seconds - one.seconds) / (FEW - 1)
        among_many = (many.seconds - one.seconds) / (MANY - 1)
        ratio, memory = among_many / among_few, many.memory / few.memory
        yield (
            f"  {name:20}{among_few * 1000:6.2f}{among_many * 1000:6.2f} ms each"
            f"   {ratio:5.2f} : 1, at most {MOST:.0f}   {memory:.2f} : 1",
            ratio <= MOST and memory <= MOST,
        )


def hostile_files(folder: Path) -> Lines:
    """Check, or answer from, files that are wrong once, 500 times and 5,000 times."""
    yield "", True
    yield "Wrong so often                1      500    5,000   a mistake, many : few", True
    for sort, make in HOSTILE.items():
        words = {}
        for n in (1, WRONG, 10 * WRONG):
            (folder / f"{sort}-{n}").mkdir()
            words[n] = [COMMAND, *make(folder / f"{sort}-{n}", n)]
        ran = best_runs(2, {str(n): each for n, each in words.items()}, ENVIRONMENT, fails=True)
        one, few, many = (ran[str(n)].seconds for n in words)
        among_few = max(few - one, one / 10) / (WRONG - 1)  # where a kind hardly grows, no noise
        ratio = (many - one) / (10 * WRONG - 1) / among_few
        times = "".join(f"{each * 1000:6.0f} ms" for each in (one, few, many))
        yield f"  {sort[:22]:22}{times}   {ratio:5.2f} : 1, at most {MOST:.0f}", ratio <= MOST


def bombs(_folder: Path) -> Lines:
    """Refuse what is nested or refers to itself without end, beside reading all shipped data."""
    shipped = {name: (shipped_folder() / name).read_text("utf-8") for name in FILES}
    small = {"all shipped data": lambda: [read_yaml(text, each) for each, text in shipped.items()]}
    best = best_of(ROUNDS, small | {name: partial(_refused, name) for name in BOMBS})
    yield "", True
    yield (
        f"Bombs              against reading the data, {best['all shipped data'] * 1000:.0f} ms",
        True,
    )
    for name in BOMBS:
        ratio = best[name] / best["all shipped data"]
        yield f"  {name:18}{best[name] * 1000:6.1f} ms   {ratio:5.2f} : 1, at most 1", ratio <= 1


def _refused(name: str) -> None:
    """Read a bomb to the finding that ends it."""
    try:
        tree = document_in(BOMBS[name], f"x.{'json' if 'JSON' in name else 'yaml'}")
    except InvalidInput:
        return
    assert tree.findings


def starts(_folder: Path) -> Lines:
    """Start the main commands beside an interpreter that does nothing."""
    commands = {"": [sys.executable, "-c", "pass"]}
    commands |= {name: [COMMAND, *text.split()] for name, text in STARTS.items()}
    ran = best_runs(2 * ROUNDS, commands, ENVIRONMENT)
    bare = ran[""].seconds
    yield "", True
    yield f"A run from start to end     against 'python -c pass', {bare * 1000:.0f} ms", True
    for name in STARTS:
        seconds = ran[name].seconds
        yield f"  {name:20}{seconds * 1000:6.0f} ms   {seconds / bare:5.1f} : 1", True


if __name__ == "__main__":
    sys.exit(main())
