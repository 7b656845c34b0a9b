"""The part of an exercise's task that asks what will be, before the code runs, and then shows what was said and is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import icon, pixmap
from quizapp.desktop.pages.exercise.model import ExerciseState
from quizapp.desktop.pages.exercise.prediction_model import Foretold, PredictionModel, Stage
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.inline_label import InlineLabel
from quizapp.desktop.widgets.labels import label, set_role
from quizapp.packs.model import CHOICES, Exercise, Prediction
from quizapp.wording import Wording
from quizapp.wording.predictions import (
    choice_words,
    prediction_question,
    reality_sentence,
    said_words,
    unseen_sentence,
)


class PredictionPanel(QFrame):
    """Asks an exercise's predictions; gone for an exercise that has none. What is decided is `PredictionModel`'s.

    Signals:
        run_wanted: the learner pressed Enter in an answer.
    """

    run_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predictions")
        self._appearance = appearance
        self._model: PredictionModel | None = None
        self._rows: list[_Row] = []
        self._heading = label("heading", wraps=True)
        self._foot = label("small", wraps=True)
        self.again_button = Button("quiet")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(14, 12, 14, 12)
        self._inside.setSpacing(12)
        for widget in (self._heading, self._foot):
            self._inside.addWidget(widget)
        self._inside.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.again_button.clicked.connect(self._ask_again)
        appearance.changed.connect(self._retranslate)

    def open(self, exercise: Exercise) -> None:
        """Ask the predictions of another exercise."""
        self._model = PredictionModel(exercise)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._add_row(number, each) for number, each in enumerate(self._model.foretold)]
        self.setVisible(bool(self._rows))
        self._retranslate()

    def show_state(self, state: ExerciseState) -> None:
        """Show what a run has shown, if one has come to its end since."""
        if self._model is not None and self._model.follow(state):
            self._retranslate()
            said = " ".join(row.words() for row in self._rows)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def said(self) -> tuple[str, ...]:
        """Return what the learner says of each prediction, "" for nothing."""
        return () if self._model is None else tuple(each.said for each in self._model.foretold)

    def _add_row(self, number: int, foretold: Foretold) -> "_Row":
        row = _Row(number, foretold, self._appearance)
        row.said.connect(self._say)
        row.run_wanted.connect(self.run_wanted)
        self._inside.insertWidget(1 + number, row)
        return row

    @Slot(int, str)
    def _say(self, number: int, said: str) -> None:
        if self._model is not None:
            self._model.say(number, said)
            self._rows[number].show_foretold(self._model.foretold[number])

    @Slot()
    def _ask_again(self) -> None:
        if self._model is None:
            return
        self._model.ask_again()
        for row in self._rows:
            row.clear()
        self._retranslate()
        self._rows[0].start()

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.setStyleSheet(
            f"QFrame#predictions {{ background: {colours.raised}; border: 1px solid {colours.border};"
            " border-radius: 9px; }"
        )
        self._heading.setText(say("Predict before you run"))
        self.setAccessibleName(self._heading.text())
        self._foot.setText(say("Run shows what it really is. You may also run without saying anything."))
        self.again_button.setText(say("Predict again"))
        self.again_button.setIcon(icon("reset", colours.text))
        if self._model is None:
            return
        self._foot.setVisible(not self._model.is_any_shown)
        self.again_button.setVisible(self._model.is_any_shown)
        for row, foretold in zip(self._rows, self._model.foretold, strict=True):
            row.show_foretold(foretold)


class _Row(QWidget):
    """One prediction, known by its number: the question, a way to answer, then what was said and what is."""

    said = Signal(int, str)
    run_wanted = Signal()

    def __init__(self, number: int, foretold: Foretold, appearance: Appearance) -> None:
        super().__init__()
        self._number, self._appearance = number, appearance
        self._question = InlineLabel(appearance)
        choices = CHOICES.get(foretold.prediction.asks, ())
        self._input: _Line | _Choices = _Choices(foretold.prediction, choices) if choices else _Line()
        self._hint, self._said = label("small", wraps=True), InlineLabel(appearance, "muted")
        self._sign, self._reality = QLabel(), InlineLabel(appearance)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        shown = QHBoxLayout()
        shown.setSpacing(8)
        shown.addWidget(self._sign)
        shown.addWidget(self._reality, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        for widget in (self._question, self._input, self._hint, self._said):
            rows.addWidget(widget)
        rows.addLayout(shown)
        self._input.said.connect(self._tell)
        self._input.run_wanted.connect(self.run_wanted)

    def start(self) -> None:
        """Focus where answering begins."""
        self._input.start()

    def clear(self) -> None:
        """Hold no answer."""
        self._input.clear()

    def words(self) -> str:
        """Return all that is said in this row, without marks of code."""
        parts = (self._question, self._said, self._reality)
        return " ".join(part.words() for part in parts if not part.isHidden())

    def show_foretold(self, foretold: Foretold) -> None:
        """Show how far this prediction is."""
        wording = self._appearance.wording
        is_shown = foretold.stage is Stage.SHOWN
        self._question.set_markdown(prediction_question(foretold.prediction, wording))
        self._input.setVisible(not is_shown)
        self._input.put_into_words(self._question.words(), wording)
        self._hint.setText(wording.say("Write a shape as 2, 3."))
        self._hint.setVisible(bool(foretold.said.strip()) and not foretold.is_said and not is_shown)
        self._said.setVisible(is_shown and foretold.is_said)
        if foretold.is_right is not None:
            self._said.set_sentence(_said_sentence(foretold, foretold.is_right, wording))
        self._show_reality(foretold, wording)

    @Slot(str)
    def _tell(self, said: str) -> None:
        self.said.emit(self._number, said)

    def _show_reality(self, foretold: Foretold, wording: Wording) -> None:
        self._sign.setVisible(foretold.is_right is not None)
        self._reality.setVisible(foretold.stage is not Stage.ASKED)
        set_role(self._reality, "muted" if foretold.reality is None else "body")
        if foretold.reality is None:
            self._reality.set_sentence(unseen_sentence(foretold.prediction, wording))
            return
        colours = self._appearance.colours
        sign, colour = ("check", colours.ok) if foretold.is_right else ("info", colours.warn)
        self._sign.setPixmap(pixmap(sign, colour, 18, self.devicePixelRatioF()))
        self._reality.set_sentence(reality_sentence(foretold.prediction, foretold.reality, wording))


def _said_sentence(foretold: Foretold, is_right: bool, wording: Wording) -> str:
    answer = said_words(foretold.prediction, foretold.said, wording)
    if is_right:
        return wording.say("You said “{answer}”, and so it is.", answer=answer)
    return wording.say("You said “{answer}”. It came out differently.", answer=answer)


class _Line(QLineEdit):
    """A shape, typed."""

    said = Signal(str)
    run_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(100)
        self.textChanged.connect(self.said)
        self.returnPressed.connect(self.run_wanted)

    def start(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_into_words(self, question: str, wording: Wording) -> None:
        self.setFont(code_font(self.font()))
        self.setPlaceholderText(wording.say("for example 2, 3"))
        self.setAccessibleName(question)


class _Choices(QWidget):
    """A few answers of which one is chosen."""

    said = Signal(str)
    run_wanted = Signal()

    def __init__(self, prediction: Prediction, choices: tuple[str, ...]) -> None:
        super().__init__()
        self._asks = prediction.asks
        self._group = QButtonGroup(self)
        self._buttons = {choice: QRadioButton() for choice in choices}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(2, 0, 0, 0)
        rows.setSpacing(4)
        for button in self._buttons.values():
            self._group.addButton(button)
            rows.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def start(self) -> None:
        next(iter(self._buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def put_into_words(self, question: str, wording: Wording) -> None:
        self.setAccessibleName(question)
        for choice, button in self._buttons.items():
            button.setText(choice_words(self._asks, choice, wording))

    @Slot()
    def _tell(self) -> None:
        self.said.emit(next(choice for choice, button in self._buttons.items() if button.isChecked()))
