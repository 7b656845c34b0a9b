from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.quiz.page import QuizPage
from quizapp.desktop.widgets.card_view import CardView
from quizapp.packs.model import Lesson, Pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.study.entries import QuizAnswered, QuizBegun, QuizEnded
from quizapp.study.quizzes.choosing import KINDS, Choice
from quizapp.study.quizzes.quiz import When
from quizapp.wording import Wording
from tests.desktop.desk import MarkedWording
from tests.desktop.pages.quiz.desk import QuizDesk, laid_out, press
from tests.desktop.studying import CARD, CHOICE, NUMBER, PACK, WORD, text

ABOUT = replace(CARD, id="sample/more/about", title=text("About views"), concepts=("view",))
ASKED = replace(NUMBER, id="sample/more/asked", title=text("How many"), concepts=("view",))
MORE = Lesson(id="more", title=text("More"), summary=text(""), items=(ABOUT, ASKED))
TWO_LESSONS = replace(PACK, lessons=(*PACK.lessons, MORE))


@pytest.fixture
def desk(tmp_path: Path, sandbox: Sandbox, qtbot: QtBot) -> Iterator[QuizDesk]:
    with laid_out(tmp_path, (TWO_LESSONS,), sandbox, qtbot) as made:
        yield made


def store_quiz(desk: QuizDesk, *answers: tuple[str, bool | None]) -> None:
    """Write a quiz that is over into the journal; None is an item that was not answered."""
    quiz = f"quiz/{len(desk.told()):032x}"
    begun = QuizBegun(item=quiz, items=tuple(item for item, _ in answers), count=len(answers))
    given = (
        QuizAnswered(item=quiz, asked=item, answer="5", right=right, seconds=30.0, detail='"5"')
        for item, right in answers
        if right is not None
    )
    desk.services.learner.append((begun, *given, QuizEnded(item=quiz, seconds=90.0)))
    desk.page.refresh()
    desk.drain()


def button(within: QWidget, says: str) -> QAbstractButton:
    found: list[QAbstractButton] = within.findChildren(QAbstractButton)
    return next(each for each in found if each.isVisible() and each.text() == says)


def test_at_first_everything_can_be_asked(desk: QuizDesk) -> None:
    assert Choice(lessons=frozenset({"sample/all", "sample/more"})) == replace(
        desk.page.setup.choice(), kinds=frozenset(KINDS)
    )
    assert "Chosen at random from 11 that fit." in desk.texts()


def test_only_kinds_that_there_are_can_be_chosen(desk: QuizDesk) -> None:
    assert "exercise" not in desk.page.setup.choice().kinds


def test_what_was_chosen_is_asked(desk: QuizDesk) -> None:
    setup = desk.page.setup
    setup.lessons.tick({"sample/more"})
    setup.limit.setCurrentIndex(2)
    setup.counts.setChecked(True)
    setup.start.click()

    desk.qtbot.waitUntil(lambda: desk.sitting.is_open)
    (quiz,) = desk.told()
    assert ((ASKED.id,), 600.0, True, ("sample/more",)) == (quiz.items, quiz.limit, quiz.counts, quiz.lessons)


def test_what_was_chosen_last_is_chosen_again_after_a_restart(tmp_path: Path, sandbox: Sandbox, qtbot: QtBot) -> None:
    chosen = Choice(
        lessons=frozenset({"sample/more"}),
        kinds=frozenset({"number"}),
        count=7,
        seconds=1200.0,
        feedback=When.AT_THE_END,
        counts=True,
    )
    with laid_out(tmp_path, (TWO_LESSONS,), sandbox, qtbot) as first:
        first.page._begin(chosen)
        qtbot.waitUntil(lambda: first.sitting.is_open)

    with laid_out(tmp_path, (TWO_LESSONS,), sandbox, qtbot) as second:
        assert chosen == second.page.setup.choice()


def test_a_change_in_the_choice_stays_when_the_page_is_shown_again(desk: QuizDesk) -> None:
    desk.page.setup.count.setValue(3)

    desk.page.refresh()
    desk.drain()

    assert 3 == desk.page.setup.choice().count


def test_nothing_can_be_started_without_a_lesson(desk: QuizDesk) -> None:
    desk.page.setup._show_lessons.click()
    button(desk.page.setup.lessons, "Choose none").click()

    assert not desk.page.setup.start.isEnabled()
    assert "Nothing fits: choose more lessons or more kinds." in desk.texts()
    button(desk.page.setup.lessons, "Choose all").click()
    assert desk.page.setup.start.isEnabled()


def test_a_lesson_is_unticked_by_keyboard(desk: QuizDesk) -> None:
    desk.page.setup._show_lessons.click()
    box = next(box for box in desk.page.findChildren(QCheckBox) if box.text() == "More")
    box.setFocus()

    press(" ")

    assert frozenset({"sample/all"}) == desk.page.setup.choice().lessons
    assert "Lessons: 1 of 2 lessons" == desk.page.setup._show_lessons.accessibleName()


def test_without_anything_to_ask_the_page_says_so(tmp_path: Path, sandbox: Sandbox, qtbot: QtBot) -> None:
    cards = replace(PACK, lessons=(Lesson(id="c", title=text("c"), summary=text(""), items=(CARD,)),))
    with laid_out(tmp_path, (cards,), sandbox, qtbot) as desk:
        assert "There is nothing to ask yet: no lesson here has a question or an exercise." in desk.texts()
        assert not desk.page.setup.isVisible()


def test_a_pack_that_comes_while_the_app_runs_can_be_asked(desk: QuizDesk) -> None:
    lesson = Lesson(id="l", title=text("New lesson"), summary=text(""), items=(replace(WORD, id="new/l/word"),))
    new = Pack(id="new", version="1", title=text("New"), folder=Path(), language="en", lessons=(lesson,))

    desk.services.shelf.show((TWO_LESSONS, new))
    desk.drain()

    assert "new/l" in desk.page.setup.choice().lessons


def test_finished_quizzes_are_listed_and_lead_to_their_result(desk: QuizDesk) -> None:
    store_quiz(desk, (CHOICE.id, True), (NUMBER.id, False))
    desk.wait_for("1 of 2 right")

    (row,) = desk.page.over._made
    assert row.accessibleName().endswith("1 of 2 right, All lessons")
    row.click()

    assert desk.page.result.isVisible()
    assert "It took 1:30." in desk.texts()


def test_only_the_last_quizzes_are_listed_at_first(desk: QuizDesk) -> None:
    for _ in range(12):
        store_quiz(desk, (CHOICE.id, True))
    assert 10 == len(desk.page.over._made)

    button(desk.page.over, "Show 2 more").click()

    assert 12 == len(desk.page.over._made)


def result_of(desk: QuizDesk, *answers: tuple[str, bool | None]) -> QuizPage:
    store_quiz(desk, *answers)
    desk.page.over._made[0].click()
    return desk.page


def test_a_result_tells_what_was_answered_what_is_right_and_why(desk: QuizDesk) -> None:
    page = result_of(desk, (ASKED.id, False))
    (row,) = page.result._rows
    assert "1.  How many, Not right" == row.head.accessibleName()

    row.head.setFocus()
    press("\n")

    desk.wait_for("Your answer")
    assert row.body is not None
    shown = {view.accessibleName(): view.plain_text() for view in row.body.findChildren(CardView) if view.isVisible()}
    assert {
        "Asked": "What is it?",
        "Your answer": "5",
        "The right answer": "6",
        "Why": "Because of strides.",
    } == shown


def test_a_result_leads_to_the_cards_of_the_concept(desk: QuizDesk) -> None:
    page = result_of(desk, (ASKED.id, False))
    page.result._rows[0].head.click()
    desk.wait_for("Your answer")

    with desk.qtbot.waitSignal(page.item_chosen) as chosen:
        button(page.result, "About views").click()

    assert [ABOUT.id] == chosen.args


def test_what_was_not_answered_counts_as_missed(desk: QuizDesk) -> None:
    page = result_of(desk, (ASKED.id, None), (CHOICE.id, True))

    assert ["1.  How many, Not answered", "2.  A question, Right"] == [
        row.head.accessibleName() for row in page.result._rows
    ]


def test_missed_ones_are_asked_again(desk: QuizDesk) -> None:
    page = result_of(desk, (ASKED.id, None), (CHOICE.id, True), (WORD.id, False))

    page.result.repeat.click()

    desk.qtbot.waitUntil(lambda: desk.sitting.is_open)
    assert (ASKED.id, WORD.id) == desk.told()[0].items


def test_where_nothing_was_missed_nothing_is_repeated(desk: QuizDesk) -> None:
    page = result_of(desk, (CHOICE.id, True))

    assert not page.result.repeat.isVisible()
    page.result.back.click()
    assert page.setup.isVisible()


def test_a_quiz_that_is_not_finished_can_be_ended_from_the_page(desk: QuizDesk) -> None:
    desk.begin(CHOICE, NUMBER)
    press("⎋")
    desk.qtbot.waitUntil(lambda: bool(desk.page.going_on))

    desk.page.going_on[0].end.click()

    desk.qtbot.waitUntil(desk.page.result.isVisible)
    assert "0 of 2 right" in desk.texts()
    desk.qtbot.waitUntil(lambda: not desk.page.going_on)


def test_every_word_is_said_in_the_reader_s_language(desk: QuizDesk) -> None:
    store_quiz(desk, (ASKED.id, False))
    desk.begin(CHOICE, NUMBER)
    press("⎋")
    desk.qtbot.waitUntil(lambda: bool(desk.page.going_on))
    desk.page.over._made[0].click()
    desk.page.result._rows[0].head.click()
    desk.wait_for("Your answer")

    desk.services.appearance.choose(wording=MarkedWording("en"), look=LookChoice.DARK)

    own = {"How many", "About views", "Views and strides", "More"}
    texts = [*desk.texts(), *(each.text() for each in desk.page.findChildren(QAbstractButton) if each.text())]
    unsaid = {said for said in texts if MarkedWording.MARK not in said and not any(name in said for name in own)}
    assert set() == unsaid
    desk.services.appearance.choose(wording=Wording("en"))
