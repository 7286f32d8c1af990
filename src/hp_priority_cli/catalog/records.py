"""What HP sells, as plain frozen records in the shape of the files in `data/`.

The field names here *are* the keys of the YAML files. Nothing in this module knows a customer, a
file or a rule. Constraints that a type cannot say (the form of a part number, a clause that must
exist) stand in `checks`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from hp_priority_cli.readers.scalars import Between, Form

Support = Literal["included", "not-included", "not-stated"]
DeviceClass = Literal["pc", "printer", "any"]
OrderUnit = Literal["device", "contract", "open"]
LatinAmerica = Literal["certain", "possible", "no"]
SKU_FORM = "[A-Z0-9]{6}"
PLACE_FORM = "[A-Z]{2}"
EDITION_FORM = "[0-9]{4}-(?:0[1-9]|1[0-2])"
DAYS_OF_A_YEAR = 366
Clauses = Annotated[tuple[str, ...], Between(1)]
"""The ids of the clauses that a fact stands on; a fact without one is an error."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or a sentence in both languages of the tool."""

    en: str
    """In English."""
    fr: str
    """In French, with its typography."""


# -- source.yaml ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """The data sheet that every fact comes from. `edition` is a month, `YYYY-MM`."""

    id: str
    """The number that the data sheet is known by. Example: `4AA4-7521FRE`."""
    title: Bilingual
    """What it calls itself."""
    publisher: str
    """Who published it. Example: `HP`."""
    edition: Annotated[str, Form(EDITION_FORM)]
    """The month of the edition, written in quotes. Example: `2024-05`."""
    language: str
    """The language it is written in, as a BCP 47 tag. Example: `fr`."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A place in the data sheet: the section it stands in and what it says, in our words."""

    id: str
    """What answers and facts cite it by. Examples: `note-2`, `table-3`, `coverage`."""
    section: Bilingual
    """Where in the data sheet it stands."""
    says: Bilingual
    """What it says, in our own words and never the sheet's."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A point where the sheet can be read in two ways.

    `adopted` is what the data and the tool do, `other` the reading left aside; `clauses` support
    the first and `against` the second. `touches` names the conditions, notices, tiers, features,
    places or languages that would change, each as `kind:id`. `asks` is the question as it is put in
    a call, where it can be said more shortly.
    """

    id: str
    """What answers name it by. Example: `order-unit-is-device`."""
    question: Bilingual
    """What the sheet leaves open."""
    adopted: Bilingual
    """What the data and the tool hold to."""
    other: Bilingual
    """The reading left aside."""
    clauses: Clauses
    """The clauses that support what is adopted."""
    against: Clauses
    """The clauses that support the other reading."""
    touches: tuple[str, ...]
    """What would change under the other reading, each as `kind:id`. Example:
    `["condition:minimum-base", "tier:access"]`."""
    confirms: Literal["hp"]
    """Who can settle it."""
    asks: Bilingual | None = None
    """How the question is put on the phone; left out it is the question above."""


@dataclass(frozen=True, slots=True)
class Note:
    """A slip or contradiction of the sheet that changes no answer, or a claim, no promise."""

    id: str
    """What the note is known by."""
    says: Bilingual
    """What the slip, contradiction or claim is."""
    clauses: Clauses
    """Where the sheet has it."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`source.yaml`: the document, its clauses, the readings and the notes."""

    schema: Literal["hp-priority/source@1"]
    """The form of this file, with its major version."""
    document: Document
    """The data sheet itself."""
    clauses: tuple[Clause, ...]
    """Every place in the sheet that a fact may cite."""
    readings: tuple[Reading, ...]
    """Every point that can be read in two ways and could change an answer."""
    notes: tuple[Note, ...] = ()
    """What is odd in the sheet and changes no answer."""


# -- tiers.yaml -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a minimum, in covered devices: exactly one of the three counts is given.

    `devices` adds PCs and printers up; `pcs` and `printers` each count one class alone.
    """

    devices: int | None = None
    """PCs and printers added up. Example: `250`."""
    pcs: int | None = None
    """PCs alone. Example: `5000`."""
    printers: int | None = None
    """Printers alone. Example: `1000`."""


@dataclass(frozen=True, slots=True)
class OtherMinimum:
    """What a tier's minimum is under a reading that was not adopted; no ways means HP decides."""

    reading: str
    """The id of the reading under which it holds."""
    ways: tuple[Way, ...] = ()
    """The ways to reach the minimum then; none where HP decides case by case."""


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least installed base of a tier: any one of `ways` is enough (at least, `>=`)."""

    ways: Annotated[tuple[Way, ...], Between(1)]
    """The ways to reach the minimum, of which any one is enough."""
    clauses: Clauses
    """Where the sheet states the minimum."""
    other_readings: tuple[OtherMinimum, ...] = ()
    """What the minimum is under the readings that were not adopted."""


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of service. Tiers stand in the file from the lowest to the highest."""

    id: str
    """What options, requests and parts name the tier by. Example: `access-plus`."""
    name: str
    """The product's name, the same in every language. Example: `HP Priority Access Plus`."""
    summary: Bilingual
    """What the tier is, in a sentence."""
    clauses: Clauses
    """Where the sheet describes the tier."""
    minimum: Minimum
    """The least installed base."""
    order_unit: OrderUnit
    """How its parts are ordered: one for each covered `device`, one in all for the `contract`, or
    `open` where the sheet gives no hint."""
    order_unit_reading: str | None = None
    """The reading that the order unit rests on, where the sheet does not state it."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the feature matrix.

    `replaced_by` names the feature that stands in where a higher tier drops this one;
    `needs_headquarters` marks a service whose place depends on the customer's head office;
    `limited_in_latin_america` marks one that is not to be had there.
    """

    id: str
    """What comparisons name the feature by. Example: `priority-repairs`."""
    row: int
    """Its place in the matrix, from 1."""
    name: Bilingual
    """What it is called."""
    description: Bilingual
    """What the customer gets."""
    tiers: Mapping[str, Support]
    """For each tier by its id whether the feature is `included`, `not-included` or `not-stated`."""
    clauses: Clauses
    """Where the sheet speaks of it."""
    readings: tuple[str, ...] = ()
    """The readings that a cell of the row rests on."""
    replaced_by: str | None = None
    """The feature that stands in where a higher tier drops this one."""
    needs_headquarters: bool = False
    """Whether the service depends on where the customer's head office is."""
    limited_in_latin_america: bool = False
    """Whether it is not to be had in Latin America."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A prerequisite, a duty of the customer, an exclusion or an assumption."""

    id: str
    """What answers name it by."""
    says: Bilingual
    """What it says, in our own words."""
    clauses: Clauses
    """Where the sheet says it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms on offer, in years, and the days after purchase in which activation begins."""

    years: Annotated[tuple[Annotated[int, Between(1)], ...], Between(1)]
    """The terms on offer, in years. Example: `[1, 2, 3, 4, 5]`."""
    activation_days: Annotated[int, Between(0, DAYS_OF_A_YEAR)]
    """The days after purchase within which activation begins. Example: `30`."""
    clauses: Clauses
    """Where the sheet says so."""
    says: Bilingual
    """What it says of terms and activation."""


@dataclass(frozen=True, slots=True)
class DeviceType:
    """A kind of device: counted as a PC or a printer, or covered with one and never counted."""

    id: str
    """What it is known by. Example: `notebook`."""
    name: Bilingual
    """What it is called."""
    counted_as: Literal["pc", "printer"] | None
    """The class it is counted in; null where it is covered with another and never counted."""
    clauses: Clauses
    """Where the sheet names it."""
    words: tuple[str, ...] = ()
    """What asset tools and people call it beside its name, in either language. A word that could
    mean two types belongs to none. Example: `["laptop", "ordinateur portable"]`."""


@dataclass(frozen=True, slots=True)
class OtherType:
    """A known kind of device that is no part of the services."""

    id: str
    """What it is known by. Example: `tablet`."""
    name: Bilingual
    """What it is called."""
    clauses: Clauses
    """Where the sheet leaves it out."""
    words: tuple[str, ...] = ()
    """What asset tools and people call it beside its name, in either language.
    Example: `["tablet PC", "tablette tactile"]`."""


@dataclass(frozen=True, slots=True)
class TiersFile:
    """`tiers.yaml`: tiers, features, device types, terms and the conditions around them.

    `prerequisites` holds one statement for each of the conditions `it-desk`, `whole-base` and
    `listed-country` (a minimum stands with its tier), `notices` one for each notice that the tool
    may give: what it means and where the sheet says it.
    """

    schema: Literal["hp-priority/tiers@1"]
    """The form of this file, with its major version."""
    tiers: Annotated[tuple[Tier, ...], Between(1)]
    """The tiers, from the lowest to the highest."""
    features: tuple[Feature, ...]
    """The rows of the feature matrix, in its order."""
    device_types: tuple[DeviceType, ...]
    """The kinds of device that are covered."""
    terms: Terms
    """The terms on offer and when they begin."""
    prerequisites: tuple[Statement, ...]
    """What a customer must meet beside the minimum: one statement for each condition."""
    assumptions: tuple[Statement, ...]
    """What is taken for granted, printed and never asked."""
    duties: tuple[Statement, ...]
    """What the customer has to do during the term."""
    exclusions: tuple[Statement, ...]
    """What the services do not cover."""
    notices: tuple[Statement, ...]
    """What each notice that the tool may give means."""
    other_types: tuple[OtherType, ...] = ()
    """Known kinds of device that are no part of the services."""


# -- skus.yaml --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """An orderable part. `band` is the number of seats in its label, where it has one."""

    sku: Annotated[str, Form(SKU_FORM)]
    """The part number: six capitals or digits. Example: `U80M6E`."""
    tier: str
    """The id of the tier that it buys. Example: `access`."""
    device_class: DeviceClass
    """The devices that it is for: PCs (`pc`), printers (`printer`), or both (`any`)."""
    term_years: int
    """Its term, in years. Example: `3`."""
    description: Bilingual
    """What the price list calls it."""
    band: int | None = None
    """The number of seats in its label, where it has one: a label, no minimum. Example: `250`."""


@dataclass(frozen=True, slots=True)
class SkusFile:
    """`skus.yaml`: every part, with the clauses that the list stands in.

    `look_alikes` are numbers that are easily misread (O and 0, B and 8, ...), each of which was
    compared with the data sheet letter by letter.
    """

    schema: Literal["hp-priority/skus@1"]
    """The form of this file, with its major version."""
    clauses: Clauses
    """Where the sheet lists the parts."""
    band_reading: str
    """The reading by which the seats in a label are no minimum."""
    parts: tuple[Part, ...]
    """Every part that can be ordered."""
    look_alikes: tuple[str, ...] = ()
    """Numbers that are easily misread, each compared with the data sheet letter by letter."""


# -- coverage.yaml ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A country or territory on the list, by its ISO 3166-1 code.

    `successors` are the codes that replaced a withdrawn one and are taken on the strength of
    `reading`; `confused_with` are places that the printed name could also mean, same reading.
    """

    code: Annotated[str, Form(PLACE_FORM)]
    """Its ISO 3166-1 code, always in quotes: a bare NO is no to many readers. Example: `FR`."""
    name: Bilingual
    """What the list calls it."""
    latin_america: LatinAmerica = "no"
    """Whether the limits for Latin America reach it: `certain`, `possible` or `no`."""
    also: tuple[str, ...] = ()
    """Further names that it answers to."""
    withdrawn: date | None = None
    """The day on which its code was withdrawn. Example: `2010-12-15`."""
    successors: tuple[str, ...] = ()
    """The codes that replaced a withdrawn one. Example: `["BQ", "CW", "SX"]`."""
    confused_with: tuple[str, ...] = ()
    """The codes of places that the printed name could also mean. Example: `["GF"]`."""
    reading: str | None = None
    """The reading by which successors or the meaning of the name are taken."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the list with its places."""

    id: str
    """What the region is known by. Example: `americas`."""
    name: Bilingual
    """What the list calls it."""
    places: tuple[Place, ...]
    """Its places, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Language:
    """A support language by its BCP 47 tag.

    `accepts` are other tags taken as this one, `ambiguous` the tags whose use deserves a notice.
    """

    tag: str
    """Its BCP 47 tag, always in quotes: a bare no is no to many readers. Example: `fr`."""
    name: Bilingual
    """What the list calls it."""
    also: tuple[str, ...] = ()
    """Further names that it answers to."""
    accepts: tuple[str, ...] = ()
    """Other tags that are taken as this one. Example: `["nb", "nn"]`."""
    ambiguous: tuple[str, ...] = ()
    """The tags, among these, whose use deserves a notice."""
    reading: str | None = None
    """The reading by which the tag was chosen, where the sheet leaves it open."""


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name that more than one place answers to: asked back, never guessed."""

    name: str
    """The name as people write it. Example: `Guyane`."""
    codes: tuple[str, ...]
    """The places that it could mean. Example: `["GY", "GF"]`."""


@dataclass(frozen=True, slots=True)
class AroundTheClock:
    """The languages in which live help is given 24x7."""

    languages: tuple[str, ...]
    """Their tags. Example: `["en"]`."""
    clauses: Clauses
    """Where the sheet says so."""
    reading: str
    """The reading by which that is about live help."""


@dataclass(frozen=True, slots=True)
class LatinAmericaRule:
    """Where the limits for Latin America are written, and the reading of its extent."""

    clauses: Clauses
    """Where the limits are written."""
    reading: str
    """The reading of what Latin America takes in."""


@dataclass(frozen=True, slots=True)
class CoverageFile:
    """`coverage.yaml`: places by region, support languages, and the rules that hang on either.

    `wrong_codes` maps a code in common but wrong use to the right one (`UK` to `GB`).
    """

    schema: Literal["hp-priority/coverage@1"]
    """The form of this file, with its major version."""
    clauses: Clauses
    """Where the sheet lists the places."""
    language_clauses: Clauses
    """Where the sheet lists the languages."""
    regions: tuple[Region, ...]
    """The places, region by region."""
    languages: tuple[Language, ...]
    """The support languages."""
    ambiguous_names: tuple[AmbiguousName, ...]
    """Names that more than one place answers to: asked back, never guessed."""
    wrong_codes: Mapping[str, str]
    """Codes in common but wrong use, each with the right one. Example: `{"UK": "GB"}`."""
    around_the_clock: AroundTheClock
    """In which languages live help is given at all hours."""
    latin_america: LatinAmericaRule
    """The limits for Latin America."""
