"""Which page each section of the rail shows, besides Today and Settings, which are there from the beginning."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.rail import Section

if TYPE_CHECKING:
    from quizapp.desktop.pages.learn.page import LearnPage
    from quizapp.desktop.pages.section_page import SectionPage
    from quizapp.desktop.services import Services
    from quizapp.packs.library import Catalogue


# Each page is imported when it is first shown: none of them may delay the window.
def _learn(services: "Services") -> "SectionPage":
    from quizapp.desktop.pages.learn.page import LearnPage

    page = LearnPage(services.appearance)
    page.show_services(services)
    return page


def _browse(services: "Services") -> "SectionPage":
    from quizapp.desktop.pages.browse.page import BrowsePage

    return BrowsePage(services)


def _quiz(services: "Services") -> "SectionPage":
    from quizapp.desktop.pages.quiz.page import QuizPage

    return QuizPage(services)


def _statistics(services: "Services") -> "SectionPage":
    from quizapp.desktop.pages.statistics.page import StatisticsPage

    return StatisticsPage(services)


def _packs(services: "Services") -> "SectionPage":
    from quizapp.desktop.pages.packs.page import PacksPage

    return PacksPage(services)


PAGES: "dict[Section, Callable[[Services], SectionPage]]" = {
    Section.LEARN: _learn,
    Section.BROWSE: _browse,
    Section.QUIZ: _quiz,
    Section.STATISTICS: _statistics,
    Section.PACKS: _packs,
}
"""How the page of a section is made."""


class SectionPages(QObject):
    """The pages that were shown so far. Learn can be among them before the home is open, the others can't.

    The signals are those of all pages, as `SectionPage` tells them.
    """

    item_chosen = Signal(str)
    study_chosen = Signal(object)
    quiz_chosen = Signal(object)
    trial_chosen = Signal(object)
    pack_chosen = Signal(str)

    def __init__(self, stack: QStackedWidget, appearance: Appearance) -> None:
        """Make no page yet; those that are made stand in `stack`."""
        super().__init__(stack)
        self._stack = stack
        self._appearance = appearance
        self._services: Services | None = None
        self._catalogue: Catalogue | None = None
        self._early: LearnPage | None = None
        self._made: dict[Section, SectionPage] = {}

    def show_catalogue(self, catalogue: "Catalogue") -> None:
        """Have the lessons to show, before their items are read."""
        self._catalogue = catalogue
        if self._early is not None:
            self._early.show_catalogue(catalogue)

    def show_read(self, share: float) -> None:
        """Say which share of the items is read, 0 to 1."""
        if self._early is not None:
            self._early.show_read(share)

    def show_services(self, services: "Services") -> None:
        """Show everything, from now on."""
        self._services = services
        if self._early is not None:
            self._early.show_services(services)

    def made(self, section: Section) -> "SectionPage | None":
        """Return the page of a section if it was shown."""
        return self._made.get(section)

    def page(self, section: Section) -> "SectionPage | None":
        """Return the page of a section, made now if need be; None if it can't be shown yet."""
        if section not in self._made:
            page = self._make(section)
            if page is None:
                return None
            self._made[section] = page
            page.item_chosen.connect(self.item_chosen)
            page.study_chosen.connect(self.study_chosen)
            page.quiz_chosen.connect(self.quiz_chosen)
            page.trial_chosen.connect(self.trial_chosen)
            page.pack_chosen.connect(self.pack_chosen)
            self._stack.addWidget(page)
        return self._made[section]

    def _make(self, section: Section) -> "SectionPage | None":
        if self._services is not None:
            return PAGES[section](self._services) if section in PAGES else None
        if section is not Section.LEARN or self._catalogue is None:
            return None
        from quizapp.desktop.pages.learn.page import LearnPage

        self._early = LearnPage(self._appearance)
        self._early.show_catalogue(self._catalogue)
        return self._early
