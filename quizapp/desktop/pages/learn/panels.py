"""The panels of the Learn page: a lesson with its items, and what could not be read."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance, Colours
from quizapp.desktop.icons import SIDE, dress, pixmap
from quizapp.desktop.pages.learn.model import ItemLine, LessonState, Mark
from quizapp.desktop.pages.learn.words import kind_word, mark_word, progress_words
from quizapp.desktop.widgets.buttons import Button, LaidOutButton
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel, progress_bar, show_share
from quizapp.packs.model import ItemId
from quizapp.packs.problems import PackError

MOST_ROWS = 200
"""Rows of a lesson; a deck with more of them would take long to be drawn, and nobody reads such a list."""


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

    Signals:
        unfolded: the learner opened the list; carries the panel.
    """

    item_chosen = Signal(str)
    study_chosen = Signal(object)
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
        items = QVBoxLayout(self._list)
        # The rows' own margins put their words under the summary's.
        items.setContentsMargins(28, 6, 0, 0)
        items.setSpacing(0)
        self._more.setContentsMargins(12, 6, 12, 0)

    def show_lesson(self, lesson: LessonState) -> None:
        """Show the lesson as it stands now, in the language and look in use."""
        self._lesson = lesson
        wording, progress = self._appearance.wording, lesson.progress
        self._title.setText(lesson.title.read(wording.language))
        self._summary.setText(lesson.summary.read(wording.language))
        count = progress_words(progress, wording)
        due = wording.say("{count} due", count=lesson.due) if lesson.due else ""
        self._count.setText(f"{due}  ·  {count}" if due else count)
        show_share(self._bar, progress.learnt, progress.total)
        self._bar.setAccessibleName(count)
        self._study.setText(wording.say("Study this lesson"))
        self._study.setAccessibleName(wording.say("Study the lesson {title}", title=self._title.text()))
        self.head.setAccessibleName(f"{self._title.text()}, {self._count.text()}")
        for row, line in zip(self._rows, lesson.lines, strict=False):
            row.show_line(line)
        left = len(lesson.lines) - MOST_ROWS
        self._more.setText(wording.say_many("and {count} more item", "and {count} more items", max(left, 0)))
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

    def _make_rows(self) -> None:
        items = self._list.layout()
        assert items is not None
        for line in self._lesson.lines[:MOST_ROWS]:
            row = ItemRow(line, self._appearance)
            row.clicked.connect(self._choose_one)
            items.addWidget(row)
            self._rows.append(row)
        if len(self._lesson.lines) > MOST_ROWS:
            items.addWidget(self._more)

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
        self.study_chosen.emit(self._lesson.to_study())


class ProblemsPanel(Panel):
    """Says quietly how many items could not be read; the sentences are there for who wants them."""

    def __init__(self, problems: tuple[PackError, ...], appearance: Appearance) -> None:
        super().__init__()
        self._problems = problems
        self._appearance = appearance
        self._sign, self._heading, self._show = QLabel(), label(wraps=True), Button("quiet")
        self._details = label("muted", wraps=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details.hide()
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._sign)
        top.addWidget(self._heading, 1)
        top.addWidget(self._show)
        self.rows.setContentsMargins(24, 8, 12, 8)
        self.rows.addLayout(top)
        self.rows.addWidget(self._details)
        self._show.clicked.connect(self._toggle)
        self.retranslate()

    @Slot()
    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words in the language in use."""
        wording, colours = self._appearance.wording, self._appearance.colours
        self._sign.setPixmap(pixmap("warning", colours.warn, SIDE, self.devicePixelRatioF()))
        self._heading.setText(
            wording.say_many("{count} item could not be read", "{count} items could not be read", len(self._problems))
        )
        sentences = (f"{problem.place()}: {wording.sentence(problem.says)}" for problem in self._problems)
        self._details.setText("\n".join(sentences))
        hidden = self._details.isHidden()
        self._show.setText(wording.say("Show details") if hidden else wording.say("Hide details"))
        dress(self._show, "chevron-right" if hidden else "chevron-down", colours.muted)


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
