"""The panels of the Learn page: a lesson with its items."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance, Colours
from quizapp.desktop.icons import SIDE, pixmap
from quizapp.desktop.pages.learn.model import ItemLine, LessonState, Mark
from quizapp.desktop.pages.learn.words import count_words, kind_word, mark_word
from quizapp.desktop.widgets.buttons import Button, LaidOutButton
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, progress_bar, show_share
from quizapp.packs.model import ItemId

MOST_ROWS = 200
"""Rows of a lesson; a deck with more of them would take long to be drawn, and nobody reads such a list."""

ROWS_AT_ONCE = 10
"""Rows that are made before keys, clicks and painting have their turn: about as many as are seen."""


class RowButton(LaidOutButton):
    """A button that is a row of widgets: as high as its words need, with a ground under the pointer."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__("quiet")
        self._appearance = appearance
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the pointer and the focus ring."""
        colours = self._appearance.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.raised) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the ground at once."""
        super().enterEvent(event)
        self.update()


class ItemRow(RowButton):
    """One item of a lesson: its kind, its title, and how far the learner is."""

    def __init__(self, line: ItemLine, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.item: ItemId = line.item
        self._kind, self._title = QLabel(), label(wraps=True)
        self._mark, self._sign = label("muted"), QLabel()
        self.row.setContentsMargins(12, 8, 12, 8)
        self.row.addWidget(self._kind)
        self.row.addWidget(self._title, 1)
        self.row.addWidget(self._mark)
        self.row.addWidget(self._sign)
        self.pass_clicks_through(self._kind, self._title, self._mark, self._sign)
        self.show_line(line)

    def show_line(self, line: ItemLine) -> None:
        """Show the item in the language and look in use."""
        wording, colours, ratio = self._appearance.wording, self._appearance.colours, self.devicePixelRatioF()
        title, kind, mark = line.title.read(wording.language), kind_word(line.kind, wording), mark_word(line, wording)
        self._kind.setPixmap(pixmap(line.kind, colours.muted, SIDE, ratio))
        self._kind.setToolTip(kind)
        self._title.setText(title)
        self._mark.setText(mark)
        self._sign.setPixmap(pixmap(line.mark, mark_colour(line.mark, colours), 18, ratio))
        self.setAccessibleName(f"{kind}: {title}, {mark}")


class LessonPanel(Panel):
    """A lesson: its head opens and closes the list of its items, which is made when first opened.

    Before the items are read it says so in their place, and remembers that the lesson is to be studied then.

    Signals:
        item_chosen: carries the item's id.
        study_chosen: carries the ids of the items to study.
        wished: the lesson is to be studied as soon as it is read, or no longer; carries the panel.
        unfolded: the learner opened the list; carries the panel.
    """

    item_chosen = Signal(str)
    study_chosen = Signal(object)
    wished = Signal(object)
    unfolded = Signal(object)

    def __init__(self, lesson: LessonState, appearance: Appearance) -> None:
        super().__init__()
        self._lesson = lesson
        self._appearance = appearance
        self.head = RowButton(appearance)
        self._chevron, self._title = QLabel(), label("heading", wraps=True)
        self._count, self._summary = label("muted"), label("muted", wraps=True)
        self._bar, self._study = progress_bar(), Button()
        self._list, self._more = QWidget(), label("muted", wraps=True)
        self._rows: list[ItemRow] = []
        self._is_wished = False
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._make_rows)
        self._build()
        self.head.clicked.connect(self._toggle)
        self._study.clicked.connect(self._choose_all)
        self.set_open(False)
        self.show_lesson(lesson)

    def _build(self) -> None:
        self.rows.setContentsMargins(14, 12, 12, 16)
        self.rows.setSpacing(6)
        self.head.row.setContentsMargins(8, 8, 12, 8)
        self.head.row.addWidget(self._chevron)
        words = Flow(gap=12, line_gap=2)
        words.add_words(self._title)
        words.addWidget(self._count)
        self.head.row.addLayout(words, 1)
        self.head.pass_clicks_through(self._chevron, self._title, self._count)
        body = QVBoxLayout()
        body.setContentsMargins(40, 0, 12, 0)
        body.setSpacing(12)
        about = Flow(gap=24)
        about.add_words(self._summary)
        about.addWidget(self._study)
        body.addLayout(about)
        body.addWidget(self._bar)
        self.rows.addWidget(self.head)
        self.rows.addLayout(body)
        self.rows.addWidget(self._list)
        self._items = QVBoxLayout(self._list)
        # The rows' own margins put their words under the summary's.
        self._items.setContentsMargins(28, 6, 0, 0)
        self._items.setSpacing(0)
        self._items.addWidget(self._more)
        self._more.setContentsMargins(12, 6, 12, 0)

    def show_lesson(self, lesson: LessonState) -> None:
        """Show the lesson as it stands now, in the language and look in use."""
        self._lesson = lesson
        wording, progress = self._appearance.wording, lesson.progress
        self._is_wished = self._is_wished and not lesson.is_read
        self._title.setText(lesson.title.read(wording.language))
        self._summary.setText(lesson.summary.read(wording.language))
        count = count_words(lesson, wording)
        self._count.setText(count)
        show_share(self._bar, progress.learnt, progress.total)
        self._bar.setAccessibleName(count)
        waits = wording.say("Opens as soon as it is read")
        self._study.setText(waits if self._is_wished else wording.say("Study this lesson"))
        name = wording.say("Study the lesson {title}", title=self._title.text())
        self._study.setAccessibleName(f"{name}, {waits}" if self._is_wished else name)
        self.head.setAccessibleName(f"{self._title.text()}, {self._count.text()}")
        self._show_rows()
        self._show_chevron()

    @property
    def is_open(self) -> bool:
        """Whether the items are shown."""
        return not self._list.isHidden()

    def set_open(self, opened: bool) -> None:
        """Show or hide the items."""
        if opened and not self._rows:
            self._make_rows()
        self._list.setVisible(opened)
        self._show_chevron()

    @property
    def is_wished(self) -> bool:
        """Whether the lesson is to be studied as soon as it is read."""
        return self._is_wished

    def show_wished(self, *, wished: bool) -> None:
        """Say whether the lesson is to be studied as soon as it is read."""
        if wished is not self._is_wished:
            self._is_wished = wished
            self.show_lesson(self._lesson)

    def study(self) -> None:
        """Ask for the lesson to be studied."""
        self.study_chosen.emit(self._lesson.to_study())

    def _show_rows(self) -> None:
        """Let rows that were made be those of the lesson's items, and say what is not among them."""
        lines, wording = self._lesson.lines[:MOST_ROWS], self._appearance.wording
        if any(row.item != line.item for row, line in zip(self._rows, lines, strict=False)) or len(self._rows) > len(
            lines
        ):
            self._drop_rows()
        for row, line in zip(self._rows, lines, strict=False):
            row.show_line(line)
        left = max(len(self._lesson.lines) - MOST_ROWS, 0)
        more = wording.say_many("and {count} more item", "and {count} more items", left)
        self._more.setText(more if self._lesson.is_read else wording.say("The items are being read…"))
        self._more.setVisible(left > 0 or not self._lesson.is_read)
        if self.is_open:
            self._make_rows()

    def _drop_rows(self) -> None:
        for row in self._rows:
            row.hide()
            self._items.removeWidget(row)
            row.deleteLater()
        self._rows.clear()

    @Slot()
    def _make_rows(self) -> None:
        """Make some of the rows that are not there yet; the others follow when keys and painting had their turn."""
        lines = self._lesson.lines[:MOST_ROWS]
        for line in lines[len(self._rows) :][:ROWS_AT_ONCE]:
            row = ItemRow(line, self._appearance)
            row.clicked.connect(self._choose_one)
            self._items.insertWidget(len(self._rows), row)
            self._rows.append(row)
        if len(self._rows) < len(lines):
            self._turns.start()
        else:
            self._turns.stop()

    def _show_chevron(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self._chevron.setPixmap(pixmap(name, self._appearance.colours.muted, SIDE, self.devicePixelRatioF()))
        wording = self._appearance.wording
        self.head.setToolTip(wording.say("Hide the items") if self.is_open else wording.say("Show the items"))

    @Slot()
    def _toggle(self) -> None:
        self.set_open(not self.is_open)
        if self.is_open:
            self.unfolded.emit(self)

    @Slot()
    def _choose_one(self) -> None:
        row = self.sender()
        assert isinstance(row, ItemRow)
        self.item_chosen.emit(row.item)

    @Slot()
    def _choose_all(self) -> None:
        if self._lesson.is_read:
            self.study()
        else:
            self.show_wished(wished=not self._is_wished)
            self.wished.emit(self)


def mark_colour(mark: Mark, colours: Colours) -> str:
    """Return the colour of a mark's sign."""
    inks = {
        Mark.NEW: colours.outline,
        Mark.STARTED: colours.accent,
        Mark.LEARNT: colours.ok,
        Mark.DUE: colours.warn,
        Mark.AWAY: colours.muted,
    }
    return inks[mark]
