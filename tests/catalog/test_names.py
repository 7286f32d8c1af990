"""Places and languages by code, tag and name; what could mean two things is asked back."""

import pytest

from customers import CATALOG
from hp_priority_cli.catalog.names import (
    Match,
    find_language,
    find_place,
    language_name,
    place_name,
    plain,
)
from hp_priority_cli.catalog.world import OTHER_NAMES, regions, territories


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("FR", "FR"),
        ("fr", "FR"),
        (" Fr ", "FR"),
        ("NO", "NO"),
        ("no", "NO"),
        ("Norway", "NO"),
        ("Norvège", "NO"),
        ("norvege", "NO"),
        ("UK", "GB"),
        ("uk", "GB"),
        ("EL", "GR"),
        ("el", "GR"),
        ("Royaume-Uni", "GB"),
        ("royaume uni", "GB"),
        ("The United Kingdom", "GB"),
        ("Great Britain", "GB"),
        ("ETATS-UNIS", "US"),
        ("usa", "US"),
        ("Brésil", "BR"),
        ("bresil", "BR"),
        ("Pays Bas", "NL"),
        ("The Netherlands", "NL"),
        ("Les Pays-Bas", "NL"),
        ("Dominique", "DM"),
        ("Dominica", "DM"),
        ("République dominicaine", "DO"),
        ("Dominican Republic", "DO"),
        ("Grenade", "GD"),
        ("US Virgin Islands", "VI"),
        ("Îles Vierges américaines", "VI"),
        ("iles vierges britanniques", "VG"),
        ("St. Lucia", "LC"),
        ("Ste Lucie", "LC"),
        ("Trinidad & Tobago", "TT"),
        ("Trinidad and Tobago", "TT"),
        ("Saint-Pierre-et-Miquelon", "PM"),
        ("Antilles néerlandaises", "AN"),
        ("AN", "AN"),
        ("La Barbade", "BB"),
        ("Tchéquie", "CZ"),
        ("Türkiye", "TR"),
        ("Corée du Sud", "KR"),
        ("Guyana", "GY"),
    ],
)
def test_a_listed_place_by_its_code_or_name(word, code):
    assert find_place(CATALOG, word).code == code
    assert CATALOG.place(code) is not None


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("RO", "RO"),
        ("Romania", "RO"),
        ("roumanie", "RO"),
        ("Curaçao", "CW"),
        ("curacao", "CW"),
        ("Sint Maarten", "SX"),
        ("BQ", "BQ"),
        ("French Guiana", "GF"),
        ("Guyane française", "GF"),
        ("GF", "GF"),
        ("Niger", "NE"),
        ("Guinée", "GN"),
        ("Corée du Nord", "KP"),
    ],
)
def test_a_place_that_is_not_listed_is_known_all_the_same(word, code):
    assert find_place(CATALOG, word).code == code
    assert CATALOG.place(code) is None


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("Guyane", ("GY", "GF")),
        ("GUYANE", ("GY", "GF")),
        ("La Guyane", ("GY", "GF")),
        ("Guiana", ("GY", "GF")),
        ("Korea", ("KR", "KP")),
        ("coree", ("KR", "KP")),
        ("Virgin Islands", ("VI", "VG")),
        ("Îles Vierges", ("VI", "VG")),
        ("Congo", ("CD", "CG")),
        ("St. Martin", ("MF", "SX")),
        ("Antilles", ("AN", "BQ", "CW", "SX", "GP", "MQ")),
    ],
)
def test_a_name_of_more_than_one_place_is_asked_back(word, codes):
    match = find_place(CATALOG, word)
    assert (match.code, match.candidates) == (None, codes)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("Frnace", "FR"),
        ("Sweeden", "SE"),
        ("Swizerland", "CH"),
        ("Royaumeuni", "GB"),
        ("Austrlia", "AU"),
        ("Dominicaine", "DO"),
        ("New Mexico", "MX"),
    ],
)
def test_a_near_name_is_offered_and_never_taken(word, near):
    match = find_place(CATALOG, word)
    assert match.code is None
    assert match.near[0][0] == near


@pytest.mark.parametrize("word", "| |XX|ZZ|EU|AC|IC|XXX|ANT|F|Ruritania".split("|"))
def test_no_place_at_all(word):
    match = find_place(CATALOG, word)
    assert (match.code, match.candidates) == (None, ())


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("FRA", "FR"), ("gbr", "GB"), ("ROU", "RO"), ("BES", "BQ"),
        ("England", "GB"), ("Écosse", "GB"), ("Pays-de-Galles", "GB"), ("Northern Ireland", "GB"),
        ("Holland", "NL"), ("USA", "US"), ("UK", "GB"), ("Ivory Coast", "CI"), ("Burma", "MM"),
        ("Birmanie", "MM"), ("Macau", "MO"), ("Palestine", "PS"), ("Macédoine", "MK"),
        ("Zaïre", "CD"), ("Ceylan", "LK"), ("Formosa", "TW"), ("Dubaï", "AE"), ("Tchèque", "CZ"),
        ("Deutschland", "DE"), ("Schweiz", "CH"), ("Nlle Zélande", "NZ"), ("Corée du Sud", "KR"),
        ("Czech Republic", "CZ"), ("Biélorussie", "BY"), ("Emirats", "AE"), ("Tobago", "TT"),
        ("Democratic Republic of the Congo", "CD"), ("Russian Federation", "RU"),
    ],
)  # fmt: skip
def test_other_names_and_codes_of_three_letters_are_known(word, code):
    assert find_place(CATALOG, word) == Match(code)


REGIONS = (
    "worldwide|World|monde entier|le monde|Europe|EMEA|EU|UE|Union européenne|Asia|Asie|APAC"
    "|Latin America|Amérique latine|America|Amérique|Middle East|Moyen-Orient|Benelux|tous les pays"
).split("|")


@pytest.mark.parametrize("word", REGIONS)
def test_region_is_no_place_and_near_none(word):
    assert find_place(CATALOG, word) == Match(is_region=True)


def test_no_region_has_the_name_of_a_place():
    names = {plain(name) for lang in ("en", "fr") for name in territories(lang).values()}
    names |= {plain(name) for names in OTHER_NAMES.values() for name in names}
    names |= {plain(name) for place in CATALOG.places for name in (place.name.en, place.name.fr)}
    assert {plain(name) for name in regions()} & names == set()


@pytest.mark.parametrize("word", ["Anglais", "English", "Français"])
def test_language_is_near_no_place(word):
    assert find_place(CATALOG, word) == Match()


def test_each_name_that_the_cldr_lacks_is_lacking_there_and_means_one_place():
    theirs = {plain(name) for lang in ("en", "fr") for name in territories(lang).values()}
    ours = [plain(name) for names in OTHER_NAMES.values() for name in names]
    assert len(set(ours)) == len(ours)
    assert set(ours) & theirs == set()
    assert set(OTHER_NAMES) <= set(territories("en"))


@pytest.mark.parametrize("style", [str, str.upper, str.lower, plain])
def test_every_listed_place_is_found_by_each_of_its_names(style):
    for place in CATALOG.places:
        for name in (place.code, place.name.en, place.name.fr, *place.also):
            assert find_place(CATALOG, style(name)).code == place.code, name


@pytest.mark.parametrize(
    ("word", "tag"),
    [
        ("fr", "fr"),
        ("FR", "fr"),
        ("no", "no"),
        ("NO", "no"),
        ("Norwegian", "no"),
        ("norvegien", "no"),
        ("pt-br", "pt-BR"),
        ("en_US", "en-US"),
        ("zh_hant_hk", "zh-Hant-HK"),
        ("zh-hk", "zh-HK"),
        ("cantonais", "yue"),
        ("Mandarin", "cmn"),
        ("Chinese", "zh"),
        ("Bahasa", "id"),
        ("français", "fr"),
        ("ANGLAIS", "en"),
        ("Greek", "el"),
        ("grec", "el"),
        ("hébreu", "he"),
        ("nb", "nb"),
        ("fil", "fil"),
        ("it-desk", None),
    ],
)
def test_a_language_by_its_tag_or_name(word, tag):
    assert find_language(CATALOG, word).code == tag


@pytest.mark.parametrize(("word", "near"), [("Françaiss", "fr"), ("Germann", "de")])
def test_a_near_language_is_offered_and_never_taken(word, near):
    match = find_language(CATALOG, word)
    assert match.code is None
    assert match.near[0][0] == near


@pytest.mark.parametrize("word", ["", "xx", "qqq-FR", "123", "Volapükish tongue of old"])
def test_no_language_at_all(word):
    assert find_language(CATALOG, word).code is None


@pytest.mark.parametrize(
    ("tag", "listed"),
    [
        ("fr", "fr"),
        ("fr-CA", "fr"),
        ("FR-ca", "fr"),
        ("nb", "no"),
        ("nn-NO", "no"),
        ("ms", "id"),
        ("zh", "cmn"),
        ("zh-CN", "cmn"),
        ("zh-TW", "cmn"),
        ("zh-SG", "cmn"),
        ("zh-HK", "yue"),
        ("cmn-Hans-CN", "cmn"),
        ("el", None),
        ("he-IL", None),
        ("f", None),
        ("", None),
    ],
)
def test_the_listed_language_that_a_tag_stands_for(tag, listed):
    found = CATALOG.language(tag)
    assert (found.tag if found else None) == listed


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        ("FR", "France", "France"),
        ("NO", "Norway", "Norvège"),
        ("AN", "Netherlands Antilles", "Antilles néerlandaises"),
        ("RO", "Romania", "Roumanie"),
        ("XX", "XX", "XX"),
    ],
)
def test_the_name_of_a_place(code, english, french):
    assert place_name(CATALOG, code, "en") == english
    assert place_name(CATALOG, code, "fr") == french


@pytest.mark.parametrize(
    ("tag", "english", "french"),
    [
        ("cmn", "Mandarin", "mandarin"),
        ("no", "Norwegian", "norvégien"),
        ("el", "Greek", "grec"),
        ("el-CY", "Greek", "grec"),
        ("qqq", "qqq", "qqq"),
    ],
)
def test_the_name_of_a_language(tag, english, french):
    assert language_name(CATALOG, tag, "en") == english
    assert language_name(CATALOG, tag, "fr") == french
