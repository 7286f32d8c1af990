"""Codes and values of the pure rooms to sentences: conditions, notices, questions, errors."""

from collections.abc import Iterable, Mapping, Sequence

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.devices import ANY_PC
from hp_priority_cli.catalog.explain import Entry
from hp_priority_cli.catalog.names import language_name, place_name, plain
from hp_priority_cli.catalog.records import Bilingual, DeviceType, OtherType
from hp_priority_cli.customer.records import ACCEPTED, NO, REFUSED
from hp_priority_cli.eligibility.records import Condition, Counts, Notice, OpenPoint, WayIn
from hp_priority_cli.errors import Finding, UserError
from hp_priority_cli.presentation.expectations import expectation_fields, reasons
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.reasons import reason

_COUNTED = ("pcs", "printers", "devices", "consumer_pcs", "displays", "term_years")
_QUOTED = ("value", "word", "key", "id", "tag", "name", "case", "title")
_ALL_OF = {
    "countries": "country",
    "skus": "sku",
    "beyond": "sku",
    "nothing_to_pay": "sku",
    "books": "book",
    "others": "book",
    "sheets": "sheet",
    "titles": "title",
}
"""Lists that are told as a whole, with the key of one item; any other list gives choices."""
_LONGEST = 100
"""The most that a sentence quotes of a text from outside."""
_PLACES = ("country", "other", "listed_as", "candidate", "near_place")


class Wording:
    """Sentences in one language, with places, languages and tiers called by the catalog's names."""

    def __init__(self, catalog: Catalog | None, phrases: Phrases) -> None:
        self._catalog = catalog
        self.phrases = phrases

    @property
    def catalog(self) -> Catalog:
        """The catalog that names things; only an error about the catalog itself does without."""
        if self._catalog is None:
            raise LookupError("no catalog was loaded")
        return self._catalog

    # -- names ----------------------------------------------------------------------------

    def place(self, code: str) -> str:
        """`Romania (RO)`."""
        name = place_name(self.catalog, code, self.phrases.language)
        return self.phrases.say("name.with-code", name=name, code=code)

    def places(self, codes: Iterable[str]) -> str:
        """Several places by name, in the order of their names: `Norway (NO) and Romania (RO)`."""
        return self.phrases.all_of(
            sorted((self._named("country", code) for code in codes), key=plain)
        )

    def language(self, tag: str) -> str:
        """`Greek (el)`."""
        name = language_name(self.catalog, tag, self.phrases.language)
        return self.phrases.say("name.with-code", name=name, code=tag)

    def tier(self, tier_id: str) -> str:
        """The full name of a tier."""
        return self.catalog.tier(tier_id).name

    def short_tier(self, tier_id: str) -> str:
        """A tier's name without the words that all tiers share, for narrow columns."""
        return self.catalog.short_name(tier_id)

    def _tier_with_id(self, tier_id: str) -> str:
        return self.phrases.say("name.with-code", name=self.tier(tier_id), code=tier_id)

    def feature(self, feature_id: str) -> str:
        """The name of a feature."""
        row = next(row for row in self.catalog.features if row.id == feature_id)
        return self.text(row.name)

    def text(self, both: Bilingual) -> str:
        """A text of the catalog in the language of the sentences."""
        return both.fr if self.phrases.language == "fr" else both.en

    def device_class(self, name: str) -> str:
        """The noun of a device class: `PCs`, `printers`, `PCs and printers`."""
        return self.phrases.say(f"class.{name}")

    def device_type(self, type_: str) -> str:
        """What a type of device is called, one of the services or another."""
        if type_ == ANY_PC:
            return self.device_class("pc")
        file = self.catalog.tiers_file
        types: tuple[DeviceType | OtherType, ...] = (*file.device_types, *file.other_types)
        return self.text(next(each.name for each in types if each.id == type_))

    def counts(self, counts: Counts) -> str:
        """`700 PCs and 400 printers`; a class with none is left out beside another."""
        some = {key: number for key, number in counts.items() if number} or counts
        return self.phrases.all_of([self.phrases.count(f"count.{k}", n) for k, n in some.items()])

    def ways(self, ways: Sequence[Counts]) -> str:
        """`5,000 PCs or 1,000 printers`, one count a way."""
        return self.phrases.any_of([self._way(way) for way in ways])

    def _way(self, way: Counts) -> str:
        [(key, number)] = way.items()
        return self.phrases.count(f"minimum.{key}", number)

    def way_in(self, way: WayIn) -> str:
        """`3,800 more PCs`, with the facts that must change too."""
        more = [self.phrases.count(f"more.{key}", n) for key, n in way.add.items()]
        return self.phrases.all_of([*more, *(self.phrases.say(f"set.{key}") for key in way.set)])

    def ways_in(self, ways: Sequence[WayIn]) -> str:
        """Every way in: the devices as alternatives, the facts that all ways share said once."""
        facts = [self.phrases.say(f"set.{key}") for key in (ways[0].set if ways else ())]
        more = [self.way_in(WayIn(way.add)) for way in ways if way.add]
        return self.phrases.all_of([*([self.phrases.any_of(more)] if more else []), *facts])

    def entry_name(self, entry: Entry) -> str:
        """What a person calls something that `explain` found."""
        if entry.kind == "place":
            return self.place(entry.id)
        if entry.kind == "language":
            return self.language(entry.id)
        return entry.id if entry.name is None else self.text(entry.name)

    def entry_text(self, entry: Entry) -> str:
        """What it means, in a sentence or two."""
        if entry.says is not None:
            return self.text(entry.says)
        if entry.kind in ("place", "language"):
            fields = {"name": self.entry_name(entry), **self.fields(entry.facts)}
            said = self.phrases.say(f"explain.{entry.kind}.{entry.facts['standing']}", **fields)
            return f"{said} {self._taken_as(entry)}" if self._is_unsettled(entry) else said
        if entry.kind == "rule":
            outline = self.phrases.outline
            return f"{outline(f'finding.{entry.id}')} {outline(f'finding-remedy.{entry.id}')}"
        return self.phrases.say(f"explain.{entry.kind}.{entry.id}")

    def _is_unsettled(self, entry: Entry) -> bool:
        """Whether it is a tag that may mean several languages, with no reading to say so."""
        is_language = entry.kind == "language" and not entry.readings
        return is_language and self.catalog.is_ambiguous(entry.id)

    def _taken_as(self, entry: Entry) -> str:
        taken = self.language(str(entry.facts["listed_as"]))
        return self.phrases.say(
            "explain.language.taken-as",
            language=self.language(entry.id),
            taken=taken,
            **self._meant(entry.id),
        )

    # -- sentences ------------------------------------------------------------------------

    def condition(self, condition: Condition) -> str:
        """What was found on a condition."""
        return self.phrases.say(
            f"condition.{condition.code}.{self._case(condition)}", **self._condition(condition)
        )

    def remedy(self, condition: Condition) -> str | None:
        """What would mend a condition that is not met or settle one that is open."""
        if condition.outcome == "met":
            return None
        key = f"remedy.{condition.code}.{self._case(condition)}"
        short = [{key: -n for key, n in way.items()} for way in condition.margin or ()]
        ways = self.phrases.any_of([self.way_in(WayIn(each)) for each in short])
        return self.phrases.say(key, ways=ways, settled=self.ways_in(condition.settled_by))

    def _case(self, condition: Condition) -> str:
        """The outcome, told apart where one outcome has two sentences."""
        said = set(condition.answers.values())
        if condition.code == "minimum-base" and said & {ACCEPTED, REFUSED}:
            return ACCEPTED if ACCEPTED in said else REFUSED
        if condition.code == "minimum-base" and condition.outcome == "met" and said:
            return "confirmed"
        if condition.code == "listed-country" and said:
            return self._place_case(condition, said)
        if condition.code == "minimum-base" and condition.outcome == "disputed":
            return "disputed" if condition.settled_by else "left-to-hp"
        if condition.code == "listed-country" and condition.outcome == "unknown":
            return "some-not-listed" if condition.measured["not_listed"] else "unknown"
        return condition.outcome

    def _place_case(self, condition: Condition, said: set[str]) -> str:
        """The case of a condition on places about which HP answered."""
        if condition.outcome == "unknown" and NO in said:
            return "share-of-base"
        if condition.outcome == "met" and NO in said:
            return "left-out"
        cases = {"met": "confirmed", "not-met": "refused", "unknown": "some-not-listed"}
        return cases.get(condition.outcome, condition.outcome)

    def _condition(self, condition: Condition) -> dict[str, str]:
        if condition.code == "minimum-base":
            required: Sequence[Counts] = condition.required  # type: ignore[assignment]
            stated: Counts = condition.measured  # type: ignore[assignment]
            return {"stated": self.counts(stated), "required": self.ways(required)}
        if condition.code == "listed-country":
            lists: Mapping[str, Sequence[str]] = condition.measured  # type: ignore[assignment]
            return {key: self.places(codes) for key, codes in lists.items()}
        return {}

    def notice(self, notice: Notice, **several: Sequence[str]) -> str:
        """The sentence of a notice; `several` are all that it is about in the stead of one."""
        fields = {**self.fields(notice.values), **self._several(several)}
        key = self.notice_key(notice)
        if notice.code == "around-the-clock-english-only":
            live = self.catalog.coverage.around_the_clock.languages
            names = [language_name(self.catalog, tag, self.phrases.language) for tag in live]
            fields["live"] = self.phrases.all_of(names)
            if tags := several.get("language"):
                key = f"{key}.several"
                fields["language"] = self.phrases.none_of([self.language(tag) for tag in tags])
        elif notice.code == "language-ambiguous":
            fields |= self._meant(str(notice.values["language"]))
        return self.phrases.say(key, **fields)

    def types_not_eligible(self, notices: Sequence[Notice]) -> str:
        """One sentence for the device types that are not eligible, each with its count."""
        say = self.phrases.say
        counted = [say("type.counted", **self.fields(each.values)) for each in notices]
        return say("notice.types-not-eligible", devices=self.phrases.all_of(counted))

    def _several(self, several: Mapping[str, Sequence[str]]) -> dict[str, str]:
        """Places in the order of their names, languages as they come."""
        return {
            key: self.places(items)
            if key == "country"
            else self.phrases.all_of([self.language(tag) for tag in items])
            for key, items in several.items()
        }

    def notice_key(self, notice: Notice) -> str:
        """The key of a notice's sentence, told apart where one code has several."""
        case = ""
        if notice.code == "around-the-clock-english-only":
            live = self.catalog.coverage.around_the_clock.languages
            case = ".none" if not live else ".any" if notice.values["language"] is None else ""
        elif notice.code == "language-ambiguous":
            listed = self.catalog.language(str(notice.values["language"]))
            case = ".reading" if listed is not None and listed.reading else ""
        elif notice.values.get("countries"):
            case = ".at-sites"
        return f"notice.{notice.code}{case}"

    def _meant(self, tag: str) -> dict[str, str]:
        """The reading by which an ambiguous tag was taken, else the languages it may stand for."""
        listed = self.catalog.language(tag)
        if listed is not None and listed.reading:
            return {"reading": listed.reading}
        bare = tag.partition("-")[0]
        meant = [
            each.tag
            for each in self.catalog.coverage.languages
            if bare in {known.partition("-")[0] for known in (each.tag, *each.accepts)}
        ]
        return {"choices": self.phrases.any_of([self.language(each) for each in meant])}

    def confirmation(self, point: str) -> str:
        """What was said of a point that the data do not know: only a saved answer can tell."""
        raise LookupError(point)

    def tiers(self, tier_ids: Sequence[str]) -> str:
        """Several tiers by their short names: `Management and Management Plus`."""
        return self.phrases.all_of([self.short_tier(tier_id) for tier_id in tier_ids])

    def question(
        self,
        point: OpenPoint,
        verdicts: Mapping[str, str] | None = None,
        countries: Sequence[str] = (),
        *,
        by_codes: bool = False,
    ) -> str:
        """The question of an open point, with what hangs on it: a verdict, or one for each tier.

        With `countries` it is asked of all those places at once. With `by_codes` places are called
        by their codes and the question is as short as it can be.
        """
        case = ""
        if point.code == "country-not-listed" and point.values["devices"] is not None:
            case = ".with-devices"
        elif point.values.get("countries"):
            case = ".at-sites"
        values = {**point.values}
        if point.reading is not None:
            reading = self.catalog.reading(point.reading)
            values["question"] = self.text(reading.asks or reading.question)
        fields = self.fields(values)
        if "device_class" in values:
            fields["of_class"] = self.phrases.say(f"class.of.{values['device_class']}")
        if by_codes and not case and self.phrases.has(f"question.{point.code}.by-codes"):
            case = ".by-codes"
            fields |= {f"{key}_code": values[key] for key in _PLACES if key in values}
            fields["codes"] = " ".join(countries or [str(values["country"])])
        if countries:
            fields["country"] = self.places(countries)
        if verdicts:
            each = [self.phrases.say("verdict.of", tier=t, verdict=v) for t, v in verdicts.items()]
            fields["verdict_without"] = self.phrases.say("list.comma").join(each)
        return self.phrases.say(f"question.{point.code}{case}", **fields)

    def reading_question(self, point: OpenPoint) -> str:
        """What is in doubt where an open point hangs on a reading, as it is written down."""
        return self.text(self.catalog.reading(str(point.reading)).question)

    def error(self, error: UserError) -> str:
        """What went wrong, in one sentence."""
        key = f"error.{error.code}{_case_of(error)}"
        if error.code == "discount-needs-approval":
            key = f"{key}.{_why_approval(error)}"
        return self.phrases.say(key, **self.fields(error.values))

    def error_remedy(self, error: UserError) -> str | None:
        """What to do about an error, where there is more to say than the message does."""
        key = f"error-remedy.{error.code}{_case_of(error)}"
        cases = "near" if error.values.get("near") else "", str(error.values.get("option"))
        key = next((k for c in cases if self.phrases.has(k := f"{key}.{c.strip('-')}")), key)
        if error.code == "no-part-for-term" and not error.values["terms"]:
            key = f"{key}.none"
        return self.phrases.say(key, **self.fields(error.values)) if self.phrases.has(key) else None

    def finding(self, finding: Finding) -> str:
        """What is wrong at a place, and why where that is known."""
        said = self.phrases.say(f"finding.{finding.code}", **self._finding(finding))
        return " ".join([said, *reasons(finding.values, self)])

    def finding_remedy(self, finding: Finding) -> str:
        """What to do about a finding."""
        near = finding.values.get("near")
        case = ".near" if near else ""
        return self.phrases.say(f"finding-remedy.{finding.code}{case}", **self._finding(finding))

    def _finding(self, finding: Finding) -> dict[str, object]:
        """The fields of a finding: a value as a file would hold it, a type by its noun."""
        if "topic" in finding.values:
            return expectation_fields(finding.values, self)
        fields = self.fields({k: v for k, v in finding.values.items() if k != "value"})
        if "value" in finding.values:
            fields["value"] = self._written(finding.values["value"])
        if "wanted" in finding.values:
            wanted = finding.values["wanted"]
            fields["wanted"] = self.phrases.say(f"wanted.{wanted}")
            fields["example"] = self.phrases.say(f"example.{wanted}")
        return fields

    def _written(self, value: object) -> str:
        """A value as it stands in a file; a collection by its kind alone."""
        words = {None: "null", True: "true", False: "false"}
        if isinstance(value, (dict, list)):
            return self.phrases.say("wanted.list" if isinstance(value, list) else "wanted.mapping")
        if value is None or isinstance(value, bool):
            return words[value]
        if isinstance(value, str):
            return self.phrases.say("quoted", text=_shortened(value))
        return self.phrases.shown(value)

    def fields(self, values: Mapping[str, object]) -> dict[str, object]:
        """The values of a sentence, each as it is read in the language.

        Where both classes are counted, `counts` names those that are there.
        """
        shown = {key: self._field(key, value) for key, value in values.items()}
        both = {key: value for key, value in values.items() if key in ("pcs", "printers")}
        if len(both) > 1:
            shown["counts"] = self._field("counts", both)
        return shown

    def _field(self, key: str, value: object) -> object:
        if isinstance(value, str):
            return self._named(key, value)
        if isinstance(value, Mapping):
            return self.counts(value) if set(value) <= {"pcs", "printers"} else str(dict(value))
        if isinstance(value, int) and key in _COUNTED:
            return self.phrases.count(f"count.{key}", value)
        if key in _ALL_OF and isinstance(value, tuple):
            return self._all(key, value)
        if isinstance(value, (tuple, list)):
            return self.phrases.any_of([str(self._field(key.removesuffix("s"), v)) for v in value])
        return "" if value is None else value

    def _all(self, key: str, values: Sequence[str]) -> str:
        """A list that is told as a whole."""
        if key == "countries":
            return self.places(values)
        return self.phrases.all_of([self._named(_ALL_OF[key], each) for each in values])

    def _named(self, key: str, text: str) -> str:
        if key in _QUOTED:
            return _shortened(text)
        if key in ("reason", "problem"):
            return reason(text, self.phrases)
        if key == "metavar":
            return self._metavar(text)
        if self._catalog is None:  # an error about the data that would name it
            return text
        if key in _PLACES:
            return self.place(text)
        names = {
            "language": self.language,
            "near_language": self.language,
            "near_tier": self._tier_with_id,
            "tier": self.tier,
            "highest_possible": self.tier,
            "device_class": self.device_class,
            "device_classe": self.device_class,
            "feature": self.feature,
            "replaced_by": self.feature,
            "verdict_without": self.verdict,
            "unit": self.unit,
            "book_unit": self.unit,
        }
        return names[key](text) if key in names else text

    def _metavar(self, text: str) -> str:
        """What the help calls an argument, in the language."""
        keys = {word: f"metavar.{word}" for word in text.split("|")}
        has, say = self.phrases.has, self.phrases.say
        return "|".join(say(key) if has(key) else word for word, key in keys.items())

    def unit(self, unit: str) -> str:
        """The word for an order unit."""
        return self.phrases.say(f"unit.{unit}")

    def verdict(self, verdict: str) -> str:
        """The word for a verdict."""
        return self.phrases.say(f"verdict.{verdict}")


def _case_of(error: UserError) -> str:
    """What tells the sentences of one error code apart."""
    case = error.values.get({"usage": "kind", "no-such-part": "reason"}.get(error.code, ""))
    near = ".near" if error.code == "no-such-part" and error.values["near"] else ""
    return "" if case is None else f".{case}{near}"


def _why_approval(error: UserError) -> str:
    """Which of the two reasons there is for an approval, or both."""
    if error.values["beyond"] and error.values["nothing_to_pay"]:
        return "both"
    return "beyond" if error.values["beyond"] else "nothing-to-pay"


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
