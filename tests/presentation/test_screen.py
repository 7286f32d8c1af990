"""Tables lose nothing at any width, and nothing in them is taken as markup."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.report import (
    Cell,
    Column,
    Heading,
    Line,
    Report,
    Section,
    Table,
    table,
)
from hp_priority_cli.presentation.screen import to_screen

ENGLISH = Phrases("en")
HOSTILE = "[red]x[/red] :smile: \x1b[31mred\x1b[0m \u202eright-to-left {0} %s"


def screen(report, width, *, colour=False):
    return to_screen(report, ENGLISH, width=width, colour=colour)


def report_of(cell, count=1_234_567):
    columns = [Column("Part", "code"), Column("Name"), Column("Count", "count")]
    rows = [[Cell("U80M6E"), Cell(cell), Cell(count)]]
    return Report((Heading("Title", 1), table(columns, rows), Line("Last words.")), table([], []))


@pytest.mark.parametrize("width", [1, 5, 9, 10, 20, 40, 60, 80, 120, 200])
def test_codes_and_counts_are_never_broken(width):
    shown = screen(report_of("a name of several words that is rather long for a column"), width)
    assert "U80M6E" in shown
    assert "1,234,567" in shown


@given(
    st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30),
    st.integers(1, 120),
)
def test_every_word_of_a_cell_is_whole_at_any_width(word, width):
    assert word in screen(report_of(f"before {word} after"), width)


@given(st.lists(st.tuples(st.integers(1, 26), st.integers(1, 4)), min_size=2, max_size=5))
def test_every_word_of_several_columns_is_whole(cells):
    """Each cell so many words of so many letters, as ids of clauses beside names are."""
    words = [
        [f"{n}{'w' * letters}{m}" for m in range(many)] for n, (letters, many) in enumerate(cells)
    ]
    row = [Cell(" ".join(each)) for each in words]
    wide = table([Column(f"T{n}") for n in range(len(row))], [row])
    for width in (40, 60, 80, 120):
        shown = screen(Report((wide,), table([], [])), width)
        assert [word for each in words for word in each if word not in shown] == []


WITH_CLAUSES = Report(
    (
        table(
            [Column("Feature"), Column("Clause", spares=True)],
            [[Cell("A feature with a long name"), Cell("table-3-priority-repairs, note-4")]],
        ),
    ),
    table([], []),
)


def test_column_that_spares_is_left_out_where_another_would_be_broken_for_it():
    def shown(width, *, whole):
        return to_screen(WITH_CLAUSES, ENGLISH, width=width, colour=False, whole=whole)

    assert "note-4" in shown(53, whole=False)
    assert shown(52, whole=False).endswith("A feature with a long name\nClause:  -v\n")
    assert "note-4" in shown(52, whole=True)


@given(st.integers(0, 999_999_999), st.integers(1, 200))
def test_every_count_is_whole_at_any_width(count, width):
    assert f"{count:,}" in screen(report_of("x", count), width)


@pytest.mark.parametrize("width", [20, 80, 200])
def test_markup_emoji_codes_and_escape_sequences_stay_literal(width):
    report = Report((table([Column("Name")], [[Cell(HOSTILE)]]),), table([], []))
    shown = re.sub(r"\s+", " ", screen(report, width))
    assert "[red]x[/red] :smile: \\x1b[31mred\\x1b[0m \\u202eright-to-left {0} %s" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_too_narrow_for_the_table_gives_a_record_a_block():
    assert screen(report_of("name"), 18).splitlines() == [
        "Title", "Part: U80M6E", "  Name: name", "  Count: 1,234,567", "Last words.",
    ]  # fmt: skip


def test_record_puts_side_by_side_what_fits():
    columns = [
        Column("Part", "code"),
        Column("For", "code"),
        Column("N", "count"),
        Column("X" * 20),
    ]
    rows = table(columns, [[Cell("U80M6E"), Cell("PCs"), Cell(7), Cell("y" * 9)]] * 2)
    assert (
        screen(Report((rows,), rows), 30).splitlines()
        == [
            "Part: U80M6E",
            "  For: PCs  N: 7",
            "  XXXXXXXXXXXXXXXXXXXX:",
            "    yyyyyyyyy",
        ]
        * 2
    )


def test_no_line_is_wider_than_the_screen_where_words_allow_it():
    text = "words that are short enough to be wrapped at a space, all of them"
    shown = screen(report_of(text), 40)
    assert max(len(line) for line in shown.splitlines()) <= 40


def test_colour_is_only_there_where_it_is_asked_for():
    assert "\x1b[" not in screen(report_of("x"), 80)
    assert "\x1b[" in screen(report_of("x"), 80, colour=True)


def commanded(text, command, width=80):
    line = Line(text, command=command)
    rows = Table((Column("x"),), ())
    return screen(Report((Section("Customer title", (line,)),), rows), width).splitlines()


def test_command_stands_behind_its_sentence_where_there_is_room():
    assert commanded("Who?", "--it-desk own") == ["Customer title  Who?  --it-desk own"]


@pytest.mark.parametrize(("length", "shown_at"), [(62, 18), (63, 2), (78, 2), (79, 18)], ids=str)
def test_command_without_room_has_a_row_of_its_own_as_far_in_as_it_fits(length, shown_at):
    """One that fits nowhere runs over the edge from where it would stand."""
    command = "-" * length
    first, own = commanded("Which of them?", command)
    assert first == "Customer title  Which of them?"
    assert own == " " * shown_at + command


@pytest.mark.parametrize("length", [65, 78])
def test_command_without_a_sentence_leaves_its_title_where_it_would_be_cut(length):
    assert commanded("", "-" * length) == ["Customer title", "  " + "-" * length]


def test_command_without_a_sentence_stands_beside_its_title():
    assert commanded("", "-" * 64) == ["Customer title  " + "-" * 64]
