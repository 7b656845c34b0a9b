"""The result of a quiz: score and time; of each item what was answered, what is right, why, where to read on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.icons import dress
from quizapp.desktop.pages.quiz.model import result_lines, to_repeat
from quizapp.desktop.pages.quiz.result_rows import ResultRow
from quizapp.desktop.pages.quiz.words import counted_words, score_words, taken_words
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column, Panel, progress_bar, show_share
from quizapp.study.quizzes.quiz import Quiz


class QuizResult(QWidget):
    """Shows one quiz that is over.

    Signals:
        back_wanted: to the quizzes. item_chosen: an item is to be opened.
        repeat_wanted: with the quiz and the tuple of what was missed.
    """

    back_wanted = Signal()
    item_chosen = Signal(str)
    repeat_wanted = Signal(object, object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._quiz: Quiz | None = None
        self._rows: list[ResultRow] = []
        self._column, self._list = Column(), Panel()
        self.back, self.repeat = Button("quiet"), Button("primary")
        self._title, self._score = label("title"), label("number")
        self._taken, self._counted = label("muted", wraps=True), label("muted", wraps=True)
        self._bar = progress_bar()
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.repeat.clicked.connect(self._repeat)

    def _lay_out(self) -> None:
        rows, panel = self._column.rows, Panel()
        rows.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self._title)
        rows.addWidget(panel)
        rows.addWidget(self._list)
        rows.addStretch()
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for line in (self._score, self._taken, self._counted):
            lines.addWidget(line)
        top = Flow(gap=16)
        top.add_words(words)
        top.addWidget(self.repeat)
        panel.rows.addLayout(top)
        panel.rows.addSpacing(4)
        panel.rows.addWidget(self._bar)
        self._list.rows.setContentsMargins(12, 10, 12, 10)
        self._list.rows.setSpacing(0)
        self._column.fill(self)

    @property
    def quiz(self) -> Quiz | None:
        """What is shown."""
        return self._quiz

    def show_quiz(self, quiz: Quiz) -> None:
        """Show how a quiz came out, from its top; the keyboard is at the first thing to do."""
        self._quiz = quiz
        for row in self._rows:
            self._list.rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [ResultRow(line, self._services) for line in result_lines(quiz, self._services.find)]
        for row in self._rows:
            row.item_chosen.connect(self.item_chosen)
            row.unfolded.connect(self._column.follow)
            self._list.rows.addWidget(row)
        self.retranslate()
        self._column.verticalScrollBar().setValue(0)
        (self.back if self.repeat.isHidden() else self.repeat).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _repeat(self) -> None:
        if self._quiz is not None:
            self.repeat_wanted.emit(self._quiz, to_repeat(self._quiz, self._services.find))

    def retranslate(self) -> None:
        """Show the words in the language and look in use."""
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        self.back.setText(wording.say("All quizzes"))
        dress(self.back, "back", colours.text)
        self._title.setText(wording.say("Result"))
        if self._quiz is None:
            return
        self._score.setText(score_words(self._quiz, wording))
        self._taken.setText(taken_words(self._quiz, wording))
        self._counted.setText(counted_words(self._quiz, wording))
        show_share(self._bar, self._quiz.right, len(self._quiz.items))
        self._bar.setAccessibleName(self._score.text())
        missed = to_repeat(self._quiz, self._services.find)
        self.repeat.setVisible(bool(missed))
        self.repeat.setText(wording.say_many("Repeat {count} missed", "Repeat {count} missed", len(missed)))
        dress(self.repeat, "reset", colours.on_accent)
        for row in self._rows:
            row.retranslate()
