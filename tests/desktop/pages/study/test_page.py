import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.background import Background
from quizapp.desktop.pages.study.card import CardPane
from quizapp.desktop.pages.study.frame import SaveNotice, StudyFooter, StudyHeader
from quizapp.desktop.pages.study.model import Phase
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.pages.study.question import QuestionPane
from quizapp.desktop.services import Services
from quizapp.desktop.shelf import Shelf
from quizapp.desktop.widgets.questions.feedback import Feedback
from quizapp.desktop.widgets.questions.options import OptionsInput
from quizapp.desktop.widgets.questions.row import Row
from quizapp.desktop.widgets.questions.spot import SpotInput
from quizapp.home import Home
from quizapp.message import message
from quizapp.packs.model import Question
from quizapp.sandbox.isolation import Isolation
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal, JournalError
from quizapp.study.learner import Learner
from quizapp.study.model import ItemState, Rating
from quizapp.study.session import Position
from quizapp.wording import Wording
from tests.desktop.studying import (
    CARD,
    CHOICE,
    GRADIENT,
    MULTIPLE,
    NUMBER,
    ORDER,
    PACK,
    PREDICT,
    SHAPE,
    SPOT,
    TO_SHARE,
    WORD,
    card,
)

Part = TypeVar("Part", bound=QWidget)

KEYS = {
    " ": Qt.Key.Key_Space,
    "\n": Qt.Key.Key_Return,
    "↓": Qt.Key.Key_Down,
    "↑": Qt.Key.Key_Up,
    "⎋": Qt.Key.Key_Escape,
    "⇥": Qt.Key.Key_Tab,
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "journal.sqlite", busy_seconds=0.05) as opened:
        yield opened


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path, journal: Journal, sandbox: Sandbox) -> Iterator[Services]:
    learner = Learner(journal, (PACK,), new_per_day=10)
    drafts = Drafts(tmp_path / "drafts.sqlite")
    appearance = Appearance(Wording("en"), LookChoice.LIGHT)
    runs, store = Background(appearance), Background(appearance, threads=1)
    yield Services(Home(tmp_path), Shelf((PACK,)), learner, drafts, sandbox, appearance, runs, store)
    runs.close()
    store.finish()
    drafts.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> Iterator[StudyPage]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    made = StudyPage(services, window)
    made.resize(900, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made


def press(keys: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys as the keyboard does: they go to the widget with the focus."""
    for key in keys:
        focused = QApplication.focusWidget()
        assert focused is not None
        if key in KEYS:
            QTest.keyClick(focused, KEYS[key], modifier)
        else:
            QTest.keyClicks(focused, key)


def child(page: QWidget, kind: type[Part]) -> Part:
    found: list[Part] = page.findChildren(kind)
    assert found
    return found[-1]


def feedback(page: StudyPage) -> Feedback:
    return child(page, Feedback)


def test_space_reveals_the_back_under_the_front(page: StudyPage, qtbot: QtBot) -> None:
    page.open(CARD)
    pane = child(page, CardPane)
    assert not pane.back.isVisible()

    press(" ")

    assert page.phase is Phase.BACK
    qtbot.waitUntil(lambda: pane.front.isVisible() and pane.back.isVisible())
    assert pane.back.plain_text() == "No, it shares."


@pytest.mark.parametrize(
    ("key", "state"), [("1", ItemState.LEARNING), (" ", ItemState.LEARNING), ("4", ItemState.REVIEW)]
)
def test_a_rating_is_written_and_then_the_card_is_finished(
    page: StudyPage, services: Services, qtbot: QtBot, key: str, state: ItemState
) -> None:
    page.open(CARD)
    press(" ")

    with qtbot.waitSignal(page.finished) as finished:
        press(key)

    assert finished.args == [CARD.id]
    assert services.learner.state(CARD.id) is state


def test_each_rating_says_when_the_card_comes_back(page: StudyPage) -> None:
    page.open(CARD)
    press(" ")

    footer = child(page, StudyFooter)
    words = [button.accessibleName() for button in footer.ratings.findChildren(QWidget) if button.accessibleName()]
    assert words == ["Again, 1 min", "Hard, 6 min", "Good, 10 min", "Easy, 9 d"]


def test_the_header_says_where_the_learner_is(page: StudyPage) -> None:
    page.open(CARD, Position(2, 12))

    header = child(page, StudyHeader)
    assert (header.title.text(), header.position.text()) == ("Views and strides", "3 of 12")


def test_escape_leaves(page: StudyPage, qtbot: QtBot) -> None:
    page.open(CARD)

    with qtbot.waitSignal(page.left):
        press("⎋")


def test_z_takes_the_last_rating_back(page: StudyPage, services: Services, qtbot: QtBot) -> None:
    page.open(CARD)
    press(" ")
    with qtbot.waitSignal(page.finished):
        press("3")
    page.open(card("other"))

    with qtbot.waitSignal(page.undone) as undone:
        press("z")

    assert undone.args == [CARD.id]
    assert services.learner.state(CARD.id) is ItemState.NEW


def test_undo_is_offered_only_if_there_is_something_to_undo(page: StudyPage, qtbot: QtBot) -> None:
    header = child(page, StudyHeader)
    page.open(CARD)
    assert not header.undo.isVisible()

    press(" ")
    with qtbot.waitSignal(page.finished):
        press("3")

    assert header.undo.isVisible()


@pytest.mark.parametrize(
    ("question", "keys", "is_right"),
    [
        (CHOICE, "b\n", True),
        (CHOICE, "2\n", True),
        (CHOICE, "↓ \n", True),
        (CHOICE, "ab\n", True),
        (CHOICE, "a\n", False),
        (MULTIPLE, "bc\n", True),
        (MULTIPLE, "↓ ↓ \n", True),
        (MULTIPLE, "b\n", False),
        (MULTIPLE, "bca\n", False),
        (SHAPE, "(2, 3)\n", True),
        (SHAPE, "3, 2\n", False),
        (NUMBER, "6.0\n", True),
        (NUMBER, "5\n", False),
        (WORD, "detach()\n", True),
        (WORD, "zebra\n", False),
        (PREDICT, "6.0\n", True),
        (PREDICT, "6\n", False),
        (TO_SHARE, "a\n", True),
        (TO_SHARE, "2\n", False),
        (GRADIENT, "↓ \n", True),
        (GRADIENT, "c\n", False),
        (SPOT, "2\n", True),
        (SPOT, "↓↓\n", True),
        (SPOT, "3\n", False),
    ],
)
def test_a_question_is_answered_by_keyboard_alone(
    page: StudyPage, services: Services, qtbot: QtBot, question: Question, keys: str, is_right: bool
) -> None:
    page.open(question)

    press(keys)

    assert page.phase is Phase.ANSWERED
    assert feedback(page).words() == ("Right" if is_right else "Not right")
    with qtbot.waitSignal(page.finished) as finished:
        press("\n")
    assert finished.args == [question.id]
    assert services.learner.was_passed(question.id) is is_right


def test_lines_are_put_in_order_by_keyboard_alone(page: StudyPage, services: Services, qtbot: QtBot) -> None:
    page.open(ORDER)
    pane = child(page, QuestionPane)

    for wanted in (0, 1):
        order = list(pane.input.answer() or ())
        place = order.index(wanted)
        rows = sorted(pane.input.findChildren(Row), key=lambda row: row.y())
        rows[place].setFocus()
        for _ in range(place - wanted):
            press("↑", Qt.KeyboardModifier.AltModifier)
        QApplication.processEvents()
    press("\n")

    assert pane.input.answer() == (0, 1, 2)
    assert feedback(page).words() == "Right"


def test_an_incomplete_answer_is_not_taken(page: StudyPage) -> None:
    page.open(CHOICE)

    press("\n")

    assert page.phase is Phase.ASKING


def test_letters_that_are_commands_elsewhere_can_be_typed(page: StudyPage) -> None:
    page.open(WORD)
    pane = child(page, QuestionPane)

    press("zr 1")

    assert pane.input.answer() == "zr 1"


def test_after_a_wrong_choice_both_options_say_how_they_came_out(page: StudyPage) -> None:
    page.open(CHOICE)

    press("a\n")

    rows = page.findChildren(Row)
    assert [row.accessibleDescription() for row in rows] == ["Not right", "The right answer", ""]
    assert feedback(page).words() == "Not right"


def test_a_predicted_output_is_shown_beside_what_really_comes(page: StudyPage, qtbot: QtBot) -> None:
    page.open(PREDICT)

    press("7\n")
    run_view = feedback(page).run_view
    assert run_view is not None

    qtbot.waitUntil(lambda: not run_view.is_running, timeout=60_000)
    assert run_view.what_is_shown() == "It really prints:\n6.0"


@pytest.mark.parametrize(
    ("question", "key", "says", "shows"),
    [
        (TO_SHARE, "b", ["The right answer", "Not right"], "x.t() and x share memory."),
        (GRADIENT, "a", ["Not right", "The right answer", ""], "w.grad holds only zeros."),
    ],
)
def test_what_was_predicted_and_what_is_are_both_shown(
    page: StudyPage, qtbot: QtBot, question: Question, key: str, says: list[str], shows: str
) -> None:
    page.open(question)

    press(f"{key}\n")
    run_view = feedback(page).run_view
    assert run_view is not None

    qtbot.waitUntil(lambda: not run_view.is_running, timeout=60_000)
    assert [row.accessibleDescription() for row in page.findChildren(Row)] == says
    assert run_view.what_is_shown() == shows


def test_choices_are_in_the_reader_s_language(page: StudyPage, services: Services) -> None:
    page.open(TO_SHARE)
    names = [row.accessibleName() for row in page.findChildren(Row)]

    services.appearance.choose(wording=Wording("zh"))

    assert names == ["Yes", "No"]
    assert [row.accessibleName() for row in page.findChildren(Row)] == [Wording("zh").say(name) for name in names]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Of the offscreen platform, about dialogs.
def test_where_not_everything_is_blocked_a_snippet_is_asked_about_too(
    page: StudyPage, services: Services, qtbot: QtBot
) -> None:
    services.permission.isolation = Isolation(level="partial", gaps=(message("read files of yours"),))
    page.open(PREDICT)
    press("7\n")
    run_view = feedback(page).run_view
    assert run_view is not None

    answer(page, qtbot, "Not now")
    assert (run_view.is_running, run_view.what_is_shown()) == (False, "")

    run_view.run_requested.emit()
    answer(page, qtbot, "Run code")
    qtbot.waitUntil(lambda: run_view.what_is_shown() == "It really prints:\n6.0", timeout=60_000)


def answer(page: StudyPage, qtbot: QtBot, words: str) -> None:
    """Press the button that says so, once the page asks."""
    qtbot.waitUntil(lambda: any(box.isVisible() for box in page.findChildren(QMessageBox)))
    box = next(box for box in page.findChildren(QMessageBox) if box.isVisible())
    next(button for button in box.buttons() if button.text() == words).click()


def test_a_shape_is_observed_when_the_learner_runs_the_snippet(page: StudyPage, qtbot: QtBot) -> None:
    page.open(SHAPE)
    press("2, 3\n")
    run_view = feedback(page).run_view
    assert run_view is not None
    assert run_view.what_is_shown() == ""

    press("r")

    qtbot.waitUntil(lambda: not run_view.is_running, timeout=60_000)
    assert "x has the shape (2, 3)." in run_view.what_is_shown()


def test_another_language_in_the_middle_keeps_phase_and_typed_answer(page: StudyPage, services: Services) -> None:
    page.open(WORD)
    pane = child(page, QuestionPane)
    press("det")

    services.appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert pane.prompt.plain_text() == "它是什么？"
    assert pane.input.answer() == "det"
    press("ach\n")
    assert page.phase is Phase.ANSWERED

    services.appearance.choose(wording=Wording("en"))

    assert page.phase is Phase.ANSWERED
    assert feedback(page).words() == "Right"


def test_another_language_keeps_a_revealed_back(page: StudyPage, services: Services, qtbot: QtBot) -> None:
    page.open(CARD)
    press(" ")

    services.appearance.choose(wording=Wording("zh"))

    pane = child(page, CardPane)
    qtbot.waitUntil(pane.back.isVisible)
    assert (pane.front.plain_text(), pane.back.plain_text()) == ("view 会复制吗？", "不会，它共享内存。")


def test_marks_stay_when_the_language_changes(page: StudyPage, services: Services) -> None:
    page.open(MULTIPLE)
    press("a\n")

    services.appearance.choose(wording=Wording("zh"))

    rows = page.findChildren(Row)
    assert [bool(row.accessibleDescription()) for row in rows] == [True, True, True]
    assert rows[0].accessibleName() == "克隆"


def test_a_rating_that_cannot_be_written_is_kept_and_tried_again(
    page: StudyPage, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open(CARD)
    press(" ")
    notice = child(page, SaveNotice)
    other_program = sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)
    other_program.execute("BEGIN EXCLUSIVE")

    press("3")
    qtbot.waitUntil(notice.isVisible)
    assert notice.sentence.text()
    assert services.learner.state(CARD.id) is ItemState.NEW
    other_program.execute("ROLLBACK")
    other_program.close()

    with qtbot.waitSignal(page.finished) as finished:
        press("\n")
    assert finished.args == [CARD.id]
    assert services.learner.state(CARD.id) is ItemState.LEARNING
    assert not notice.isVisible()


def test_a_rating_meanwhile_another_window_makes_the_schedule_anew_is_kept_and_written_once(
    page: StudyPage, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open(CARD)
    press(" ")
    notice, is_at_it, may_go_on = child(page, SaveNotice), Event(), Event()
    services.learner.rate(CARD.id, Rating.AGAIN, 5.0)

    def hold_up(_done: int, _of: int) -> None:
        is_at_it.set()
        may_go_on.wait()

    def rebuild() -> None:
        with Journal(tmp_path / "journal.sqlite") as other:
            Learner(other, (PACK,), new_per_day=10).rebuild(hold_up)

    with ThreadPoolExecutor(1) as other_window:
        rebuilding = other_window.submit(rebuild)
        is_at_it.wait()
        press("3")
        qtbot.waitUntil(notice.isVisible)
        may_go_on.set()
        rebuilding.result()
    with qtbot.waitSignal(page.finished):
        press("\n")

    assert "(a second quizapp, a backup). Wait until it is done, then try again." in notice.sentence.text()
    given = [review.rating for review in services.learner.history(CARD.id)]
    assert [Rating.AGAIN, Rating.GOOD] == given


def test_closing_tries_an_unwritten_rating_once_more_and_keeps_it_if_that_fails(
    page: StudyPage, services: Services, qtbot: QtBot, tmp_path: Path
) -> None:
    page.open(CARD)
    press(" ")
    other_program = sqlite3.connect(tmp_path / "journal.sqlite", isolation_level=None)
    other_program.execute("BEGIN EXCLUSIVE")
    press("3")
    qtbot.waitUntil(child(page, SaveNotice).isVisible)

    with pytest.raises(JournalError):
        page.close_cleanly()
    other_program.execute("ROLLBACK")
    other_program.close()
    page.close_cleanly()

    assert services.learner.state(CARD.id) is ItemState.LEARNING


def test_going_on_to_another_item_forgets_the_old_one(page: StudyPage, qtbot: QtBot) -> None:
    page.open(CHOICE)
    press("a\n")

    page.open(CARD)

    assert page.phase is Phase.FRONT
    qtbot.waitUntil(lambda: not page.findChildren(QuestionPane))


@pytest.mark.parametrize(("question", "says"), [(MULTIPLE, True), (CHOICE, False)])
def test_where_more_than_one_option_can_be_right_that_is_said(page: StudyPage, question: Question, says: bool) -> None:
    page.open(question)
    taken = child(page, OptionsInput)

    assert taken.how_many.isHidden() is not says
    assert taken.accessibleDescription() == ("More than one can be right." if says else "")


def test_a_snippet_that_is_only_read_is_not_offered_to_run(page: StudyPage) -> None:
    page.open(replace(SPOT, runs=False))
    child(page, SpotInput).press("2")
    press("\n")

    assert (page.phase, feedback(page).run_view) == (Phase.ANSWERED, None)
    press("r")
