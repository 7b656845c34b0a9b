"""A card on the study page: its front, and under a rule its back once it is revealed."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.panel import rule
from quizapp.packs.model import Card

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
        self._rule.show()
        self.back.show()

    @Slot()
    def _retranslate(self) -> None:
        wording = self._appearance.wording
        folder, within = self._card.folder, self._pack_folder
        self.front.setAccessibleName(wording.say("Front of the card"))
        self.back.setAccessibleName(wording.say("Back of the card"))
        self.front.set_markdown(self._card.front.read(wording.language), folder, within=within)
        self.back.set_markdown(self._card.back.read(wording.language), folder, within=within)
