"""The page at the end of a lesson's sitting: what was done, what was missed, and whether to repeat that now."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress, pixmap
from quizapp.desktop.pages.study.end_model import Ended, back_words, missed_words, repeat_words
from quizapp.desktop.pages.today.panels import tally_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column, Panel


class EndPage(QWidget):
    """Shows how a sitting came out, until the learner repeats what was missed or goes back.

    Signals:
        repeat_wanted: carries the ids of what was missed.
        left: the learner goes back.
    """

    repeat_wanted = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ended: Ended | None = None
        self._sign, self._heading = QLabel(), label("heading")
        self._lines = (label(wraps=True), label(wraps=True), label("muted", wraps=True))
        self.repeat, self.back = Button("primary"), Button()
        self._lay_out()
        self.repeat.clicked.connect(self._repeat)
        self.back.clicked.connect(self.left)
        appearance.changed.connect(self._retranslate)

    def _lay_out(self) -> None:
        panel, column, top, buttons = Panel(), Column(), QHBoxLayout(), Flow(gap=12)
        top.setSpacing(10)
        top.addWidget(self._sign)
        top.addWidget(self._heading, 1)
        for button in (self.repeat, self.back):
            buttons.addWidget(button)
        panel.rows.addLayout(top)
        for line in self._lines:
            panel.rows.addWidget(line)
        panel.rows.addSpacing(4)
        panel.rows.addLayout(buttons)
        column.rows.addWidget(panel)
        column.rows.addStretch()
        column.fill(self)

    def show_ended(self, ended: Ended) -> None:
        """Show how a sitting came out; Enter repeats what was missed, or else goes back."""
        self._ended = ended
        self._retranslate()
        first = self.repeat if ended.missed else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _repeat(self) -> None:
        if self._ended is not None:
            self.repeat_wanted.emit(self._ended.missed)

    @Slot()
    def _retranslate(self) -> None:
        ended, wording, colours = self._ended, self._appearance.wording, self._appearance.colours
        if ended is None:
            return
        self._sign.setPixmap(pixmap("done", colours.ok, 22, self.devicePixelRatioF()))
        self._heading.setText(wording.say("Done for now"))
        said = (tally_words(ended.tally, wording), missed_words(ended, wording), back_words(ended, wording))
        for line, words in zip(self._lines, said, strict=True):
            line.setText(words)
            line.setVisible(bool(words))
        self.setAccessibleName(self._heading.text())
        self.setAccessibleDescription(wording.paragraph(*said))
        self.repeat.setVisible(bool(ended.missed))
        self.repeat.setText(repeat_words(ended, wording))
        dress(self.repeat, "reset", colours.on_accent)
        self.back.setText(wording.say("Back"))
        self.back.setToolTip(wording.say("Leave; everything is kept (Esc)"))
