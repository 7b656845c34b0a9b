"""Buttons: pressed by Enter as well as Space, and in groups of which one is chosen."""

from typing import Literal, TypeAlias

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLayout, QPushButton, QSizePolicy, QWidget

from quizapp.desktop.widgets.restyle import set_and_restyle

Kind: TypeAlias = Literal["primary", "ordinary", "quiet", "fold", "segment"]

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Button(QPushButton):
    """A push button that Enter presses too, anywhere; a click does not leave a focus ring behind.

    A `compact` one has little space around its icon. A `fold` is a heading that hides what is under it.
    """

    def __init__(self, kind: Kind = "ordinary", parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("compact", compact)
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; Qt does that in dialogs only."""
        if event.key() in ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)


def set_kind(button: Button, kind: Kind) -> bool:
    """Give a button that is already shown another kind; tell whether it had another before."""
    return set_and_restyle(button, "kind", kind)


class LaidOutButton(Button):
    """A button that holds a layout of labels: as large as that needs, pressed wherever it is clicked."""

    def sizeHint(self) -> QSize:
        """Return what the layout needs, not what a button's text would."""
        return self._needed().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the layout needs at least."""
        return self._needed().minimumSize()

    def _needed(self) -> QLayout:
        layout = self.layout()
        assert layout is not None
        return layout

    def pass_clicks_through(self, *parts: QWidget) -> None:
        """Let clicks on these parts press the button."""
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Segments(QWidget):
    """A row of joined buttons of which exactly one is chosen; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        """Make a segment for each key; `set_words` names them."""
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for position, key in enumerate(keys):
            button = Button("segment")
            button.setCheckable(True)
            # All as high as the highest: Chinese and Latin letters may come from different fonts.
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
            button.setProperty("place", {0: "first", len(keys) - 1: "last"}.get(position, "middle"))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def set_words(self, words: dict[str, str]) -> None:
        """Name the segments, by key."""
        for key, text in words.items():
            self._buttons[key].setText(text)

    def choose(self, key: str) -> None:
        """Show this one as chosen, without a signal."""
        self._buttons[key].setChecked(True)

    @Slot(QAbstractButton)
    def _tell(self, pressed: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, button in self._buttons.items() if button is pressed))
