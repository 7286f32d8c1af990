"""What HP sells, as plain frozen records in the shape of the files in `data/`.

The field names here *are* the keys of the YAML files. Nothing in this module knows a customer, a
file or a rule. Constraints that a type cannot say (the form of a part number, a clause that must
exist) stand in `checks`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Support = Literal["included", "not-included", "not-stated"]
DeviceClass = Literal["pc", "printer", "any"]
OrderUnit = Literal["device", "contract", "open"]
LatinAmerica = Literal["certain", "possible", "no"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name or a sentence in both languages of the tool."""

    en: str
    fr: str


# -- source.yaml ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Document:
    """The data sheet that every fact comes from. `edition` is a month, `YYYY-MM`."""

    id: str
    title: Bilingual
    publisher: str
    edition: str
    language: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A place in the data sheet: the section it stands in and what it says, in our words."""

    id: str
    section: Bilingual
    says: Bilingual


@dataclass(frozen=True, slots=True)
class Reading:
    """A point where the sheet can be read in two ways.

    `adopted` is what the data and the tool do, `other` the reading left aside; `clauses` support
    the first and `against` the second. `touches` names the conditions, notices, tiers, features,
    places or languages that would change, each as `kind:id`. `asks` is the question as it is put in
    a call, where it can be said more shortly.
    """

    id: str
    question: Bilingual
    adopted: Bilingual
    other: Bilingual
    clauses: tuple[str, ...]
    against: tuple[str, ...]
    touches: tuple[str, ...]
    confirms: Literal["hp"]
    asks: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A slip or contradiction of the sheet that changes no answer, or a claim, no promise."""

    id: str
    says: Bilingual
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """`source.yaml`: the document, its clauses, the readings and the notes."""

    schema: Literal["hp-priority/source@1"]
    document: Document
    clauses: tuple[Clause, ...]
    readings: tuple[Reading, ...]
    notes: tuple[Note, ...] = ()


# -- tiers.yaml -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a minimum, in covered devices: exactly one of the three counts is given.

    `devices` adds PCs and printers up; `pcs` and `printers` each count one class alone.
    """

    devices: int | None = None
    pcs: int | None = None
    printers: int | None = None


@dataclass(frozen=True, slots=True)
class OtherMinimum:
    """What a tier's minimum is under a reading that was not adopted; no ways means HP decides."""

    reading: str
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class Minimum:
    """The least installed base of a tier: any one of `ways` is enough (at least, `>=`)."""

    ways: tuple[Way, ...]
    clauses: tuple[str, ...]
    other_readings: tuple[OtherMinimum, ...] = ()


@dataclass(frozen=True, slots=True)
class Tier:
    """A level of service. Tiers stand in the file from the lowest to the highest."""

    id: str
    name: str
    summary: Bilingual
    clauses: tuple[str, ...]
    minimum: Minimum
    order_unit: OrderUnit
    order_unit_reading: str | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """A row of the feature matrix.

    `replaced_by` names the feature that stands in where a higher tier drops this one;
    `needs_headquarters` marks a service whose place depends on the customer's head office;
    `limited_in_latin_america` marks one that is not to be had there.
    """

    id: str
    row: int
    name: Bilingual
    description: Bilingual
    tiers: Mapping[str, Support]
    clauses: tuple[str, ...]
    readings: tuple[str, ...] = ()
    replaced_by: str | None = None
    needs_headquarters: bool = False
    limited_in_latin_america: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A prerequisite, a duty of the customer, an exclusion or an assumption."""

    id: str
    says: Bilingual
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms on offer, in years, and the days after purchase in which activation begins."""

    years: tuple[int, ...]
    activation_days: int
    clauses: tuple[str, ...]
    says: Bilingual


@dataclass(frozen=True, slots=True)
class DeviceType:
    """A kind of device: counted as a PC or a printer, or covered with one and never counted."""

    id: str
    name: Bilingual
    counted_as: Literal["pc", "printer"] | None
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TiersFile:
    """`tiers.yaml`: tiers, features, device types, terms and the conditions around them.

    `prerequisites` holds one statement for each of the conditions `it-desk`, `whole-base` and
    `listed-country` (a minimum stands with its tier), `notices` one for each notice that the tool
    may give: what it means and where the sheet says it.
    """

    schema: Literal["hp-priority/tiers@1"]
    tiers: tuple[Tier, ...]
    features: tuple[Feature, ...]
    device_types: tuple[DeviceType, ...]
    terms: Terms
    prerequisites: tuple[Statement, ...]
    assumptions: tuple[Statement, ...]
    duties: tuple[Statement, ...]
    exclusions: tuple[Statement, ...]
    notices: tuple[Statement, ...]


# -- skus.yaml --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """An orderable part. `band` is the number of seats in its label, where it has one."""

    sku: str
    tier: str
    device_class: DeviceClass
    term_years: int
    description: Bilingual
    band: int | None = None


@dataclass(frozen=True, slots=True)
class SkusFile:
    """`skus.yaml`: every part, with the clauses that the list stands in."""

    schema: Literal["hp-priority/skus@1"]
    clauses: tuple[str, ...]
    band_reading: str
    parts: tuple[Part, ...]


# -- coverage.yaml ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A country or territory on the list, by its ISO 3166-1 code.

    `successors` are the codes that replaced a withdrawn one and are taken on the strength of
    `reading`; `confused_with` are places that the printed name could also mean, same reading.
    """

    code: str
    name: Bilingual
    latin_america: LatinAmerica = "no"
    also: tuple[str, ...] = ()
    withdrawn: date | None = None
    successors: tuple[str, ...] = ()
    confused_with: tuple[str, ...] = ()
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A region of the list with its places."""

    id: str
    name: Bilingual
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Language:
    """A support language by its BCP 47 tag.

    `accepts` are other tags taken as this one, `ambiguous` the tags whose use deserves a notice.
    """

    tag: str
    name: Bilingual
    also: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name that more than one place answers to: asked back, never guessed."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AroundTheClock:
    """The languages in which live help is given 24x7."""

    languages: tuple[str, ...]
    clauses: tuple[str, ...]
    reading: str


@dataclass(frozen=True, slots=True)
class LatinAmericaRule:
    """Where the limits for Latin America are written, and the reading of its extent."""

    clauses: tuple[str, ...]
    reading: str


@dataclass(frozen=True, slots=True)
class CoverageFile:
    """`coverage.yaml`: places by region, support languages, and the rules that hang on either.

    `wrong_codes` maps a code in common but wrong use to the right one (`UK` to `GB`).
    """

    schema: Literal["hp-priority/coverage@1"]
    clauses: tuple[str, ...]
    language_clauses: tuple[str, ...]
    regions: tuple[Region, ...]
    languages: tuple[Language, ...]
    ambiguous_names: tuple[AmbiguousName, ...]
    wrong_codes: Mapping[str, str]
    around_the_clock: AroundTheClock
    latin_america: LatinAmericaRule
