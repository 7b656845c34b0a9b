"""Records the exercises of a pack one by one; what would change of what is stored waits for the author's yes.

Knows no Qt; not for the GUI thread.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quizapp.desktop.pages.author.checking import ITEMS_AT_ONCE, ItemChecked
from quizapp.desktop.pages.author.programs import Recorded, as_recorded
from quizapp.message import message
from quizapp.packs.model import Exercise
from quizapp.wording import Wording

if TYPE_CHECKING:
    # Only annotations: the sandbox and NumPy stay out of the way of the first paint.
    from quizapp.classroom.record import Recording
    from quizapp.classroom.record_changes import RecordChange
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.stopper import Stopper

MOST_CHANGES: Final = 30
"""Of one exercise, that are shown."""


@dataclass(frozen=True)
class Differing:
    """An exercise whose solution leaves something else behind than what is stored."""

    recording: "Recording"
    changes: "tuple[RecordChange, ...]"


@dataclass(frozen=True)
class RecordedPack:
    """What recording gave.

    Attributes:
        stored: exercises that had no expectations and have them now. same: those that are as they were stored.
        differing: those that wait for a yes.
    """

    stored: tuple[Recorded, ...] = ()
    same: tuple[Recorded, ...] = ()
    differing: tuple[Differing, ...] = ()


def record_items(
    exercises: Sequence[Exercise], sandbox: "Sandbox", stopper: "Stopper", tell: Callable[[ItemChecked], None]
) -> RecordedPack:
    """Run solution and mistakes of these exercises; `tell` hears of each, in any order and from any thread.

    What has no expectations yet gets them once all are through; nothing else is written.

    Raises:
        SaysError: if no code can be run.
        OSError: if expectations can't be written.
    """
    from quizapp.classroom.record import torch_of

    version = torch_of(sandbox)

    def record(exercise: Exercise) -> "Recording | None":
        return None if stopper.stopped else _record(exercise, sandbox, version, tell)

    with ThreadPoolExecutor(ITEMS_AT_ONCE) as pool:
        try:
            recordings = [waiting.result() for waiting in [pool.submit(record, exercise) for exercise in exercises]]
        except BaseException:
            stopper.stop()
            raise
    if stopper.stopped:
        return RecordedPack()
    found = [(recording, recording.changes()) for recording in recordings if recording is not None]
    new = [recording for recording, _ in found if recording.before is None]
    for recording in new:
        recording.store()
    return RecordedPack(
        stored=tuple(as_recorded(recording.exercise) for recording in new),
        same=tuple(as_recorded(each.exercise) for each, changes in found if each.before is not None and not changes),
        differing=tuple(Differing(recording, changes) for recording, changes in found if changes),
    )


def store_all(differing: Sequence[Differing]) -> tuple[Recorded, ...]:
    """Store what was agreed to, and return it.

    Raises:
        OSError: if they can't be written.
    """
    for each in differing:
        each.recording.store()
    return tuple(as_recorded(each.recording.exercise) for each in differing)


def change_text(differing: Sequence[Differing], wording: Wording) -> str:
    """Return what would change, to be read: exercise, value, the two sides."""
    from quizapp.classroom.record_words import changes_lines

    return "\n\n".join(
        "\n".join(changes_lines(each.changes, each.recording.exercise, wording, MOST_CHANGES)) for each in differing
    )


def _record(
    exercise: Exercise, sandbox: "Sandbox", version: str, tell: Callable[[ItemChecked], None]
) -> "Recording | None":
    from quizapp.classroom.record import RecordingError, take_recording

    try:
        recording = take_recording(exercise, sandbox, version)
    except RecordingError as error:
        tell(ItemChecked(exercise, (error.says,)))
        return None
    harmless = tuple(
        message("The mistake {name} passes every check. Add a check that it fails.", name=name)
        for name in recording.harmless
    )
    tell(ItemChecked(exercise, harmless))
    return recording
