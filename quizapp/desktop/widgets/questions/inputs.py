"""Which widget takes the answer to which kind of question."""

from PySide6.QtWidgets import QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.questions.answer_input import AnswerInput
from quizapp.desktop.widgets.questions.options import ForetellInput, OptionsInput
from quizapp.desktop.widgets.questions.order import OrderInput
from quizapp.desktop.widgets.questions.spot import SpotInput
from quizapp.desktop.widgets.questions.typed import PredictInput, TypedInput
from quizapp.packs.model import Question, QuestionKind

_INPUTS: dict[QuestionKind, type[AnswerInput]] = {
    QuestionKind.CHOICE: OptionsInput,
    QuestionKind.MULTIPLE: OptionsInput,
    QuestionKind.SHAPE: TypedInput,
    QuestionKind.NUMBER: TypedInput,
    QuestionKind.TEXT: TypedInput,
    QuestionKind.PREDICT: PredictInput,
    QuestionKind.ORDER: OrderInput,
    QuestionKind.SPOT: SpotInput,
}


def make_input(question: Question, appearance: Appearance, parent: QWidget | None = None) -> AnswerInput:
    """Return the widget that takes an answer to this kind of question."""
    kind = _INPUTS[question.kind]
    if question.asks is not None:
        kind = ForetellInput if question.choices else TypedInput
    return kind(question, appearance, parent)
