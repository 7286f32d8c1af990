"""Price books in YAML: what they say is read exactly, and what is wrong in them is found at once."""

import hashlib
import json
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from books import CATALOG, HEADER, LINES, ROWS, book, faults, header, written
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.prices.read import examine_price_book, read_price_book
from hp_priority_cli.prices.records import SpreadsheetTerms
from hp_priority_cli.readers.yaml import read_yaml


def amounts(found):
    """The amounts of a book, by part and by the quantity from which on they hold."""
    return {
        row.sku: {each.from_: str(each.amount) for each in row.steps} for row in found.content.rows
    }


def test_book_says_what_its_file_says(tmp_path):
    found = book(tmp_path)
    said = found.content
    assert (found.id, said.currency, said.tax, said.price_period) == (
        "invented", "EUR", "excluded", "term",
    )  # fmt: skip
    assert (said.valid_from, said.valid_until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert amounts(found) == {"U80M6E": {1: "12.50"}, "U1PB2E": {1: "8"}}
    assert (said.order_unit, said.authority, said.fictional) == (None, None, True)
    assert (said.countries, said.customer) == (None, None)


def test_every_key_of_a_book_is_read(tmp_path):
    found = book(
        tmp_path,
        header(
            valid_until="null",
            price_period="year",
            order_unit="contract",
            applies_to="{countries: [France, BE], customer: Example Logistics}",
            rounding="{unit: 0.0001, line: 0.05}",
            authority="{discount_max: 10, approval_max: 12.5}",
        )
        + "rows:\n- {sku: U80M6E, floor: 9.1234, order_unit: device, currency: EUR, breaks: ["
        "{from: 500, amount: 10.1234}, {from: 1, amount: 12.5}]}\n",
    )
    said, [row] = found.content, found.content.rows
    assert said.valid_until is None
    assert said.countries == ("FR", "BE")
    assert said.customer == "Example Logistics"
    assert (found.unit_step, found.line_step) == (Decimal("0.0001"), Decimal("0.05"))
    assert said.authority is not None
    limits = said.authority.discount_max, said.authority.approval_max
    assert limits == (Decimal(10), Decimal("12.5"))
    assert (row.floor, row.order_unit) == (Decimal("9.1234"), "device")
    assert amounts(found) == {"U80M6E": {1: "12.5", 500: "10.1234"}}


@pytest.mark.parametrize(
    ("currency", "decimals", "step"), [("EUR", 2, "0.01"), ("JPY", 0, "1"), ("KWD", 3, "0.001")]
)
def test_steps_are_those_of_the_currency_where_none_are_stated(tmp_path, currency, decimals, step):
    found = book(tmp_path, header(currency=currency) + "rows: [{sku: U80M6E, amount: 12}]\n")
    assert found.minor_units == decimals
    assert (str(found.unit_step), str(found.line_step)) == (step, step)


def test_each_amount_knows_its_line(tmp_path):
    found = book(
        tmp_path,
        HEADER
        + "rows:\n- {sku: U80M6E, amount: 12.50}\n- sku: U1PB2E\n  breaks:\n"
        + "  - {from: 1, amount: 8}\n  - {from: 100, amount: 7}\n",
    )
    lines = {key: spot.line for key, spot in found.spots.items()}
    assert lines == {
        ("U80M6E", 1): LINES + 2, ("U1PB2E", 1): LINES + 5, ("U1PB2E", 100): LINES + 6,
    }  # fmt: skip
    assert found.spot.line == 5


def test_file_is_known_by_the_hash_of_its_content(tmp_path):
    text = HEADER + ROWS
    [file] = book(tmp_path, text).files
    assert (file.file, file.sha256) == ("book.yaml", hashlib.sha256(text.encode()).hexdigest())
    (tmp_path / "book.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    assert read_price_book(str(tmp_path / "book.yaml"), CATALOG)[0].files == (file,)


def row(text):
    return HEADER + f"rows:\n- {text}\n"


# What is wrong, and the code, line and column that it is found under.
WRONG = {
    "zero": (row("{sku: U80M6E, amount: 0}"), "amount-not-positive", LINES + 2, 25),
    "zero with decimals": (row("{sku: U80M6E, amount: 0.00}"), "amount-not-positive", LINES + 2, 25),
    "negative": (row("{sku: U80M6E, amount: -12.50}"), "amount-not-positive", LINES + 2, 25),
    "not a number": (row("{sku: U80M6E, amount: NaN}"), "amount-no-number", LINES + 2, 25),
    "a YAML nan": (row("{sku: U80M6E, amount: .nan}"), "amount-no-number", LINES + 2, 25),
    "infinity": (row("{sku: U80M6E, amount: Infinity}"), "amount-no-number", LINES + 2, 25),
    "a YAML infinity": (row("{sku: U80M6E, amount: .inf}"), "amount-no-number", LINES + 2, 25),
    "an exponent": (row("{sku: U80M6E, amount: 1E+1000000}"), "amount-no-number", LINES + 2, 25),
    "a small exponent": (row("{sku: U80M6E, amount: 1E1}"), "amount-no-number", LINES + 2, 25),
    "30 digits": (row("{sku: U80M6E, amount: %s}" % ("9" * 30)), "amount-too-long", LINES + 2, 25),
    "13 digits": (row("{sku: U80M6E, amount: 1000000000000}"), "amount-too-long", LINES + 2, 25),
    "an underscore": (row("{sku: U80M6E, amount: 1_000}"), "amount-no-number", LINES + 2, 25),
    "Arabic digits": (row("{sku: U80M6E, amount: '\u0661\u0662'}"), "amount-no-number", LINES + 2, 25),
    "a currency sign": (row("{sku: U80M6E, amount: 12 EUR}"), "amount-no-number", LINES + 2, 25),
    "a decimal comma": (row('{sku: U80M6E, amount: "12,50"}'), "amount-other-mark", LINES + 2, 25),
    "a comma in a block": (HEADER + "rows:\n- sku: U80M6E\n  amount: 12,50\n", "amount-other-mark", LINES + 3, 11),
    "a comma in a flow": (row("{sku: U80M6E, amount: 12,50}"), "comma-in-number", LINES + 2, 25),
    "a zero in front": (row("{sku: U80M6E, amount: 010}"), "amount-no-number", LINES + 2, 25),
    "thousands or not": (row('{sku: U80M6E, amount: "1,234"}'), "amount-ambiguous", LINES + 2, 25),
    "thousandths of a cent": (row("{sku: U80M6E, amount: 1.234}"), "amount-too-fine", LINES + 2, 25),
    "a thousand or one": (row("{sku: U80M6E, amount: 1.000}"), "amount-too-fine", LINES + 2, 25),
    "true": (row("{sku: U80M6E, amount: true}"), "wrong-type", LINES + 2, 25),
    "a list": (row("{sku: U80M6E, amount: [12]}"), "wrong-type", LINES + 2, 25),
    "no amount": (row("{sku: U80M6E}"), "row-without-amount", LINES + 2, 3),
    "a blank amount": (row("{sku: U80M6E, amount: }"), "row-without-amount", LINES + 2, 3),
    "amount and breaks": (row("{sku: U80M6E, amount: 1, breaks: [{from: 1, amount: 2}]}"), "amount-and-breaks", LINES + 2, 36),
    "breaks that overlap": (row("{sku: U80M6E, breaks: [{from: 5, amount: 2}, {from: 5, amount: 1}]}"), "breaks-overlap", LINES + 2, 55),
    "a break from nothing": (row("{sku: U80M6E, breaks: [{from: 0, amount: 2}]}"), "break-from-nothing", LINES + 2, 33),
    "a break from a word": (row("{sku: U80M6E, breaks: [{from: x, amount: 2}]}"), "wrong-type", LINES + 2, 33),
    "a break without amount": (row("{sku: U80M6E, breaks: [{from: 1}]}"), "missing-key", LINES + 2, 26),
    "a misspelt amount": (row("{sku: U80M6E, breaks: [{from: 1, amunt: 3, amount: 2}]}"), "unknown-key", LINES + 2, 36),
    "a zero in a break": (row("{sku: U80M6E, breaks: [{from: 1, amount: 0}]}"), "amount-not-positive", LINES + 2, 44),
    "breaks of an open unit": (row("{sku: U62G4E, breaks: [{from: 1, amount: 2}, {from: 9, amount: 1}]}"), "breaks-without-unit", LINES + 2, 25),
    "a zero floor": (row("{sku: U80M6E, amount: 12, floor: 0}"), "amount-not-positive", LINES + 2, 36),
    "a floor too high": (row("{sku: U80M6E, amount: 12, floor: 12.01}"), "floor-above-amount", LINES + 2, 36),
    "an unknown part": (row("{sku: U80MXX, amount: 12}"), "part-unknown", LINES + 2, 9),
    "a part in small letters": (row("{sku: u80m6e, amount: 12}"), "part-unknown", LINES + 2, 9),
    "no part": (row('{sku: "", amount: 12}'), "row-without-part", LINES + 2, 9),
    "a part twice": (HEADER + "rows:\n- {sku: U80M6E, amount: 1}\n- {sku: U80M6E, amount: 1}\n", "duplicate-row", LINES + 3, 9),
    "another currency": (row("{sku: U80M6E, amount: 12, currency: USD}"), "two-currencies", LINES + 2, 39),
    "another unit": (row("{sku: U80M6E, amount: 12, order_unit: devices}"), "not-a-choice", LINES + 2, 41),
    "no rows": (HEADER + "rows: []\n", "empty-list", LINES + 1, 7),
    "rows of nothing": (HEADER + "rows: [U80M6E]\n", "wrong-type", LINES + 1, 8),
    "a rows key left out": (HEADER, "missing-key", 1, 1),
    "rows in a text": (HEADER + "rows: prices.txt\n", "rows-not-a-table", LINES + 1, 7),
    "rows in no file": (HEADER + "rows: missing.csv\n", "unreadable", None, None),
    "two currencies": (header(currency="[EUR, USD]") + ROWS, "wrong-type", 3, 11),
    "no such currency": (header(currency="EUX") + ROWS, "currency-unknown", 3, 11),
    "gold": (header(currency="XAU") + ROWS, "currency-unknown", 3, 11),
    "a number for a currency": (header(currency="978") + ROWS, "currency-unknown", 3, 11),
    "a number for a country": (header(applies_to="{countries: [33]}") + ROWS, "place-unknown", LINES + 1, 26),
    "a number for a part": (row("{sku: 806, amount: 12}"), "part-unknown", LINES + 2, 9),
    "a currency in small letters": (header(currency="eur") + ROWS, "currency-unknown", 3, 11),
    "tax included": (header(tax="included") + ROWS, "not-a-choice", 4, 6),
    "valid until before from": (header(valid_until="2025-12-31") + ROWS, "valid-until-too-early", 6, 14),
    "no such day": (header(valid_from="2026-02-30") + ROWS, "wrong-type", 5, 13),
    "a year that is a slip": (header(valid_until="20260-12-31") + ROWS, "wrong-type", 6, 14),
    "the year 1066": (header(valid_from="1066-10-14") + ROWS, "year-out-of-range", 5, 13),
    "valid until left out": (header(valid_until="") + ROWS, "missing-key", 1, 1),
    "no period": (header(price_period="") + ROWS, "missing-key", 1, 1),
    "a monthly period": (header(price_period="month") + ROWS, "not-a-choice", 7, 15),
    "a blank id": (header(id='" "') + ROWS, "empty-text", 2, 5),
    "a newer schema": (header(schema="hp-priority/price-book@2") + ROWS, "not-a-choice", 1, 9),
    "an unknown key": (header(discount="10") + ROWS, "unknown-key", LINES + 1, 1),
    "no country": (header(applies_to="{countries: []}") + ROWS, "empty-list", LINES + 1, 25),
    "a blank customer": (header(applies_to='{customer: " "}') + ROWS, "empty-text", LINES + 1, 24),
    "an unknown country": (header(applies_to="{countries: [FR, XX]}") + ROWS, "place-unknown", LINES + 1, 30),
    "an ambiguous country": (header(applies_to="{countries: [Guyane]}") + ROWS, "place-ambiguous", LINES + 1, 26),
    "a near country": (header(applies_to="{countries: [Franse]}") + ROWS, "place-near", LINES + 1, 26),
    "countries as a text": (header(applies_to="{countries: FR}") + ROWS, "wrong-type", LINES + 1, 25),
    "a discount of 101 %": (header(authority="{discount_max: 101, approval_max: 101}") + ROWS, "not-a-percentage", LINES + 1, 27),
    "a negative discount": (header(authority="{discount_max: -1, approval_max: 5}") + ROWS, "not-a-percentage", LINES + 1, 27),
    "approval under discount": (header(authority="{discount_max: 10, approval_max: 9.99}") + ROWS, "approval-below-discount", LINES + 1, 45),
    "half an authority": (header(authority="{discount_max: 10}") + ROWS, "missing-key", LINES + 1, 12),
    "a line of a tenth of a cent": (header(rounding="{line: 0.001}") + ROWS, "step-too-fine", LINES + 1, 18),
    "a step of nothing": (header(rounding="{unit: 0}") + ROWS, "amount-not-positive", LINES + 1, 18),
    "cents of a yen": (header(currency="JPY") + ROWS, "amount-too-fine", LINES + 1, 30),
    "a mark of its own": (header(decimal_mark=";") + ROWS, "not-a-choice", LINES + 1, 15),
}  # fmt: skip

SEVERAL = {"a discount of 101 %"}
"""Those in which more than one thing is wrong: here the approval as well."""


@pytest.mark.parametrize(("text", "code", "line", "column"), WRONG.values(), ids=WRONG)
def test_wrong_book_is_refused_with_file_line_and_column(tmp_path, text, code, line, column):
    file = "missing.csv" if code == "unreadable" else "book.yaml"
    assert (code, file, line, column) in faults(written(tmp_path, text))


def test_one_cause_is_said_once(tmp_path):
    found = {name: faults(written(tmp_path, text)) for name, (text, *_) in WRONG.items()}
    assert {name for name, each in found.items() if len(each) > 1} == SEVERAL


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_file(tmp_path):
    text = header(currency="EUX", tax="included", applies_to="{countries: [XX]}")
    text += "rows:\n- {sku: U80MXX, amount: 0}\n- {sku: U80M6E}\n- {amount: 1E5, floor: 12,50}\n"
    found = faults(written(tmp_path, text))
    assert [code for code, *_ in found] == [
        "currency-unknown", "not-a-choice", "place-unknown", "part-unknown", "amount-not-positive",
        "row-without-amount", "missing-key", "amount-no-number", "comma-in-number",
    ]  # fmt: skip
    assert all(earlier <= later for (_, *earlier), (_, *later) in pairwise(found))


def test_amount_finer_than_the_currency_is_taken_where_the_book_rounds_so_fine(tmp_path):
    text = header(rounding="{unit: 0.001}")
    assert amounts(book(tmp_path, text + "rows: [{sku: U80M6E, amount: 1.234}]\n")) == {
        "U80M6E": {1: "1.234"}
    }
    [(code, *_)] = faults(written(tmp_path, text + "rows: [{sku: U80M6E, amount: 1.2345}]\n"))
    assert code == "amount-too-fine"


def test_book_may_be_json(tmp_path):
    keys = dict(line.split(": ", 1) for line in HEADER.splitlines()) | {"fictional": True}
    rows = '[{"sku": "U80M6E", "amount": 12.50},\n\t{"sku": "U1PB2E", "amount": "0"}]'
    text = f'{json.dumps(keys)[:-1]}, "rows": {rows}}}'
    assert faults(written(tmp_path, text, "b.json")) == [("amount-not-positive", "b.json", 2, 30)]
    assert amounts(book(tmp_path, text.replace('"0"', "8"), "b.json")) == {
        "U80M6E": {1: "12.50"}, "U1PB2E": {1: "8"},
    }  # fmt: skip


def test_unquoted_norway_is_a_warning_and_norway(tmp_path):
    path = written(tmp_path, header(applies_to="{countries: [NO]}") + ROWS)
    found, warnings = read_price_book(path, CATALOG)
    assert found.content.countries == ("NO",)
    assert [(each.code, each.severity) for each in warnings] == [("trap", "warning")]


def test_near_miss_is_offered_and_never_taken(tmp_path):
    with pytest.raises(InvalidInput) as caught:
        read_price_book(written(tmp_path, row("{sku: U8OMBE, amount: 12}")), CATALOG)
    [finding] = caught.value.findings
    assert finding.values["near"][0] == "U80MBE"  # type: ignore[index]


@pytest.mark.parametrize("name", ["price.yaml", "price.csv", "price.xlsx"])
def test_book_that_is_not_there_is_said_so(tmp_path, name):
    terms = SpreadsheetTerms("EUR", date(2026, 1, 1), None)
    assert faults(str(tmp_path / name), terms) == [("unreadable", name, None, None)]


def codes_in(tree, catalog=CATALOG):
    return [each.code for each in examine_price_book(tree, catalog, 100).findings]


def test_check_gives_the_findings_of_a_book_that_was_read_already(tmp_path):
    path = written(tmp_path, HEADER + ROWS)
    assert codes_in(read_yaml(HEADER + ROWS, path)) == []
    assert codes_in(read_yaml(row("{sku: U80M6E, amount: 0}"), path)) == ["amount-not-positive"]
    assert codes_in(read_yaml("[1]", path)) == ["not-a-mapping"]


def test_without_a_catalog_all_but_parts_and_places_is_checked(tmp_path):
    rows = "rows: [{sku: U80XXE, amount: 0}]\n"
    text = header(applies_to="{countries: [Atlantis]}") + rows
    wrong = read_yaml(text, str(tmp_path / "book.yaml"))
    assert codes_in(wrong, catalog=None) == ["amount-not-positive"]


def test_bare_number_is_taken_for_the_text_of_an_id_without_a_warning(tmp_path):
    found, warnings = read_price_book(written(tmp_path, header(id="2026") + ROWS), CATALOG)
    assert (found.id, warnings) == ("2026", [])
