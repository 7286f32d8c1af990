"""The base split by place: what the answer says to type works when it is typed."""

import json

import pytest

from running import hp, said

CUSTOMER = ["--it-desk", "own", "--whole-base", "--answer", "country-not-listed:RO=no"]
TOTALS = ["--pcs", "1500", "--printers", "100", "--country", "FR,RO"]


def test_hint_for_a_place_that_is_refused_names_every_place_and_no_totals():
    words = " ".join(hp("eligible", *TOTALS, *CUSTOMER).stdout.decode().split())
    assert "instead of the totals. --site CC:PCS:PRINTERS" in words


def test_hint_works_when_it_is_typed():
    sites = ["--site", "FR:1450:80", "--site", "RO:50:20"]
    ran = hp("eligible", *sites, *CUSTOMER, "--json")
    tiers = {each["tier"]: each["verdict"] for each in json.loads(ran.stdout)["tiers"]}
    assert (tiers["access"], tiers["management"]) == ("eligible", "not-eligible")


def test_site_on_totals_that_leaves_places_out_is_refused_with_a_remedy_that_works(tmp_path):
    text = said(hp("eligible", *TOTALS, *CUSTOMER, "--site", "RO:50:20"), 2)
    assert "Leave out --pcs and --printers, and give --site CC:PCS:PRINTERS for each place" in text
    saved = tmp_path / "r.yaml"
    saved.write_text("installed_base: {pcs: 1500, printers: 100}\ncountries: [FR, RO]\n")
    text = said(hp("eligible", "--request", str(saved), "--site", "RO:50:20"), 2)
    assert "state 'sites' in place of 'installed_base' in the request" in text


def test_site_on_a_request_by_site_leaves_the_other_sites(tmp_path):
    saved = tmp_path / "r.yaml"
    saved.write_text(
        "sites: [{country: FR, pcs: 700, printers: 400}, {country: RO, pcs: 1, printers: 0}]\n"
    )
    ran = hp("eligible", "--request", str(saved), "--site", "RO:50:20", "--json")
    sites = json.loads(ran.stdout)["request"]["sites"]
    assert [(each["country"], each["pcs"], each["printers"]) for each in sites] == [
        ("FR", 700, 400), ("RO", 50, 20),
    ]  # fmt: skip


def test_sites_split_the_counts_of_a_request_anew(tmp_path):
    stated = "--pcs 6200 --printers 180 --country FR --it-desk own --whole-base".split()
    hp("eligible", *stated, "--save-request", "call.yaml", cwd=tmp_path)
    split = ["--site", "FR:5000:100", "--site", "ES:1200:80"]
    ran = hp("eligible", "--request", "call.yaml", *split, cwd=tmp_path)
    assert ran.returncode == 0
    assert "6,200 PCs, 180 printers; France (FR) and Spain (ES)" in ran.stdout.decode()


def test_sites_do_not_drop_the_displays_of_a_request(tmp_path):
    (tmp_path / "call.yaml").write_text("installed_base: {pcs: 300, displays: 40}", "utf-8")
    ran = hp("eligible", "--request", "call.yaml", "--site", "FR:300:0", cwd=tmp_path)
    assert ran.returncode == 2
    assert "--site would leave some of them out" in ran.stderr.decode()


def test_count_that_sites_lack_is_asked_for_as_sites_state_it(tmp_path):
    (tmp_path / "r.yaml").write_text("sites: [{country: FR, pcs: 240}]\n", "utf-8")
    saved = ["--save-request", "s.yaml"]
    shown = hp("eligible", "--request", "r.yaml", *saved, cwd=tmp_path).stdout.decode()
    assert "How many printers under valid cover?  --site CC:PCS:PRINTERS" in shown
    text = (tmp_path / "s.yaml").read_text("utf-8")
    assert "count-taken-as-zero" not in text
    assert "# Write printers, with the number, at each of the sites above.\n" in text
    ran = hp("eligible", "--request", "s.yaml", "--site", "FR:240:9", cwd=tmp_path)
    assert "240 PCs, 9 printers" in ran.stdout.decode()


def test_share_of_a_place_is_asked_for_in_a_saved_request_as_sites_state_it(tmp_path):
    hp("eligible", *TOTALS, *CUSTOMER, "--save-request", "s.yaml", cwd=tmp_path)
    text = (tmp_path / "s.yaml").read_text("utf-8")
    assert "# Replace installed_base and countries by sites: country, pcs and printers" in text


@pytest.mark.parametrize("more", ["", ", displays: 3", ", pcs: 0, printers: 0, displays: 3"])
def test_place_that_is_not_listed_is_asked_about_whatever_it_has(tmp_path, more):
    sites = f"sites: [{{country: FR, pcs: 300, printers: 0}}, {{country: RO{more}}}]\n"
    (tmp_path / "r.yaml").write_text(sites + "it_desk: own\n", "utf-8")
    shown = hp("eligible", "--request", "r.yaml", cwd=tmp_path).stdout.decode()
    assert "--answer country-not-listed:RO=yes|no" in shown
