"""What a question's snippet really gives, run in the sandbox."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.judging.predictions import reality_of
from quizapp.message import SaysError
from quizapp.packs.model import Question
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.wording import Wording
from quizapp.wording.inline import without_marks
from quizapp.wording.outcomes import outcome_sentence
from quizapp.wording.predictions import reality_sentence


class RunView(QWidget):
    """A button that asks for a run, then what the run gave.

    Signals:
        run_requested: the learner wants to see it; answer with `show_running`, then `show_outcome`,
            `show_error` or `show_not_run`.
    """

    run_requested = Signal()

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._appearance = question, appearance
        self._outcome: Outcome | None = None
        self._error: SaysError | None = None
        self._button, self._state = Button(), label("muted", wraps=True)
        self._button.clicked.connect(self.run_requested)
        self._printed = CardView(appearance, fits_content=True)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._button)
        head.addWidget(self._state, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self._printed)
        self._is_running = False
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    @property
    def is_running(self) -> bool:
        """Whether a run was asked for and has not come back."""
        return self._is_running

    def show_running(self) -> None:
        """Say that it runs."""
        self._is_running = True
        self._outcome = self._error = None
        self._retranslate()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what the snippet printed and how it ended."""
        self._is_running, self._outcome = False, outcome
        self._retranslate()

    def show_not_run(self) -> None:
        """Be as before it was asked for."""
        self._is_running = False
        self._retranslate()

    def show_error(self, error: SaysError) -> None:
        """Say why it can't be run."""
        self._is_running, self._error = False, error
        self._retranslate()

    def what_is_shown(self) -> str:
        """Return the words under the button."""
        return "\n".join(text for text in (self._state.text(), self._printed.plain_text()) if text)

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self._button.setText(wording.say("Run it") if self._outcome is None else wording.say("Run it again"))
        self._button.setIcon(icon("play", colours.text, colours.muted))
        self._button.setEnabled(not self._is_running)
        self._state.setText(self._state_words(wording))
        printed = self._what_it_gave(wording)
        self._printed.setVisible(bool(printed))
        self._printed.set_markdown(printed)
        self._printed.setAccessibleName(wording.say("What the snippet gives"))

    def _state_words(self, wording: Wording) -> str:
        if self._is_running:
            return wording.say("Running…")
        if self._error is not None:
            return without_marks(wording.sentence(self._error.says))
        if self._outcome is None:
            return ""
        if self._outcome.ending is not Ending.FINISHED:
            return without_marks(outcome_sentence(self._outcome, wording))
        if self._outcome.stdout.strip():
            return wording.say("It really prints:")
        return "" if self._what_is(wording) else wording.say("It ran to its end and printed nothing.")

    def _what_it_gave(self, wording: Wording) -> str:
        if self._outcome is None:
            return ""
        parts = []
        if self._outcome.stdout.strip():
            parts.append(fenced(self._outcome.stdout.rstrip("\n")))
        if what_is := self._what_is(wording):
            parts.append(what_is)
        return "\n\n".join(parts)

    def _what_is(self, wording: Wording) -> str:
        """Return what the run shows of what was asked, besides what it printed."""
        prediction = self._question.prediction
        if self._outcome is None or prediction is None:
            return ""
        reality = reality_of(prediction, self._outcome.observations)
        return "" if reality is None else reality_sentence(prediction, reality, wording)


def fenced(text: str, language: str = "text") -> str:
    """Return text as a block of code in Markdown, whatever back-ticks it holds."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"
