"""Typer's own complaints about a command line, as ours: coded, and worded in every language."""

import re
from ast import literal_eval
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

from typer._click.core import Command, Context
from typer._click.exceptions import BadOptionUsage, ClickException, NoSuchOption, UsageError
from typer.core import TyperArgument, TyperGroup, TyperOption

from hp_priority_cli.catalog.parts import looks_like_number
from hp_priority_cli.errors import UsageProblem

_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", re.DOTALL)
_COMMAND = re.compile(r"No such command (.*)\.", re.DOTALL)
_SAID = ("--answered-by", "--answered-on", "--answer-reference")
_OUTPUT = re.compile(r"-o|--output(?:=|$)")
_MEANT = {
    "--24x7": "--around-the-clock",
    "--client": "--customer",
    "--company": "--customer",
    "--computers": "--pcs",
    "--deal": "--reference",
    "--desktops": "--pcs",
    "--devices": "--pcs --printers",
    "--duration": "--years",
    "--durée": "--years",
    "--head-office": "--headquarters",
    "--hq": "--headquarters",
    "--imprimantes": "--printers",
    "--laptops": "--pcs",
    "--langue": "--support-language",
    "--name": "--customer",
    "--niveau": "--tier",
    "--notebooks": "--pcs",
    "--pays": "--country",
    "--postes": "--pcs",
    "--price-list": "--price-book",
    "--pricelist": "--price-book",
    "--prices": "--price-book",
    "--prix": "--price-book",
    "--remise": "--discount",
    "--seats": "--pcs",
    "--siège": "--headquarters",
    "--tarif": "--price-book",
    "--term": "--years",
    "aide": "help",
    "client": "eligible",
    "country": "explain",
    "devis": "quote",
    "expliquer": "explain",
    "man": "help",
    "order": "quote",
    "part": "sku",
    "parts": "sku",
    "place": "explain",
    "places": "explain",
    "price": "quote",
    "prices": "quote",
    "prix": "quote",
    "référence": "sku",
    "search": "sku",
    "tier": "eligible",
    "tiers": "eligible",
}
"""Words that people try, with the command or option that does what they want."""
_FILES = ("FILE", "DIR", "FILE|DIR", "QUOTE", "OLD", "NEW")
"""What stands in the help for the name of a file or folder."""
_NEAR = 0.65
_AS_NEAR = 0.1
"""How like a name a word must be, and how much less than the most like one."""
_MOST = 3


def wrong_use(error: ClickException, arguments: Sequence[str]) -> UsageProblem:
    """The problem that Typer found. What it says in a way not known here is passed on as it is."""
    if isinstance(error, NoSuchOption):
        return _no_such_options(error, arguments)
    if isinstance(error, BadOptionUsage):
        kind = "no-value" if "requires" in error.message else "value-for-switch"
        return UsageProblem(kind, option=error.option_name)
    if isinstance(error, UsageError) and error.ctx is not None:
        if found := _EXTRA.match(error.message):
            return _cut_short(error.ctx, found[1]) or UsageProblem("extra-arguments", word=found[1])
        if found := _COMMAND.fullmatch(error.message):
            word = str(literal_eval(found[1]))  # it is shown as Python writes it
            return _cut_short(error.ctx, word) or no_such_command(word, _commands(error.ctx))
    return UsageProblem("typer", message=error.format_message())


def no_such_command(word: str, commands: Iterable[str]) -> UsageProblem:
    """The problem with a word that stands where a command belongs."""
    near = near_names(word, commands) or (("sku",) if looks_like_number(word) else ())
    return UsageProblem("command-near" if near else "command-unknown", word=word, near=near)


def near_names(word: str, names: Iterable[str]) -> tuple[str, ...]:
    """The commands or options that a word may stand for, the likeliest first."""
    known = tuple(names)
    meant = tuple(name for name in _MEANT.get(word, "").split() if name in known)
    if meant:
        return meant
    likeness = {name: _likeness(word.strip("-"), name.strip("-")) for name in known}
    best = max(likeness.values(), default=0.0)
    near = [name for name, like in likeness.items() if like >= max(_NEAR, best - _AS_NEAR)]
    return tuple(sorted(near, key=lambda name: -likeness[name])[:_MOST])


def _likeness(word: str, name: str) -> float:
    """How like a name a word is, 0 to 1; its beginning and its parts are very like it."""
    if len(word) > 1 and name.startswith(word):
        return 1.0
    parts = name.split("-") if "-" in name else ()
    return max(
        SequenceMatcher(None, word.lower(), name).ratio(),
        *(0.85 * SequenceMatcher(None, word.lower(), part).ratio() for part in parts),
        0.0,
    )


def _no_such_options(error: NoSuchOption, arguments: Sequence[str]) -> UsageProblem:
    """The option that Typer stumbled over, and the others that are not there either."""
    problem = _no_such_option(error.option_name, error.ctx, arguments)
    if error.ctx is not None:
        before = _before_command(error.ctx, arguments)
        others = dict.fromkeys(_unknown_options(error.ctx.command, before))
        others.pop(error.option_name, None)
        problem.further = tuple(_no_such_option(each, error.ctx, arguments) for each in others)
    return problem


def _before_command(context: Context, arguments: Sequence[str]) -> tuple[str, ...]:
    """The arguments that were read: up to the command, where that was not come to."""
    commands = _commands(context)
    if context.command in commands.values():
        return tuple(arguments)
    return tuple(takewhile(lambda each: each not in commands, arguments))


def _unknown_options(command: Command, arguments: Sequence[str]) -> Iterator[str]:
    """The long options among arguments that a command lacks; what an option takes is none."""
    takes_value = {
        name
        for each in command.params
        if isinstance(each, TyperOption) and not each.is_flag
        for name in each.opts
    }
    for before, word in pairwise(("", *takewhile(lambda each: each != "--", arguments))):
        option = word.partition("=")[0]
        if option.startswith("--") and option not in _names(command) and before not in takes_value:
            yield option


def _no_such_option(word: str, context: Context | None, arguments: Sequence[str]) -> UsageProblem:
    """An option that is not there: of another command, written with one dash, or misspelt."""
    if context is None:
        return UsageProblem("option-unknown", word=word, near=())
    commands, here = _commands(context), _names(context.command)
    having = tuple(name for name, each in commands.items() if word in _names(each))
    before = context.command not in commands.values()
    if having:
        return UsageProblem(
            "option-after" if before else "option-elsewhere", word=word, commands=having
        )
    written = next((each for each in arguments if each.startswith(word)), word)
    one_dash = not word.startswith("--") and written != word
    near = near_names(f"-{written}" if one_dash else word, here)
    if before and not near:
        near = near_names(
            word, dict.fromkeys(n for each in commands.values() for n in _names(each))
        )
    return UsageProblem("option-near" if near else "option-unknown", word=word, near=near)


def _cut_short(context: Context, word: str) -> UsageProblem | None:
    """Why a word is too many: an option took another one for its value, or a list has a space."""
    for option, value in _given(context):
        if value in _names(context.command):
            return UsageProblem("no-value", option=option)
        if value.endswith(","):
            together = value + word.partition(" ")[0]
            return UsageProblem("space-in-list", option=option, value=together)
    return None


def refuse_second_output(arguments: Sequence[str]) -> None:
    """Refuse a second file for one answer: it would be written there and not where the first says,
    and nobody would know.
    """
    before_end = takewhile(lambda each: each != "--", arguments)
    named = [each for each in before_end if _OUTPUT.match(each)]
    if len(named) > 1:
        raise UsageProblem("two-outputs")


def refuse_second_source(arguments: Sequence[str]) -> None:
    """Refuse a second person, day or reference for the answers of one command: it would be taken
    for the source of all.
    """
    before_end = [*takewhile(lambda each: each != "--", arguments)]
    for option in _SAID:
        if sum(each.partition("=")[0] == option for each in before_end) > 1:
            raise UsageProblem("said-twice", option=option)


def refuse_swallowed(context: Context) -> None:
    """Refuse an option that took another one for its value, as `--customer --json` would."""
    for option, value in _given(context):
        if value in _names(context.command):
            raise UsageProblem("no-value", option=option)


def refuse_unnamed_files(context: Context) -> None:
    """Refuse an empty text where a file or folder is to be named, on either side of the command."""
    for each in (context.parent, context):
        for parameter, value in _texts(each) if each is not None else ():
            metavar = str(parameter.metavar).strip("[].")
            if value or metavar not in _FILES:
                continue
            if isinstance(parameter, TyperOption):
                raise UsageProblem("no-file-in-option", option=max(parameter.opts, key=len))
            raise UsageProblem("no-file-in-argument", metavar=metavar)


def _given(context: Context) -> Iterator[tuple[str, str]]:
    """Every text that was given to an option, with the option's longest name."""
    for parameter, value in _texts(context):
        if isinstance(parameter, TyperOption):
            yield max(parameter.opts, key=len), value


def _texts(context: Context) -> Iterator[tuple[TyperOption | TyperArgument, str]]:
    """Every text that was given, with the option or argument that it was given to."""
    for parameter in context.command.params:
        values = context.params.get(str(parameter.name))
        for value in values if isinstance(values, (list, tuple)) else (values,):
            if isinstance(parameter, (TyperOption, TyperArgument)) and isinstance(value, str):
                yield parameter, value


def _commands(context: Context) -> Mapping[str, Command]:
    group = context.find_root().command
    return group.commands if isinstance(group, TyperGroup) else {}


def _names(command: Command) -> tuple[str, ...]:
    options = [each for each in command.params if isinstance(each, TyperOption)]
    return tuple(name for each in options for name in (*each.opts, *each.secondary_opts))
