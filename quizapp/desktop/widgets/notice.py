"""A strip that says one sentence and waits for its button: not a dialog, stops nobody."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, icon, pixmap
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.restyle import set_and_restyle
from quizapp.message import Message

Mood: TypeAlias = Literal["bad", "warn", "ok"]

SIGNS: dict[Mood, str] = {"bad": "warning", "warn": "warning", "ok": "info"}


GOOD_NEWS_MILLISECONDS = 10_000
"""How long a sentence stays that asks for nothing."""


class Strip(QFrame):
    """A sentence on a ground in the colour of its mood, with one button at its end; hidden until `tell`."""

    def __init__(self, appearance: Appearance, button: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._appearance = appearance
        self._says: Message | None = None
        self._mood: Mood = "bad"
        self._sign, self.sentence, self.button = QLabel(), label(wraps=True), button
        self.row = row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 12, 7)
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addWidget(self.sentence, 1)
        row.addWidget(button)
        appearance.changed.connect(self._retranslate)
        self.hide()
        self._retranslate()

    def tell(self, says: Message, mood: Mood = "bad") -> None:
        """Show a sentence."""
        self._says, self._mood = says, mood
        # The theme dresses a notice by this property.
        set_and_restyle(self, "mood", mood)
        self._retranslate()
        self.show()

    def dress_button(self) -> None:
        """Give the button its words and sign, in the language and look in use."""
        raise NotImplementedError

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.dress_button()
        self._sign.setPixmap(pixmap(SIGNS[self._mood], getattr(colours, self._mood), SIDE, self.devicePixelRatioF()))
        if self._says is not None:
            self.sentence.setText(wording.sentence(self._says))
            self.sentence.setAccessibleName(self.sentence.text())


class Notice(Strip):
    """Shows a message at the top of the window until it is closed or another takes its place; good news goes alone.

    Signals:
        undo_requested: what was told is to be taken back.
    """

    undo_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        # Made first: the strip has it dressed.
        self.undo = Button(compact=True)
        super().__init__(appearance, Button("quiet"), parent)
        self.button.setIconSize(QSize(16, 16))
        self._going = QTimer(self, singleShot=True, interval=GOOD_NEWS_MILLISECONDS)
        self._going.timeout.connect(self.put_away)
        self.undo.clicked.connect(self._request_undo)
        self.row.insertWidget(self.row.count() - 1, self.undo)
        self.undo.hide()
        self.button.clicked.connect(self.put_away)

    def tell(self, says: Message, mood: Mood = "bad") -> None:
        """Show a sentence; what went well for a few seconds only."""
        self.undo.hide()
        super().tell(says, mood)
        if mood == "ok":
            self._going.start()
        else:
            self._going.stop()

    def tell_done(self, says: Message, *, offers_undo: bool) -> None:
        """Show what was done, for a few seconds, with a button that takes it back if `offers_undo`."""
        self.tell(says, "ok")
        self.undo.setVisible(offers_undo)

    @Slot()
    def offer_no_undo(self) -> None:
        """Take the button away: something else was done since, which it would take back instead."""
        self.undo.hide()

    @Slot()
    def _request_undo(self) -> None:
        self.put_away()
        self.undo_requested.emit()

    @Slot()
    def put_away(self) -> None:
        """Hide the strip."""
        self._going.stop()
        self._says = None
        self.hide()

    def dress_button(self) -> None:
        """Show a cross, and name the other button."""
        say = self._appearance.wording.say
        self.undo.setText(say("Undo"))
        self.button.setAccessibleName(say("Close this notice"))
        self.button.setToolTip(say("Close this notice"))
        self.button.setIcon(icon("cross", self._appearance.colours.text))
