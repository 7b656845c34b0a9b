"""The list of what is wrong with the open pack; a click leads to the file and its line."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.author.marking import equivalent_entries
from quizapp.desktop.pages.author.problem_lines import MOST_LINES, ProblemLine, of_item
from quizapp.desktop.pages.author.problem_rows import ProblemRows
from quizapp.desktop.pages.author.state import OpenPack
from quizapp.desktop.pages.author.words import problem_text, problem_tip, problems_heading
from quizapp.desktop.widgets.buttons import ENTER_KEYS, Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.restyle import set_sheet

MARGIN = 8
"""Logical pixels above and below the heading."""

MOST_HEIGHT = 16_777_215
"""Qt's own bound."""

LINE_ROLE = Qt.ItemDataRole.UserRole.value


class ProblemList(QWidget):
    """Shows the problems of an `OpenPack`.

    Signals:
        opened: with the `ProblemLine` that was clicked or on which Enter was pressed.
    """

    opened = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: OpenPack | None = None
        self._lines: tuple[ProblemLine, ...] = ()
        self.heading, self.more, self.list = label("strong"), label("small"), _Lines()
        self.copy_button, self.mark_button = Button("quiet"), Button("quiet")
        self._rows = ProblemRows(appearance, LINE_ROLE, self.list)
        self.list.setItemDelegate(self._rows)
        head = QHBoxLayout()
        head.setContentsMargins(16, MARGIN, 12, 0)
        head.addWidget(self.heading)
        head.addWidget(self.more)
        head.addStretch(1)
        head.addWidget(self.mark_button)
        head.addWidget(self.copy_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addLayout(head)
        rows.addWidget(self.list, 1)
        self.list.itemClicked.connect(self._open)
        self.list.entered_at.connect(self._open)
        self.list.copy_wanted.connect(self.copy)
        self.list.menu_wanted.connect(self._open_menu)
        self.copy_button.clicked.connect(self.copy)
        self.mark_button.clicked.connect(self.copy_marks)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_pack(self, state: OpenPack | None) -> None:
        """Show what is wrong with a pack as it is known now."""
        lines = state.problems() if state is not None else ()
        self._state = state
        if lines != self._lines:
            self._lines = lines
            self._fill()
        self._show_heading()

    @property
    def lines(self) -> tuple[ProblemLine, ...]:
        """What is shown."""
        return self._lines

    @Slot()
    def copy(self) -> None:
        """Put the chosen lines on the clipboard, or all if none is chosen: `file:line: sentence` each."""
        wording = self._appearance.wording
        chosen = self._chosen() or self._lines
        QGuiApplication.clipboard().setText(
            "\n".join(problem_text(line, wording).replace("\n", ": ", 1) for line in chosen)
        )

    @Slot()
    def copy_marks(self) -> None:
        """Put an `[[equivalent]]` on the clipboard for each chosen wrong program that passes, or for all."""
        chosen = [line for line in self._chosen() if line.survivor is not None] or self._lines
        entries = [
            equivalent_entries(
                [line.survivor for line in of_item(chosen, path) if line.survivor is not None],
                [line.survivor for line in of_item(self._lines, path) if line.survivor is not None],
            )
            for path in dict.fromkeys(line.path for line in chosen if line.survivor is not None)
        ]
        QGuiApplication.clipboard().setText("\n".join(entries))

    def _chosen(self) -> list[ProblemLine]:
        return [self._lines[row] for row in sorted(index.row() for index in self.list.selectedIndexes())]

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        say, chosen, menu = self._appearance.wording.say, self._chosen(), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say("Open file")).triggered.connect(self._open_current)
        menu.addAction(say("Copy")).triggered.connect(self.copy)
        if any(line.survivor is not None for line in chosen):
            menu.addAction(say("Copy as [[equivalent]]")).triggered.connect(self.copy_marks)
        menu.popup(at)

    @Slot()
    def _open_current(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._open(item)

    def _fill(self) -> None:
        wording, row = self._appearance.wording, self.list.currentRow()
        self._rows.restyle()
        self.list.clear()
        for line in self._lines[:MOST_LINES]:
            item = QListWidgetItem(problem_text(line, wording))
            item.setData(LINE_ROLE, line)
            item.setToolTip(problem_tip(line, wording))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _show_heading(self) -> None:
        wording = self._appearance.wording
        self.heading.setText(problems_heading(self._state, len(self._lines), wording))
        self.copy_button.setVisible(bool(self._lines))
        self.mark_button.setVisible(any(line.survivor is not None for line in self._lines))
        left = len(self._lines) - MOST_LINES
        self.more.setText(wording.say("the first {count} are shown", count=MOST_LINES) if left > 0 else "")
        self.list.setVisible(bool(self._lines))
        # Without a line to show it takes no room from the preview.
        self.setMaximumHeight(MOST_HEIGHT if self._lines else self.heading.sizeHint().height() + 2 * MARGIN)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(self._lines[self.list.row(item)])

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.list.setAccessibleName(wording.say("Problems"))
        self.copy_button.setText(wording.say("Copy"))
        self.copy_button.setToolTip(wording.say("Copy file, line and sentence (Ctrl+C in the list)"))
        self.mark_button.setText(wording.say("Copy as [[equivalent]]"))
        self.mark_button.setToolTip(
            wording.say("Copy the entry for exercise.toml that says of the chosen wrong programs that they may pass")
        )
        set_sheet(
            self.list,
            "QListWidget { background: transparent; border: 0; outline: 0; padding: 0 8px 6px 8px; }"
            f"QListWidget::item {{ padding: 5px 6px; border: 2px solid transparent; color: {colours.text}; }}"
            f"QListWidget::item:hover, QListWidget::item:selected {{ background: {colours.raised}; }}"
            f"QListWidget::item:focus {{ border-color: {colours.accent}; border-radius: 6px; }}",
        )
        self._fill()
        self._show_heading()


class _Lines(QListWidget):
    """Lines that wrap, pressed by Enter and copied by key."""

    entered_at = Signal(QListWidgetItem)
    copy_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        # As high as the words need at the width that there is.
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, copy on the system's keys for it."""
        item = self.currentItem()
        if event.key() in ENTER_KEYS and item is not None:
            self.entered_at.emit(item)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with a line, at the mouse or at the line itself."""
        item = self.currentItem()
        if item is not None:
            is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            at = self.viewport().mapToGlobal(self.visualItemRect(item).center()) if is_by_key else event.globalPos()
            self.menu_wanted.emit(at)
