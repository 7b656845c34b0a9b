"""The tree of the open pack: lessons, under them their items, each with what is known of it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFont, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.author.outline import ItemLine, LessonLine
from quizapp.desktop.pages.author.state import Mark, OpenPack
from quizapp.desktop.pages.author.words import lesson_words, line_words
from quizapp.desktop.pages.learn.model import kind_of
from quizapp.desktop.widgets.buttons import ENTER_KEYS
from quizapp.desktop.widgets.inspector.tree_style import paint_stripe, tree_sheet

PATH_ROLE = Qt.ItemDataRole.UserRole.value

NAME, MARK = range(2)

MARK_WIDTH = 34
"""Logical pixels of the column with the marks."""

MOST_OPEN = 600
"""Items of a pack whose lessons are all unfolded at first."""


class PackTree(QTreeWidget):
    """Shows an `OpenPack`; where the author is and what they folded stays when it is read anew.

    Signals:
        chosen: another line is the current one; with its path: of an item, of a lesson, or "".
        opened: Enter was pressed on an item, or it was clicked twice; with its path.
        menu_wanted: at a point of the screen.
    """

    chosen = Signal(str)
    opened = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: OpenPack | None = None
        self._shape: tuple[object, ...] = ()
        self._lines: dict[str, QTreeWidgetItem] = {}
        # What each line shows: of ten thousand lines one is another when a file was saved.
        self._shown: dict[str, object] = {}
        self._icons: dict[str, QIcon] = {}
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(MARK_WIDTH)
        self.header().setSectionResizeMode(NAME, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(MARK, self.header().ResizeMode.Fixed)
        self.header().resizeSection(MARK, MARK_WIDTH)
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemDoubleClicked.connect(self._open)
        self.itemExpanded.connect(self._dress_lines)
        appearance.changed.connect(self._redress)
        self._redress()

    def show_pack(self, state: OpenPack | None) -> None:
        """Show a pack as it is known now."""
        self._state = state
        shape = _shape(state)
        if shape != self._shape:
            self._shape = shape
            self._rebuild()
        self._dress_lines()

    def path(self) -> str:
        """Return the path of the current line, "" where there is none."""
        item = self.currentItem()
        return str(item.data(NAME, PATH_ROLE)) if item is not None else ""

    def go_to(self, path: str) -> None:
        """Make a line the current one, if there is such."""
        if (line := self._lines.get(path)) is not None:
            self.setCurrentItem(line)

    def _rebuild(self) -> None:
        was_on, was_blocked = self.path(), self.blockSignals(True)
        known = {path: line.isExpanded() for path, line in self._lines.items() if line.childCount()}
        self.clear()
        self._lines.clear()
        self._shown.clear()
        for lesson in self._state.outline.lessons if self._state is not None else ():
            top = self._add(lesson.slug)
            top.addChildren([self._add(line.path) for line in lesson.items])
            self.addTopLevelItem(top)
            top.setExpanded(self._is_open(lesson.slug, known))
        self.blockSignals(was_blocked)
        if was_on in self._lines:
            self.go_to(was_on)
        else:
            self._go_to_first()

    def _is_open(self, lesson: str, known: dict[str, bool]) -> bool:
        """Tell whether a lesson's items are shown: as they were, else those of a small pack or of the first lesson."""
        if lesson in known or self._state is None:
            return known.get(lesson, False)
        lessons = self._state.outline.lessons
        return len(self._state.outline.paths()) <= MOST_OPEN or lesson == lessons[0].slug

    def _go_to_first(self) -> None:
        first = next(iter(self._state.outline.paths()), None) if self._state is not None else None
        if first is not None:
            self.go_to(first)
        else:
            self.chosen.emit("")

    def _add(self, path: str) -> QTreeWidgetItem:
        line = QTreeWidgetItem()
        line.setData(NAME, PATH_ROLE, path)
        self._lines[path] = line
        return line

    @Slot()
    def _dress_lines(self) -> None:
        if self._state is None:
            return
        for lesson in self._state.outline.lessons:
            self._dress_lesson(lesson)
            # Of thousands of lines those cost nothing that nobody sees.
            if self._lines[lesson.slug].isExpanded():
                for line in lesson.items:
                    self._dress_line(line, self._state)

    def _dress_lesson(self, lesson: LessonLine) -> None:
        wording, item = self._appearance.wording, self._lines[lesson.slug]
        item.setText(NAME, lesson.title.read(wording.language) if lesson.title is not None else lesson.slug)
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        item.setFont(NAME, strong)
        self._show_mark(item, self._worst_of(lesson))
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, lesson_words(lesson, wording))

    def _worst_of(self, lesson: LessonLine) -> Mark:
        """Return the mark of a lesson: what must be seen also while its items are folded away."""
        if lesson.problems or any(line.problems for line in lesson.items):
            return Mark.PROBLEM
        checked = self._state.checked if self._state is not None else {}
        found = [checked[line.path] for line in lesson.items if line.path in checked]
        if any(each.complaints for each in found):
            return Mark.FAILS
        if self._state is not None and any(line.path in self._state.outdated for line in lesson.items):
            return Mark.OUTDATED
        return Mark.HOLE if any(each.survivors or each.is_unattacked for each in found) else Mark.NOTHING

    def _dress_line(self, line: ItemLine, state: OpenPack) -> None:
        wording, colours, item = self._appearance.wording, self._appearance.colours, self._lines[line.path]
        known, mark = state.item(line.path), state.mark(line)
        shown = (known, mark, line.item is None)
        if self._shown.get(line.path) == shown:
            return
        self._shown[line.path] = shown
        item.setText(NAME, known.title.read(wording.language) if known is not None else line.slug)
        if known is not None:
            item.setIcon(NAME, self._icon(kind_of(known), colours.muted))
        item.setForeground(NAME, colours.colour("muted" if line.item is None else "text"))
        self._show_mark(item, mark)
        words = line_words(line, known, mark, wording)
        item.setData(NAME, Qt.ItemDataRole.AccessibleTextRole, words)
        for column in (NAME, MARK):
            item.setToolTip(column, words)

    def _show_mark(self, item: QTreeWidgetItem, mark: Mark) -> None:
        colours = self._appearance.colours
        inks = {
            Mark.PROBLEM: colours.warn,
            Mark.FAILS: colours.bad,
            Mark.OUTDATED: colours.warn,
            Mark.HOLE: colours.warn,
            Mark.HOLDS: colours.ok,
        }
        if mark in inks:
            item.setIcon(MARK, self._icon(mark, inks[mark]))
        else:
            item.setData(MARK, Qt.ItemDataRole.DecorationRole, None)

    def _icon(self, name: str, colour: str) -> QIcon:
        if name not in self._icons:
            self._icons[name] = icon(name, colour)
        return self._icons[name]

    def drawRow(
        self, painter: QPainter, options: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Mark the row that the keyboard is at."""
        super().drawRow(painter, options, index)
        paint_stripe(self, painter, options.rect, index, self._appearance.colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open an item on Enter."""
        if event.key() in ENTER_KEYS and self.path():
            self.opened.emit(self.path())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the item, at the mouse or at its line."""
        line = self.currentItem()
        if line is None:
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualItemRect(line).center())
        self.menu_wanted.emit(at)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _tell_chosen(self, _now: object, _before: object) -> None:
        self.chosen.emit(self.path())

    @Slot(QTreeWidgetItem, int)
    def _open(self, item: QTreeWidgetItem, _column: int) -> None:
        if item.parent() is not None:
            self.opened.emit(str(item.data(NAME, PATH_ROLE)))

    @Slot()
    def _redress(self) -> None:
        self._shown.clear()
        self._icons.clear()
        self.setStyleSheet(tree_sheet(self._appearance.colours))
        self.setAccessibleName(self._appearance.wording.say("Lessons and items of the pack"))
        self._dress_lines()


def _shape(state: OpenPack | None) -> tuple[object, ...]:
    """Return what makes other lines necessary when it is another."""
    if state is None:
        return ()
    return state.outline.folder, *(
        (lesson.slug, *(line.path for line in lesson.items)) for lesson in state.outline.lessons
    )
