"""The page of a quiz while it is asked: a bar with the time, and under it the item, or nothing while it pauses."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.pages.quiz import keys as quiz_keys
from quizapp.desktop.pages.quiz.bar import QuizBar
from quizapp.desktop.pages.quiz.paused import PausedView
from quizapp.desktop.pages.quiz.question import QuizQuestionView
from quizapp.desktop.pages.study.frame import SaveNotice
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.panel import rule
from quizapp.judging.questions import Answer
from quizapp.message import Message
from quizapp.packs.model import Exercise, Question, Text
from quizapp.study.quizzes.quiz import Quiz
from quizapp.study.quizzes.run import Run

if TYPE_CHECKING:
    from quizapp.desktop.pages.exercise.occasion import Occasion
    from quizapp.desktop.pages.exercise.page import ExercisePage


class QuizRunPage(QWidget):
    """Shows what it is told to, and says what the learner wants; `QuizSitting` decides.

    Signals:
        answered: a question was answered; carries the `Answer`.
        next_wanted, skip_wanted, pause_wanted, resume_wanted, end_wanted, leave_wanted, retry_wanted: buttons or keys.
    """

    answered = Signal(object)
    next_wanted = Signal()
    skip_wanted = Signal()
    pause_wanted = Signal()
    resume_wanted = Signal()
    end_wanted = Signal()
    leave_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.bar = QuizBar(services.appearance)
        self.notice = SaveNotice(services.appearance)
        self.question = QuizQuestionView(services)
        self.paused = PausedView(services.appearance)
        self.exercise: ExercisePage | None = None
        self._shown: QWidget = self.question
        self._lesson: Text | None = None
        self._number = 0
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._stack.addWidget(self.question)
        self._stack.addWidget(self.paused)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.bar, rule(), self.notice):
            rows.addWidget(widget)
        rows.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.back.clicked.connect(self.leave_wanted)
        self.bar.skip.clicked.connect(self.skip_wanted)
        self.bar.pause.clicked.connect(self.pause_wanted)
        self.bar.end.clicked.connect(self.end_wanted)
        self.paused.resume.clicked.connect(self.resume_wanted)
        self.paused.leave.clicked.connect(self.leave_wanted)
        self.question.answered.connect(self.answered)
        self.question.next_wanted.connect(self.next_wanted)
        self.notice.retry_requested.connect(self._retry)
        for keys, slot in ((quiz_keys.SKIP, self.bar.skip.click), (quiz_keys.PAUSE, self._turn_pause)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(slot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc, where nothing on the page took the key."""
        # Not a shortcut: the exercise page has one of its own.
        if event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        elif event.key() == Qt.Key.Key_Z and not event.modifiers():
            # Elsewhere it takes back what was done last, which here would be something outside the quiz.
            event.accept()
        else:
            super().keyPressEvent(event)

    def show_question(self, question: Question, run: Run) -> None:
        """Ask a question."""
        self._show(self.question)
        self.question.open(question)
        self._show_place(question, run)

    def show_exercise(self, exercise: Exercise, run: Run, occasion: "Occasion") -> None:
        """Ask for an exercise."""
        page = self._exercise_page()
        self._show(page)
        page.open(exercise, None, occasion)
        self._show_place(exercise, run)

    def show_feedback(self, answer: Answer, run: Run, *, is_right: bool) -> None:
        """Say how the answer to the question came out."""
        self.question.show_feedback(answer, is_right=is_right)
        self.show_answered(run)

    def show_answered(self, run: Run) -> None:
        """Offer only what can be done with an item that is answered."""
        self.bar.skip.setEnabled(False)
        self.bar.pause.setEnabled(False)
        self.bar.show_place(self._lesson, number=self._number, of=len(run.quiz.items), done=len(run.quiz.given))

    def show_paused(self, quiz: Quiz) -> None:
        """Show nothing of the item."""
        self._stack.setCurrentWidget(self.paused)
        self.paused.show_quiz(quiz)
        self.bar.skip.setEnabled(False)
        self.bar.pause.setEnabled(False)

    def show_resumed(self, run: Run) -> None:
        """Show the item again, as it was."""
        self._stack.setCurrentWidget(self._shown)
        self.bar.skip.setEnabled(run.can_skip)
        self.bar.pause.setEnabled(True)
        if self._shown is self.question:
            self.question.take_focus()
        else:
            (self._shown.focusWidget() or self._shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_time(self, run: Run) -> None:
        """Show the time used, or left."""
        self.bar.show_time(run.watch.read(), run.seconds_left)

    def tell(self, says: Message) -> None:
        """Say why something could not be written; a button tries again."""
        self.notice.tell(says)

    @property
    def is_checking(self) -> bool:
        """Whether a check of an exercise runs."""
        return self.exercise is not None and self.exercise.is_checking

    def put_away(self) -> None:
        """Leave what is shown; code that was typed is saved."""
        if self.exercise is not None:
            self.exercise.put_away()
        self.notice.hide()

    def _show(self, shown: QWidget) -> None:
        if self._shown is self.exercise and shown is not self.exercise and self.exercise is not None:
            self.exercise.put_away()
        self._shown = shown
        self._stack.setCurrentWidget(shown)

    def _show_place(self, item: Question | Exercise, run: Run) -> None:
        lesson = self._services.shelf.lesson_of(item.id)
        self._lesson = lesson.title if lesson is not None else None
        self._number = run.quiz.items.index(item.id) + 1
        self.bar.show_place(self._lesson, number=self._number, of=len(run.quiz.items), done=len(run.quiz.given))
        self.bar.skip.setEnabled(run.can_skip)
        self.bar.pause.setEnabled(True)
        self.show_time(run)

    @Slot()
    def _turn_pause(self) -> None:
        if self._stack.currentWidget() is self.paused:
            self.resume_wanted.emit()
        else:
            self.bar.pause.click()

    @Slot()
    def _retry(self) -> None:
        self.notice.hide()
        self.retry_wanted.emit()

    def _exercise_page(self) -> "ExercisePage":
        if self.exercise is None:
            from quizapp.desktop.pages.exercise.page import ExercisePage

            self.exercise = ExercisePage(self._services)
            self.exercise.finished.connect(self._want_next)
            self.exercise.left.connect(self.leave_wanted)
            self._stack.addWidget(self.exercise)
        return self.exercise

    @Slot(str)
    def _want_next(self, _exercise: str) -> None:
        self.next_wanted.emit()
