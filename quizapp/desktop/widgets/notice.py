"""A strip at the top of the window that says one sentence and waits to be put away: not a dialog, stops nobody."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, icon, pixmap
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.message import Message

Mood: TypeAlias = Literal["bad", "warn", "ok"]

SIGNS: dict[Mood, str] = {"bad": "warning", "warn": "warning", "ok": "info"}


class Notice(QFrame):
    """Shows a message in the reader's language until it is closed or another takes its place."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._appearance = appearance
        self._says: Message | None = None
        self._mood: Mood = "bad"
        self._sign = QLabel()
        self._sentence = label(wraps=True)
        self._close = Button("quiet")
        self._close.setIconSize(QSize(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 12, 7)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._close)
        self._close.clicked.connect(self.put_away)
        appearance.changed.connect(self._retranslate)
        self.hide()
        self._retranslate()

    def tell(self, says: Message, mood: Mood = "bad") -> None:
        """Show a sentence."""
        self._says, self._mood = says, mood
        self.setProperty("mood", mood)
        self.style().unpolish(self)
        self.style().polish(self)
        self._retranslate()
        self.show()

    @Slot()
    def put_away(self) -> None:
        """Hide the strip."""
        self._says = None
        self.hide()

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self._close.setAccessibleName(wording.say("Close this notice"))
        self._close.setToolTip(wording.say("Close this notice"))
        self._close.setIcon(icon("cross", colours.text))
        self._sign.setPixmap(pixmap(SIGNS[self._mood], getattr(colours, self._mood), SIDE, self.devicePixelRatioF()))
        if self._says is not None:
            self._sentence.setText(wording.sentence(self._says))
            self._sentence.setAccessibleName(self._sentence.text())
