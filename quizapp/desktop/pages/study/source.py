"""The link under an item to the official page on what it is about, or the name of the item that it came from."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.restyle import set_sheet
from quizapp.markdown.html import is_safe_link


class SourceButton(Button):
    """Opens an https address in the browser, or names another item; hidden where there is neither."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("quiet", parent)
        self._services = services
        self._source = ""
        self.clicked.connect(self._open)
        services.appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_source(self, source: str | None) -> None:
        """Lead to this address, name the item with this id, or do neither."""
        self._source = source or ""
        self._retranslate()

    @property
    def _leads_on(self) -> bool:
        return is_safe_link(self._source)

    @Slot()
    def _open(self) -> None:
        if self._leads_on:
            QDesktopServices.openUrl(QUrl(self._source))

    @Slot()
    def _retranslate(self) -> None:
        appearance = self._services.appearance
        words = source_words(self._source, self._services)
        self.setText(appearance.wording.say("Official page ↗") if self._leads_on else words)
        self.setVisible(self._leads_on or bool(words))
        self.setEnabled(self._leads_on)
        self.setToolTip(self._source if self._leads_on else "")
        muted = appearance.colours.muted
        set_sheet(self, f"QPushButton {{ color: {muted}; padding: 4px 2px; }}")


def source_words(source: str | None, services: Services) -> str:
    """Say from which item a card was made; "" where it was none that there is."""
    item = services.find(source) if source else None
    wording = services.appearance.wording
    return wording.say("From “{title}”", title=item.title.read(wording.language)) if item is not None else ""
