"""Which page each section of the rail shows, besides Today and Settings, which are there before the home is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.desktop.widgets.rail import Section

if TYPE_CHECKING:
    from quizapp.desktop.pages.section_page import SectionPage
    from quizapp.desktop.services import Services


# Each page is imported when it is first shown: none of them may delay the window.
def _learn(services: "Services") -> "SectionPage":
    from quizapp.desktop.pages.learn.page import LearnPage

    return LearnPage(services)


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
