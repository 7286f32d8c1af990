"""The catalog: the four data files as one frozen whole, with the look-ups that everyone needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hp_priority_cli.catalog.records import (
    Clause,
    CoverageFile,
    DeviceClass,
    Document,
    Feature,
    Language,
    Part,
    Place,
    Reading,
    SkusFile,
    SourceFile,
    Statement,
    Tier,
    TiersFile,
)
from hp_priority_cli.readers.used import UsedFile


@dataclass(frozen=True, eq=False)
class Catalog:
    """One edition of the data. `folder` is where it was read, `sha256` the hash of its content,
    `files` are the files with a hash each.

    Compared by identity: two editions are told apart by their `sha256`.
    """

    folder: str
    sha256: str
    files: tuple[UsedFile, ...]
    tiers_file: TiersFile
    skus_file: SkusFile
    coverage: CoverageFile
    source: SourceFile

    @property
    def document(self) -> Document:
        """The data sheet behind every fact."""
        return self.source.document

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers from the lowest to the highest."""
        return self.tiers_file.tiers

    @property
    def features(self) -> tuple[Feature, ...]:
        """The rows of the feature matrix, in its order."""
        return self.tiers_file.features

    @property
    def terms(self) -> tuple[int, ...]:
        """The terms on offer, in years."""
        return self.tiers_file.terms.years

    @property
    def parts(self) -> tuple[Part, ...]:
        """Every orderable part, in the order of the file."""
        return self.skus_file.parts

    @cached_property
    def tier_ids(self) -> tuple[str, ...]:
        """The ids of the tiers from the lowest to the highest."""
        return tuple(tier.id for tier in self.tiers)

    def tier(self, tier_id: str) -> Tier:
        """The tier of that id; KeyError where there is none."""
        return self._tiers_by_id[tier_id]

    def short_name(self, tier_id: str) -> str:
        """A tier's name without the words that the names of all tiers begin with."""
        return " ".join(self.tier(tier_id).name.split()[self._shared_words :])

    def prerequisite(self, code: str) -> Statement:
        """The statement behind the condition `it-desk`, `whole-base` or `listed-country`."""
        return self._prerequisites[code]

    def notice(self, code: str) -> Statement:
        """What a notice means and the clauses that it stands on."""
        return self._notices[code]

    def reading(self, reading_id: str) -> Reading:
        """The reading of that id; KeyError where there is none."""
        return self._readings[reading_id]

    def part(self, sku: str) -> Part | None:
        """The part of exactly that number."""
        return self._parts_by_sku.get(sku)

    def part_for(self, tier_id: str, device_class: DeviceClass, term_years: int) -> Part | None:
        """The one part for a tier, device class and term, or None where there is a gap."""
        return self._parts_by_use.get((tier_id, device_class, term_years))

    def device_classes(self, tier_id: str) -> tuple[DeviceClass, ...]:
        """The device classes that a tier needs parts for: PCs and printers, whether it has parts
        for them or not, unless it has parts for any device.
        """
        used = {part.device_class for part in self.parts if part.tier == tier_id}
        order: tuple[DeviceClass, ...] = ("pc", "printer", "any")
        return tuple(each for each in order if each in used) if "any" in used else order[:2]

    def place(self, code: str) -> Place | None:
        """The place printed in the list under that code."""
        return self._places.get(code)

    def predecessor(self, code: str) -> Place | None:
        """The withdrawn place on the list that `code` is a successor of."""
        return self._predecessors.get(code)

    def entry(self, code: str) -> Place | None:
        """The entry of the list that a place is taken under: its own or its predecessor's."""
        return self.place(code) or self.predecessor(code)

    def mistaken_for(self, code: str) -> Place | None:
        """The listed place whose printed name could also mean `code`, which is not listed."""
        return self._mistaken.get(code)

    def language(self, tag: str) -> Language | None:
        """The listed language that a tag stands for, subtags dropped from the right (RFC 4647)."""
        wanted = tag.lower()
        while wanted:
            if wanted in self._languages:
                return self._languages[wanted]
            wanted = wanted.rpartition("-")[0]
        return None

    def is_ambiguous(self, tag: str) -> bool:
        """Whether the tag, subtags dropped, is one that the list does not settle."""
        wanted = tag.lower()
        while wanted and wanted not in self._languages:
            wanted = wanted.rpartition("-")[0]
        found = self._languages.get(wanted)
        return found is not None and wanted in found.ambiguous

    def features_of(self, tier_id: str) -> tuple[Feature, ...]:
        """The features that a tier includes beyond doubt."""
        return tuple(row for row in self.features if row.tiers.get(tier_id) == "included")

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every place of the list, region by region."""
        return tuple(place for region in self.coverage.regions for place in region.places)

    @cached_property
    def _tiers_by_id(self) -> Mapping[str, Tier]:
        return {tier.id: tier for tier in self.tiers}

    @cached_property
    def _shared_words(self) -> int:
        """How many words the names of all tiers begin with; a tier alone shares none."""
        names = [tier.name.split() for tier in self.tiers]
        shared = 0
        while len(names) > 1 and all(len(name) > shared + 1 for name in names):
            if len({name[shared] for name in names}) > 1:
                break
            shared += 1
        return shared

    @cached_property
    def _prerequisites(self) -> Mapping[str, Statement]:
        return {each.id: each for each in self.tiers_file.prerequisites}

    @cached_property
    def _notices(self) -> Mapping[str, Statement]:
        return {each.id: each for each in self.tiers_file.notices}

    @cached_property
    def _readings(self) -> Mapping[str, Reading]:
        return {each.id: each for each in self.source.readings}

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """The clauses of the sheet by their id."""
        return {each.id: each for each in self.source.clauses}

    @cached_property
    def _parts_by_sku(self) -> Mapping[str, Part]:
        return {part.sku: part for part in self.parts}

    @cached_property
    def _parts_by_use(self) -> Mapping[tuple[str, str, int], Part]:
        return {(part.tier, part.device_class, part.term_years): part for part in self.parts}

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {place.code: place for place in self.places}

    @cached_property
    def _predecessors(self) -> Mapping[str, Place]:
        return {code: place for place in self.places for code in place.successors}

    @cached_property
    def _mistaken(self) -> Mapping[str, Place]:
        return {code: place for place in self.places for code in place.confused_with}

    @cached_property
    def _languages(self) -> Mapping[str, Language]:
        accepted = {tag.lower(): each for each in self.coverage.languages for tag in each.accepts}
        return accepted | {each.tag.lower(): each for each in self.coverage.languages}
