"""Hints that are shown one by one, each saying which of how many it is."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.wrapping_button import WrappingButton
from quizapp.packs.model import Exercise


class Hints(QWidget):
    """The hints that are open, and a button for the next.

    Signals:
        wanted: the learner asks for one more.
    """

    wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._exercise: Exercise | None = None
        self._shown = 0
        self._opened = QVBoxLayout()
        self._opened.setSpacing(10)
        self.button = WrappingButton()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(self._opened)
        rows.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.wanted)
        appearance.changed.connect(self._retranslate)

    def show_hints(self, exercise: Exercise, shown: int) -> None:
        """Show the first `shown` hints of an exercise."""
        if exercise is not self._exercise or shown < self._shown:
            self._clear()
        self._exercise = exercise
        for number in range(self._shown, shown):
            self._opened.addWidget(_Hint(self._appearance, exercise, number))
        self._shown = shown
        self.setVisible(bool(exercise.hints))
        self._retranslate()

    def _clear(self) -> None:
        self._shown = 0
        while (place := self._opened.takeAt(0)) is not None:
            hint = place.widget()
            if hint is not None:
                hint.hide()
                hint.deleteLater()

    @Slot()
    def _retranslate(self) -> None:
        if self._exercise is None:
            return
        say, of = self._appearance.wording.say, len(self._exercise.hints)
        self.button.setVisible(self._shown < of)
        self.button.setIcon(icon("hint", self._appearance.colours.text))
        self.button.setText(say("Show hint {number} of {of}", number=self._shown + 1, of=of))


class _Hint(QWidget):
    """One hint under its number."""

    def __init__(self, appearance: Appearance, exercise: Exercise, number: int) -> None:
        super().__init__()
        self._appearance, self._exercise, self._number = appearance, exercise, number
        self._heading = label("small")
        self._heading.setContentsMargins(4, 0, 0, 0)
        self._text = CardView(appearance, fits_content=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._heading)
        rows.addWidget(self._text)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        wording, hints = self._appearance.wording, self._exercise.hints
        self._heading.setText(wording.say("Hint {number} of {of}", number=self._number + 1, of=len(hints)))
        self._text.setAccessibleName(self._heading.text())
        self._text.set_markdown(hints[self._number].read(wording.language), self._exercise.folder)
