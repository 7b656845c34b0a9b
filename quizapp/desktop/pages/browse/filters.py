"""What is looked for on the Browse page: a field for text, and what narrows the list."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from quizapp.desktop.appearance import Appearance, blend
from quizapp.desktop.icons import icon
from quizapp.desktop.pages.browse.model import Choice, Filters, StateChoice, Stock, Wanted
from quizapp.desktop.pages.browse.words import choice_word, sorted_choices
from quizapp.desktop.pages.learn.model import Kind
from quizapp.desktop.pages.learn.words import kind_word
from quizapp.desktop.widgets.buttons import ENTER_KEYS, Button
from quizapp.desktop.widgets.restyle import set_and_restyle
from quizapp.search.query import MOST_CHARACTERS

GAP, AROUND = 6, 54
"""Logical pixels between filters, and in one around its words: the arrow, mostly."""

INDENT = "    "
"""Stands before the lessons of a pack where there are several."""


class SearchField(QLineEdit):
    """One line of text; what leads from it into the list is told.

    Signals:
        left_below: Enter or the Down key.
    """

    left_below = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setMaxLength(MOST_CHARACTERS)
        self.setClearButtonEnabled(True)
        self._sign = QAction(self)
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc; go down into the list."""
        if event.key() == Qt.Key.Key_Down or event.key() in ENTER_KEYS:
            self.left_below.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        self._sign.setIcon(icon("browse", self._appearance.colours.muted))
        self.setPlaceholderText(say("Search lessons, your notes and your code"))
        self.setAccessibleName(say("Search"))
        # The field's own buttons, which a screen reader finds, are named after nothing.
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(say("Search") if button.defaultAction() is self._sign else say("Clear the text"))
        self.setToolTip(say("Search (Ctrl+F). Words in quotation marks stand together."))


class FilterBox(QComboBox):
    """Narrows to one of its entries, or to nothing with the first of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        # The delegate that a combo box has by itself takes no notice of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.currentIndexChanged.connect(self._mark)
        self._mark()

    def set_entries(self, name: str, everything: str, entries: list[tuple[str, str]]) -> None:
        """Offer `everything` and then entries (key, words); what was chosen stays so if it is still there."""
        key = self.key()
        blocked = self.blockSignals(True)
        self.clear()
        self.addItem(everything, None)
        for each, words in entries:
            self.addItem(words, each)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.view().setMinimumWidth(min(self.view().sizeHintForColumn(0) + 40, 520))
        self.choose(key)
        self.blockSignals(blocked)
        self._mark()

    def needed_width(self) -> int:
        """Return the width in which the first entry can be read."""
        return self.fontMetrics().horizontalAdvance(self.itemText(0)) + AROUND

    def key(self) -> str | None:
        """Return the key that is chosen, None for everything."""
        key = self.currentData()
        return None if key is None else str(key)

    def choose(self, key: str | None) -> None:
        """Choose the entry with this key, or everything."""
        self.setCurrentIndex(max(self.findData(key), 0) if key is not None else 0)

    @Slot()
    def _mark(self) -> None:
        set_and_restyle(self, "narrows", "yes" if self.key() is not None else "no")


class FilterBar(QWidget):
    """The field, four filters, and a button that clears them.

    Signals:
        changed: something else is wanted.
    """

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._stock = Stock()
        self.field = SearchField(appearance)
        self.state, self.kind, self.lesson, self.concept = (FilterBox() for _ in range(4))
        self.clear_button = Button("quiet", compact=True)
        self._grid = QGridLayout()
        self._lay_out()
        self.field.textChanged.connect(self._tell)
        for box in self._boxes():
            box.currentIndexChanged.connect(self._tell)
        self.clear_button.clicked.connect(self.clear_filters)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _boxes(self) -> tuple[FilterBox, ...]:
        return (self.state, self.kind, self.lesson, self.concept)

    def _lay_out(self) -> None:
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GAP)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.field)
        rows.addLayout(self._grid)

    def _arrange(self) -> None:
        """Set the filters beside each other, or two and two where there is little room or the letters are large."""
        boxes = self._boxes()
        needed = [box.needed_width() for box in boxes]
        room = self.width() - self.clear_button.sizeHint().width() - len(boxes) * GAP
        spare = room - sum(needed)
        columns = len(boxes) if spare >= 0 else 2
        for number, box in enumerate(boxes):
            self._grid.addWidget(box, number // columns, number % columns)
        for column in range(len(boxes)):
            # Each at least as wide as its words; what is left goes to lessons and concepts, which have the longest.
            share = max(needed[column::columns]) + (max(spare, 0) // 2 if column >= 2 else 0)
            self._grid.setColumnStretch(column, share if column < columns else 0)
        self._grid.addWidget(self.clear_button, 0, len(boxes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the filters anew."""
        super().resizeEvent(event)
        self._arrange()

    def wanted(self) -> Wanted:
        """Return what is looked for."""
        state, kind = self.state.key(), self.kind.key()
        filters = Filters(
            state=None if state is None else StateChoice(state),
            kind=None if kind is None else Kind(kind),
            lesson=self.lesson.key(),
            concept=self.concept.key(),
        )
        return Wanted(self.field.text(), filters)

    def show_stock(self, stock: Stock) -> None:
        """Offer the lessons and concepts that there are; what is gone narrows no more."""
        if stock is not self._stock:
            before = self.wanted()
            self._stock = stock
            self._retranslate()
            if self.wanted() != before:
                self.changed.emit()

    @Slot()
    def clear_filters(self) -> None:
        """Narrow by nothing; the text stays."""
        self._set(Wanted(self.field.text()))

    @Slot()
    def clear(self) -> None:
        """Look for nothing in particular."""
        self._set(Wanted())

    def _set(self, wanted: Wanted) -> None:
        before = self.wanted()
        blocked = self.blockSignals(True)
        self.field.setText(wanted.typed)
        for box in self._boxes():
            box.choose(None)
        self.blockSignals(blocked)
        if self.wanted() != before:
            self.changed.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.clear_button.setEnabled(bool(self.wanted().filters))
        self.changed.emit()

    @Slot()
    def _retranslate(self) -> None:
        wording, say = self._appearance.wording, self._appearance.wording.say
        self.clear_button.setText(say("Clear filters"))
        self.clear_button.setEnabled(bool(self.wanted().filters))
        states = [(choice.value, choice_word(choice, wording)) for choice in StateChoice]
        kinds = [(kind.value, kind_word(kind, wording)) for kind in Kind]
        concepts = sorted_choices(self._stock.concepts, wording.language)
        self.state.set_entries(say("State"), say("Any state"), states)
        self.kind.set_entries(say("Kind"), say("Any kind"), kinds)
        self.lesson.set_entries(say("Lesson"), say("Any lesson"), _entries(self._stock.lessons, wording.language))
        self.concept.set_entries(say("Concept"), say("Any concept"), _entries(concepts, wording.language))
        self.concept.setEnabled(bool(concepts))
        self._arrange()
        colours = self._appearance.colours
        ground = blend(colours.colour("base"), colours.colour("accent"), 0.24 if colours.dark else 0.14).name()
        self.setStyleSheet(
            # A list with a scroll bar: a hundred concepts would else fill the screen.
            "QComboBox { combobox-popup: 0; } QComboBox QAbstractItemView::item { padding: 4px 8px; }"
            f'QComboBox[narrows="yes"] {{ background: {ground}; border-color: {colours.accent}; }}'
        )


def _entries(choices: tuple[Choice, ...], language: str) -> list[tuple[str, str]]:
    return [(choice.key, INDENT * choice.depth + choice.title.read(language)) for choice in choices]
