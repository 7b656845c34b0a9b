"""The fields of an own card, and beside them how the card will look."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.fonts import code_font
from quizapp.desktop.pages.own_cards.editor_model import CardDraft
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Pane, rule

PREVIEW_PAUSE_MS = 120
"""From a key press until the preview follows: formulas take a moment."""

LEAST_LINES = 3
"""Of a front or a back that can be seen; where there is no room for them, the fields scroll."""

LONGEST_FIELD = 20_000
"""Characters that a front or a back may have; what is longer is not a card."""


class CardForm(QWidget):
    """Edits a `CardDraft`; `changed` tells that it is another one."""

    changed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._begun = CardDraft()
        self.deck, self.concepts = QComboBox(), QLineEdit()
        self.front, self.back = QPlainTextEdit(), QPlainTextEdit()
        self._labels = {name: label("small", wraps=True) for name in ("deck", "front", "back", "concepts", "preview")}
        self._source = label("small", wraps=True)
        self.shown_front, self.shown_back = (CardView(appearance, fits_content=True) for _ in range(2))
        self._preview = QTimer(self, singleShot=True, interval=PREVIEW_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._retranslate()

    def begin(self, draft: CardDraft, decks: tuple[str, ...], source: str = "") -> None:
        """Show a draft, where it is from, and offer the decks that there are; the first empty field gets the keys."""
        self._begun = draft
        self.deck.clear()
        self.deck.addItems(decks)
        self.deck.setCurrentText(draft.deck)
        self.front.setPlainText(draft.front)
        self.back.setPlainText(draft.back)
        self.concepts.setText(draft.concepts)
        self._source.setText(source)
        self._source.setVisible(bool(source))
        self._show_preview()
        empty = self.front if not draft.front or draft.back else self.back
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> CardDraft:
        """Return what is in the fields."""
        return CardDraft(
            deck=self.deck.currentText(),
            front=self.front.toPlainText(),
            back=self.back.toPlainText(),
            concepts=self.concepts.text(),
            source=self._begun.source,
            id=self._begun.id,
        )

    @property
    def is_changed(self) -> bool:
        """Whether the learner changed something since it was begun."""
        return self.draft() != self._begun

    def _lay_out(self) -> None:
        self.deck.setEditable(True)
        self.deck.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.deck.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for text in (self.front, self.back):
            text.setTabChangesFocus(True)
        content, scrolls = QWidget(), QScrollArea()
        fields = QVBoxLayout(content)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(5)
        for name, field, share in (
            ("deck", self.deck, 0),
            ("front", self.front, 2),
            ("back", self.back, 3),
            ("concepts", self.concepts, 0),
        ):
            fields.addWidget(self._labels[name])
            fields.addWidget(field, share)
            self._labels[name].setBuddy(field)
            fields.addSpacing(4)
        fields.addWidget(self._source)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(20)
        scrolls.setWidget(content)
        scrolls.setWidgetResizable(True)
        scrolls.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolls.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.addWidget(scrolls, 1)
        columns.addLayout(self._preview_column(), 1)

    def _preview_column(self) -> QVBoxLayout:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(18, 16, 18, 16)
        rows.setSpacing(14)
        for widget in (self.shown_front, rule(), self.shown_back):
            rows.addWidget(widget)
        rows.addStretch(1)
        self._pane = Pane()
        self._pane.fill_with(content)
        column = QVBoxLayout()
        column.setSpacing(5)
        column.addWidget(self._labels["preview"])
        column.addWidget(self._pane, 1)
        return column

    def _connect(self) -> None:
        self.deck.editTextChanged.connect(self.changed)
        self.concepts.textChanged.connect(self.changed)
        for text in (self.front, self.back):
            text.textChanged.connect(self.changed)
            text.textChanged.connect(self._preview.start)
        self._preview.timeout.connect(self._show_preview)
        self._appearance.changed.connect(self._retranslate)

    @Slot()
    def _show_preview(self) -> None:
        self._preview.stop()
        self.shown_front.set_markdown(self.front.toPlainText())
        self.shown_back.set_markdown(self.back.toPlainText())

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        for text in (self.front, self.back):
            text.setFont(code_font())
            text.setMinimumHeight(text.fontMetrics().lineSpacing() * LEAST_LINES + 14)
        words = {
            "deck": say("Deck"),
            "front": say("Front of the card"),
            "back": say("Back of the card"),
            "concepts": say("Concepts, separated by commas (optional)"),
            "preview": say("How it looks"),
        }
        for name, word in words.items():
            self._labels[name].setText(word)
        for name, field in (
            ("deck", self.deck),
            ("front", self.front),
            ("back", self.back),
            ("concepts", self.concepts),
            ("preview", self._pane),
        ):
            field.setAccessibleName(words[name])
        self.front.setPlaceholderText(say("What you want to be asked. Markdown, `code` and $formulas$."))
        self.back.setPlaceholderText(say("The answer."))
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.base}; color: {colours.text};"
            f" border: 1px solid {colours.outline}; border-radius: 7px; padding: 4px 6px; }}"
            f" QPlainTextEdit:focus {{ border-color: {colours.accent}; }}"
            f" QScrollArea#pane {{ background: {colours.base}; border: 1px solid {colours.border};"
            " border-radius: 9px; }"
        )
