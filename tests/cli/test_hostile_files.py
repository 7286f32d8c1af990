"""Request files in every bad state: exit 20, with the place, what is wrong and what to do."""
# ruff: noqa: E501 - a case a line, to be read as a table

import os
import time

import pytest

from running import hp, said

# name of the file, its content, and what its messages must hold
FILES = {
    "nothing in it": ("r.yaml", "", ["r.yaml: error: There is nothing in it."]),
    "only a comment": ("r.yaml", "# nothing\n", ["There is nothing in it."]),
    "a list at the top": ("r.yaml", "[1]\n", ["r.yaml:1:1: error: The document is no mapping"]),
    "a word at the top": ("r.yaml", "word\n", ["r.yaml:1:1: error: The document is no mapping"]),
    "an open bracket": ("r.yaml", "a: [\n", ["r.yaml:2:1: error: This is not YAML"]),
    "a tab for indentation": ("r.yaml", "sites:\n\t- a\n", ["r.yaml:2:1: error: This is not YAML"]),
    "a colon in a text": ("r.yaml", "customer: a: b\n", ["r.yaml:1:12: error: This is not YAML"]),
    "two documents": ("r.yaml", "a: 1\n---\nb: 1\n", ["r.yaml:2:1: error: A second document"]),
    "an anchor and an alias": ("r.yaml", "tier: &x a\nreference: *x\n", ["r.yaml:1:7", "r.yaml:2:12"]),
    "a Python object": ("r.yaml", "customer: !!python/object:os.system x\n", ["Tags are not taken"]),
    "a merge key": ("r.yaml", "<<: {pcs: 1}\n", ["r.yaml:1:1: error: The key '<<' is unknown"]),
    "a list as a key": ("r.yaml", "? [a]\n: 1\n", ["r.yaml:1:3: error: A key must be plain text"]),
    "a key twice": ("r.yaml", "tier: access\ntier: access\n", ["r.yaml:2:1: error: The key 'tier' stands twice; the first is on line 1"]),
    "a nested key twice": ("r.yaml", "installed_base: {pcs: 1, pcs: 2}\n", ["r.yaml:1:26: error: The key 'pcs' stands twice"]),
    "an alias bomb": ("r.yaml", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", ["Anchors and aliases are not taken"]),
    "60,000 brackets": ("r.yaml", "[" * 60_000, ["r.yaml:1:21: error: Lists and mappings are nested more than 20 deep"]),
    "60,000 JSON brackets": ("r.json", "[" * 60_000, ["r.json:1:21: error: Lists and mappings are nested"]),
    "over a mebibyte": ("r.yaml", "a" * 1_048_577, ["larger than 1,048,576 bytes"]),
    "UTF-16": ("r.yaml", "customer: é\n".encode("utf-16"), ["r.yaml:1:1: error: The byte 0xFF is not UTF-8"]),
    "Latin-1": ("r.yaml", "customer: café\n".encode("latin-1"), ["r.yaml:1:14: error: The byte 0xE9"]),
    "a NUL": ("r.yaml", b"customer: a\0b\n", ["r.yaml:1:12: error: This is not YAML: control characters"]),
    "a NUL in JSON": ("r.json", b'{"customer": "a\0b"}', ["r.json:1:16: error: This is not JSON"]),
    "half a character": ("r.json", '{"customer": "\\ud800"}', ["r.json:1:14: error: The text holds half of a character"]),
    "JSON cut short": ("r.json", '{"tier": "access"', ["r.json:1:18: error: This is not JSON: a comma or } must stand here."]),
    "JSON with a comma too many": ("r.json", '{"tier": "access",}', ["r.json:1:19: error: This is not JSON"]),
    "JSON with two values": ("r.json", "{} {}", ["r.json:1:4: error: This is not JSON"]),
    "JSON with single quotes": ("r.json", "{'tier': 1}", ["r.json:1:2: error: This is not JSON"]),
    "JSON with NaN": ("r.json", '{"term_years": NaN}', ["r.json:1:16: error: This is not JSON"]),
    "a JSON key twice": ("r.json", '{"tier": "a",\n "tier": "b"}', ["r.json:2:2: error: The key 'tier' stands twice"]),
    "an unknown key near a known one": ("r.yaml", "contries: [FR]\n", ["r.yaml:1:1: error: The key 'contries' is unknown. Did you mean 'countries'?"]),
    "a key one level too high": ("r.yaml", "pcs: 300\n", ["Did you mean 'installed_base.pcs'?"]),
    "an unknown key of a site": ("r.yaml", "sites: [{country: FR, pcss: 3}]\n", ["r.yaml:1:23: error: The key 'pcss'", "'pcs'"]),
    "a count in quotes": ("r.yaml", 'installed_base: {pcs: "300"}\n', ['r.yaml:1:23: error: \'installed_base.pcs\' holds "300", not a whole number']),
    "a count with a fraction": ("r.yaml", "installed_base: {pcs: 3.5}\n", ['holds "3.5", not a whole number']),
    "a negative count": ("r.yaml", "installed_base: {pcs: -1}\n", ["r.yaml:1:23: error: 'installed_base.pcs' is -1"]),
    "a count as a power": ("r.yaml", "installed_base: {pcs: 1e3}\n", ['holds "1e3"']),
    "a count of a thousand million": ("r.yaml", "installed_base: {pcs: 1000000000}\n", ["is 1,000,000,000; it must lie between 0 and 999,999,999"]),
    "a count of 30 digits": ("r.yaml", f"installed_base: {{pcs: {'9' * 30}}}\n", ["not a whole number"]),
    "a count that is true": ("r.yaml", "installed_base: {pcs: true}\n", ["holds true, not a whole number"]),
    "a count in Arabic digits": ("r.yaml", "installed_base: {pcs: ١٢}\n", ["not a whole number"]),
    "a JSON count with an exponent": ("r.json", '{"installed_base": {"pcs": 1E+1000000}}', ["r.json:1:28", "not a whole number"]),
    "a negative count of tablets": ("r.yaml", "installed_base: {other: {tablet: -3}}\n", ["'installed_base.other.tablet' is -3"]),
    "yes for a truth value": ("r.yaml", "whole_base: yes\n", ['r.yaml:1:13: error: \'whole_base\' holds "yes", not a truth value. Write true or false']),
    "a desk that is none of the three": ("r.yaml", "it_desk: maybe\n", ['r.yaml:1:10: error: "maybe" is not one of own, partner or none']),
    "a country that is no list": ("r.yaml", "countries: FR\n", ["r.yaml:1:12: error: 'countries' holds \"FR\", not a list"]),
    "a list for a base": ("r.yaml", "installed_base: [3]\n", ["not a mapping"]),
    "a day that does not exist": ("r.yaml", "purchase_date: 2026-02-30\n", ["r.yaml:1:16", "YYYY-MM-DD"]),
    "a day with a time": ("r.yaml", "purchase_date: 2026-02-03T10:00:00\n", ["YYYY-MM-DD"]),
    "a term of no years": ("r.yaml", "term_years: 0\n", ["r.yaml:1:13: error: 'term_years' is 0"]),
    "a term of half years": ("r.yaml", "term_years: 2.5\n", ['holds "2.5", not a whole number']),
    "sites beside a base": ("r.yaml", "installed_base: {}\nsites: [{country: FR}]\n", ["r.yaml:2:1: error: 'sites' stands beside 'installed_base'"]),
    "no site in the sites": ("r.yaml", "sites: []\n", ["r.yaml:1:8: error: 'sites' is empty"]),
    "a site without a country": ("r.yaml", "sites: [{pcs: 3}]\n", ["r.yaml:1:9: error: The key 'country' is missing"]),
    "an ambiguous place": ("r.yaml", "countries: [FR, Guyane]\n", ["r.yaml:1:17: error: 'Guyane' is the name of more than one place", "(GY)", "(GF)"]),
    "a near place": ("r.yaml", "countries: [Franse]\n", ["r.yaml:1:13", "Did you mean France (FR)?"]),
    "an unknown place": ("r.yaml", "headquarters: Atlantis\n", ["r.yaml:1:15: error: No place is called 'Atlantis'", "ISO 3166-1"]),
    "a place of no letters": ("r.yaml", 'countries: [""]\n', ["r.yaml:1:13: error: No place is called ''"]),
    "an unknown place of a site": ("r.yaml", "sites: [{country: Nowhere}]\n", ["r.yaml:1:19: error: No place is called 'Nowhere'"]),
    "a near language": ("r.yaml", "languages: [Frenchh]\n", ["r.yaml:1:13: error: No language is called 'Frenchh'", "French (fr)"]),
    "an unknown tier": ("r.yaml", "tier: acces\n", ["r.yaml:1:7: error: No tier is called 'acces'", "(access)"]),
    "a YAML list that stays open": ("r.yaml", "countries: [FR\n", ["r.yaml:1:12: error: This is not YAML"]),
    "a YAML text that stays open": ("r.yaml", "customer: 'x\n", ["r.yaml:1:11: error: This is not YAML"]),
    "a YAML escape of no meaning": ("r.yaml", 'customer: "\\q"\n', ["r.yaml:1:12: error: This is not YAML: a backslash before a letter that means nothing"]),
    "a level too deep": ("r.yaml", "installed_base:\n pcs: 3\n  printers: 4\n", ["r.yaml:3:11: error: This is not YAML"]),
    "a key that begins with @": ("r.yaml", "@x: 1\n", ["r.yaml:1:1: error: This is not YAML"]),
    "an item among keys": ("r.yaml", "tier: access\n- a\n", ["r.yaml:2:1: error: This is not YAML"]),
    "another YAML": ("r.yaml", "%YAML 9.9\n---\ntier: access\n", ["r.yaml:1:1: error: This is not YAML"]),
    "an anchor without a name": ("r.yaml", "customer: &\n", ["r.yaml:1:12: error: This is not YAML"]),
    "an alias of nothing": ("r.yaml", "customer: *nobody\n", ["r.yaml:1:11: error: Anchors and aliases are not taken (nobody)"]),
    "a tag of YAML itself": ("r.yaml", "customer: !!binary aGVsbG8=\n", ["r.yaml:1:11: error: Tags are not taken (!!binary). Leave the tag out."]),
    "a merge key over an anchor": ("r.yaml", "x: &x {pcs: 3}\ninstalled_base:\n  <<: *x\n", ["r.yaml:1:4", "r.yaml:3:3: error: The key '<<' is unknown", "r.yaml:3:7"]),
    "a mapping as a key": ("r.yaml", "{a: b}: c\n", ["r.yaml:1:1: error: A key must be plain text"]),
    "a number as a key": ("r.yaml", "1: x\n", ["r.yaml:1:1: error: The key '1' is unknown"]),
    "null as a key": ("r.yaml", "null: x\n", ["r.yaml:1:1: error: The key 'null' is unknown"]),
    "null at the top": ("r.yaml", "null\n", ["r.yaml:1:1: error: The document is no mapping"]),
    "a document begun and left": ("r.yaml", "---\n", ["r.yaml:2:1: error: The document is no mapping"]),
    "an escape sequence": ("r.yaml", b"customer: \x1b[31mred\n", ["r.yaml:1:11: error: This is not YAML: control characters"]),
    "half a character in YAML": ("r.yaml", 'customer: "\\ud800"\n', ["r.yaml:1:14: error: This is not YAML"]),
    "half a character in bytes": ("r.yaml", b"customer: \xed\xa0\x80\n", ["r.yaml:1:11: error: The byte 0xED is not UTF-8"]),
    "a byte-order mark alone": ("r.yaml", b"\xef\xbb\xbf", ["r.yaml: error: There is nothing in it."]),
    "300 levels": ("r.yaml", "\n".join(" " * n + "a:" for n in range(300)), ["r.yaml:21:21: error: Lists and mappings are nested"]),
    "30,000 aliases": ("r.yaml", "a: [" + "*a, " * 30_000 + "]", ["error: The document holds more than 20,000 values"]),
    "9,000 unknown places": ("r.yaml", f"countries: [{', '.join(f'Nowhere{n}' for n in range(9_000))}]", ["r.yaml:1:13: error: No place is called 'Nowhere0'", "r.yaml: error: There is more; the first 100 findings are shown."]),
    "a mebibyte where true or false stands": ("r.yaml", f"whole_base: {'x' * 1_000_000}\n", [f'holds "{"x" * 100}…", not a truth value']),
    "YAML under the name of JSON": ("r.json", "tier: access\n", ["r.json:1:1: error: This is not JSON: a value must stand here."]),
    "a JSON list at the top": ("r.json", "[{}]", ["r.json:1:1: error: The document is no mapping"]),
    "JSON without a suffix": ("request", '{"tier": access}', ["request:1:10: error: This is not JSON: a value must stand here."]),
    "a tab in a JSON text": ("r.json", '{"customer": "a\tb"}', ["r.json:1:16: error: This is not JSON", "such as \\n or \\t"]),
    "a JSON count as text": ("r.json", '{"installed_base": {"pcs": "3"}}', ["r.json:1:28", 'holds "3", not a whole number. Write digits alone, without quotes']),
    "a key that would act on a screen": ("r.json", '{"\\u202e\\u001b[31m": 1}', ["The key '\\u202e\\x1b[31m' is unknown"]),
    "a count with a sign between": ("r.yaml", "installed_base: {pcs: 1_000}\n", ['holds "1_000", not a whole number']),
    "a count in octal": ("r.yaml", "installed_base: {pcs: 0300}\n", ['holds "0300", not a whole number']),
    "a count that is a list": ("r.yaml", "installed_base: {pcs: [3]}\n", ["'installed_base.pcs' holds a list, not a whole number"]),
    "a base that is a number": ("r.yaml", "installed_base: 300\n", ["r.yaml:1:17: error: 'installed_base' holds 300, not a mapping"]),
    "no count of tablets": ("r.yaml", "installed_base: {other: {tablet: }}\n", ["'installed_base.other.tablet' holds null, not a whole number"]),
    "a truth value in quotes": ("r.yaml", "whole_base: 'true'\n", ["'whole_base' holds \"true\", not a truth value"]),
    "no for a desk": ("r.yaml", "it_desk: no\n", ['r.yaml:1:10: error: "no" is not one of own, partner or none.']),
    "a desk that is a list": ("r.yaml", "it_desk: [own]\n", ["a list is not one of own, partner or none. Write one of them."]),
    "true for a customer": ("r.yaml", "customer: true\n", ["'customer' holds true, not a text. Write a text, in quotes"]),
    "a language that is no list": ("r.yaml", "languages: fr\n", ["r.yaml:1:12: error: 'languages' holds \"fr\", not a list"]),
    "a list among the countries": ("r.yaml", "countries: [FR, [BR]]\n", ["r.yaml:1:17: error: 'countries[1]' holds a list, not a text"]),
    "a base among the countries": ("r.yaml", "countries: [{printers: some}]\n", ["r.yaml:1:13: error: 'countries[0]' holds a mapping, not a text"]),
    "a word for a site": ("r.yaml", "sites: [FR]\n", ["r.yaml:1:9: error: 'sites[0]' holds \"FR\", not a mapping"]),
    "a negative count of a site": ("r.yaml", "sites: [{country: FR, pcs: -4}]\n", ["r.yaml:1:28: error: 'sites[0].pcs' is -4"]),
    "a site of nowhere": ("r.yaml", "sites: [{country: }]\n", ["r.yaml:1:19: error: 'sites[0].country' holds null, not a text"]),
    "no head office": ("r.yaml", "headquarters: ''\n", ["r.yaml:1:15: error: No place is called ''"]),
    "no tier": ("r.yaml", "tier: ''\n", ["Tiers: access, access-plus, management or management-plus."]),
    "no language": ("r.yaml", "languages: ['']\n", ["r.yaml:1:13: error: No language is called ''", "BCP 47"]),
    "a negative term": ("r.yaml", "term_years: -3\n", ["r.yaml:1:13: error: 'term_years' is -3; it must lie between 1"]),
    "a term in letters": ("r.yaml", "term_years: three\n", ['holds "three", not a whole number']),
    "an order unit misspelt": ("r.yaml", "order_unit: contrct\n", ["Did you mean 'contract'?"]),
    "several mistakes at once": ("r.yaml", "tire: access\nterm_years: 0\nwhole_base: 3\n", ["r.yaml:1:1", "r.yaml:2:13", "r.yaml:3:13"]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "messages"), FILES.values(), ids=FILES)
def test_wrong_request_file_gets_where_what_and_what_to_do(tmp_path, name, content, messages):
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / name).write_bytes(data)
    text = said(hp("eligible", "--request", name, cwd=tmp_path), 20)
    assert [message for message in messages if message not in text] == []


def test_file_that_may_not_be_read_is_said_so(tmp_path):
    (tmp_path / "r.yaml").write_text("tier: access\n", "utf-8")
    (tmp_path / "r.yaml").chmod(0)
    if os.access(tmp_path / "r.yaml", os.R_OK):
        pytest.skip("this user may read everything")
    assert "r.yaml: error: The file cannot be read: Permission denied" in said(
        hp("eligible", "--request", "r.yaml", cwd=tmp_path), 20
    )


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"key{n}: 1\n" for n in range(19_000)),
        f"countries: [{', '.join(f'Nowhere{n}' for n in range(19_000))}]",
        f"languages: [{', '.join(f'Nolanguage{n}' for n in range(19_000))}]",
        f"installed_base: {{other: {{{', '.join(f'k{n}: 1' for n in range(9_000))}}}}}",
        "countries: [" + "NO, " * 19_000 + "]",
    ],
    ids=["keys", "places", "languages", "device types", "warnings"],
)
def test_no_file_takes_long_however_much_is_wrong_in_it(tmp_path, content):
    (tmp_path / "r.yaml").write_text(content, "utf-8")
    begun = time.monotonic()
    ran = hp("eligible", "--request", "r.yaml", cwd=tmp_path)
    assert time.monotonic() - begun < 10  # it took 17 seconds and more; one is usual
    assert ran.returncode in (0, 20)
    assert ran.stderr.count(b"\n") in (0, 101)


def test_file_that_is_not_there_names_the_near_one_beside_it(tmp_path):
    (tmp_path / "customer.yaml").write_text("countries: [FR]\n", "utf-8")
    (tmp_path / "customer.d").mkdir()
    ran = hp("eligible", "--request", "customer.yml", cwd=tmp_path)
    assert ran.returncode == 20
    assert "Did you mean customer.yaml?" in ran.stderr.decode()
    ran = hp("eligible", "--request", "prices.csv", cwd=tmp_path)
    assert "Check the name and the permissions." in ran.stderr.decode()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("type\n" + "x" * 140_000, "une cellule contient plus de 131\u202f072 caractères"),
        ('type\n"x', "le fichier finit dans un texte entre guillemets"),
        ('type\n"x"y\n', "un guillemet qui ferme une cellule est suivi d’autre chose"),
    ],
)
def test_what_is_wrong_in_csv_is_said_in_the_language_of_the_user(tmp_path, content, reason):
    (tmp_path / "f.csv").write_text(content, "utf-8")
    ran = hp("--lang", "fr", "inventory", "f.csv", cwd=tmp_path)
    assert ran.returncode == 20
    assert reason in ran.stderr.decode()
