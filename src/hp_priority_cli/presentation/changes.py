"""A change between two editions in words, each thing called as the edition that knows it does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.editions.change import Change
from hp_priority_cli.evidence.affected import Effect
from hp_priority_cli.presentation.phrases import Phrases
from hp_priority_cli.presentation.wording import Wording

_STATEMENTS: Mapping[str, str] = {
    "condition": "prerequisites",
    "duty": "duties",
    "exclusion": "exclusions",
    "assumption": "assumptions",
    "notice": "notices",
}
"""The list of the data in which a statement of a kind stands."""
_MANY = 3
"""From so many on, changes that differ in no more than the thing they name are told at once."""


class ChangeWording:
    """Sentences for the changes from one edition to another."""

    def __init__(self, old: Catalog, new: Catalog, phrases: Phrases) -> None:
        self.old, self.new = Wording(old, phrases), Wording(new, phrases)
        self.phrases = phrases

    def message(self, change: Change) -> str:
        """What changed, in one sentence."""
        key = f"diff.{change.code}"
        if change.code == "feature-added" and not change.values["tiers"]:
            key = f"{key}.nowhere"
        return self.phrases.say(key, **self._fields(change))

    def messages(self, changes: Iterable[Change]) -> list[str]:
        """A sentence for each change, or one for many of a kind."""
        groups: dict[object, list[Change]] = {}
        for change in changes:
            groups.setdefault(self._kind_of(change), []).append(change)
        return [text for group in groups.values() for text in self._told(group)]

    def effect(self, effect: Effect) -> str:
        """What another edition makes of a saved quote or request, in one sentence."""
        old, new = self.effect_values(effect)
        fields = {"what": self.effect_label(effect), "old": old, "new": new}
        return self.phrases.say("quote-diff.message", **fields)

    def effect_label(self, effect: Effect) -> str:
        """What an effect is on: a tier, a tier over a term, a word."""
        if effect.tier is None:
            return self.phrases.say("effect.word")
        known = self.old if effect.tier in self.old.catalog.tier_ids else self.new
        tier = known.short_tier(effect.tier)
        if effect.term_years is None:
            return tier
        years = self.phrases.count("count.term_years", effect.term_years)
        return self.phrases.say("quote.title", tier=tier, years=years)

    def effect_values(self, effect: Effect) -> tuple[str, str]:
        """The values of an effect under either edition, as they are read."""
        return self._effect_value(effect, effect.old), self._effect_value(effect, effect.new)

    def _effect_value(self, effect: Effect, value: Any) -> str:
        say = self.phrases.say
        if effect.kind == "word":
            return say("effect.known") if value is None else say("effect.unknown", word=value)
        if value is None:
            return say(f"effect.no-{effect.kind}")
        if effect.kind == "verdict":
            return self.new.verdict(value)
        if effect.kind == "price":
            amount = self.phrases.money(value, str(effect.currency))
            key = "effect.fictional" if effect.fictional else "quote-diff.total-of"
            return say(key, amount=amount)
        return self.phrases.all_of(value)

    def _kind_of(self, change: Change) -> object:
        """What changes share that are told at once; of others each is a kind of its own."""
        if not self.phrases.has(f"diff.{change.code}.many"):
            return change.code, change.id, repr(change.values)
        about = {key: change.values.get(key) for key in ("tier", "kind", "fields")}
        return change.code, repr(about)

    def _told(self, group: Sequence[Change]) -> list[str]:
        if len(group) < _MANY:
            return [self.message(each) for each in group]
        names = self.phrases.all_of([each.id for each in group])
        fields = {**self._fields(group[0]), "number": len(group), "names": names}
        return [self.phrases.say(f"diff.{group[0].code}.many", **fields)]

    def _fields(self, change: Change) -> dict[str, object]:
        """The values of a sentence. A name with `old_` before it is that of the old edition."""
        named = self.old if change.side == "old" else self.new
        fields = {key: self._field(key, value, named) for key, value in change.values.items()}
        for key in ("tier", "feature"):
            if change.code == f"{key}-renamed":
                for side, wording in (("old", self.old), ("new", self.new)):
                    fields[side] = self._field(key, change.values[key], wording)
        if change.code.startswith("reading-"):
            reading = named.catalog.reading(change.id)
            fields["question"] = named.text(reading.question)
        return fields

    def _field(self, key: str, value: Any, named: Wording) -> object:
        if key.startswith("old_"):
            named = self.old
        what = key.removeprefix("old_").removeprefix("new_")
        if what in _STATEMENTS:
            statements = getattr(named.catalog.tiers_file, _STATEMENTS[what])
            return named.text(_of_id(statements, value).says)
        if what in _WORDED:
            return _WORDED[what](value, named)
        return named.fields({what: value})[what]


def _of_id(records: Iterable[Any], id_: str) -> Any:
    """The record of that id."""
    return next(each for each in records if each.id == id_)


def _ways(value: Any, named: Wording) -> str:
    """The ways of a minimum; none where HP decides case by case."""
    return named.ways(value) if value else named.phrases.say("diff.as-hp-decides")


def edition_named(edition: str, phrases: Phrases) -> str:
    """An edition, `2024-05`, as its month and year."""
    year, month = edition.split("-")
    return phrases.say("date.edition", month=phrases.month(int(month)), year=year)


_WORDED: Mapping[str, Callable[[Any, Wording], object]] = {
    "ways": _ways,
    "tiers": lambda value, named: named.tiers(value),
    "cell": lambda value, named: named.phrases.say(f"diff.cell.{value}"),
    "limit": lambda value, named: named.phrases.say(f"diff.limit.{value}"),
    "unit": lambda value, named: named.phrases.say(f"diff.unit.{value}"),
    "counted_as": lambda value, named: named.phrases.say(f"diff.counted.{value or 'never'}"),
    "band": lambda value, named: value or named.phrases.say("diff.no-seats"),
    "kind": lambda value, named: named.phrases.say(f"kind.{value}"),
    "fields": lambda value, _named: ", ".join(value),
    "clauses": lambda value, named: named.phrases.all_of(value),
    "edition": lambda value, named: edition_named(value, named.phrases),
    "region": lambda value, named: named.text(_of_id(named.catalog.coverage.regions, value).name),
    "device_type": lambda value, named: named.text(
        _of_id(named.catalog.tiers_file.device_types, value).name
    ),
    "other_type": lambda value, named: named.text(
        _of_id(named.catalog.tiers_file.other_types, value).name
    ),
}
"""The words for a value by its key, where they are not those of any other answer."""
