from pathlib import Path

from quizapp.desktop.pages.today.model import Begun, Stage, Tally, look_at_today
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AttemptMade, Rating
from tests.desktop.desk import BASICS, EXERCISE, VIEWS

ONE, TWO = (item.id for item in VIEWS.items)


def learner(folder: Path, new_per_day: int = 12) -> Learner:
    return Learner(Journal(folder / "journal.sqlite"), (BASICS,), new_per_day=new_per_day)


def test_an_untouched_home_is_a_first_time(tmp_path: Path) -> None:
    state = look_at_today(learner(tmp_path), (BASICS,))

    assert (state.stage, state.due, state.new) == (Stage.FIRST, 0, 3)


def test_once_something_is_rated_the_rest_is_ready(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.rate(ONE, Rating.EASY, 3.0)

    state = look_at_today(studied, (BASICS,))

    assert (state.stage, state.done, state.new, state.planned) == (Stage.READY, 1, 2, 3)


def test_when_todays_share_is_done_the_page_says_when_the_next_is_due_and_that_there_is_more(tmp_path: Path) -> None:
    studied = learner(tmp_path, new_per_day=1)
    studied.rate(ONE, Rating.EASY, 3.0)

    state = look_at_today(studied, (BASICS,))

    assert (state.stage, state.has_more) == (Stage.CLEAR, True)
    assert state.next_due == studied.due_at(ONE)


def test_without_packs_there_is_nothing_to_learn(tmp_path: Path) -> None:
    empty = Learner(Journal(tmp_path / "journal.sqlite"), (), new_per_day=12)

    assert look_at_today(empty, ()).stage is Stage.EMPTY


def test_an_exercise_that_did_not_pass_yet_can_be_continued(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.record_attempt(
        AttemptMade(
            item=EXERCISE.id,
            code="",
            passed=False,
            ending="finished",
            mistake=None,
            seconds=9.0,
            hints=0,
            solution_shown=False,
        )
    )

    begun = look_at_today(studied, (BASICS,)).begun

    assert begun == Begun(EXERCISE.id, EXERCISE.title, BASICS.lessons[1].title)


def test_a_tally_counts_by_kind() -> None:
    tally = Tally().with_item(VIEWS.items[0]).with_item(EXERCISE)

    assert (tally.cards, tally.questions, tally.exercises, tally.total) == (1, 0, 1, 2)


def test_a_tally_counts_an_item_that_came_up_twice_once() -> None:
    tally = Tally().with_item(VIEWS.items[0]).with_item(VIEWS.items[0])

    assert (tally.cards, tally.total) == (1, 1)


def test_what_was_taken_back_is_not_in_the_tally() -> None:
    assert Tally().with_item(EXERCISE).without_item(EXERCISE) == Tally()


def test_taking_back_what_was_not_done_in_this_sitting_changes_nothing() -> None:
    assert Tally().without_item(EXERCISE) == Tally()
