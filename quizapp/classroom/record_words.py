"""What recording again would change, in the author's language: for the command and the app alike."""

from collections.abc import Iterator, Sequence
from typing import Final

from quizapp.classroom.record_changes import RecordChange
from quizapp.judging.signature import Trait
from quizapp.judging.verdict import Finding
from quizapp.packs.model import Exercise
from quizapp.wording import Wording
from quizapp.wording.diagnoses import SENTENCES
from quizapp.wording.findings import finding_sentence

_UNTOLD: Final = "…"
"""In place of what was expected: a mistake is recognised by what it gives."""


def changes_lines(changes: Sequence[RecordChange], exercise: Exercise, wording: Wording, most: int) -> Iterator[str]:
    """Yield the changes of an exercise in lines, under its id; `most` of them, and how many more there are."""
    yield exercise.id
    yield from (f"  {line}" for change in changes[:most] for line in change_lines(change, exercise, wording))
    if (more := len(changes) - most) > 0:
        yield "  " + wording.say_many("… and {count} more change", "… and {count} more changes", more)


def change_lines(change: RecordChange, exercise: Exercise, wording: Wording) -> Iterator[str]:
    """Yield one change in lines: where, then what goes behind `-` and what comes behind `+`."""
    yield _headline(change, wording)
    yield from (f"  - {side}" for side in _sides(change.before, change.gone, exercise, wording))
    yield from (f"  + {side}" for side in _sides(change.after, change.new, exercise, wording))


def _headline(change: RecordChange, wording: Wording) -> str:
    if change.mistake is not None:
        return wording.say("What the mistake {name} is recognised by", name=change.mistake)
    if change.numbers <= 1:
        return change.where
    many = wording.say("({count} of {of} numbers differ, this one most)", count=change.differing, of=change.numbers)
    return f"{change.where}  {many}"


def _sides(shown: str | None, traits: tuple[Trait, ...], exercise: Exercise, wording: Wording) -> list[str]:
    if traits:
        return list(dict.fromkeys(" ".join(trait_sentence(each, exercise, wording).split()) for each in traits))
    return [] if shown is None else [shown]


def trait_sentence(trait: Trait, exercise: Exercise, wording: Wording) -> str:
    """Say one thing that a mistake is recognised by, as its learner would read it, but for what was expected."""
    sentence = SENTENCES.get(trait.diagnosis) if trait.diagnosis is not None else None
    finding = Finding(
        where=trait.where,
        aspect=trait.aspect,
        expected=_UNTOLD,
        got=trait.got,
        check=trait.check,
        rule=trait.rule,
        diagnosis=trait.diagnosis,
        names=trait.names,
        also=(_UNTOLD,) if sentence is not None and "{also}" in sentence.template else (),
    )
    return finding_sentence(finding, wording, exercise.rules)
