"""A customer's name is text, whatever is in it: whole in every output, and harmless on a screen."""

import csv
import io
import json
import shlex
import unicodedata

import pytest
import yaml

from running import hp

BASE = ["--pcs", "300", "--printers", "40", "--country", "FR", "--it-desk", "own", "--whole-base"]
QUOTE = ["quote", *BASE, "--tier", "access", "--years", "3"]
NAMES = {
    "brackets": "Example [bold red]Works[/] [link=file:///etc/passwd]x[/link] {pcs} %s \\[x]",
    "emoji-codes": "Example :smile: :warning: :x: 12:30:45",
    "escapes": "Example \x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J\x9b1mend",
    "right-to-left": "Example \u202eexe.works\u202c \u05e9\u05dc\u05d5\u05dd \u2067x\u2069",
    "long": "Example " + "very-" * 57 + "long",
    "long-word": "Ex" + "ample" * 60,
    "wide": "例え物流株式会社 " * 15,
    "marks": "E\u0301xa\u200bmple \ufeff \u00a0 \U0001f469\u200d\U0001f4bb",
    "lines": "Example\nWorks\r\nTwo\tTabs",
    "formula": '=HYPERLINK("http://x";"y")',
    "markdown": "Example | **bold** <script>alert(1)</script> [a](b) `c` # d",
    "yaml": "- no: *alias &anchor !tag '\" # comment",
}


@pytest.fixture(params=list(NAMES.values()), ids=list(NAMES))
def name(request):
    return request.param


def acted_on(text):
    """The characters in a text that a terminal would act on."""
    order = set(
        "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    return {c for c in text if c in order or (unicodedata.category(c) == "Cc" and c != "\n")}


def visible(text):
    """What there is to see of a text, however it was wrapped, with the harmful spelled out."""
    spelled = "".join(
        char.encode("unicode_escape").decode() if acted_on(char) or char == "\n" else char
        for char in text
    )
    return "".join(spelled.split())


@pytest.mark.parametrize(
    ("command", "width"), [(["eligible", *BASE], "80"), (QUOTE, "40"), (["quote", *BASE], "200")]
)
def test_table_shows_the_name_whole_and_harmless(name, command, width):
    ran = hp(*command, "--customer", name, "--reference", name, COLUMNS=width)
    shown = ran.stdout.decode()
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert acted_on(shown) == set()
    answer, _, _ = shown.partition("Next")
    assert "".join(answer.split()).count(visible(name)) == 2


@pytest.mark.parametrize("id_", ["escapes", "right-to-left", "lines", "long", "long-word"])
def test_name_that_cannot_be_typed_again_is_in_no_command(id_):
    shown = hp("eligible", *BASE, "--customer", NAMES[id_]).stdout.decode()
    assert shown.endswith("Next      The same options, with  quote --tier access\n")


@pytest.mark.parametrize("id_", ["brackets", "emoji-codes", "marks", "formula", "markdown", "yaml"])
def test_name_is_quoted_where_a_shell_would_act_on_it(id_):
    shown = hp("eligible", *BASE, "--customer", NAMES[id_][:55]).stdout.decode()
    _, _, command = shown.partition("Next")
    assert NAMES[id_][:55] in shlex.split(command.replace("\\\n", ""))


def test_colours_are_ours_alone(name):
    plain = hp(*QUOTE, "--customer", name).stdout.decode()
    coloured = hp(*QUOTE, "--customer", name, "--color", "always").stdout.decode()
    for ours in (0, 1, 2, 31, 32, 33, 36):
        coloured = coloured.replace(f"\x1b[{ours}m", "")
    for pair in ("1;31", "1;32", "1;33", "1;36", "1;2"):
        coloured = coloured.replace(f"\x1b[{pair}m", "")
    assert coloured == plain


def test_json_keeps_the_name_as_it_is(name):
    for command in (["eligible", *BASE], QUOTE):
        shown = hp(*command, "--customer", name, "--json").stdout.decode()
        assert json.loads(shown)["request"]["customer"] == name
        assert acted_on(shown) == set()


def test_saved_request_gives_the_name_back(name, tmp_path):
    saved = tmp_path / "request.yaml"
    assert hp("eligible", *BASE, "--customer", name, "--save-request", saved).returncode == 0
    assert yaml.safe_load(saved.read_text("utf-8"))["customer"] == name
    again = hp("eligible", "--request", saved, "--json")
    assert json.loads(again.stdout)["request"]["customer"] == name


def test_saved_quote_and_batch_give_the_name_back(name, tmp_path):
    assert hp(*QUOTE, "--customer", name, "-o", tmp_path / "quote.json").returncode == 0
    again = hp("quote", "--request", tmp_path / "quote.json", "--json")
    assert json.loads(again.stdout)["request"]["customer"] == name
    line = json.dumps({"customer": name, "installed_base": {"pcs": 300}}).encode()
    assert (
        json.loads(hp("eligible", "--batch", "-", stdin=line).stdout)["request"]["customer"] == name
    )


def test_csv_holds_the_name_and_nothing_that_a_spreadsheet_runs(name):
    shown = hp(*QUOTE, "--customer", name, "-f", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(shown)))
    assert [row["sku"] for row in rows] == ["U80M6E", "U1PB2E"]
    assert not rows[0]["customer"].startswith(("=", "+", "-", "@", "\t", "\r"))
    kept = name.replace("\r\n", "\n")
    assert visible(rows[0]["customer"]).lstrip("'") == visible(kept)


def test_markdown_takes_the_name_literally(name):
    shown = hp(*QUOTE, "--customer", name, "-f", "markdown").stdout.decode()
    assert acted_on(shown) == set()
    assert "<script>" not in shown
    assert "**bold**" not in shown
