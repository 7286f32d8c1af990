"""Saved quotes for the commands that compare them or tell them again; a broken one is refused."""

from hp_priority_cli.cli.session import Session
from hp_priority_cli.errors import InvalidInput
from hp_priority_cli.evidence.records import SavedAnswer


def read_sound_quote(session: Session, path: str) -> tuple[SavedAnswer, str]:
    """What a file of quotes holds, and the hash of its content.

    Raises InvalidInput for a file that is no quote, of a later schema, without its seal, or changed
    since it was saved.
    """
    from hp_priority_cli.evidence.read import saved_answer
    from hp_priority_cli.readers.document import read_document

    session.announce_input(path)
    tree = read_document(path)
    found = saved_answer(tree)
    if found.faults:
        raise InvalidInput(found.faults)
    session.note("note.saved-quote", file=path)
    return found, tree.sha256
