"""`verify`: whether saved quotes still hold, line by line, and that what was not judged is said."""

import json
import re
import shutil

import pytest

from books import EXAMPLE_BOOK, HEADER, ROWS, header, written
from hp_priority_cli.catalog.load import shipped_folder
from hp_priority_cli.evidence.seal import sealed
from published import holds
from quoted import SURE, Quoted
from running import hp

DAY = ["--as-of", "2026-06-01"]


class Saved:
    """A folder with a price book and the quotes that are saved in it; `verify` runs there."""

    def __init__(self, folder):
        self.folder = folder
        self.quoted = Quoted(folder)

    def save(self, name="q.json", *arguments, book="book.yaml", base=SURE):
        how = ["--price-book", book] if book else []
        ran = self.quoted.run(*how, *base, *DAY, *arguments, "-o", name, "--force")
        assert ran.returncode == 0, ran.stderr
        return name

    def run(self, *arguments, **how):
        return hp("verify", *arguments, cwd=self.folder, **how)

    def __call__(self, *arguments, **how):
        """The JSON of a run and its exit code, held to its schema."""
        ran = self.run(*arguments, *([] if "--as-of" in arguments else DAY), "--json", **how)
        document = json.loads(ran.stdout)
        holds(document, "verification")
        return document, ran.returncode

    def found(self, *arguments, **how):
        """The codes of all that differs by their effect, and the exit code."""
        document, code = self(*arguments, **how)
        [file] = document["files"]
        every = [*file["differences"], *(d for q in file["quotes"] for d in q["differences"])]
        effects: dict[str, list[str]] = {}
        for each in every:
            effects.setdefault(each["effect"], []).append(each["code"])
        return effects, code

    def write(self, text, name="book.yaml"):
        written(self.folder, text, name)

    def data(self, *changes, name="data"):
        """A copy of the data with texts replaced by others, each in one file."""
        shutil.copytree(shipped_folder(), self.folder / name, ignore=lambda *_: ["cases"])
        for file, old, new in changes:
            text = (self.folder / name / file).read_text("utf-8")
            assert old in text
            (self.folder / name / file).write_text(text.replace(old, new), "utf-8")
        return name


@pytest.fixture
def saved(tmp_path):
    return Saved(tmp_path)


def test_quote_that_holds_is_unchanged_and_its_file_is_not_touched(saved):
    saved.save()
    before = (saved.folder / "q.json").read_bytes()
    document, code = saved("q.json")
    assert code == 0
    assert [document[f"{each}_count"] for each in ("quote", "unchanged", "unread")] == [1, 1, 0]
    [quote] = document["files"][0]["quotes"]
    assert (quote["outcome"], quote["differences"]) == ("unchanged", [])
    assert [line["outcome"] for line in quote["lines"]] == ["unchanged", "unchanged"]
    assert {each["state"] for each in quote["files"]} == {"same"}
    assert (saved.folder / "q.json").read_bytes() == before


def test_quote_without_prices_is_judged_without_them(saved):
    saved.save(book=None)
    assert saved.found("q.json") == ({}, 0)


def test_price_that_rose_is_told_by_line_and_in_the_total(saved):
    saved.save()
    saved.write(HEADER + ROWS.replace("12.50", "13.00"))
    document, code = saved("q.json")
    assert code == 14
    [quote] = document["files"][0]["quotes"]
    told = {each["code"]: each["values"] for each in quote["differences"]}
    assert told == {
        "file-differs": {"kind": "price-book", "file": "book.yaml"},
        "price-changed": {
            "old_net": "12.50",
            "new_net": "13.00",
            "old": "3750.00",
            "new": "3900.00",
            "difference": "150.00",
            "comparable": True,
        },
        "total-changed": {
            "old": "4070.00",
            "new": "4220.00",
            "difference": "150.00",
            "old_currency": "EUR",
            "new_currency": "EUR",
        },
    }
    assert [line["outcome"] for line in quote["lines"]] == ["changed", "unchanged"]
    assert [quote[side]["total"] for side in ("then", "now")] == ["4070.00", "4220.00"]


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "# a remark\n" + ROWS,
        HEADER + ROWS.replace("}]", "}, {sku: U80M5E, amount: 4}]"),
        HEADER + ROWS.replace("amount: 8", "breaks: [{from: 1, amount: 8}, {from: 41, amount: 7}]"),
    ],
    ids=["remark", "row of another part", "break not reached"],
)
def test_book_whose_file_differs_alone_is_told_and_no_change(saved, text):
    """As it is of data: what follows from a book is judged again, and that alone counts."""
    saved.save()
    saved.write(text)
    assert saved.found("q.json") == ({"told": ["file-differs"]}, 0)
    shown = " ".join(saved.run("q.json", *DAY).stdout.decode().split())
    assert "UNCHANGED: the quote of 1 June 2026 holds" in shown
    assert "The price book book.yaml is not what it was when the quote was made." in shown
    saved.write(text, "other.yaml")
    assert saved.found("q.json", "--price-book", "other.yaml")[1] == 0


def test_book_that_differs_and_serves_no_more_leaves_the_quote_not_holding(saved):
    saved.save()
    saved.write(header(applies_to="{countries: [BE]}") + ROWS)
    found, code = saved.found("q.json")
    assert (found["told"], code) == (["file-differs"], 14)
    assert found["changed"][-1] == "total-changed"


def test_request_file_that_differs_is_told(saved):
    saved.write("it_desk: own\nwhole_base: true\ncountries: [FR]\n", "r.yaml")
    base = ["--request", "r.yaml", "--pcs", "300", "--printers", "40", *SURE[-6:]]
    saved.save(base=base)
    assert saved.found("q.json") == ({}, 0)
    saved.write("it_desk: partner\nwhole_base: true\ncountries: [FR]\n", "r.yaml")
    assert saved.found("q.json") == ({"changed": ["file-differs"]}, 14)
    (saved.folder / "r.yaml").unlink()
    assert saved.found("q.json") == ({}, 0)


@pytest.mark.parametrize(
    ("day", "codes", "code"),
    [
        ("2026-12-31", [], 0),
        (
            "2027-01-01",
            ["validity-passed", "status-changed", "price-gone", "price-gone", "total-changed"],
            14,
        ),
    ],
)
def test_validity_passes_on_the_day_after_the_last_of_the_book(saved, day, codes, code):
    saved.save()
    found, ended = saved.found("q.json", "--as-of", day)
    assert (found.get("changed", []), ended) == (codes, code)


def test_validity_is_judged_by_the_book_of_the_quote_where_a_new_one_has_the_same_prices(saved):
    saved.save()
    saved.write(header(id="next", valid_from="2027-01-01", valid_until="null") + ROWS, "next.yaml")
    found, code = saved.found("q.json", "--price-book", "next.yaml", "--as-of", "2027-01-01")
    assert found == {"changed": ["validity-passed"], "told": ["book-differs"]}
    assert code == 14
    shown = saved.run("q.json", "--price-book", "next.yaml", "--as-of", "2027-01-01").stdout
    assert "Validity passed: the prices held until 31 December 2026." in shown.decode()


def test_book_that_is_not_there_any_more_leaves_prices_not_judged(saved):
    saved.save()
    (saved.folder / "book.yaml").unlink()
    found, code = saved.found("q.json")
    assert found == {"not-judged": ["book-missing", "price-not-judged", "price-not-judged"]}
    assert code == 14
    shown = saved.run("q.json", *DAY).stdout.decode()
    assert "NOT JUDGED in full" in shown
    assert "UNCHANGED" not in shown


def test_book_that_has_errors_now_leaves_prices_not_judged_and_says_why(saved):
    saved.save()
    saved.write(HEADER + ROWS.replace("12.50", "12,50"))
    found, _ = saved.found("q.json")
    assert found["not-judged"][0] == "book-invalid"
    assert "book.yaml:9:30: error: " in saved.run("q.json", *DAY).stderr.decode()


def test_what_can_be_judged_without_the_book_is(saved):
    saved.save()
    (saved.folder / "book.yaml").unlink()
    raised = saved.data(("tiers.yaml", "devices: 250", "devices: 345"))
    found, code = saved.found("q.json", "--data", raised)
    assert found["changed"] == ["verdict-changed", "condition-changed"]
    assert found["not-judged"][0] == "book-missing"
    assert code == 14


def test_book_is_found_beside_the_quote_and_in_the_current_folder(saved):
    folder = saved.folder / "deals"
    folder.mkdir()
    saved.save("deals/q.json")
    assert saved.found("deals/q.json") == ({}, 0)
    shutil.move(saved.folder / "book.yaml", folder / "book.yaml")
    assert saved.found("deals/q.json") == ({}, 0)
    assert hp("verify", "q.json", *DAY, cwd=folder).returncode == 0


def test_of_two_books_of_that_name_the_one_that_is_what_it_was_is_taken(saved):
    folder = saved.folder / "deals"
    folder.mkdir()
    saved.save("deals/q.json")
    (folder / "book.yaml").write_text(HEADER + ROWS.replace("12.50", "99"), "utf-8")
    assert saved.found("deals/q.json") == ({}, 0)


def test_books_named_on_the_command_go_before_those_of_the_quote(saved):
    saved.save("q.json", "--book", "invented")
    saved.write(header(id="next") + ROWS.replace("amount: 8", "amount: 9"), "next.yaml")
    found, code = saved.found("q.json", "--price-book", "next.yaml")
    assert found == {"told": ["book-differs"], "changed": ["price-changed", "total-changed"]}
    assert code == 14


def test_wrong_book_on_the_command_ends_the_run(saved):
    saved.save()
    ran = saved.run("q.json", "--price-book", "nowhere.yaml")
    assert (ran.returncode, ran.stdout) == (20, b"")
    assert "nowhere.yaml" in ran.stderr.decode()


def test_amounts_in_another_currency_are_never_compared(saved):
    saved.save()
    saved.write(header(currency="CHF") + ROWS, "next.yaml")
    found, code = saved.found("q.json", "--price-book", "next.yaml")
    assert found["changed"] == [
        "price-changed",
        "price-changed",
        "currency-changed",
        "total-changed",
    ]
    assert code == 14
    shown = saved.run("q.json", "--price-book", "next.yaml", *DAY).stdout.decode()
    assert re.search(r"U80M6E +Net price +EUR 12\.50 +CHF 12\.50\n", shown)
    assert "they cannot be compared" in shown


def test_plain_spreadsheet_is_read_again_under_the_terms_of_the_quote(saved):
    saved.write("sku,amount\nU80M6E,12.50\nU1PB2E,8\n", "list.csv")
    terms = ["--currency", "EUR", "--book-valid", "2026-01-01..2026-12-31"]
    saved.save("q.json", *terms, book="list.csv")
    assert saved.found("q.json") == ({}, 0)
    saved.write("sku,amount\nU80M6E,12.75\nU1PB2E,8\n", "list.csv")
    assert saved.found("q.json") == (
        {"told": ["file-differs"], "changed": ["price-changed", "total-changed"]},
        14,
    )


def test_part_that_is_gone_is_told_with_what_the_data_have_in_its_place(saved):
    saved.save(book=None)
    data = saved.data(("skus.yaml", "U80M6E", "U80Q6E"))
    document, code = saved("q.json", "--data", data)
    [quote] = document["files"][0]["quotes"]
    gone = next(each for each in quote["differences"] if each["code"] == "part-gone")
    assert (gone["sku"], gone["values"], code) == (
        "U80M6E",
        {"old": "U80M6E", "new": "U80Q6E"},
        14,
    )
    shown = saved.run("q.json", "--data", data, *DAY).stdout.decode()
    assert re.search(r"U80M6E +Part +U80M6E +U80Q6E\n", shown)


def test_part_that_is_gone_without_another_refuses_the_quote_and_says_which(saved):
    saved.save(book=None)
    text = (shipped_folder() / "skus.yaml").read_text("utf-8")
    row = next(line for line in text.splitlines(keepends=True) if "U1PB2E" in line)
    start = text.index(row)
    end = text.index("  - sku:", start + 1) if "  - sku:" in text[start + 1 :] else len(text)
    data = saved.data(("skus.yaml", text[start:end], ""))
    found, code = saved.found("q.json", "--data", data)
    assert (found["changed"], code) == (["no-part-for-term", "part-gone"], 14)


BASES = (249, 250, 299, 300)


def test_minimum_raised_from_250_to_300_flags_the_quotes_between_and_no_others(saved):
    for pcs in BASES:
        base = (
            f"--pcs {pcs} --country FR --it-desk own --whole-base --tier access --years 3".split()
        )
        saved.save(f"{pcs}.json", "--draft", book=None, base=base)
    raised = saved.data(("tiers.yaml", "devices: 250", "devices: 300"))
    names = [f"{pcs}.json" for pcs in BASES]
    assert saved(*names)[1] == 0
    document, code = saved(*names, "--data", raised)
    assert code == 14
    assert {each["file"]: each["outcome"] for each in document["files"]} == {
        "249.json": "unchanged",
        "250.json": "changed",
        "299.json": "changed",
        "300.json": "unchanged",
    }
    flipped = document["files"][1]["quotes"][0]["differences"]
    verdict = next(each for each in flipped if each["code"] == "verdict-changed")
    assert verdict["values"] == {"old": "eligible", "new": "not-eligible"}
    condition = next(each for each in flipped if each["code"] == "condition-changed")
    assert condition["values"]["condition"] == "minimum-base"
    assert condition["values"]["clauses"] == ["note-1", "prerequisites-3"]
    assert [saved.run(name, "--data", raised, *DAY).returncode for name in names] == [0, 14, 14, 0]


def test_answer_that_the_quote_records_stays_recorded(saved):
    base = "--pcs 300 --country FR,RO --it-desk own --whole-base --tier access --years 3".split()
    saved.save("q.json", "--answer", "country-not-listed:RO=yes", book=None, base=base)
    document, code = saved("q.json")
    [quote] = document["files"][0]["quotes"]
    assert (quote["now"]["verdict"], code) == ("eligible", 0)


def test_place_taken_off_the_list_opens_a_question(saved):
    base = "--pcs 300 --country FR,BE --it-desk own --whole-base --tier access --years 3".split()
    saved.save(book=None, base=base)
    text = (shipped_folder() / "coverage.yaml").read_text("utf-8")
    row = next(line for line in text.splitlines(keepends=True) if 'code: "BE"' in line)
    data = saved.data(("coverage.yaml", row, ""))
    found, code = saved.found("q.json", "--data", data)
    assert found["changed"] == [
        "verdict-changed",
        "condition-changed",
        "point-opened",
    ]
    assert code == 14


def test_discount_that_the_book_does_not_allow_any_more_is_a_change_without_its_figures(saved):
    saved.save("q.json", "--discount", "7")
    saved.write(HEADER + "authority: {discount_max: 4.321, approval_max: 6.789}\n" + ROWS)
    found, code = saved.found("q.json")
    assert found["changed"] == ["discount-refused"]
    assert found["not-judged"] == ["price-not-judged", "price-not-judged"]
    assert code == 14
    for how in ([], ["--json"], ["-f", "csv"], ["-v"]):
        ran = saved.run("q.json", *DAY, *how)
        assert b"4.321" not in ran.stdout + ran.stderr
        assert b"6.789" not in ran.stdout + ran.stderr


def test_seal_that_is_broken_and_sums_that_are_wrong_are_changes(saved):
    saved.save()
    text = saved.quoted.text("q.json")
    saved.write(text.replace("Example", "Another").replace('"4070.00"', '"4060.00"'), "q.json")
    found, code = saved.found("q.json")
    assert found["changed"] == ["seal-broken", "sum-wrong", "total-changed"]
    assert code == 14


def test_quote_without_a_seal_does_not_hold(saved):
    saved.save()
    document = json.loads(saved.quoted.text("q.json"))
    del document["seal"]
    saved.write(json.dumps(document), "q.json")
    assert saved.found("q.json") == ({"changed": ["seal-missing"]}, 14)
    assert "no seal" in saved.run("q.json", *DAY, "-q").stdout.decode()


def test_each_term_of_several_is_verified(saved):
    saved.save("qs.json", "--years", "3,5")
    document, code = saved("qs.json")
    assert code == 0
    assert [each["term_years"] for each in document["files"][0]["quotes"]] == [3, 5]
    saved.write(HEADER + ROWS.replace("12.50", "13"))
    document, code = saved("qs.json")
    outcomes = [each["outcome"] for each in document["files"][0]["quotes"]]
    codes = [[d["code"] for d in each["differences"]] for each in document["files"][0]["quotes"]]
    assert outcomes == ["changed", "unchanged"]
    assert codes == [["file-differs", "price-changed", "total-changed"], ["file-differs"]]


def test_file_that_is_no_quote_is_told_and_the_others_go_on(saved):
    saved.save()
    saved.write(HEADER + ROWS.replace("12.50", "13"))
    saved.write("{", "broken.json")
    document, code = saved("broken.json", "book.yaml", "q.json", "nowhere.json")
    assert code == 20
    assert [each["outcome"] for each in document["files"]] == [
        "unread",
        "unread",
        "changed",
        "unread",
    ]
    assert [each["error"] and each["error"]["code"] for each in document["files"]] == [
        "invalid-input",
        "invalid-input",
        None,
        "invalid-input",
    ]
    ran = saved.run("broken.json", "q.json", "nowhere.json", *DAY)
    assert "1 changed, 2 files not read" in ran.stdout.decode()
    assert len(ran.stderr.splitlines()) == 2


def test_quote_of_a_later_schema_is_refused_with_the_version_it_needs(saved):
    saved.write('{"schema": "hp-priority/quote@2", "tool_version": "2.0.0"}', "q.json")
    ran = saved.run("q.json")
    assert ran.returncode == 20
    assert "Use hp-priority 2.0.0, which wrote it, or newer." in ran.stderr.decode()


def test_standard_input_is_read_and_a_file_named_twice_once(saved):
    saved.save()
    content = (saved.folder / "q.json").read_bytes()
    document, code = saved("-", "q.json", "./q.json", stdin=content)
    assert ([each["file"] for each in document["files"]], code) == (["<stdin>", "q.json"], 0)


def test_no_file_named_is_wrong_use(saved):
    ran = saved.run()
    assert ran.returncode == 2
    assert "hp-priority verify quote.json" in ran.stderr.decode()


def test_csv_has_a_row_for_each_difference_and_one_for_a_quote_that_holds(saved):
    saved.save()
    saved.save("r.json", "--reference", "R-2")
    saved.write(HEADER + ROWS.replace("12.50", "13"), "next.yaml")
    rows = saved.run("q.json", *DAY, "-f", "csv").stdout.decode().splitlines()
    assert rows[1:] == ["q.json,,,access,3,unchanged,,,,true,"]
    how = ["--price-book", "next.yaml", "-f", "csv"]
    rows = saved.run("r.json", *DAY, *how).stdout.decode().splitlines()
    assert [row.split(",")[5:9] for row in rows[1:]] == [
        ["changed", "changed", "price-changed", "U80M6E"],
        ["changed", "changed", "total-changed", ""],
    ]


def test_invented_amounts_are_stamped(saved):
    saved.save()
    assert "FICTIONAL PRICES" in saved.run("q.json", *DAY).stdout.decode()
    assert "FICTIONAL" in saved.run("q.json", *DAY, "-f", "markdown").stdout.decode()
    [quote] = saved("q.json")[0]["files"][0]["quotes"]
    assert (quote["then"]["fictional"], quote["now"]["fictional"]) == (True, True)


def test_quote_of_a_tier_that_is_gone_is_told(saved):
    saved.save(book=None)
    document = json.loads(saved.quoted.text("q.json"))
    document["tier"] = document["request"]["tier"] = document["verdict"]["tier"] = "gold"
    saved.write(json.dumps(sealed(document)), "q.json")
    found, code = saved.found("q.json")
    assert (found, code) == ({"changed": ["tier-gone"]}, 14)


def test_answer_goes_to_a_file_whole(saved):
    saved.save()
    assert saved.run("q.json", *DAY, "-o", "v.md").returncode == 0
    assert saved.quoted.text("v.md").startswith("# Saved quotes judged again\n")
    assert saved.run("q.json", *DAY, "-o", "v.md").returncode == 2
    assert EXAMPLE_BOOK.is_file()


def test_row_of_a_part_that_is_gone_is_said_and_the_rest_of_the_book_judges(saved):
    saved.save()
    saved.write(HEADER + ROWS.replace("12.50", "13"))
    data = saved.data(("skus.yaml", "sku: U1PB2E", "sku: U1PB9E"))
    for named in ([], ["--price-book", "book.yaml"]):
        document, code = saved("q.json", "--data", data, *named)
        [quote] = document["files"][0]["quotes"]
        codes = {each["code"]: each["sku"] for each in quote["differences"]}
        assert (codes["price-changed"], codes["part-gone"], code) == ("U80M6E", "U1PB2E", 14)
        assert "price-not-judged" not in codes
        ran = saved.run("q.json", *DAY, "--data", data, *named)
        assert "book.yaml:9:41: warning: There is no part 'U1PB2E'." in ran.stderr.decode()


def test_part_that_is_gone_without_another_is_said_of_a_priced_quote(saved):
    saved.save()
    text = (shipped_folder() / "skus.yaml").read_text("utf-8")
    row = next(line for line in text.splitlines(keepends=True) if "U1PB2E" in line)
    data = saved.data(("skus.yaml", row, ""))
    found, code = saved.found("q.json", "--data", data, "--price-book", "book.yaml")
    assert (found["changed"], code) == (["no-part-for-term", "part-gone"], 14)
    assert "book-invalid" not in str(found)


def test_row_of_an_unknown_part_is_still_refused_by_a_new_quote(saved):
    saved.write(HEADER + ROWS.replace("U1PB2E", "U1PB9E"))
    ran = saved.quoted.run("--price-book", "book.yaml", *SURE, *DAY)
    assert ran.returncode == 20
    assert "There is no part 'U1PB9E'." in ran.stderr.decode()


def resealed(saved, *path_and_value, name="q.json"):
    """The saved quote with another value at a path, sealed again."""
    *path, value = path_and_value
    document = json.loads(saved.quoted.text(name))
    at = document
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] = value
    saved.write(json.dumps(sealed(document)), name)


def test_fictional_prices_that_were_made_real_are_found_by_the_book(saved):
    saved.save()
    resealed(saved, "price_book", "fictional", False)
    found, code = saved.found("q.json")
    assert (found, code) == ({"changed": ["fictional-changed"]}, 14)
    shown = saved.run("q.json", *DAY).stdout.decode()
    assert "The price book says that its prices are invented" in " ".join(shown.split())


def test_book_that_says_it_is_real_now_is_a_change(saved):
    saved.save()
    saved.write((HEADER + ROWS).replace("fictional: true", "fictional: false"))
    found, _ = saved.found("q.json")
    assert "fictional-changed" in found["changed"]


def test_notice_that_was_taken_out_is_found_on_the_same_data(saved):
    saved.save("q.json", "--support-language", "sw")
    notices = json.loads(saved.quoted.text("q.json"))["notices"]
    codes = [each["code"] for each in notices]
    assert "language-not-listed" in codes
    kept = [each for each in notices if each["code"] != "language-not-listed"]
    resealed(saved, "notices", kept)
    found, code = saved.found("q.json")
    assert ("notice-added" in found["changed"], code) == (True, 14)


@pytest.mark.parametrize(("day", "code"), [("2026-05-31", 14), ("2026-06-01", 0)])
def test_day_before_that_of_the_quote_is_not_judged(saved, day, code):
    saved.save()
    found, exit_code = saved.found("q.json", "--as-of", day)
    assert exit_code == code
    assert found == ({"not-judged": ["day-before-quote"]} if code else {})


def test_draft_is_said_to_be_one(saved):
    few = [*"--pcs 100 --country FR --it-desk own --whole-base --tier access --years 3".split()]
    saved.save("q.json", "--draft", base=few)
    assert "A DRAFT" in saved.run("q.json", *DAY).stdout.decode()


def test_why_a_file_was_not_read_stands_in_the_answer(saved):
    saved.write('{"schema": "hp-priority/quote@2", "tool_version": "2.0.0"}', "q.json")
    shown = " ".join(saved.run("q.json", "nowhere.json", *DAY).stdout.decode().split())
    assert "hp-priority/quote@2" in shown
    assert "2.0.0" in shown


@pytest.mark.parametrize("command", ["verify", "render", "diff", "check"])
def test_answer_is_never_written_over_what_it_was_made_from(saved, command):
    saved.save()
    before = (saved.folder / "q.json").read_bytes()
    (saved.folder / "link.json").symlink_to("q.json")
    for target in ("q.json", "./q.json", "link.json"):
        files = ["q.json", "q.json"] if command == "diff" else ["q.json"]
        ran = hp(command, *files, "-o", target, "--force", cwd=saved.folder)
        assert ran.returncode == 2
        assert b"is a file that this answer is made from" in ran.stderr
    assert (saved.folder / "q.json").read_bytes() == before


@pytest.mark.parametrize(
    ("source", "original", "target"),
    [
        ("--revises", "q.json", "in.json"),
        ("--request", "q.json", "in.json"),
        ("--price-book", "book.yaml", "in.yaml"),
    ],
)
def test_quote_is_never_written_over_what_it_was_made_from(saved, source, original, target):
    saved.save()
    shutil.copy(saved.folder / original, saved.folder / target)
    before = (saved.folder / target).read_bytes()
    where = ["-f", "json", "-o", target, "--force"]
    ran = saved.quoted.run(source, target, *SURE, *DAY, *where)
    assert (ran.returncode, b"made from" in ran.stderr) == (2, True)
    assert (saved.folder / target).read_bytes() == before


def test_rendered_revision_names_what_it_replaces(saved):
    saved.save()
    saved.save("r.json", "--revises", "q.json")
    ran = hp("render", "r.json", cwd=saved.folder)
    assert "The quote of 1 June 2026 in q.json" in ran.stdout.decode()


def test_quote_of_a_file_that_was_changed_is_counted_as_changed(saved):
    saved.save()
    saved.write(saved.quoted.text("q.json").replace('"U1PB2E"', '"U1PB2F"', 1), "q.json")
    document, _ = saved("q.json")
    [file] = document["files"]
    assert (file["outcome"], file["quotes"][0]["outcome"]) == ("changed", "changed")
    assert (document["unchanged_count"], document["changed_count"]) == (0, 1)


def test_part_that_has_no_price_in_the_place_of_another_is_named(saved):
    saved.save()
    text = (shipped_folder() / "skus.yaml").read_text("utf-8")
    assert "U1PB2E" in text
    data = saved.data()
    for path in (saved.folder / data).glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("U1PB2E", "U1PB9E"), "utf-8")
    shown = " ".join(saved.run("q.json", *DAY, "--data", data).stdout.decode().split())
    assert "U1PB9E has no price any more: not in book." in shown


@pytest.mark.parametrize(("start", "form"), [(b"PK\x03\x04\xc7", "XLSX"), (b"%PDF-1.7\n", "PDF")])
def test_other_format_of_a_quote_is_called_what_it_is(start, form, tmp_path):
    (tmp_path / "quote.out").write_bytes(start)
    for command in (["verify"], ["diff", "quote.out"], ["render", "-o", "x.md"]):
        ran = hp(*command, "quote.out", cwd=tmp_path)
        assert ran.returncode == 20
        assert f"a file in {form}, not the text" in (ran.stdout + ran.stderr).decode()


def test_quote_whose_request_was_saved_over_the_one_it_was_read_from_holds(tmp_path):
    stated = "--pcs 300 --printers 0 --country FR --it-desk own --whole-base".split()
    hp("eligible", *stated, "--save-request", "r.yaml", cwd=tmp_path)
    more = ["--tier", "access", "--years", "3", "--save-request", "r.yaml", "--force"]
    hp("quote", "--request", "r.yaml", *more, "-o", "q.json", cwd=tmp_path)
    assert hp("verify", "q.json", cwd=tmp_path).returncode == 0


def test_conditional_quote_that_holds_is_told_as_conditional(tmp_path):
    stated = "--pcs 300 --printers 0 --country FR,RO --it-desk own --whole-base".split()
    hp("quote", *stated, "--tier", "access", "--years", "3", "-o", "q.json", cwd=tmp_path)
    ran = hp("verify", "q.json", cwd=tmp_path)
    assert ran.returncode == 0
    assert "A CONDITIONAL quote: its open questions still decide." in ran.stdout.decode()
