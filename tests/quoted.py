"""`quote` run in a folder that holds an invented price book."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from books import HEADER, written
from running import hp

ROWS = "rows:\n- {sku: U80M6E, amount: 12.50}\n- {sku: U1PB2E, amount: 8}\n"
CUSTOMER = "--pcs 300 --printers 40 --country FR --it-desk own --whole-base".split()
SURE = [*CUSTOMER, *"--tier access --years 3 --order-unit device".split()]
"""What a quote needs so that it is firm once it is priced."""


class Quoted:
    """A folder with `book.yaml`. Called, it gives the JSON of a quote and its exit code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.write(HEADER + ROWS)

    def __call__(
        self, *arguments: str, book: str | None = "book.yaml", **variables: str
    ) -> tuple[Any, int]:
        books = ["--price-book", book] if book else []
        ran = self.run(*books, *arguments, "--json", **variables)
        return json.loads(ran.stdout), ran.returncode

    def run(self, *arguments: str, **more: Any) -> CompletedProcess[bytes]:
        """What one run of `quote` printed, and its exit code."""
        ran: CompletedProcess[bytes] = hp("quote", *arguments, cwd=self.folder, **more)
        return ran

    def shown(self, *arguments: str, **variables: str) -> str:
        """What a run prints with the book."""
        return self.run("--price-book", "book.yaml", *arguments, **variables).stdout.decode()

    def write(self, text: str, name: str = "book.yaml") -> None:
        """A file in the folder, over what was there."""
        written(self.folder, text, name)

    def text(self, name: str) -> str:
        """The text of a file in the folder."""
        return (self.folder / name).read_text("utf-8")
