"""A day in the terminal: what is printed, what stands in the journal afterwards."""

import sys
from pathlib import Path

import pytest

from quizapp.study.entries import Answered, Attempted, Buried, Rated, Rerated, Suspended, Undone
from quizapp.study.model import Rating, Tuning
from quizapp.terminal.sitting import study_today
from tests.terminal.conftest import Sit, done, printed

CARD = "freezing/freeze-a-module"
SECOND_CARD = "freezing/a-frozen-batchnorm"
CHOICE = "freezing/gradients-of-an-unused-head"
EXERCISE = "freezing/the-typo-that-freezes-nothing"


def test_a_card_is_shown_and_rated(sit: Sit) -> None:
    desk = sit(CARD, types="\n3\n")

    study_today(desk)

    assert [(rated.item, rated.rating) for rated in done(desk, Rated)] == [(f"pytorch-essentials/{CARD}", Rating.GOOD)]
    assert "1 item done" in printed(desk)


def test_a_rating_is_taken_back_and_given_anew(sit: Sit) -> None:
    desk = sit(CARD, SECOND_CARD, types="\n1\nu\n\n4\n\n3\n")

    study_today(desk)

    assert len(done(desk, Undone)) == 1
    assert [rated.rating for rated in done(desk, Rated)] == [Rating.EASY, Rating.GOOD]


def test_a_question_is_answered_explained_and_rated_otherwise(sit: Sit) -> None:
    desk = sit(CHOICE, types="nonsense\n?\n1\n2\n\n")

    study_today(desk)

    assert len(done(desk, Answered)) == 1
    assert [rerated.rating for rerated in done(desk, Rerated)] == [Rating.HARD]
    assert "That is no answer to this question; ? shows what can be typed." in printed(desk)
    assert "b  bury it until tomorrow" in printed(desk)


def test_an_exercise_is_passed_from_the_learners_editor(
    sit: Sit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text("import pathlib, sys\npathlib.Path(sys.argv[1]).write_text('model.requires_grad_(False)\\n')\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    desk = sit(EXERCISE, types="c\nh\n\n\n")

    study_today(desk)

    assert [(made.passed, made.hints) for made in done(desk, Attempted)] == [(False, 0), (True, 1)]
    assert desk.drafts.load(f"pytorch-essentials/{EXERCISE}") == "model.requires_grad_(False)\n"
    assert "Passed: every check holds." in printed(desk)


def test_the_solution_counts_as_not_known(sit: Sit) -> None:
    desk = sit(EXERCISE, types="s\n\n")

    study_today(desk)

    assert [made.rating for made in done(desk, Attempted)] == [Rating.AGAIN]


def test_what_is_buried_or_suspended_does_not_come_up_again(sit: Sit) -> None:
    desk = sit(CARD, SECOND_CARD, types="b\nx\n")

    study_today(desk)

    assert len(done(desk, Buried)) == len(done(desk, Suspended)) == 1
    assert desk.learner.today().new == ()


def test_the_end_of_the_input_keeps_everything(sit: Sit) -> None:
    desk = sit(CARD, SECOND_CARD, types="\n3\n\n")

    study_today(desk)

    assert len(done(desk, Rated)) == 1
    assert "1 item waits." in printed(desk)


def test_where_nothing_waits_that_is_said(sit: Sit) -> None:
    desk = sit()

    study_today(desk)

    assert "Nothing is waiting." in printed(desk)


def test_taking_back_what_leads_to_no_item_stays_at_this_one(sit: Sit) -> None:
    desk = sit(CARD, types="u\nq\n")
    desk.learner.tune(Tuning(retention=0.85))

    study_today(desk)

    assert len(done(desk, Undone)) == 1
    assert desk.learner.tuning == Tuning()
    assert "0 items done" in printed(desk)
