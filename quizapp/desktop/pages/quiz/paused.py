"""What stands in place of an item while a quiz pauses: nothing of the item, and the way on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress
from quizapp.desktop.pages.quiz.words import progress_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Centred, Panel
from quizapp.study.quizzes.quiz import Quiz

WIDTH_EMS = 34


class PausedView(QWidget):
    """Says how far the quiz is; `resume` goes on, `leave` keeps it for later."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._quiz: Quiz | None = None
        self._heading, self._far = label("heading"), label("muted", wraps=True)
        self._kept = label(wraps=True)
        self.resume, self.leave = Button("primary"), Button()
        panel = Panel()
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.resume)
        buttons.addWidget(self.leave)
        buttons.addStretch()
        for widget in (self._heading, self._far, self._kept):
            panel.rows.addWidget(widget)
        panel.rows.addSpacing(6)
        panel.rows.addLayout(buttons)
        rows = QVBoxLayout(self)
        rows.addStretch(2)
        rows.addWidget(Centred(panel, ems=WIDTH_EMS))
        rows.addStretch(3)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_quiz(self, quiz: Quiz) -> None:
        """Show how far a quiz is, the keyboard at the way on."""
        self._quiz = quiz
        self._retranslate()
        self.resume.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        self._heading.setText(wording.say("Paused"))
        self._far.setText(progress_words(self._quiz, wording) if self._quiz is not None else "")
        self._kept.setText(wording.say("The clock stands still. What you have answered is kept, also if you quit."))
        self.resume.setText(wording.say("Go on"))
        self.leave.setText(wording.say("Leave for now"))
        dress(self.resume, "play", self._appearance.colours.on_accent)
