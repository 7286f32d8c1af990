"""`hp-priority/diff@1`, key by key."""

from typing import Annotated, Literal, TypedDict

from hp_priority_cli.catalog.editions.change import Area
from hp_priority_cli.evidence.affected import EffectKind
from hp_priority_cli.readers.schemas import MoreKeys


class Edition(TypedDict):
    """A folder of data that was compared."""

    folder: str
    """Where it is, as it was named."""
    document: str
    """The number of the data sheet. Example: `4AA4-7521FRE`."""
    edition: str
    """The month of its edition. Example: `2024-05`."""
    sha256: str
    """The hash of the content of the data files."""


class Values(TypedDict):
    """The codes and figures of a change; `old_` before a key is what was so before."""


class EditionChange(TypedDict):
    """One thing that differs."""

    code: str
    """What happened. Examples: `part-removed`, `minimum-raised`."""
    area: Area
    """What it is about."""
    breaking: bool
    """Whether something that could be bought, or was true, no longer is."""
    id: str
    """The thing that changed. Examples: `U80M6E`, `access`, `FR`."""
    values: Annotated[Values, MoreKeys()]
    """The codes and figures of the change."""
    message: str
    """What changed, in a sentence."""


class EffectItem(TypedDict):
    """One thing that is otherwise under the new edition."""

    kind: EffectKind
    """What changes: a `verdict`, the `part`s to be ordered, their `price`, or a `word` of the
    request that the new edition does not know."""
    tier: str | None
    """The id of the tier; null for a word."""
    term_years: int | None
    """The term, in years; null for a verdict and a word."""
    old: str | tuple[str, ...] | None
    """What the old edition makes of it: a verdict, parts as `U80M6E x 300`, a total without tax.
    Null is none."""
    new: str | tuple[str, ...] | None
    """What the new edition makes of it; of a word, the one that it does not know."""
    currency: str | None
    """The currency of a price, by its ISO 4217 code."""
    fictional: bool | None
    """Of a price: whether it is invented."""
    message: str
    """The effect in a sentence, in the language of the run."""


class AffectedItem(TypedDict):
    """A saved quote or request for which the new edition makes a difference."""

    file: str
    """Where it is, below the folder as it was named."""
    kind: Literal["request", "quote", "quotes", "eligibility"]
    """What sort of file it is."""
    customer: str | None
    """The name of the customer."""
    reference: str | None
    """The number of the deal."""
    effects: tuple[EffectItem, ...]
    """What changes for it."""


class AgainstItem(TypedDict):
    """What the two editions make of the saved quotes and requests below a folder."""

    folder: str
    """The folder, as it was named."""
    judged: int
    """How many saved quotes and requests were judged under both editions."""
    affected: tuple[AffectedItem, ...]
    """Those whose verdict, part or price changes, and no others."""
    unread: tuple[str, ...]
    """The files that could not be judged; why, standard error says."""
    without_prices: tuple[str, ...]
    """The files that were judged without the prices that they name."""


class DiffDocument(TypedDict):
    """What changed between two editions of the data."""

    schema: Literal["hp-priority/diff@1"]
    """The form of this document, with its major version."""
    tool_version: str
    """The version of hp-priority that compared."""
    compared: Literal["editions"]
    """What the two are that were compared."""
    old: Edition
    """The old edition."""
    new: Edition
    """The new edition."""
    change_count: int
    """How many changes there are."""
    breaking_count: int
    """How many of them are breaking."""
    changes: tuple[EditionChange, ...]
    """Every change, area by area."""
    against: AgainstItem | None
    """Which saved quotes and requests change with it; null where that was not asked."""
