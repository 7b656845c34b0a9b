"""Turns the predictions of an `exercise.toml` into values; notes what is wrong with them, as with a question's."""

from quizapp.message import Message, message
from quizapp.packs.model import Asked, Prediction
from quizapp.packs.python_code import expression_problem
from quizapp.packs.tables import Table
from quizapp.packs.texts import Desk, written_text
from quizapp.packs.written import WrittenPrediction


def read_predictions(desk: Desk, table: Table, written: list[WrittenPrediction]) -> tuple[Prediction, ...]:
    """Return the predictions."""
    return tuple(_prediction(desk, table, index, each) for index, each in enumerate(written))


def _prediction(desk: Desk, table: Table, index: int, written: WrittenPrediction) -> Prediction:
    if says := expression_problem(written.observe):
        desk.problems.append(table.problem(says, "predictions", index, "observe"))
    if problem := other_value_problem(written.asks, written.shares_with):
        key, says = problem
        desk.problems.append(table.problem(says, "predictions", index, key))
    says_text = None if written.says is None else written_text(desk, table, written.says, "predictions", index, "says")
    return Prediction(observe=written.observe, asks=written.asks, shares_with=written.shares_with, says=says_text)


def other_value_problem(asks: Asked | None, shares_with: str | None) -> tuple[str, Message] | None:
    """Return the key to blame and what is wrong if only one of sharing and `shares_with` is there; else None."""
    if asks is Asked.SHARING and shares_with is None:
        return "asks", message('"sharing" is about two values; add shares_with = "…"')
    if shares_with is None:
        return None
    if asks is not Asked.SHARING:
        return "shares_with", message('this key goes with asks = "sharing" only')
    says = expression_problem(shares_with)
    return None if says is None else ("shares_with", says)
