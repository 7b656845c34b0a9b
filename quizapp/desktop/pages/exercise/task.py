"""The left pane of an exercise: what to do, hints, and later solution, explanation and the learner's note."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.exercise.model import ExerciseState
from quizapp.desktop.pages.exercise.predictions import PredictionPanel
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.code_block import CodeBlock
from quizapp.desktop.widgets.hints import Hints
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Pane
from quizapp.desktop.widgets.wrapping_button import WrappingButton
from quizapp.packs.model import Exercise

MOST_EMS = 11
"""What the pane may need at least of the window's width, as a multiple of the font's size."""


class TaskPane(Pane):
    """Shows an exercise's texts; scrolls as a whole.

    Signals:
        hint_wanted, solution_wanted: the learner asks for them.
    """

    hint_wanted = Signal()
    solution_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._exercise: Exercise | None = None
        self._state: ExerciseState | None = None
        self.prompt = CardView(appearance, fits_content=True)
        self.predictions = PredictionPanel(appearance)
        self._hints = Hints(appearance)
        self.solution_button = WrappingButton("quiet")
        self._solution = CodeBlock(appearance)
        self._explanation_heading = label("heading")
        self._explanation = CardView(appearance, fits_content=True)
        self._lay_out()
        self._hints.wanted.connect(self.hint_wanted)
        self.solution_button.clicked.connect(self.solution_wanted)
        appearance.changed.connect(self._retranslate)

    def open(self, exercise: Exercise) -> None:
        """Show another exercise from its beginning."""
        self._exercise, self._state = exercise, None
        self.updateGeometry()
        self._solution.set_code(exercise.solution)
        self.predictions.open(exercise)
        self.verticalScrollBar().setValue(0)
        self._retranslate()

    def show_state(self, state: ExerciseState) -> None:
        """Show what is open by now."""
        if self._exercise is None:
            return
        before, self._state = self._state, state
        self.predictions.show_state(state)
        self._hints.show_hints(self._exercise, state.hints_shown)
        self._hints.setVisible(bool(self._exercise.hints) and state.helps)
        self.solution_button.setVisible(state.helps and not state.solution_shown)
        self._solution.setVisible(state.solution_shown)
        has_explanation = state.can_go_on and self._exercise.explanation is not None
        self._explanation_heading.setVisible(has_explanation)
        self._explanation.setVisible(has_explanation)
        if before is not None and (state.passed, state.solution_shown) != (before.passed, before.solution_shown):
            # Once the layout has given the new parts their places.
            QTimer.singleShot(0, self._scroll_to_news)

    def minimumSizeHint(self) -> QSize:
        """Return what the buttons need, so that nothing but code and formulas ever scrolls sideways."""
        least = super().minimumSizeHint()
        texts = self.widget()
        content = texts.minimumSizeHint().width() if texts is not None else 0
        beside = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        most = MOST_EMS * QFontInfo(self.font()).pixelSize()
        return QSize(max(least.width(), min(content + beside, most)), least.height())

    def add_below(self, note: QWidget) -> None:
        """Put the learner's note under everything."""
        self._rows.insertWidget(self._rows.count() - 1, note)

    def show_part(self, part: QWidget) -> None:
        """Bring a part into sight once the layout has given it its place."""
        QTimer.singleShot(0, part, partial(self.ensureWidgetVisible, part, 0, 18))

    def _lay_out(self) -> None:
        content = QWidget()
        self._rows = rows = QVBoxLayout(content)
        rows.setContentsMargins(18, 14, 18, 18)
        rows.setSpacing(14)
        rows.addWidget(self.prompt)
        rows.addWidget(self.predictions)
        rows.addWidget(self._hints)
        rows.addWidget(self.solution_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._solution, self._explanation_heading, self._explanation):
            rows.addWidget(widget)
        rows.addStretch(1)
        self.fill_with(content)

    @Slot()
    def _scroll_to_news(self) -> None:
        passed = self._state is not None and self._state.passed
        news = self._explanation_heading if passed else self._solution
        self.verticalScrollBar().setValue(max(news.y() - 12, 0))

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        self.setAccessibleName(wording.say("Task"))
        self.prompt.setAccessibleName(wording.say("Task"))
        self._solution.set_heading(wording.say("Solution"))
        self.solution_button.setText(wording.say("Show solution…"))
        self.solution_button.setIcon(icon("eye", self._appearance.colours.text))
        self._explanation_heading.setText(wording.say("Why this works"))
        self._explanation.setAccessibleName(wording.say("Why this works"))
        if self._exercise is not None:
            self._read(self._exercise, wording.language)

    def _read(self, exercise: Exercise, language: str) -> None:
        self.prompt.set_markdown(exercise.prompt.read(language), exercise.folder)
        if exercise.explanation is not None:
            self._explanation.set_markdown(exercise.explanation.read(language), exercise.folder)
