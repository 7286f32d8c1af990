"""The tool's own words that `explain` knows beside those of the data: verdicts, answers, codes."""

from hp_priority_cli import errors
from hp_priority_cli.catalog.explain import Entry
from hp_priority_cli.catalog.records import Bilingual
from hp_priority_cli.presentation.phrases import Phrases

EXIT_CODES = tuple(
    sorted(value for name, value in vars(errors).items() if name.startswith("EXIT_"))
)
WORDS = (
    "eligible",
    "conditional",
    "not-eligible",
    "met",
    "not-met",
    "unknown",
    "disputed",
    "own",
    "partner",
    "none",
    "whole-warranted-base",
    "head-office",
    "accepted",
    "refused",
    "headroom",
    "ways-in",
    "margin",
    "settled-by",
    "flips-under",
    "decides",
    "draft",
    "firm",
    "unpriced",
    "order-unit",
    "device",
    "contract",
    "open",
    "covered-devices",
    "band",
    "list-price",
    "net-price",
    "extended-price",
    "priced",
    "no-price-book",
    "not-in-book",
    "book-expired",
    "book-not-yet-valid",
    "country-not-in-book",
    "customer-not-in-book",
    "included",
    "not-included",
    "not-stated",
    "unavailable",
    "unconfirmed",
    "usage",
    "term-not-offered",
    "no-part-for-term",
    "no-such-part",
    "prices-missing",
    "discount-needs-approval",
    "discount-refused",
    "invalid-input",
    "invalid-data",
    "book-ambiguous",
    "output-failed",
    "defect",
)
"""What stands in answers and their JSON, and is typed as a value of an option."""


def own_words() -> tuple[Entry, ...]:
    """Each exit code and each of `WORDS` as it is explained."""
    spoken = Phrases("en"), Phrases("fr")

    def both(key: str) -> Bilingual:
        english, french = (phrases.say(key) for phrases in spoken)
        return Bilingual(english, french)

    codes = [
        Entry("exit-code", str(code), says=both(f"explain.exit-code.{code}"), aliases=_calls(code))
        for code in EXIT_CODES
    ]
    words = [
        Entry("word", word, both(f"word.{word}"), both(f"explain.word.{word}")) for word in WORDS
    ]
    return (*codes, *words)


def _calls(code: int) -> tuple[str, ...]:
    """What people call an exit code in either language."""
    return tuple(f"{name} {code}" for name in ("exit", "exit code", "code", "code de sortie"))
