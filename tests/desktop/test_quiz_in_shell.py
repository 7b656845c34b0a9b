from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.quiz.page import QuizPage
from quizapp.desktop.pages.quiz.run import QuizRunPage
from quizapp.desktop.sections import PAGES
from quizapp.desktop.widgets.rail import Section
from quizapp.study.entries import QuizBegun
from quizapp.study.quizzes.quiz import ROWS, Quiz, quizzes
from tests.desktop.desk import Desk, set_up
from tests.desktop.pages.quiz.desk import press
from tests.desktop.studying import CHOICE, NUMBER, PACK


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    """A window with questions of every kind behind it."""
    made = set_up(tmp_path / "home", qapp, packs=(PACK,))
    made.shell.show_services(made.services)
    qtbot.waitActive(made.window)
    yield made
    made.close()
    qapp.setStyleSheet("")


@pytest.fixture
def asked(desk: Desk) -> Desk:
    """A window in which a quiz is asked."""
    desk.services.learner.append((QuizBegun(item="quiz/1", items=(CHOICE.id, NUMBER.id)),))
    desk.shell._go_on_with_quiz(told(desk))
    return desk


def told(desk: Desk) -> Quiz:
    return quizzes(desk.services.learner.entries(*ROWS))[0]


def run_page(desk: Desk) -> QuizRunPage:
    (found,) = desk.window.findChildren(QuizRunPage)
    return found


def test_a_quiz_takes_the_whole_window(asked: Desk) -> None:
    assert run_page(asked).isVisible()
    assert not asked.shell.rail.isVisible()
    assert not any(action.isEnabled() for action in asked.shell.menus.sections.values())


def test_escape_leads_back_to_the_rail(asked: Desk, qtbot: QtBot) -> None:
    press("⎋")

    qtbot.waitUntil(asked.shell.rail.isVisible)
    assert not run_page(asked).isVisible()


def test_closing_the_window_keeps_what_was_answered_and_the_time(asked: Desk) -> None:
    press("b\n\n")

    assert asked.shell.can_close()

    kept = told(asked)
    assert (1, (NUMBER.id,), False) == (kept.right, kept.left, kept.is_over)
    assert kept.used > 0


def test_a_quiz_that_was_begun_on_its_page_ends_with_its_result_there(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PAGES, Section.LEARN, QuizPage)
    desk.shell.show_section(Section.LEARN)
    page = desk.window.findChild(QuizPage)
    assert isinstance(page, QuizPage)
    qtbot.waitUntil(lambda: page._state is not None)
    page.setup.kinds.tick({"number"})
    page.setup.start.click()
    qtbot.waitUntil(lambda: any(found.isVisible() for found in desk.window.findChildren(QuizRunPage)))

    press("6\n\n")

    qtbot.waitUntil(page.result.isVisible)
    assert desk.shell.rail.isVisible()
    assert page.result.quiz == told(desk)
    assert told(desk).right == 1
