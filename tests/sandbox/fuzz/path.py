"""The way of a frame through the host: received in pieces, read, judged, put into words, printed."""

import json
import random
from typing import Any

from msgspec import Struct

from quizapp.cli.attempt import verdict_as_json
from quizapp.cli.run import outcome_as_json
from quizapp.judging.judge import judge
from quizapp.judging.printing import shown
from quizapp.sandbox.endings import outcome_of
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.observation import Observation
from quizapp.sandbox.reception import Output, Reception, Sighting
from quizapp.sandbox.strictness import MAX_NODES
from quizapp.sandbox.text import readable
from quizapp.sandbox.trace import TraceSeen
from quizapp.wording import Wording
from quizapp.wording.line_notes import line_note, trace_note
from tests.sandbox.fuzz.mutations import pieces
from tests.sandbox.fuzz.subjects import Subject

LANGUAGES = (Wording("en"), Wording("zh"))
LONGEST_SENTENCE = 20_000


def received(frame: bytes, expressions: tuple[str, ...], chance: random.Random, *, traced: bool = False) -> Outcome:
    """Return the outcome of a run whose child sent this."""
    reception = Reception()
    for piece in pieces(frame, chance):
        reception.add(piece)
    sighting = Sighting(seen=reception.end(), reception=reception, stdout=Output(), stderr=Output(), seconds=0.1)
    return outcome_of(sighting, expressions, 0, stopped=False, traced=traced)


def carry_on(outcome: Outcome, subject: Subject) -> None:
    """Do with an outcome all that the program does with it."""
    assert sum(map(nodes_in, outcome.observations.values())) <= MAX_NODES
    expected = subject.expectations.observations
    finished = {name: Outcome(ending=Ending.FINISHED, observations=seen) for name, seen in expected.items()}
    verdict = judge(
        subject.exercise, subject.expectations, {**finished, subject.variant: outcome}, subject.exercise.solution
    )
    for seen in outcome.observations.values():
        say(shown(seen))
    print_json(outcome_as_json(outcome, LANGUAGES[0], 5.0))
    if outcome.trace is not None:
        say_lines(outcome.trace)
    for wording in LANGUAGES:
        printed = verdict_as_json(verdict, subject.exercise, wording)
        print_json(printed)
        for sentence in (printed["says"], *(finding["says"] for finding in printed["findings"])):
            say(sentence)


def say_lines(trace: TraceSeen) -> None:
    """Do with a trace what stands beside the lines."""
    for line in trace.lines:
        say(line_note(line, LANGUAGES[1], trace))
    say(trace_note(trace, LANGUAGES[0]) or "")


def nodes_in(part: object) -> int:
    """Count the observations in an observation, itself too."""
    if isinstance(part, Struct):
        inner = sum(nodes_in(getattr(part, name)) for name in part.__struct_fields__)
        return inner + isinstance(part, Observation)
    return sum(map(nodes_in, part)) if isinstance(part, tuple) else 0


def say(sentence: str) -> None:
    """What the terminal and the window need of a text: nothing in it moves the cursor, and it is not endless."""
    assert readable(sentence) == sentence, repr(sentence[:200])
    sentence.encode()
    assert len(sentence) < LONGEST_SENTENCE, f"{len(sentence)} characters: {sentence[:200]!r}"


def print_json(value: dict[str, Any]) -> None:
    json.dumps(value, ensure_ascii=False).encode()
