"""Putting lines in order: by dragging, by Alt+Up and Alt+Down, by buttons."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.questions.answer_input import AnswerInput
from quizapp.desktop.widgets.questions.lines import code_label, show_line
from quizapp.desktop.widgets.questions.row import LineRow
from quizapp.judging.marks import Mark, order_marks
from quizapp.judging.questions import Answer, shuffled_lines
from quizapp.packs.model import Question


class OrderInput(AnswerInput):
    """The shuffled lines; the one with the focus is moved."""

    def __init__(self, question: Question, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(question, appearance, parent)
        self._order = list(shuffled_lines(question))
        self._marks: tuple[Mark, ...] = ()
        self._held = self._order[0]
        self._codes: dict[int, QLabel] = {index: code_label() for index in self._order}
        self._rows: dict[int, LineRow] = {index: self._make_row(index) for index in self._order}
        self._lines = self.rows
        self._lines.setSpacing(6)
        self.move_up, self.move_down, self._hint = Button(), Button(), label("small", wraps=True)
        self._arrange()
        self.rows.addLayout(self._make_buttons())
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _make_row(self, index: int) -> LineRow:
        row = LineRow(None, self._codes[index], self.appearance)
        row.setCheckable(False)
        row.setCursor(Qt.CursorShape.OpenHandCursor)
        row.installEventFilter(self)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        self.move_up.clicked.connect(self._move_up)
        self.move_down.clicked.connect(self._move_down)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.move_up)
        line.addWidget(self.move_down)
        line.addSpacing(8)
        line.addWidget(self._hint, 1)
        return line

    def _arrange(self) -> None:
        for place, index in enumerate(self._order):
            self._lines.removeWidget(self._rows[index])
            self._lines.insertWidget(place, self._rows[index])
        previous: QWidget | None = None
        for index in self._order:
            if previous is not None:
                QWidget.setTabOrder(previous, self._rows[index])
            previous = self._rows[index]

    def answer(self) -> Answer | None:
        """Return the lines' indices in the order in which they stand: always complete."""
        return tuple(self._order)

    def start(self) -> None:
        """Focus the first line."""
        self._rows[self._order[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the mouse on the rows."""
        held = next((index for index, row in self._rows.items() if row is watched), None)
        if held is not None and event.type() == QEvent.Type.FocusIn:
            self._held = held
            self._enable_buttons()
        if held is not None and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._drag(held, event)
        return super().eventFilter(watched, event)

    def _drag(self, held: int, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self._marks:
            return
        y = self.mapFromGlobal(event.globalPosition().toPoint()).y()
        place = self._order.index(held)
        if place > 0 and y < self._rows[self._order[place - 1]].geometry().center().y():
            self._move(held, -1)
        elif place < len(self._order) - 1 and y > self._rows[self._order[place + 1]].geometry().center().y():
            self._move(held, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line with Alt and an arrow key; without Alt, go to the next."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() not in steps or self._marks:
            event.ignore()
            return
        step = steps[Qt.Key(event.key())]
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(self._held, step)
            return
        place = min(max(self._order.index(self._held) + step, 0), len(self._order) - 1)
        self._rows[self._order[place]].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _move_up(self) -> None:
        self._move(self._held, -1)

    @Slot()
    def _move_down(self) -> None:
        self._move(self._held, 1)

    def _move(self, index: int, step: int) -> None:
        place = self._order.index(index)
        if self._marks or not 0 <= place + step < len(self._order):
            return
        self._order.insert(place + step, self._order.pop(place))
        self._arrange()
        self._enable_buttons()
        self._name_rows()
        self.changed.emit()

    def _enable_buttons(self) -> None:
        place = self._order.index(self._held)
        self.move_up.setEnabled(not self._marks and place > 0)
        self.move_down.setEnabled(not self._marks and place < len(self._order) - 1)

    def show_marks(self, answer: Answer) -> None:
        """Mark the lines that stand right among the others, and those that must move."""
        self._marks = order_marks(self.question, answer)
        for part in (self.move_up, self.move_down, self._hint):
            part.hide()
        self._retranslate()

    def _name_rows(self) -> None:
        say = self.appearance.wording.say
        for place, index in enumerate(self._order, 1):
            line = self.question.lines[index].strip()
            self._rows[index].setAccessibleName(
                say("Place {place} of {count}: {code}", place=place, count=len(self._order), code=line)
            )

    @Slot()
    def _retranslate(self) -> None:
        say = self.appearance.wording.say
        self.move_up.setText(say("Move up"))
        self.move_down.setText(say("Move down"))
        self._hint.setText(say("Drag a line, or press Alt with the up and down keys"))
        self._name_rows()
        self._enable_buttons()
        verdicts = {Mark.CHOSEN_RIGHT: "", Mark.CHOSEN_WRONG: say("Belongs elsewhere")}
        for place, index in enumerate(self._order):
            show_line(self._codes[index], self.question.lines[index], self.appearance)
            self._rows[index].restyle()
            if self._marks:
                self._rows[index].set_mark(self._marks[place], verdicts[self._marks[place]])
