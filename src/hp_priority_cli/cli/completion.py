"""`hp-priority completion`: the script that completes at TAB in a shell.

Its words come from the help of the commands and from the catalog, once, when it is printed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Annotated

import typer
from typer._click.globals import get_current_context
from typer.core import TyperGroup

from hp_priority_cli import __version__
from hp_priority_cli.catalog.catalog import Catalog
from hp_priority_cli.catalog.explain import every_entry
from hp_priority_cli.catalog.names import language_name, place_name
from hp_priority_cli.cli.deliver import write
from hp_priority_cli.cli.options import FileOptions, takes
from hp_priority_cli.cli.pages import TOPICS, every_page
from hp_priority_cli.cli.schema import published_schemas
from hp_priority_cli.cli.session import Session
from hp_priority_cli.cli.what_if import FACTS
from hp_priority_cli.customer.answers import answerable
from hp_priority_cli.errors import EXIT_OK, UsageProblem
from hp_priority_cli.presentation.completion.command_line import (
    Argument,
    Command,
    CommandLine,
    Option,
    Values,
    Word,
    WordList,
    as_word,
    first_clause,
    word_list,
)
from hp_priority_cli.presentation.completion.scripts import SHELLS, script
from hp_priority_cli.presentation.own_words import EXIT_CODES, WORDS
from hp_priority_cli.presentation.pages import Page, Row

_LISTS = {
    "TIER": "tiers",
    "CC": "places",
    "TAG": "languages",
    "PART": "parts",
    "SKU": "parts",
    "WORD": "meanings",
    "NAME": "schemas",
    "COMMAND": "pages",
    "POINT": "points",
    "FACT": "facts",
}
"""The list of words for each thing that stands for a value in the help."""
_FILES = ("FILE", "QUOTE", "OLD", "NEW")
_FOLDERS = ("DIR",)
_EVERY_TERM = "all"
_CHOICES = re.compile(r"\[?([a-z]+(?:\|[a-z]+)+)\]?")
_THING = re.compile(r"\[?([A-Z]+)(.*)")


@takes(FileOptions)
def completion(
    session: Session,
    output: FileOptions,
    shell: Annotated[
        str | None, typer.Argument(metavar="|".join(SHELLS), help="argument.completion")
    ] = None,
) -> int:
    """Print the script of one shell."""
    if shell is None:
        raise UsageProblem("no-shell", choices=SHELLS)
    if shell not in SHELLS:
        raise UsageProblem("no-such-shell", word=shell, choices=SHELLS)
    group = get_current_context().find_root().command
    assert isinstance(group, TyperGroup)
    text = script(shell, command_line(group, session), __version__)
    write(session, output, text.encode())
    return EXIT_OK


def command_line(group: TyperGroup, session: Session) -> CommandLine:
    """What may be typed where, with the words of the session's catalog, named in its language."""
    phrases = session.phrases
    pages = every_page(group, phrases)
    lists = {**_lists(session.catalog, phrases.language), **_choices(pages)}
    lists["commands"] = word_list(
        Word(each.name, first_clause(each.about[0])) for each in pages if each.name
    )
    topics = (Word(each, phrases.say(f"section.{each}")) for each in TOPICS)
    lists["pages"] = word_list((*lists["commands"].words, *topics))
    commands = Argument(phrases.say("section.commands"), Values("words", "commands"))
    before = Command("", "", _options(pages[0]), (commands,))
    return CommandLine((before, *(_command(page) for page in pages[1:])), lists)


def _command(page: Page) -> Command:
    rows = page.rows("arguments")
    arguments = tuple(Argument(first_clause(row.text), values_of(row)) for row in rows)
    repeats = any(row.repeats for row in rows)
    return Command(page.name, first_clause(page.about[0]), _options(page), arguments, repeats)


def _options(page: Page) -> tuple[Option, ...]:
    return tuple(
        Option(
            (*row.names, *row.opposites),
            first_clause(row.text),
            values_of(row) if row.takes else None,
            row.repeats,
        )
        for row in page.rows("options")
    )


def values_of(row: Row) -> Values:
    """What may be typed where the help shows a thing that stands for a value."""
    if "--years" in row.names:
        is_several = _EVERY_TERM in row.takes
        return Values("words", "several_terms" if is_several else "terms", "[," in row.takes)
    if choices := _CHOICES.fullmatch(row.takes):
        return Values("words", choices[1].replace("|", "_"))
    if not (thing := _THING.match(row.takes)):
        return Values("anything")
    name, rest = thing[1], thing[2]
    if name in _FILES or name in _FOLDERS:
        return Values("files" if name in _FILES else "folders")
    if name not in _LISTS:
        return Values("anything")
    return Values("words", _LISTS[name], "[," in rest, rest[:1] if rest[:1] in ("=", ":") else "")


def _choices(pages: tuple[Page, ...]) -> Mapping[str, WordList]:
    """A list for each choice that the help spells out, as in `own|partner|none`."""
    rows = (row for page in pages for kind in ("options", "arguments") for row in page.rows(kind))
    spelled = {found[1] for row in rows if (found := _CHOICES.fullmatch(row.takes))}
    return {
        each.replace("|", "_"): word_list(Word(word) for word in each.split("|"))
        for each in sorted(spelled)
    }


def _lists(catalog: Catalog, language: str) -> dict[str, WordList]:
    """The words of the catalog, with names in a language."""
    tiers = [Word(tier.id, tier.name) for tier in catalog.tiers]
    places = [Word(p.code, place_name(catalog, p.code, language)) for p in catalog.places]
    tags = [each.tag for each in catalog.coverage.languages]
    languages = [Word(tag, language_name(catalog, tag, language)) for tag in tags]
    names = [Word(as_word(each.about)) for each in (*places, *languages)]
    terms = [Word(str(term)) for term in catalog.terms]
    return {
        "tiers": word_list(tiers),
        "terms": word_list(terms),
        "several_terms": word_list((*terms, Word(_EVERY_TERM))),
        "places": word_list(places, (Word(as_word(each.about)) for each in places)),
        "languages": word_list(languages, (Word(as_word(each.about)) for each in languages)),
        "parts": word_list(_parts(catalog, language)),
        "meanings": word_list(_ids(catalog), (*_parts(catalog, language), *names)),
        "schemas": word_list(map(Word, published_schemas())),
        "points": word_list(map(Word, answerable(catalog))),
        "facts": word_list(map(Word, (*FACTS, *answerable(catalog)))),
    }


def _parts(catalog: Catalog, language: str) -> Iterator[Word]:
    for part in catalog.parts:
        both = part.description
        yield Word(part.sku, both.fr if language == "fr" else both.en)


def _ids(catalog: Catalog) -> Iterator[Word]:
    """All that can be explained and is neither a part nor found by a name."""
    for entry in every_entry(catalog):
        if entry.kind != "part":
            yield Word(entry.id)
    yield from map(Word, (*map(str, EXIT_CODES), *WORDS))
