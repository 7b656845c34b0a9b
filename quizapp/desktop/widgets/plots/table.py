"""The numbers behind a plot as a table, for screen readers and for who wants to know exactly."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from quizapp.desktop.appearance import Appearance

MOST_ROWS_SEEN = 10


class FigureTable(QTableWidget):
    """Shows headings and rows of texts; numbers stand at the right of their column."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_rows(
        self, name: str, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...], numeric: tuple[bool, ...]
    ) -> None:
        """Show these rows under these headings; `numeric` says which columns are numbers."""
        self._dress()
        self.setAccessibleName(name)
        self.clear()
        self.setColumnCount(len(headings))
        self.setRowCount(len(rows))
        for column, heading in enumerate(headings):
            self.setHorizontalHeaderItem(column, _cell(heading, is_number=numeric[column]))
            for place, row in enumerate(rows):
                self.setItem(place, column, _cell(row[column], is_number=numeric[column]))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def _fit(self) -> None:
        seen = min(self.rowCount(), MOST_ROWS_SEEN)
        line = self.fontMetrics().height() + 10
        self.verticalHeader().setDefaultSectionSize(line)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + seen * line + 4)

    def _dress(self) -> None:
        colours = self._appearance.colours
        self.setStyleSheet(
            f"QTableWidget {{ background: {colours.base}; alternate-background-color: {colours.window};"
            f" border: 2px solid transparent; border-radius: 6px; }}"
            f"QTableWidget:focus {{ border-color: {colours.accent}; }}"
            f"QTableWidget::item {{ padding: 2px 10px; }}"
            f"QHeaderView {{ background: {colours.base}; border: 0; }}"
            f"QHeaderView::section {{ background: {colours.base}; color: {colours.muted}; border: 0;"
            f" border-bottom: 1px solid {colours.border}; padding: 5px 11px; font-weight: 600; }}"
        )


def _cell(text: str, *, is_number: bool) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    cell.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return cell
