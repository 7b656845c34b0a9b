"""Choosing among options: one of them, or all that are right; or what a run will show."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.questions.answer_input import AnswerInput
from quizapp.desktop.widgets.questions.row import OptionRow
from quizapp.judging.marks import Mark, option_marks
from quizapp.judging.questions import Answer
from quizapp.markdown import plain_text
from quizapp.packs.model import Option, Question, QuestionKind, Text
from quizapp.wording.predictions import choice_words

LETTERS = "ABCDEFGHI"
"""The options' names and keys; 1 to 9 do the same."""


class OptionsInput(AnswerInput):
    """Rows to choose from; of a choice question one, of a multiple question any number, which `how_many` says."""

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(question, appearance, parent)
        self._several = question.kind is QuestionKind.MULTIPLE
        self._marks: tuple[Mark, ...] = ()
        self.how_many = label("muted", wraps=True)
        # Where the prompt's text begins.
        self.how_many.setContentsMargins(4, 0, 0, 0)
        self.rows.addWidget(self.how_many)
        self.how_many.setVisible(self._several)
        self._options = [self._add_row(number) for number in range(len(self.texts()))]
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def texts(self) -> tuple[Option, ...]:
        """Return what is chosen from; asked for again when the language changes."""
        return self.question.options

    def _add_row(self, number: int) -> "_OptionWidgets":
        letter = LETTERS[number] if number < len(LETTERS) else str(number + 1)
        row = OptionRow(letter, several=self._several, appearance=self.appearance)
        row.setAutoExclusive(not self._several)
        row.clicked.connect(self.changed)
        self.rows.addWidget(row)
        return _OptionWidgets(row, self.appearance)

    def answer(self) -> Answer | None:
        """Return the indices of what is chosen; None while nothing is."""
        chosen = tuple(number for number, option in enumerate(self._options) if option.row.isChecked())
        return chosen or None

    def press(self, key: str) -> bool:
        """Choose by letter or number."""
        if len(key) != 1 or self._marks:
            return False
        number = LETTERS.find(key) if key in LETTERS else "123456789".find(key)
        if not 0 <= number < len(self._options):
            return False
        row = self._options[number].row
        row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        row.click()
        return True

    def start(self) -> None:
        """Focus the first option."""
        self._options[0].row.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the options with the arrow keys."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = [number for number, option in enumerate(self._options) if option.row.hasFocus()]
        if event.key() not in steps or not focused:
            event.ignore()
            return
        number = (focused[0] + steps[Qt.Key(event.key())]) % len(self._options)
        self._options[number].row.setFocus(Qt.FocusReason.TabFocusReason)

    def show_marks(self, answer: Answer) -> None:
        """Mark what was right and what was not, with the reason of each option that was chosen."""
        self._marks = option_marks(self.question, answer)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        self.how_many.setText(self.appearance.wording.say("More than one can be right."))
        self.setAccessibleDescription(self.how_many.text() if self._several else "")
        for number, (widgets, option) in enumerate(zip(self._options, self.texts(), strict=True)):
            widgets.retranslate(option)
            if self._marks:
                widgets.show_mark(option, self._marks[number], self._verdict(self._marks[number]))

    def _verdict(self, mark: Mark) -> str:
        say = self.appearance.wording.say
        if mark is Mark.MISSED:
            return say("Also right") if self._several else say("The right answer")
        return {Mark.CHOSEN_RIGHT: say("Right"), Mark.CHOSEN_WRONG: say("Not right")}.get(mark, "")


class ForetellInput(OptionsInput):
    """Rows for what a predict question asks besides what is printed: the state of a gradient, shared memory or not."""

    def texts(self) -> tuple[Option, ...]:
        """Return the choices in the reader's language."""
        wording, asks = self.appearance.wording, self.question.asks
        return tuple(
            Option(text=Text(wording.language, {wording.language: choice_words(asks, choice, wording)}), right=False)
            for choice in self.question.choices
            if asks is not None
        )


class _OptionWidgets:
    """One option's row and the texts in it."""

    def __init__(self, row: OptionRow, appearance: Appearance) -> None:
        self.row, self._appearance = row, appearance
        self._text = CardView(appearance, fits_content=True, interactive=False)
        row.content.addWidget(self._text)
        self._why: CardView | None = None

    def retranslate(self, option: Option) -> None:
        language = self._appearance.wording.language
        text = option.text.read(language)
        self._text.set_markdown(text)
        self.row.setAccessibleName(plain_text(text))
        if self._why is not None and option.why is not None:
            self._why.set_markdown(option.why.read(language))
        self.row.restyle()

    def show_mark(self, option: Option, mark: Mark, verdict: str) -> None:
        self.row.set_mark(mark, verdict)
        chosen = mark in (Mark.CHOSEN_RIGHT, Mark.CHOSEN_WRONG)
        if chosen and option.why is not None and self._why is None:
            self._why = CardView(self._appearance, fits_content=True, interactive=False)
            self._why.set_markdown(option.why.read(self._appearance.wording.language))
            self.row.content.addWidget(self._why)
