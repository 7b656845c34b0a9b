"""The list on the Browse page, as the learner moves in it and chooses from it."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.browse.list import SEEN_ROLE, BrowseRows
from quizapp.desktop.pages.browse.model import Found
from quizapp.desktop.pages.browse.row import RowDelegate
from quizapp.desktop.pages.item.key_names import key_name
from quizapp.desktop.pages.study.model import ENTER
from quizapp.packs.model import ItemId


class BrowseView(QListView):
    """Shows a `Found`; several rows may be chosen.

    Signals:
        opened: Enter was pressed, or a row was clicked twice.
        pressed_key: the name of a key that the list has no use for.
        left_above: the learner goes up from the first row.
        chosen: other rows are chosen, or another is the current one.
        snippets_wanted: these items (a tuple of ids) are seen, and why they were found is not known.
        menu_wanted: at a point of the screen.
    """

    opened = Signal()
    pressed_key = Signal(str)
    left_above = Signal()
    chosen = Signal()
    snippets_wanted = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("browseList")
        self._appearance = appearance
        self.rows = BrowseRows(appearance, self)
        self._delegate = RowDelegate(appearance, SEEN_ROLE, self)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        # Several turns of the wheel are one look at what is seen.
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._want_snippets)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.verticalScrollBar().rangeChanged.connect(self._look_soon)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    def show_found(self, found: Found) -> None:
        """Show another answer; another text begins at its best hit, else the learner stays where they were."""
        before, was_on, row = self.rows.found, self.current_item(), max(self.currentIndex().row(), 0)
        self._delegate.has_snippets = found.wanted.has_words
        if not self.rows.show_found(found):
            return
        typed_before = before.wanted.typed if before is not None else ""
        if found.wanted.has_words and found.wanted.typed != typed_before:
            self._go_to(0)
        else:
            kept = self.rows.row_of(was_on) if was_on is not None else None
            self._go_to(row if kept is None else kept)
        self._look_soon()

    def _go_to(self, row: int) -> None:
        row = min(row, self.rows.rowCount() - 1)
        index = self.rows.index(row) if row >= 0 else QModelIndex()
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        if row == 0:
            self.scrollToTop()
        else:
            self.scrollTo(index)
        self.chosen.emit()

    def current_item(self) -> ItemId | None:
        """Return the item that the learner is on, or None."""
        index = self.currentIndex()
        return self.rows.place(index.row()).item if index.isValid() else None

    def chosen_count(self) -> int:
        """Return how many items are chosen."""
        return sum(bottom - top + 1 for top, bottom in self._chosen_parts())

    def chosen_items(self) -> tuple[ItemId, ...]:
        """Return the items that are chosen, in the list's order."""
        parts = self._chosen_parts()
        return tuple(self.rows.place(row).item for top, bottom in parts for row in range(top, bottom + 1))

    def _chosen_parts(self) -> list[tuple[int, int]]:
        """Return the first and the last row of each part: a list of all rows would take long with thousands."""
        selection = self.selectionModel().selection()
        parts = (selection.at(number) for number in range(selection.count()))
        return sorted((part.top(), part.bottom()) for part in parts)

    def take_look(self) -> None:
        """Follow another font, language or colours."""
        self._delegate.take_font(self.font())
        # Rows may be as high as they were never before.
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the item in sight that the learner is on, whatever comes up above or below the list."""
        super().resizeEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, leave upwards from the first row; letters mean actions, not a search for titles."""
        name = key_name(event)
        if name == ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() and self.currentIndex().row() <= 0:
            self.left_above.emit()
        elif (name is not None and len(name) == 1 and name.isalpha()) or name == "SHIFT+B":
            self.pressed_key.emit(name)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: there is a field to search in."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done, at the mouse or at the row."""
        if not self.currentIndex().isValid():
            return
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        self.menu_wanted.emit(at)

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()

    @Slot(QItemSelection, QItemSelection)
    @Slot(QModelIndex, QModelIndex)
    def _tell_chosen(self, _now: object, _before: object) -> None:
        self.chosen.emit()

    @Slot()
    def _look_soon(self) -> None:
        self._look.start()

    @Slot()
    def _want_snippets(self) -> None:
        first = max(self.indexAt(QPoint(20, 4)).row(), 0)
        height = max(self._delegate.row_height(), 1)
        lacking = self.rows.without_snippet(first, first + self.viewport().height() // height + 1)
        if lacking:
            self.snippets_wanted.emit(lacking)
