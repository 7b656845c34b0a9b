"""Records what an exercise's solution leaves behind, and by which findings its mistakes are known."""

from typing import Final

from msgspec import Struct

from quizapp.classroom.record_changes import RecordChange, changes_between
from quizapp.judging.expectations import Expectations, ExpectationsError, read_expectations, write_expectations
from quizapp.judging.mistakes import signature
from quizapp.message import Message, SaysError, message
from quizapp.packs.model import Exercise, ItemId
from quizapp.practice import judge_against, run_variants
from quizapp.sandbox.messages import Ending, Outcome, Part
from quizapp.sandbox.observation import ErrorSeen
from quizapp.sandbox.sandbox import Sandbox


class RecordingError(SaysError):
    """The solution itself does not run to its end, or a check's value can't be observed."""

    def __init__(self, item: ItemId, says: Message) -> None:
        super().__init__(says)
        self.item = item


class Recorded(Struct, frozen=True):
    """What was recorded for one exercise; `harmless` are mistakes that pass every check."""

    item: ItemId
    harmless: tuple[str, ...] = ()


class Recording(Struct, frozen=True, kw_only=True):
    """What the solution and the mistakes left behind just now, not stored yet.

    Attributes:
        harmless: mistakes that pass every check.
        before: what is stored, None if that is nothing or nothing that can be read.
    """

    exercise: Exercise
    expectations: Expectations
    harmless: tuple[str, ...] = ()
    before: Expectations | None = None

    def changes(self) -> tuple[RecordChange, ...]:
        """Return how it differs from what is stored; nothing where there is nothing yet."""
        return () if self.before is None else changes_between(self.before, self.expectations)

    def store(self) -> None:
        """Write `expected.json` and `expected.safetensors`.

        Raises:
            OSError: if they can't be written.
        """
        write_expectations(self.exercise.folder, self.expectations)


def torch_of(sandbox: Sandbox) -> str:
    """Return the version of torch that a recording is marked with, without its build as in `2.13.0+cpu`.

    Waits until the sandbox is ready.
    """
    sandbox.wait_until_ready()
    return sandbox.torch_version.partition("+")[0]


def take_recording(exercise: Exercise, sandbox: Sandbox, torch_version: str) -> Recording:
    """Run the solution and every mistake, and write nothing.

    Raises:
        RecordingError: if the solution can't serve as the specification.
    """
    runs = run_variants(exercise, exercise.solution, sandbox)
    for outcome in runs.values():
        _insist_on_observations(exercise, outcome)
    bare = Expectations(torch_version, {name: dict(run.observations) for name, run in runs.items()}, {})
    findings = {
        mistake.name: judge_against(bare, exercise, mistake.code, sandbox).findings for mistake in exercise.mistakes
    }
    signatures = {name: signature(found) for name, found in findings.items() if found}
    return Recording(
        exercise=exercise,
        expectations=Expectations(torch_version, bare.observations, signatures),
        harmless=tuple(name for name, found in findings.items() if not found),
        before=_stored(exercise),
    )


def record_exercise(exercise: Exercise, sandbox: Sandbox, torch_version: str) -> Recorded:
    """Run the solution and every mistake, and write `expected.json` and `expected.safetensors`.

    Raises:
        RecordingError: if the solution can't serve as the specification; nothing is written then.
    """
    recording = take_recording(exercise, sandbox, torch_version)
    recording.store()
    return Recorded(exercise.id, recording.harmless)


def _stored(exercise: Exercise) -> Expectations | None:
    try:
        return read_expectations(exercise.folder)
    except ExpectationsError:
        return None


_UNFINISHED: Final = {
    Part.INPUTS: message("{item}: the inputs of a variant can't be made ({reason}). Mend them in exercise.toml."),
    Part.GIVEN: message("{item}: given.py does not run to its end ({reason}). Mend it."),
    Part.CODE: message("{item}: the solution does not run to its end ({reason}). Mend it."),
    Part.PROBE: message("{item}: probe.py does not run to its end after the solution ({reason}). Mend one of the two."),
}
"""What to say of a run that stopped in this part of the program."""


def _why_unfinished(exercise: Exercise, outcome: Outcome) -> Message:
    part, reason = Part.CODE, outcome.ending.value
    if outcome.error is not None:
        part, reason = outcome.error.part, f"{outcome.error.type_name}: {outcome.error.message}"
    return message(_UNFINISHED[part].template, item=exercise.id, reason=reason)


def _insist_on_observations(exercise: Exercise, outcome: Outcome) -> None:
    if outcome.ending is not Ending.FINISHED:
        raise RecordingError(exercise.id, _why_unfinished(exercise, outcome))
    for expression, seen in outcome.observations.items():
        if isinstance(seen, ErrorSeen) and seen.missing is not None:
            raise RecordingError(
                exercise.id,
                message(
                    "{item}: a check observes `{expression}`, but neither solution nor probe defines `{name}`.",
                    item=exercise.id,
                    expression=expression,
                    name=seen.missing,
                ),
            )
