"""Runs an exercise's solution as a learner's code is run, and looks whether what is asked before can be seen in it."""

from collections.abc import Iterator

from quizapp.judging.predictions import reality_of
from quizapp.message import Message, message
from quizapp.packs.model import Exercise
from quizapp.practice import run_once
from quizapp.sandbox.sandbox import Sandbox


def check_predictions(exercise: Exercise, sandbox: Sandbox) -> Iterator[Message]:
    """Yield a message for each prediction that the solution's run does not answer."""
    if not exercise.predictions:
        return
    outcome = run_once(exercise, exercise.solution, sandbox)
    for number, prediction in enumerate(exercise.predictions):
        if reality_of(prediction, outcome.observations) is None:
            yield message(
                "predictions[{number}] asks for the {asks} of `{expression}`, but a run of the solution does not show"
                " it: no probe runs there, so observe what the solution or the given code makes.",
                number=number,
                asks=prediction.asks.value,
                expression=" / ".join(prediction.observed),
            )
