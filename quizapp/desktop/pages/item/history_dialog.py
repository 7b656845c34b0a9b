"""A small window with everything that was done with one item, the newest first."""

from dataclasses import astuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.item.history_words import HistoryLine
from quizapp.desktop.widgets.labels import label
from quizapp.wording import Wording

SIZE = (860, 400)
"""Logical pixels of the window when it opens; never more than the window below it has."""


class HistoryDialog(QDialog):
    """Shows the lines of an item's history; speaks the language in use when it opens, as it is closed soon."""

    def __init__(self, title: str, lines: tuple[HistoryLine, ...], appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        say, colours = appearance.wording.say, appearance.colours
        self.setWindowTitle(say("History"))
        heading = label("strong", wraps=True)
        heading.setText(title)
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName(say("History of this item, the newest first"))
        self.table.setAllColumnsShowFocus(True)
        self._fill(lines, appearance.wording)
        self.setStyleSheet(
            f"QTreeWidget {{ border: 1px solid {colours.border}; border-radius: 7px; }}"
            f"QHeaderView::section {{ background: {colours.raised}; color: {colours.text}; border: 0;"
            " padding: 5px 8px; }"
            "QTreeWidget::item { padding: 4px 5px; }"
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(12)
        for widget in (heading, self.table, buttons):
            rows.addWidget(widget)
        room = parent.window().size()
        self.resize(min(SIZE[0], room.width() - 20), min(SIZE[1], room.height() - 20))

    def _fill(self, lines: tuple[HistoryLine, ...], wording: Wording) -> None:
        say, table = wording.say, self.table
        heads = (
            (say("When"), ""),
            (say("What"), ""),
            (say("Rating"), ""),
            (say("Time taken"), ""),
            (say("Stability"), say("Days until you would still know it nine times out of ten, before and after")),
            (say("Difficulty"), say("From 1, easy, to 10, hard, before and after")),
            (say("Comes back"), ""),
        )
        table.setHeaderLabels([words for words, _ in heads])
        for column, (_, tip) in enumerate(heads):
            table.headerItem().setToolTip(column, tip)
        table.addTopLevelItems([QTreeWidgetItem(list(astuple(line))) for line in lines])
        header = table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
