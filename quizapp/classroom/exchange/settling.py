"""Records and verifies what was brought in: only what holds then is done; the rest is for its author to mend."""

from collections.abc import Callable

from msgspec import Struct

from quizapp.classroom.concepts import untitled_concepts
from quizapp.classroom.languages import missing_texts
from quizapp.classroom.record import RecordingError, record_exercise, torch_of
from quizapp.classroom.rendering import faults_of_texts
from quizapp.classroom.verify import Complaint, verify_pack
from quizapp.packs.model import Exercise, ItemId, Pack, Question
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording.speech import Wording


class Settled(Struct, frozen=True):
    """What does not hold: solutions that can't be recorded, and what verifying found."""

    unrecorded: tuple[RecordingError, ...]
    complaints: tuple[Complaint, ...]


def settle(
    pack: Pack,
    items: tuple[ItemId, ...],
    sandbox: Sandbox,
    wording: Wording,
    *,
    at_once: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> Settled:
    """Record those of the items that are exercises, and verify all of them.

    What verifying found is quoted in the language of `wording`.
    """
    version = torch_of(sandbox)
    unrecorded: list[RecordingError] = []
    for item in pack.items():
        if item.id in items and isinstance(item, Exercise):
            try:
                record_exercise(item, sandbox, version)
            except RecordingError as error:
                unrecorded.append(error)
    chosen = pack.only(frozenset(items) - {error.item for error in unrecorded})
    found = verify_pack(chosen, sandbox, wording, at_once=at_once, on_progress=on_progress)
    return Settled(tuple(unrecorded), found.complaints)


def needs_running(pack: Pack, items: tuple[ItemId, ...]) -> bool:
    """Tell whether any of the items has code to run; without, `complaints_of_texts` is all there is to look at."""
    chosen = [item for item in pack.items() if item.id in items]
    return any(isinstance(item, Exercise) or (isinstance(item, Question) and item.code is not None) for item in chosen)


def complaints_of_texts(pack: Pack, items: tuple[ItemId, ...]) -> tuple[Complaint, ...]:
    """Return what does not hold in the texts of the items."""
    return tuple(
        Complaint(item.id, says)
        for item in pack.items()
        if item.id in items
        for says in (*missing_texts(item, pack), *untitled_concepts(item, pack), *faults_of_texts(item))
    )
