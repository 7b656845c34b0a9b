"""A card on the study page: its front, and under a rule its back once it is revealed."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.panel import rule
from quizapp.packs.model import Card, Text

FRONT_SCALE, BACK_SCALE = 1.28, 1.12
"""Sizes of the text, as multiples of the app's font."""


class CardPane(QWidget):
    """Shows one card; speaks the reader's language, also when it changes."""

    def __init__(self, card: Card, *, pack_folder: Path, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card, self._pack_folder, self._appearance = card, pack_folder, appearance
        self.front = CardView(appearance, fits_content=True, text_scale=FRONT_SCALE)
        self._rule = rule()
        self.back = CardView(appearance, fits_content=True, text_scale=BACK_SCALE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(22)
        rows.addWidget(self.front)
        rows.addWidget(self._rule)
        rows.addWidget(self.back)
        rows.addStretch()
        self._rule.hide()
        self.back.hide()
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def reveal(self) -> None:
        """Show the back, under the front."""
        # Laid out only now: the next front is to be there at once.
        self._write(self.back, self._card.back)
        self._rule.show()
        self.back.show()

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        self.front.setAccessibleName(wording.say("Front of the card"))
        self.back.setAccessibleName(wording.say("Back of the card"))
        self._write(self.front, self._card.front)
        if not self.back.isHidden():
            self._write(self.back, self._card.back)

    def _write(self, view: CardView, text: Text) -> None:
        language = self._appearance.wording.language
        view.set_markdown(text.read(language), self._card.folder, within=self._pack_folder)
