"""The top of a quiz: the way out, where one is, the time, and what can be done besides answering."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon, pixmap
from quizapp.desktop.pages.quiz import keys as quiz_keys
from quizapp.desktop.pages.quiz.words import time_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel, label
from quizapp.desktop.widgets.panel import progress_bar, show_share
from quizapp.packs.model import Text

HURRY_SECONDS = 60.0
"""With less than that left the clock is in the colour of a warning."""

SIGN = 16


class QuizBar(QWidget):
    """One row of words and buttons over a slim bar.

    Attributes:
        back, skip, pause, end: the buttons; whoever makes the bar connects them.
    """

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lesson: Text | None = None
        self._number, self._of, self._done = 0, 0, 0
        self._used = 0.0
        self._left: float | None = None
        self.back, self.skip, self.pause, self.end = (Button("quiet") for _ in range(4))
        self.title, self.position = ElidedLabel("strong"), label("muted")
        self._clock_sign, self.clock = QLabel(), label("strong")
        self._bar = progress_bar()
        self._lay_out()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        for widget in (self.position, self._clock_sign, self.clock):
            row.addWidget(widget)
        row.insertSpacing(3, 10)
        row.addSpacing(10)
        for button in (self.skip, self.pause, self.end):
            row.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self._bar)

    def show_place(self, lesson: Text | None, *, number: int, of: int, done: int) -> None:
        """Say which lesson the item is of, which of how many it is, and how many are answered."""
        self._lesson, self._number, self._of, self._done = lesson, number, of, done
        self._retranslate()

    def show_time(self, used: float, left: float | None) -> None:
        """Show seconds used, or left where there is a limit."""
        self._used, self._left = used, left
        wording, colours = self._appearance.wording, self._appearance.colours
        words = time_words(used, left, wording)
        if words != self.clock.text():
            self.clock.setText(words)
            self.clock.setAccessibleName(wording.say("Time: {time}", time=words))
            colour = colours.warn if left is not None and left < HURRY_SECONDS else colours.text
            self.clock.setStyleSheet(f"color: {colour};")

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        say = wording.say
        for button, text, tip, sign in (
            (self.back, say("Leave"), say("Leave; the quiz waits for you (Esc)"), "back"),
            (self.skip, say("Skip"), say("It comes again at the end ({key})", key=quiz_keys.SKIP[0]), "chevron-right"),
            (self.pause, say("Pause"), say("Stop the clock ({key})", key=quiz_keys.PAUSE[0]), "pause"),
            (self.end, say("Finish…"), say("End the quiz and see the result"), "done"),
        ):
            button.setText(text)
            button.setToolTip(tip)
            button.setIcon(icon(sign, colours.text, colours.muted))
            button.setIconSize(QSize(18, 18))
        self.title.setText(self._lesson.read(wording.language) if self._lesson else "")
        self.title.setToolTip(self.title.text())
        place = say("{number} of {count}", number=self._number, count=self._of)
        self.position.setText(place)
        self._bar.setAccessibleName(say("{done} of {count} answered", done=self._done, count=self._of))
        show_share(self._bar, self._done, self._of)
        self._clock_sign.setPixmap(pixmap("clock", colours.muted, SIGN, self.devicePixelRatioF()))
        self.clock.setText("")
        self.show_time(self._used, self._left)
