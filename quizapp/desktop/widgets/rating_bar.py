"""The four ratings of a card, each with its key and when the card would come back."""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.buttons import LaidOutButton
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.restyle import set_sheet
from quizapp.study.model import Rating
from quizapp.wording.ratings import interval_words, rating_name

_COLOURS = {Rating.AGAIN: "bad", Rating.HARD: "warn", Rating.GOOD: "ok", Rating.EASY: "accent"}


class RatingBar(QWidget):
    """Again, hard, good and easy.

    Signals:
        rated: with a `Rating`.
    """

    rated = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._intervals: dict[Rating, timedelta] = {}
        self._buttons = {rating: RatingButton(rating) for rating in Rating}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for button in self._buttons.values():
            button.clicked.connect(self._tell)
            row.addWidget(button, 1)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_intervals(self, intervals: dict[Rating, timedelta]) -> None:
        """Say on each button how long it sends the card away."""
        self._intervals = intervals
        self._retranslate()

    @Slot()
    def _tell(self) -> None:
        pressed = self.sender()
        self.rated.emit(next(rating for rating, button in self._buttons.items() if button is pressed))

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        for rating, button in self._buttons.items():
            interval = self._intervals.get(rating)
            back_in = "" if interval is None else interval_words(interval, wording)
            button.show_words(rating_name(rating, wording), back_in, getattr(colours, _COLOURS[rating]))
            button.setToolTip(wording.say("Press {key}", key=str(rating.value)))


class RatingButton(LaidOutButton):
    """One rating: its name above, when the card comes back and the key below."""

    def __init__(self, rating: Rating, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name, self._interval, self._key = label("strong"), label("small"), label("small")
        self._key.setText(str(rating.value))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 9, 14, 9)
        lines.setSpacing(2)
        below = QHBoxLayout()
        below.addWidget(self._name)
        below.addStretch()
        below.addWidget(self._key)
        lines.addLayout(below)
        lines.addWidget(self._interval)
        self.pass_clicks_through(self._name, self._interval, self._key)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, name: str, back_in: str, colour: str) -> None:
        """Name the rating in its colour, and say when the card comes back."""
        self._name.setText(name)
        set_sheet(self._name, f"color: {colour};")
        self._interval.setText(back_in or " ")
        self.setAccessibleName(f"{name}, {back_in}" if back_in else name)

    def words(self) -> tuple[str, str]:
        """Return name and interval as they are shown."""
        return self._name.text(), self._interval.text()
