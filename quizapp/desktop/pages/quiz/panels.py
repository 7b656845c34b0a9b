"""The panels of the Quiz page for quizzes that there are: those that go on, and those that are over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, dress, pixmap
from quizapp.desktop.pages.learn.panels import RowButton
from quizapp.desktop.pages.quiz.words import begun_words, clock, progress_words, score_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel
from quizapp.study.quizzes.quiz import Quiz

WIDEST_SCORE = "20 of 20 right"

ROWS_AT_FIRST = 10
"""Of the quizzes that are over; a button shows the others."""


@dataclass(frozen=True)
class Naming:
    """How quizzes are named: the look, and what their lessons are called."""

    appearance: Appearance
    lessons_of: Callable[[Quiz], str]


class GoingOnPanel(Panel):
    """A quiz that is not over.

    Signals:
        go_on_wanted, end_wanted: with the `Quiz`.
    """

    go_on_wanted = Signal(object)
    end_wanted = Signal(object)

    def __init__(self, quiz: Quiz, naming: Naming) -> None:
        super().__init__()
        self.quiz, self._naming = quiz, naming
        self._sign = QLabel()
        self._caption, self._title, self._far = label("small"), label("strong", wraps=True), label("muted", wraps=True)
        self.go_on, self.end = Button("primary"), Button()
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self._caption, self._title, self._far):
            words.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self.end)
        row.addWidget(self.go_on)
        self.rows.addLayout(row)
        self.go_on.clicked.connect(self._go_on)
        self.end.clicked.connect(self._end)
        self.retranslate()

    @Slot()
    def _go_on(self) -> None:
        self.go_on_wanted.emit(self.quiz)

    @Slot()
    def _end(self) -> None:
        self.end_wanted.emit(self.quiz)

    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        wording, colours = self._naming.appearance.wording, self._naming.appearance.colours
        begun = begun_words(self.quiz, wording, datetime.now(UTC))
        self._sign.setPixmap(pixmap("quiz", colours.accent, 26, self.devicePixelRatioF()))
        self._caption.setText(wording.say("Not finished, begun {when}", when=begun))
        self._title.setText(self._naming.lessons_of(self.quiz))
        self._far.setText(progress_words(self.quiz, wording))
        self.go_on.setText(wording.say("Go on"))
        self.go_on.setAccessibleName(wording.say("Go on with the quiz: {title}", title=self._title.text()))
        self.end.setText(wording.say("Finish"))
        self.end.setToolTip(wording.say("End the quiz and see the result"))
        dress(self.go_on, "play", colours.on_accent)


class OverRow(RowButton):
    """A quiz that is over: its score, its lessons, when it was and how long it took."""

    def __init__(self, quiz: Quiz, naming: Naming) -> None:
        super().__init__(naming.appearance)
        self.quiz, self._naming = quiz, naming
        self._score, self._title = label("strong"), label(wraps=True)
        self._when, self._sign = label("muted"), QLabel()
        self.row.setContentsMargins(12, 8, 12, 8)
        self.row.addWidget(self._score)
        self.row.addWidget(self._title, 1)
        self.row.addWidget(self._when)
        self.row.addWidget(self._sign)
        self.pass_clicks_through(self._score, self._title, self._when, self._sign)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        wording, colours = self._naming.appearance.wording, self._naming.appearance.colours
        self._score.setText(score_words(self.quiz, wording))
        # Bold, and wide enough for the scores of most quizzes: the titles stand under each other.
        self._score.setMinimumWidth(round(self.fontMetrics().horizontalAdvance(WIDEST_SCORE) * 1.1))
        self._title.setText(self._naming.lessons_of(self.quiz))
        when = begun_words(self.quiz, wording, datetime.now(UTC))
        self._when.setText(f"{clock(self.quiz.used)}  ·  {when}")
        self._sign.setPixmap(pixmap("chevron-right", colours.muted, SIDE, self.devicePixelRatioF()))
        self.setAccessibleName(f"{when}: {self._score.text()}, {self._title.text()}")
        self.setToolTip(wording.say("See the result"))


class OverPanel(Panel):
    """The quizzes that are over, the last one first; some at first, all on demand.

    Signals:
        result_wanted: with the `Quiz`.
    """

    result_wanted = Signal(object)

    def __init__(self, naming: Naming) -> None:
        super().__init__()
        self._naming = naming
        self._quizzes: tuple[Quiz, ...] = ()
        self._shows_all = False
        self._made: list[OverRow] = []
        self._list, self._more = QVBoxLayout(), Button("quiet")
        self._list.setSpacing(0)
        self.rows.setContentsMargins(12, 10, 12, 10)
        self.rows.addLayout(self._list)
        self.rows.addWidget(self._more)
        self._more.clicked.connect(self._show_all)

    def show_quizzes(self, quizzes: tuple[Quiz, ...]) -> None:
        """Show these."""
        if quizzes != self._quizzes:
            self._quizzes = quizzes
            self._make_rows()
        self.retranslate()

    def _make_rows(self) -> None:
        focused = next((row.quiz.id for row in self._made if row.hasFocus()), None)
        for row in self._made:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._quizzes if self._shows_all else self._quizzes[:ROWS_AT_FIRST]
        self._made = [OverRow(quiz, self._naming) for quiz in shown]
        for row in self._made:
            row.clicked.connect(self._choose)
            self._list.addWidget(row)
            if row.quiz.id == focused:
                row.setFocus()

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        assert isinstance(row, OverRow)
        self.result_wanted.emit(row.quiz)

    @Slot()
    def _show_all(self) -> None:
        self._shows_all = True
        self._make_rows()
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        for row in self._made:
            row.retranslate()
        more = len(self._quizzes) - len(self._made)
        self._more.setVisible(more > 0)
        self._more.setText(self._naming.appearance.wording.say_many("Show {count} more", "Show {count} more", more))
