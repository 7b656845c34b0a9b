"""An embedding row by row: what was looked up, what has a gradient, and the pad row."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.embedding_items import GRADIENT, LOOKED_UP, NORM, ROW, VALUES, EmbeddingItems
from quizapp.desktop.widgets.inspector.embedding_model import Table, tables_beside
from quizapp.desktop.widgets.inspector.embedding_paint import EmbeddingRows
from quizapp.desktop.widgets.inspector.embedding_words import sentences, table_text
from quizapp.desktop.widgets.inspector.number_bar import WIDTH
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.tree_style import tree_sheet
from quizapp.desktop.widgets.labels import label


class EmbeddingView(QWidget):
    """Shows an embedding; where a module holds several, one that the learner chooses."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._subject: Subject | None = None
        self._tables: tuple[tuple[Table, Table | None], ...] = ()
        self.names = QComboBox()
        self.words, self._size = label("body", wraps=True), label("strong", wraps=True)
        self.only_with_gradient = QCheckBox()
        self.items = EmbeddingItems(appearance, self)
        self.rows = _Rows(appearance, self.items)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.names, self._size, self.words, self.only_with_gradient):
            column.addWidget(part)
        column.addWidget(self.rows, 1)
        self.names.activated.connect(self._fill)
        self.only_with_gradient.toggled.connect(self._fill)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show the embeddings of a module, or a matrix; what stands `beside` it does not matter here."""
        chosen = self.names.currentText()
        self._subject, self._tables = subject, tables_beside(subject)
        self.names.clear()
        self.names.addItems([table.name for table, _ in self._tables])
        self.names.setCurrentIndex(max(self.names.findText(chosen), 0))
        self.names.setVisible(len(self._tables) > 1)
        self._fill()

    def text(self) -> str:
        """Return the rows of the chosen table as lines."""
        shown = self._shown()
        return table_text(*shown, self._appearance.wording) if shown else self.words.text()

    def _shown(self) -> tuple[Table, Table | None] | None:
        row = self.names.currentIndex()
        return self._tables[row] if 0 <= row < len(self._tables) else None

    @Slot()
    def _fill(self) -> None:
        shown, wording = self._shown(), self._appearance.wording
        self.rows.setVisible(shown is not None)
        if shown is None:
            self.words.setText(wording.say("There is no embedding here."))
            return
        table, _ = shown
        size, *told = sentences(*shown, wording)
        self._size.setText(size)
        self.words.setText(wording.paragraph(*told))
        has_rows = table.gradient_norms is not None
        self.only_with_gradient.setVisible(has_rows)
        self.rows.setAccessibleName(wording.say("Rows of {name}", name=table.name))
        self.items.show_table(table, only_with_gradient=has_rows and self.only_with_gradient.isChecked())
        self.rows.size_columns()

    @Slot()
    def _restyle(self) -> None:
        say = self._appearance.wording.say
        self.names.setAccessibleName(say("Embedding to look at"))
        self.only_with_gradient.setText(say("Only rows with a gradient"))
        self.rows.restyle()
        if self._subject is not None:
            self._fill()


class _Rows(QTableView):
    """The rows; columns that have nothing to tell are hidden."""

    def __init__(self, appearance: Appearance, items: EmbeddingItems) -> None:
        super().__init__()
        self._appearance = appearance
        self._items = items
        self.setModel(items)
        self.setItemDelegate(EmbeddingRows(appearance, items, self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(140)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(20)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        for column in (ROW, NORM, GRADIENT, LOOKED_UP):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(VALUES, QHeaderView.ResizeMode.Stretch)

    def size_columns(self) -> None:
        """Give each column the width that its words need, and the strips of values what is left."""
        table = self._items.table
        if table is None:
            return
        metrics = QFontMetrics(self.font())
        say = self._appearance.wording.say
        number = max(metrics.horizontalAdvance("0.00000"), WIDTH) + 12
        pad = metrics.horizontalAdvance(say("pad")) + 24 if table.pad is not None else 0
        self.setColumnWidth(ROW, metrics.horizontalAdvance("0" * len(str(table.rows))) + pad + 18)
        self.setColumnWidth(NORM, number)
        self.setColumnWidth(GRADIENT, max(number, metrics.horizontalAdvance(say("Gradient")) + 10))
        self.setColumnWidth(LOOKED_UP, metrics.horizontalAdvance(say("Looked up")) + 10)
        self.setColumnHidden(NORM, table.norms is None)
        self.setColumnHidden(GRADIENT, table.gradient_norms is None)
        self.setColumnHidden(LOOKED_UP, table.looked_up is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.size_columns()

    def restyle(self) -> None:
        """Follow the look, the zoom and the language."""
        self.setStyleSheet(tree_sheet(self._appearance.colours))
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(self.font()).height() + 9)
        self.size_columns()
        self.viewport().update()
