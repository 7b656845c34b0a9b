"""Typing the answer: a shape, a number, a word, or what a snippet prints."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.widgets.buttons import ENTER_KEYS
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.questions.answer_input import AnswerInput
from quizapp.judging.questions import Answer
from quizapp.packs.model import Asked, Question, QuestionKind


class TypedInput(AnswerInput):
    """One line to type; Enter answers."""

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(question, appearance, parent)
        self._name = label("strong")
        self._line = QLineEdit()
        self._line.setMaxLength(1000)
        self._line.textChanged.connect(self._tell)
        self._name.setBuddy(self._line)
        self.rows.addWidget(self._name)
        self.rows.addWidget(self._line)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def answer(self) -> Answer | None:
        """Return what is typed; None while nothing is."""
        return self._line.text() if self._line.text().strip() else None

    def start(self) -> None:
        """Focus the line."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, answer: Answer) -> None:
        """Take no other answer; the feedback says whether it was right."""
        self._line.setReadOnly(True)
        self._line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _retranslate(self) -> None:
        say = self.appearance.wording.say
        self._line.setFont(code_font(self.font()))
        is_shape = asks_for_shape(self.question)
        self._name.setText(_name(QuestionKind.SHAPE if is_shape else self.question.kind, self.appearance))
        self._line.setAccessibleName(self._name.text())
        self._line.setPlaceholderText(say("for example 2, 3") if is_shape else "")


class PredictInput(AnswerInput):
    """Several lines to type; Enter answers, Shift+Enter begins a new line."""

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(question, appearance, parent)
        self._name, self._hint = label("strong"), label("small", wraps=True)
        self._lines = _Lines(self)
        self._lines.textChanged.connect(self._tell)
        self._name.setBuddy(self._lines)
        for part in (self._name, self._lines, self._hint):
            self.rows.addWidget(part)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def answer(self) -> Answer | None:
        """Return what is typed; None while nothing is."""
        text = self._lines.toPlainText()
        return text if text.strip() else None

    def start(self) -> None:
        """Focus the lines."""
        self._lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_marks(self, answer: Answer) -> None:
        """Take no other answer; the feedback says whether it was right."""
        self._lines.setReadOnly(True)
        self._lines.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._hint.hide()

    @Slot()
    def _tell(self) -> None:
        self._lines.fit()
        self.changed.emit()

    @Slot()
    def _retranslate(self) -> None:
        colours = self.appearance.colours
        self._lines.setFont(code_font(self.font()))
        self._lines.fit()
        self._lines.setStyleSheet(
            f"QPlainTextEdit {{ border: 1px solid {colours.outline}; border-radius: 7px; padding: 5px;"
            f" background: {colours.base}; color: {colours.text}; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {colours.accent}; padding: 4px; }}"
        )
        self._name.setText(_name(self.question.kind, self.appearance))
        self._lines.setAccessibleName(self._name.text())
        self._hint.setText(self.appearance.wording.say("Shift+Enter begins a new line"))


class _Lines(QPlainTextEdit):
    """As high as what is typed, at most eight lines."""

    def __init__(self, answer_input: AnswerInput) -> None:
        super().__init__(answer_input)
        self._input = answer_input
        self.setTabChangesFocus(True)

    def fit(self) -> None:
        lines = min(max(self.document().blockCount(), 2), 8)
        self.setFixedHeight(QFontMetrics(self.font()).lineSpacing() * lines + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer on Enter; leave every key alone once the answer is given."""
        if self.isReadOnly():
            event.ignore()
        elif event.key() in ENTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._input.submitted.emit()
        else:
            super().keyPressEvent(event)


def asks_for_shape(question: Question) -> bool:
    """Tell whether a shape is to be typed."""
    return question.kind is QuestionKind.SHAPE or question.asks is Asked.SHAPE


def _name(kind: QuestionKind, appearance: Appearance) -> str:
    say = appearance.wording.say
    if kind is QuestionKind.SHAPE:
        return say("The shape")
    if kind is QuestionKind.NUMBER:
        return say("The number")
    if kind is QuestionKind.PREDICT:
        return say("What it prints")
    return say("Your answer")
