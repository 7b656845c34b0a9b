"""Runs a question's snippet and compares what it gives with the answer that the question accepts."""

from collections.abc import Iterator

from quizapp.judging.predictions import is_right, reality_of
from quizapp.judging.questions import judge_answer
from quizapp.message import Message, message
from quizapp.packs.model import Prediction, Question, QuestionKind
from quizapp.practice import run_snippet
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.sandbox import Sandbox


def check_answers(question: Question, sandbox: Sandbox) -> Iterator[Message]:
    """Yield a message if a snippet that is run can't be, or if that of a predict, number or shape question gives
    another answer.
    """
    if question.code is None or not question.runs:
        return
    prediction = question.prediction
    outcome = run_snippet(question.code, sandbox, () if prediction is None else prediction.observed)
    if outcome.error is not None and outcome.error.type_name == "NameError":
        yield message(
            "The snippet can't run: {why}. Define it, or let the block begin with ```python if it is only to be read.",
            why=outcome.error.message,
        )
    elif question.kind not in (QuestionKind.PREDICT, QuestionKind.NUMBER, QuestionKind.SHAPE):
        return
    elif outcome.ending is not Ending.FINISHED:
        yield message("The snippet ends as {ending}, so its answer can't be verified.", ending=outcome.ending.value)
    elif prediction is not None:
        yield from _compare_prediction(question, prediction, outcome)
    elif not (printed := outcome.stdout.strip()):
        yield message("The snippet prints nothing, so its answer can't be verified; let it print the answer.")
    elif not judge_answer(question, printed):
        yield message("The snippet gives {given}, which the question does not accept.", given=printed)


def _compare_prediction(question: Question, prediction: Prediction, outcome: Outcome) -> Iterator[Message]:
    reality = reality_of(prediction, outcome.observations)
    if reality is None:
        yield message(
            "What the question asks of `{expression}` can't be seen when the snippet runs.",
            expression=prediction.observe,
        )
    elif not any(is_right(prediction, accepted, reality) for accepted in question.answers):
        yield message("The snippet gives {given}, which the question does not accept.", given=reality.answer)
