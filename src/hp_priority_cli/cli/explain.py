"""`hp-priority explain`: what a word of an answer means, and where the sheet says it."""

from collections.abc import Mapping, Sequence
from typing import Annotated, TypeAlias

import typer

from hp_priority_cli import __version__
from hp_priority_cli.catalog.explain import Entry, every_entry, explain_word, near_words
from hp_priority_cli.catalog.names import find_place, near_places
from hp_priority_cli.catalog.parts import looks_like_number, suggest_parts
from hp_priority_cli.cli.clock import today
from hp_priority_cli.cli.deliver import chosen_format, deliver, imprint_of
from hp_priority_cli.cli.options import OutputOptions, takes
from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import EXIT_OK, Refused, UsageProblem, UserError
from hp_priority_cli.presentation.documents.catalog import explanation_document
from hp_priority_cli.presentation.labels import meanings
from hp_priority_cli.presentation.own_words import own_words
from hp_priority_cli.presentation.views.explanation import explanation_report, words_report

Sayings: TypeAlias = "Mapping[str, Sequence[str]]"
_ABOUT = {"country": "place", "share": "place", "language": "language"}
"""What stands after the colon in an id, by the word that the id begins with."""
_NO_CODE = 4
"""From this length on a word of a question is a name, not a code such as `is`."""


@takes(OutputOptions)
def explain(
    session: Session,
    output: OutputOptions,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help="argument.explain")
    ] = None,
) -> int:
    """Explain a word, or list the words that can be explained."""
    chosen_format(output)
    if any(not each.strip() for each in words or ()):
        raise UsageProblem("empty-word")
    catalog = session.catalog
    (word, _, about), own = " ".join(words or ()).partition(":"), own_words(catalog)
    entries = _meanings_of(word, session, own) if word else (*every_entry(catalog), *own)
    entries = (*entries, *_asked_about(word, about, session))
    view = explanation_report if word else words_report
    deliver(
        session,
        output,
        lambda: explanation_document(entries, session.wording, __version__, today()),
        lambda: view(entries, session.wording),
        imprint_of(session, today()),
    )
    return EXIT_OK


def _meanings_of(word: str, session: Session, own: Sequence[Entry]) -> tuple[Entry, ...]:
    """All that a word or a phrase means, else what each of its words means."""
    said = meanings()
    found = explain_word(session.catalog, word, own, said)
    found = found or _one_by_one(word.split(), session, own, said)
    if not found:
        raise _unknown(word, session, own, said)
    return found


def _one_by_one(
    words: Sequence[str], session: Session, own: Sequence[Entry], said: Sayings
) -> tuple[Entry, ...]:
    """What several words mean that mean something each; nothing where one of them does not.

    Short ones are taken for codes in capitals alone: in a question `is` is not Iceland.
    """
    if not all(len(word) >= _NO_CODE or word.isupper() for word in words):
        return ()
    each = [explain_word(session.catalog, word, own, said) for word in words]
    found = {(entry.kind, entry.id): entry for entries in each for entry in entries}
    return tuple(found.values()) if all(each) else ()


def _asked_about(word: str, about: str, session: Session) -> tuple[Entry, ...]:
    """The place or language that an open point or a notice names after its colon."""
    kind = _ABOUT.get(word.partition("-")[0])
    return tuple(each for each in explain_word(session.catalog, about) if each.kind == kind)


def _unknown(word: str, session: Session, own: Sequence[Entry], said: Sayings) -> UserError:
    """That nothing is called so, with the parts or ids that come near, else the places meant.

    A part number is answered as `sku` answers it.
    """
    parts = suggest_parts(session.catalog, word) if looks_like_number(word) else ()
    if parts:
        return Refused("no-such-part", reason="number", words=(word,), suggestions=parts, near=())
    if find_place(session.catalog, word).is_region:
        return UsageProblem("place-region", word=word)
    if slips := near_places(session.catalog, word):
        return UsageProblem("word-near-place", word=word, near_places=slips)
    near = near_words(session.catalog, word, own)
    if near:
        return UsageProblem("word-near", word=word, near=near)
    pieces = [piece.strip("?!.,;") for piece in word.split()] if " " in word else []
    spoken = (find_place(session.catalog, each).code for each in pieces if len(each) >= _NO_CODE)
    matches = (*filter(None, spoken), *(code for code, _ in find_place(session.catalog, word).near))
    places = tuple(dict.fromkeys(matches))
    if not places:
        known = (each for each in pieces if len(each) >= _NO_CODE)
        near = tuple(each for each in known if explain_word(session.catalog, each, own, said))
        if near:
            return UsageProblem("word-near", word=word, near=near)
    kind = "word-near-place" if places else "word-unknown"
    return UsageProblem(kind, word=word, near_places=places)
