"""The top of an exercise: the way back, its title and lesson, where it stands in the sitting, its menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.item.position_words import position_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel, label
from quizapp.packs.model import Exercise, Lesson, Pack

if TYPE_CHECKING:
    from quizapp.study.session import Position


class ExerciseHeader(QWidget):
    """One row of words between two buttons: `back` leaves, `more` opens the menu."""

    def __init__(self, appearance: Appearance, more: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._exercise: Exercise | None = None
        self._lesson_of_exercise: Lesson | None = None
        self._position: Position | None = None
        self.back = Button("quiet")
        self._title, self._lesson, self._place = ElidedLabel("heading"), ElidedLabel("muted"), label("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 12, 7)
        row.setSpacing(12)
        for widget in (self.back, self._title, self._lesson):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._place)
        row.addWidget(more)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_exercise(self, exercise: Exercise, packs: tuple[Pack, ...], position: "Position | None") -> None:
        """Show what is open now."""
        self._exercise, self._position = exercise, position
        lessons = (pack.lesson_of(exercise.id) for pack in packs)
        self._lesson_of_exercise = next((lesson for lesson in lessons if lesson is not None), None)
        self._retranslate()

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        self.back.setText(wording.say("Back"))
        self.back.setIcon(icon("back", self._appearance.colours.text))
        self.back.setToolTip(wording.say("Leave; your code is kept (Esc)"))
        if self._exercise is None:
            return
        self._title.setText(self._exercise.title.read(wording.language))
        lesson = self._lesson_of_exercise
        self._lesson.setText(lesson.title.read(wording.language) if lesson else "")
        self._place.setText(position_words(self._position, wording))
