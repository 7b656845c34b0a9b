"""The Packs page of the rail: the list of packs and, in its place, the page where one is written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.pages.packs.list_page import PackListPage
from quizapp.desktop.pages.section_page import SectionPage
from quizapp.desktop.services import Services

if TYPE_CHECKING:
    from quizapp.desktop.pages.author.page import AuthorPage


class PacksPage(SectionPage):
    """Shows one of the two; which one stays when the learner comes back."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.list = PackListPage(services)
        self.author: AuthorPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self.list.write_wanted.connect(self.show_author)
        self.list.lessons_wanted.connect(self.pack_chosen)

    def refresh(self) -> None:
        """Look again which packs there are."""
        self.list.refresh()

    @Slot(object)
    def install_pack(self, file: Path) -> None:
        """Look into a pack in one file or in a folder, and ask whether it is to be installed."""
        self._show_list()
        self.list.install(file)

    @Slot()
    def show_author(self) -> None:
        """Show the page where a pack is written."""
        if self.author is None:
            from quizapp.desktop.pages.author.page import AuthorPage

            self.author = AuthorPage(self._services)
            self.author.back_wanted.connect(self._show_list)
            self.author.trial_chosen.connect(self.trial_chosen)
            self.author.install_wanted.connect(self.install_pack)
            self._stack.addWidget(self.author)
        self._show(self.author)

    @Slot()
    def _show_list(self) -> None:
        self._show(self.list)

    def _show(self, page: QWidget) -> None:
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
            page.setFocus(Qt.FocusReason.OtherFocusReason)
