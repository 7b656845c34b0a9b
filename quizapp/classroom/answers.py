"""Runs a question's snippet and compares what it gives with the answer that the question accepts."""

from collections.abc import Iterator

from quizapp.judging.questions import judge_answer
from quizapp.message import Message, message
from quizapp.packs.model import Question, QuestionKind
from quizapp.practice import run_snippet
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.observation import Observation, Sequence, TensorSeen, Whole
from quizapp.sandbox.sandbox import Sandbox


def check_answers(question: Question, sandbox: Sandbox) -> Iterator[Message]:
    """Yield a message if the snippet of a predict, number or shape question gives another answer."""
    if question.code is None or question.kind not in (QuestionKind.PREDICT, QuestionKind.NUMBER, QuestionKind.SHAPE):
        return
    observe = (question.observe,) if question.observe is not None else ()
    outcome = run_snippet(question.code, sandbox, observe)
    if outcome.ending is not Ending.FINISHED:
        yield message("The snippet ends as {ending}, so its answer can't be verified.", ending=outcome.ending.value)
        return
    given = _given_answer(question, outcome)
    if given is None or not judge_answer(question, given):
        yield message("The snippet gives {given}, which the question does not accept.", given=given or "-")


def _given_answer(question: Question, outcome: Outcome) -> str | None:
    if question.kind is QuestionKind.SHAPE and question.observe is not None:
        return _shape(outcome.observations.get(question.observe))
    return outcome.stdout.strip()


def _shape(seen: Observation | None) -> str | None:
    if isinstance(seen, TensorSeen):
        return ", ".join(str(length) for length in seen.shape)
    if isinstance(seen, Sequence):
        return ", ".join(entry.value for entry in seen.items if isinstance(entry, Whole))
    return None
