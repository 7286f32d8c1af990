"""Whatever is given, the answer is a documented exit code with where, what and what to do."""

import json

import pytest

from hp_priority_cli.catalog.load import shipped_folder
from running import hp, said

WHOLE = "installed_base: {pcs: 300}\nwhole_base: true\n"

OPTIONS = {
    "a negative count": (["--pcs", "-5"], "--pcs takes a whole number"),
    "a count with a sign between": (["--pcs", "1_000"], "not '1_000'"),
    "a count in Arabic digits": (["--pcs", "٣"], "not '٣'"),
    "an empty count": (["--printers", ""], "--printers takes a whole number"),
    "a count too large": (["--pcs", "1000000000"], "0 to 999,999,999"),
    "a site of one part": (["--site", "FR"], "CC:PCS:PRINTERS"),
    "a site of four parts": (["--site", "FR:1:2:3"], "CC:PCS:PRINTERS"),
    "a site of no place": (["--site", ":1:2"], "CC:PCS:PRINTERS"),
    "a site of no count": (["--site", "FR:x:2"], "not 'x'"),
    "a site of an ambiguous place": (["--site", "Guyane:1:2"], "French Guiana (GF)"),
    "counts beside sites": (["--pcs", "3", "--site", "FR:1:2"], "stated twice"),
    "a count with blanks": (["--pcs", " 5"], "not ' 5'"),
    "a count with a line end": (["--pcs", "5\n"], "not '5\\n'"),
    "a count as a power": (["--pcs", "1e3"], "not '1e3'"),
    "a count of 5,000 digits": (["--pcs", "9" * 5_000], f"not '{'9' * 100}…'"),
    "a superscript": (["--pcs", "²"], "not '²'"),
    "a site of two parts": (["--site", "FR:1"], "CC:PCS:PRINTERS"),
    "a site of no counts": (["--site", "FR::"], "--site takes a whole number"),
    "a site of nothing": (["--site", ""], "CC:PCS:PRINTERS"),
    "a site of a negative count": (["--site", "FR:-1:2"], "not '-1'"),
    "a site of a near place": (["--site", "Frnace:1:2"], "Did you mean France (FR)?"),
    "an empty place": (["--country", ""], "--country is empty: nothing is named."),
    "a place left out in a list": (["--country", "FR,,BR"], "'FR,,BR' lacks a name"),
    "an ambiguous place": (["--country", "Guyane"], "Guyana (GY) or French Guiana (GF)"),
    "a near place": (["--country", "Germny"], "Did you mean Germany (DE)?"),
    "a code of no place": (["--country", "ZZ"], "No place is called 'ZZ'"),
    "an unknown language": (["--support-language", "qqq"], "BCP 47"),
    "a head office of nothing": (["--headquarters", ""], "No place is called ''"),
    "an ambiguous head office": (["--headquarters", "Guyane"], "French Guiana (GF)"),
    "a place that would act on a screen": (["--country", "\x1b[2J"], "called '\\x1b[2J'"),
    "a place of 100,000 letters": (["--country", "y" * 100_000], f"called '{'y' * 100}…'"),
    "a near language": (["--support-language", "Frech"], "Did you mean French (fr)?"),
    "an empty language": (["--support-language", ""], "--support-language is empty"),
    "an empty tier": (["--tier", ""], "Tiers: access, access-plus, management"),
    "a name that is not UTF-8": (["--customer", "caf\udce9"], "--customer is not UTF-8"),
    "an unknown tier": (["--tier", "Managment"], "HP Priority Management (management)"),
    "a desk of no kind": (["--it-desk", "maybe"], "own, partner or none"),
    "an impossible day": (["--as-of", "2026-13-01"], "names a day that does not exist"),
    "a day without zeros": (["--as-of", "2026-1-1"], "YYYY-MM-DD"),
    "a day in Arabic digits": (["--as-of", "\u0662\u0660\u0662\u0666-11-24"], "YYYY-MM-DD"),
    "an unknown option": (["--pcz", "3"], "no option --pcz here. Did you mean --pcs?"),
    "an option of no command": (["--nonsense"], "--help after the command lists its options"),
    "an option of another command": (
        ["--discount", "3"],
        "--discount is an option of quote or compare",
    ),
    "a switch with a value": (["--json=yes"], "--json takes no value."),
    "an empty format": (["-f", ""], "table, json, csv, markdown, html, xlsx or pdf"),
    "a format in capitals": (["-f", "JSON"], "table, json, csv, markdown, html, xlsx or pdf"),
    "an argument too many": (["extra", "words"], "Nothing more was expected here: extra words."),
    "an unknown format": (["-f", "xml"], "table, json, csv, markdown, html, xlsx or pdf"),
    "two formats": (["-f", "csv", "--json=yes"], "--json"),
    "an unknown suffix": (["-o", "answer.docx"], ".json, .md, .csv, .txt, .html, .xlsx or .pdf"),
    "no suffix": (["-o", "answer"], "name the format with --format"),
    "an empty colour": (["--color", ""], "auto, always or never"),
    "an unknown language of messages": (["--lang", "de"], "en or fr"),
    "an unknown colour": (["--color", "blue"], "auto, always or never"),
    "two requests": (["--request", "a", "--request", "b"], "More than one request"),
    "a request beside a batch": (["--request", "a", "--batch", "b"], "More than one request"),
    "an option without its value": (["--pcs"], "--pcs needs a value."),
}


@pytest.mark.parametrize(("options", "message"), OPTIONS.values(), ids=OPTIONS)
def test_wrong_option_is_wrong_use(tmp_path, options, message):
    text = said(hp("eligible", *options, cwd=tmp_path), 2)
    assert message in text
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "exit_code", "message"),
    [
        (["eligibel"], 2, "Did you mean eligible?"),
        (["quote", "--pcs", "3", "-f", "csv"], 2, "access, access-plus, management or management-plus"),
        (["quote", "--tier", "access", "-f", "csv"], 2, "1, 2, 3, 4 or 5 years"),
        (["quote", "--tier", "access", "--years", "0"], 2, "1 or more"),
        (["quote", "--tier", "access", "--years", "abc"], 2, "1 or more"),
        (["quote", "--tier", "access", "--years", "1.5"], 2, "1 or more"),
        (["quote", "--tier", "access", "--years", "6"], 10, "the terms are 1, 2, 3, 4 or 5 years"),
        (["quote", "--tier", "access", "--years", "1", "--order-unit", "box"], 2, "device or contract"),
        (["compare", "acess"], 2, "HP Priority Access (access)"),
        (["compare", "access", "access"], 2, "named twice"),
        (["sku", "U80M6F"], 10, "U80M6E  HP Priority Access, PCs, 3 years"),
        (["sku", "nonsense"], 10, "lists every part"),
        (["sku", "--device", "tablet"], 2, "pc, printer or any"),
        (["sku", "--gaps", "U80M6E"], 2, "takes no code"),
        (["sku", ""], 2, "empty"),
        (["sku", "--years", "9"], 10, "No part fits"),
        (["schema", "nothing"], 2, "request"),
        (["qoute"], 2, "Did you mean quote?"),
        (["zzz"], 2, "'hp-priority --help' lists the commands"),
        ([""], 2, "no command ''"),
        (["--pcs", "3"], 2, "--pcs belongs after a command: eligible, quote or compare."),
        (["eligible", "--request", ""], 2, "--request is empty"),
        (["eligible", "--request", "x" * 300], 20, "File name too long"),
        (["eligible", "--batch", "."], 20, "Is a directory"),
        (["--data", __file__, "sku"], 21, "This is no folder"),
        (["sku", "--data", ""], 2, "--data is empty"),
        (["eligible", "--request", "missing.yaml"], 20, "No such file"),
        (["eligible", "--request", "."], 20, "Is a directory"),
        (["eligible", "--batch", "missing.jsonl"], 20, "No such file"),
        (["--data", "missing", "sku"], 21, "There is no such folder"),
        (["sku", "--data", "."], 21, "tiers.yaml"),
        (["eligible", "-o", "missing/answer.json"], 74, "No such file or directory"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_wrong_use_of_a_command(tmp_path, arguments, exit_code, message):
    assert message in said(hp(*arguments, cwd=tmp_path), exit_code)


@pytest.mark.parametrize("unquoted", ["NO", "no", "12.10", "1E5", "0123", "yes", "12:30"])
def test_text_that_other_readers_misread_is_taken_as_written_with_a_warning(tmp_path, unquoted):
    (tmp_path / "r.yaml").write_text(f"reference: {unquoted}\n{WHOLE}", "utf-8")
    ran = hp("eligible", "--request", "r.yaml", "--json", cwd=tmp_path)
    assert ran.returncode == 0
    assert json.loads(ran.stdout)["request"]["reference"] == unquoted
    assert ran.stderr.decode().startswith(f"r.yaml:1:12: warning: {unquoted} stands without quotes")
    assert hp("eligible", "--request", "r.yaml", "-q", cwd=tmp_path).stderr == b""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_and_line_ends_change_nothing(tmp_path, mark, line_end):
    (tmp_path / "r.yaml").write_bytes(mark + WHOLE.replace("\n", line_end).encode())
    ran = hp("eligible", "--request", "r.yaml", "--json", cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert json.loads(ran.stdout)["request"]["installed_base"]["pcs"] == 300


@pytest.mark.parametrize(
    "name",
    [
        "\x1b[31mred\x1b[0m", "[bold]x[/bold] :smile:", "\u202eabc", "a\nb\tc", "é" * 300,
        "{pcs} %s ${HOME} `x`", "=1+1", "名前 ชื่อ", "\x9b31m", "a\u2028b",
    ],
)  # fmt: skip
def test_name_of_a_customer_stays_whole_in_json_and_harmless_on_a_screen(name):
    request = json.dumps({"customer": name, "installed_base": {"pcs": 300}}).encode()
    as_json = hp("eligible", "--request", "-", "--json", stdin=request)
    assert json.loads(as_json.stdout)["request"]["customer"] == name
    shown = hp("eligible", "--request", "-", stdin=request)
    assert (shown.returncode, shown.stderr) == (0, b"")
    text = shown.stdout.decode()
    assert not set(text) & set("\x1b\x9b\u202e\u2028\t")
    assert "Customer" in text
    if name.isprintable():
        assert name in text.replace("\n", " ")


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (["eligible", "--pcs", "x"], "usage", 2),
        (["eligible", "--pcz", "x"], "usage", 2),
        (["eligible", "--request", "missing"], "invalid-input", 20),
        (["eligible", "--data", "missing"], "invalid-data", 21),
        (["eligible", "-o", "missing/answer.json"], "output-failed", 74),
        (["sku", "U80M6F"], "no-such-part", 10),
        (["quote", "--pcs", "9", "--tier", "access", "--years", "1"], "not-eligible", 10),
        (["quote", "--tier", "access", "--years", "9"], "term-not-offered", 10),
        (
            ["quote", "--printers", "300", "--tier", "access", "--years", "2"],
            "no-part-for-term",
            10,
        ),
    ],
)
def test_error_is_a_document_where_json_was_asked_for(tmp_path, arguments, code, exit_code):
    ran = hp(*arguments, "--json", cwd=tmp_path)
    document = json.loads(ran.stdout)
    assert (ran.returncode, document["schema"]) == (exit_code, "hp-priority/error@1")
    assert (document["error"]["code"], list(document["error"])) == (
        code,
        ["code", "message", "values", "remedy"],
    )
    assert ran.stderr


@pytest.mark.parametrize(
    "asking", [["-f", "json"], ["--format=json"], ["-fjson"], ["-qf", "json"], ["-qfjson"]]
)
def test_every_way_to_ask_for_json_gives_the_document_of_an_error(asking):
    document = json.loads(hp("eligible", *asking, "--pcs", "x").stdout)
    assert document["error"]["code"] == "usage"
    assert hp("eligible", *asking, "--pcs", "x", "-f", "table").stdout == b""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["eligible", "--nonsense"], "Il n’y a pas d’option --nonsense ici."),
        (["eligible", "--pcz", "3"], "Vouliez-vous dire --pcs"),
        (["eligible", "--pcs"], "--pcs demande une valeur."),
        (["eligible", "--json=yes"], "--json ne prend pas de valeur."),
        (["eligible", "extra"], "Rien de plus n’était attendu ici"),
        (["eligibel"], "Vouliez-vous dire eligible"),
        (["zzz"], "énumère les commandes\u202f;"),
    ],
)
def test_wrong_command_line_is_said_in_french_too(arguments, message):
    text = said(hp("--lang", "fr", *arguments), 2)
    assert message in text
    assert text.startswith("erreur")


@pytest.mark.parametrize("name", ["AS_OF", "COLOR", "LANG", "FORMAT"])
def test_variable_with_a_wrong_value_is_named(name):
    variable = f"HP_PRIORITY_{name}"
    assert variable in said(hp("eligible", **{variable: "nonsense"}), 2)


def test_variable_asks_for_json_as_the_option_does():
    ran = hp("eligible", "--pcs", "x", HP_PRIORITY_FORMAT="json")
    assert json.loads(ran.stdout)["error"]["code"] == "usage"
    assert json.loads(hp("sku", "U80M6E", HP_PRIORITY_FORMAT="json").stdout)["parts"]


def test_batch_reports_each_bad_line_and_answers_the_rest(tmp_path):
    lines = [b'{"it_desk": "own"}', b"", b"[]", b"\xff", b'{"pcs": 3}', b"[" * 60_000,
             b'{"customer": "' + b"x" * 1_100_000 + b'"}', b'{"tier": "access"}']  # fmt: skip
    (tmp_path / "many.jsonl").write_bytes(b"\r\n".join(lines))
    ran = hp("eligible", "--batch", "many.jsonl", cwd=tmp_path)
    documents = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 15
    assert [each.get("line") for each in documents] == [None, 3, 4, 5, 6, 7, None]
    findings = [each["error"]["values"]["findings"][0] for each in documents[1:-1]]
    assert [(each["file"], each["line"]) for each in findings] == [
        ("many.jsonl", line) for line in (3, 4, 5, 6, 7)
    ]
    assert all(each["remedy"] for each in findings)


def test_no_variable_wins_over_an_option(tmp_path):
    data = {"HP_PRIORITY_DATA": "missing"}
    shipped = str(shipped_folder())
    assert hp("--data", shipped, "sku", "U80M6E", **data).returncode == 0
    assert hp("sku", "U80M6E", "--data", shipped, **data).returncode == 0
    assert hp("sku", "U80M6E", **data).returncode == 21
    for arguments in (["--color", "never", "sku"], ["sku", "--color", "never"]):
        assert b"\x1b[" not in hp(*arguments, HP_PRIORITY_COLOR="always").stdout
    in_csv = {"HP_PRIORITY_FORMAT": "csv"}
    assert json.loads(hp("sku", "U80M6E", "--json", **in_csv).stdout)["parts"]
    hp("sku", "U80M6E", "-o", "part.json", cwd=tmp_path, **in_csv)
    assert json.loads((tmp_path / "part.json").read_text("utf-8"))["parts"]
    assert hp("sku", "U80M6E", **in_csv).stdout.startswith(b"sku,tier")


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_day_that_cannot_be_meant_is_refused_on_every_road(tmp_path, day):
    asked = ["quote", "--tier", "access", "--years", "1"]
    said(hp(*asked, "--purchase-date", day), 2)
    (tmp_path / "r.yaml").write_text(f"purchase_date: {day}\n", "utf-8")
    assert "r.yaml:1:16" in said(hp(*asked, "--request", "r.yaml", cwd=tmp_path), 20)
    line = json.dumps({"purchase_date": day}).encode()
    ran = hp(*asked, "--batch", "-", stdin=line + b"\n" + b'{"installed_base": {"pcs": 9}}')
    assert [json.loads(each)["error"]["code"] for each in ran.stdout.splitlines()] == [
        "invalid-input",
        "not-eligible",
    ]


@pytest.mark.parametrize("number", ["0", "-86400", "2026080000", "1764547200"])
def test_number_in_quotes_is_no_day(tmp_path, number):
    (tmp_path / "r.yaml").write_text(
        f'purchase_date: "{number}"\nanswers: [{{point: it-desk, answer: own, on: "{number}"}}]\n',
        "utf-8",
    )
    shown = said(hp("eligible", "--request", "r.yaml", cwd=tmp_path), 20)
    assert [line.partition(", not a date.")[0] for line in shown.splitlines()] == [
        f"r.yaml:1:16: error: 'purchase_date' holds \"{number}\"",
        f"r.yaml:2:45: error: 'answers[0].on' holds \"{number}\"",
    ]


@pytest.mark.parametrize(
    ("options", "exit_code", "lines"),
    [
        (["-o", "answers.jsonl"], 0, 1),
        (["-o", "answers.csv"], 0, 5),
        (["-f", "csv"], 0, 5),
        (["-f", "markdown"], 2, 0),
        (["-o", "answers.md"], 2, 0),
    ],
)
def test_batch_writes_json_lines_or_rows_and_nothing_else(tmp_path, options, exit_code, lines):
    ran = hp("eligible", "--batch", "-", *options, cwd=tmp_path, stdin=b'{"it_desk": "own"}')
    written = [path.read_text("utf-8") for path in tmp_path.iterdir()] or [ran.stdout.decode()]
    assert (ran.returncode, len(written[0].splitlines())) == (exit_code, lines)


def test_tier_may_be_called_by_its_name():
    for word in ("Management+", "management plus", "HP Priority Management Plus"):
        ran = hp("eligible", "--pcs", "9", "--tier", word, "--json")
        assert [tier["tier"] for tier in json.loads(ran.stdout)["tiers"]] == ["management-plus"]
