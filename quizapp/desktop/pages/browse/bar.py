"""What the Browse page offers for the items that are chosen, and what it says once that is done."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress
from quizapp.desktop.pages.browse.model import Deed
from quizapp.desktop.pages.browse.words import deed_tip, deed_word
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.notice import Strip
from quizapp.message import Message

GAP = 8
"""Logical pixels between buttons."""


class DoneStrip(Strip):
    """Says what was done, and offers to take it back."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Button(), parent)

    def tell_done(self, says: Message) -> None:
        """Say what was done, and offer to take it back."""
        self.button.show()
        self.tell(says, "ok")

    def tell_undone(self, says: Message) -> None:
        """Say what was taken back."""
        self.button.hide()
        self.tell(says, "ok")

    def tell_failed(self, says: Message) -> None:
        """Say why nothing was done."""
        self.button.hide()
        self.tell(says, "bad")

    def dress_button(self) -> None:
        """Name what the button does."""
        self.button.setText(self._appearance.wording.say("Undo"))


class DeedBar(QFrame):
    """How many are chosen, and a button for each deed.

    Signals:
        wanted: a `Deed`.
    """

    wanted = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deedBar")
        self._appearance = appearance
        self._count = 0
        self.chosen = label("muted")
        self.buttons = {deed: Button("primary" if deed is Deed.STUDY else "ordinary") for deed in Deed}
        self._above, self._row = QHBoxLayout(), QHBoxLayout()
        self._is_narrow: bool | None = None
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 10, 24, 10)
        for part in (self._above, self._row):
            part.setSpacing(GAP)
            rows.addLayout(part)
        for deed, button in self.buttons.items():
            button.setProperty("deed", deed)
            button.clicked.connect(self._tell)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_chosen(self, count: int, *, some_away: bool, some_coming: bool) -> None:
        """Offer what makes sense: `some_away` are buried or suspended, `some_coming` are not."""
        self._count = count
        self.buttons[Deed.RESUME].setVisible(some_away)
        for deed in (Deed.BURY, Deed.SUSPEND):
            self.buttons[deed].setVisible(some_coming or not count)
        for button in self.buttons.values():
            button.setEnabled(bool(count))
        self._show_count()

    def _show_count(self) -> None:
        say_many, count = self._appearance.wording.say_many, self._count
        self.chosen.setText(say_many("{count} chosen", "{count} chosen", count) if count else "")
        self._arrange()

    def _arrange(self) -> None:
        """Set all in one row, or the count and the main thing above the rest: little room, large letters."""
        offered = [button for button in self.buttons.values() if not button.isHidden()]
        needed = sum(widget.sizeHint().width() + GAP for widget in (self.chosen, *offered))
        is_narrow = needed > self.contentsRect().width() - 48
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        for row in (self._above, self._row):
            while row.takeAt(0) is not None:
                pass
        head = self._above if is_narrow else self._row
        head.addWidget(self.chosen)
        head.addStretch(1)
        # The stretch keeps the buttons at the end of their row.
        if is_narrow:
            self._row.addStretch(1)
        for deed, button in self.buttons.items():
            (head if deed is Deed.STUDY else self._row).addWidget(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons anew."""
        super().resizeEvent(event)
        self._arrange()

    def menu(self, over: QWidget) -> QMenu:
        """Return a menu with the deeds that are offered."""
        menu = QMenu(over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed, button in reversed(self.buttons.items()):
            if not button.isHidden():
                action = QAction(deed_word(deed, self._appearance.wording), menu)
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
                menu.addAction(action)
        return menu

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(Deed(self.sender().property("deed")))

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        for deed, button in self.buttons.items():
            button.setText(deed_word(deed, wording))
            button.setToolTip(deed_tip(deed, wording))
        dress(self.buttons[Deed.STUDY], "play", colours.on_accent, disabled=colours.muted)
        self.setStyleSheet(
            f"QFrame#deedBar {{ background: {colours.base}; border: 0; border-top: 1px solid {colours.border}; }}"
        )
        self._show_count()
