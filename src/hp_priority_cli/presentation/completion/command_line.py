"""The command line as a shell completes it: which words may stand where.

What a shell is given is plain: words of `[A-Za-z0-9._+-]` alone, descriptions without any sign
that a shell reads. Whatever is not is left out here, wherever it came from.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*", re.ASCII)
_NOT_HARMLESS = re.compile(r"[^\w ,.+’-]+")
_CLAUSE_ENDS = re.compile(r"\s*[;:.](?:\s|$)|\s[(\[]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that completes, and what it means."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class WordList:
    """Words of one kind: those offered at once, and others once a letter is typed."""

    words: tuple[Word, ...]
    later: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """What may be typed in one place; `of` names the list of words.

    With `commas` several words follow each other; `end` is a sign that follows the word at once.
    """

    kind: Literal["words", "files", "folders", "anything"]
    of: str = ""
    commas: bool = False
    end: str = ""


@dataclass(frozen=True, slots=True)
class Option:
    """An option by all its names; a switch has no values."""

    names: tuple[str, ...]
    about: str
    values: Values | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Argument:
    """What stands on its own, and what it is for."""

    about: str
    values: Values


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its options and arguments, of which the last may be repeated.

    The one without a name is what stands before a command.
    """

    name: str
    about: str
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...] = ()
    repeats: bool = False

    def numbered(self) -> Iterator[tuple[str, Argument]]:
        """The arguments by their number from 0 on, `*` for one that is repeated to the end."""
        for number, argument in enumerate(self.arguments):
            last = self.repeats and number == len(self.arguments) - 1
            yield "*" if last else str(number), argument


@dataclass(frozen=True, slots=True)
class CommandLine:
    """All commands, first the one without a name, and the lists that their values name."""

    commands: tuple[Command, ...]
    lists: Mapping[str, WordList]

    def by_option(self) -> dict[str, dict[str, Values]]:
        """For each name of an option that takes a value, what it takes in each command."""
        found: dict[str, dict[str, Values]] = {}
        for command in self.commands:
            for option in command.options:
                if option.values is not None:
                    for name in option.names:
                        found.setdefault(name, {})[command.name] = option.values
        return found


def texts(words: Iterable[Word]) -> str:
    """The words alone, apart by spaces."""
    return " ".join(word.text for word in words)


def word_list(words: Iterable[Word], later: Iterable[Word] = ()) -> WordList:
    """The list of the words that are plain, each once, with descriptions that are harmless."""
    first = {each.text: each for each in words if _PLAIN.fullmatch(each.text)}
    rest = {each.text: each for each in later if _PLAIN.fullmatch(each.text)}
    return WordList(
        tuple(replace(each, about=harmless(each.about)) for each in first.values()),
        tuple(
            replace(each, about=harmless(each.about))
            for text, each in rest.items()
            if text not in first
        ),
    )


def harmless(text: str) -> str:
    """A description of letters, digits and a few marks, none of which a shell reads."""
    return " ".join(_NOT_HARMLESS.sub(" ", text).split())


def first_clause(text: str) -> str:
    """What a sentence says before its first mark, as a description."""
    return harmless(_CLAUSE_ENDS.split(text, maxsplit=1)[0])


def as_word(name: str) -> str:
    """A name as one plain word that still means it: `Côte d’Ivoire` as `Cote-d-Ivoire`."""
    decomposed = unicodedata.normalize("NFKD", name)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return "-".join(re.findall(r"[A-Za-z0-9]+", letters))
