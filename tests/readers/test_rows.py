"""CSV row by row: in flat memory, each row with its line, and a broken one alone is lost."""

import io
import tracemalloc

import pytest

from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.readers.rows import csv_rows
from hp_priority_cli.readers.tables import Row


def read(content):
    """The rows of a text by their lines: the texts of the cells, or the code of what is wrong."""
    content = content if isinstance(content, bytes) else content.encode()
    return [
        (line, [cell.text for cell in found.cells])
        if isinstance(found, Row)
        else (line, found.findings[0].code)
        for line, found in csv_rows(io.BytesIO(content), "c.csv")
    ]


@pytest.mark.parametrize(
    "content",
    [
        "a;b\n1;2\n",
        "a,b\n1,2",
        "a\tb\r\n1\t2\r\n",
        "\ufeffa;b\r\n1;2",
        '"a";"b"\n"1";"2"\n',
        " a ; b \n1;\u00a02\n",
        'a;b\n1;"2"\n',
        '"a";b\n1;2\n;\n  \n',
    ],
)
def test_marks_line_ends_quotes_and_a_byte_order_mark_are_taken(content):
    assert read(content) == [(1, ["a", "b"]), (2, ["1", "2"])]


def test_the_first_row_tells_what_parts_the_cells():
    assert read("a;b\n1,5;FR,BE\n") == [(1, ["a", "b"]), (2, ["1,5", "FR,BE"])]
    assert read('a,"b; c"\n1,FR;BE\n') == [(1, ["a", "b; c"]), (2, ["1", "FR;BE"])]
    assert read('a;b\n"FR;BE";2\n') == [(1, ["a", "b"]), (2, ["FR;BE", "2"])]


@pytest.mark.parametrize("head", ["sep=;", "\ufeffsep=;", '"SEP=;"'])
def test_line_that_says_what_parts_the_cells_is_no_row(head):
    assert read(f"{head}\r\na;b,c\r\n1;2\r\n") == [(2, ["a", "b,c"]), (3, ["1", "2"])]
    assert read("sep=|\na|b\n") == [(2, ["a", "b"])]
    assert read("sep=;\n") == []


def test_lines_are_those_of_the_file_past_blank_ones_and_quoted_line_ends():
    assert read('\n\na,b\n\n"c\nd",e\nf,g\n,\n') == [
        (3, ["a", "b"]), (5, ["c\nd", "e"]), (7, ["f", "g"]),
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_accents_come_out_of_each_encoding_of_excel(encoding):
    assert read("Siège;b\nÉté;12 €\n".encode(encoding)) == [
        (1, ["Siège", "b"]), (2, ["Été", "12 €"]),
    ]  # fmt: skip


def test_byte_that_the_encoding_of_the_file_has_not_costs_its_row_alone():
    assert read("a;b\né;1\n".encode() + b"\xe9;2\n" + b"3;4\n") == [
        (1, ["a", "b"]), (2, ["é", "1"]), (3, "not-utf8"), (4, ["3", "4"]),
    ]  # fmt: skip
    assert read(b"a;b\n\xe9;1\n\x81;2\n3;\x00\n5;6\n") == [
        (1, ["a", "b"]), (2, ["é", "1"]), (3, "not-a-text"), (4, "not-a-text"), (5, ["5", "6"]),
    ]  # fmt: skip
    assert read("\ufeffa;b\n".encode() + b"\xe9;1\n")[1] == (2, "not-utf8")


def test_text_of_another_kind_is_told_at_its_first_line():
    assert read("a;b\n1;2\n".encode("utf-16"))[0] == (1, "not-a-text")


def test_quote_that_is_never_closed_costs_its_row_alone():
    assert read('a;b\n"1;2\n3;4\n5;6\n') == [
        (1, ["a", "b"]), (2, "csv-syntax"), (3, ["3", "4"]), (4, ["5", "6"]),
    ]  # fmt: skip
    assert read('a;b\n"1"x;2\n3;4\n')[1:] == [(2, "csv-syntax"), (3, ["3", "4"])]
    long = 'a;b\n"1;2\n' + "3;4\n" * 50_000
    found = read(long)
    assert (len(found), found[1], found[-1]) == (50_002, (2, "csv-syntax"), (50_002, ["3", "4"]))


def test_row_too_long_costs_itself_alone():
    assert read("a;b\n" + "x" * 1_048_577 + "\n3;4\n")[1:] == [(2, "too-large"), (3, ["3", "4"])]
    cells = "x;" * 200_000
    assert [len(each) for _, each in read(f"a;b\n{cells}\n")] == [2, 1_001]


def test_nothing_holds_no_rows():
    assert read("") == read("\n\n") == read(";;\n") == []


def test_stream_that_breaks_off_is_told():
    class Broken(io.BytesIO):
        def readline(self, _size=-1, /):
            raise OSError(5, "")

    with pytest.raises(InvalidInput) as caught:
        list(csv_rows(Broken(), "c.csv"))
    assert [each.code for each in caught.value.findings] == ["unreadable"]


@pytest.mark.parametrize("row", [b"Example;300;FR\n", b'"Example;300;FR\n'])
def test_memory_does_not_grow_with_the_rows(row):
    class Many(io.BytesIO):
        """A file of very many rows that nobody has to keep."""

        left = 50_000

        def readline(self, _size=-1, /):
            self.left -= 1
            return row if self.left >= 0 else b""

    tracemalloc.start()
    rows = sum(1 for _ in csv_rows(Many(), "c.csv"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows > 20_000
    assert peak < 4_000_000
