from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.desktop.pages.item.menu_model import ItemSeen, Offer, due_on, look_at_item, offers
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, AttemptMade, Rating
from tests.desktop.studying import CHOICE, PACK

ITEM = "basics/views/one"


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Journal(tmp_path / "journal.sqlite") as journal:
        yield Learner(journal, (PACK,), new_per_day=5)


def attempt(*, passed: bool) -> AttemptMade:
    return AttemptMade(
        item=ITEM, code="", passed=passed, ending="finished", mistake=None, seconds=9, hints=0, solution_shown=False
    )


def test_an_untouched_item_can_be_noted_and_put_off() -> None:
    assert offers(ITEM, ItemSeen()) == (Offer.NOTE, Offer.BURY, Offer.SUSPEND, Offer.DATE)


def test_only_own_cards_can_be_edited() -> None:
    assert Offer.EDIT in offers("own/views/0123456789ab", ItemSeen())
    assert Offer.EDIT not in offers("owner/views/one", ItemSeen())


def test_what_is_suspended_can_come_up_again() -> None:
    offered = offers(ITEM, ItemSeen(is_suspended=True))

    assert (Offer.RESUME in offered, Offer.SUSPEND in offered) == (True, False)


def test_selected_code_can_become_a_card() -> None:
    assert Offer.CARD in offers(ITEM, ItemSeen(), has_selection=True)


def test_history_and_undo_are_offered_where_there_is_some() -> None:
    assert offers(ITEM, ItemSeen(has_history=True, can_undo=True))[-2:] == (Offer.HISTORY, Offer.UNDO)


def test_nothing_is_known_of_an_untouched_item(learner: Learner) -> None:
    assert look_at_item(learner, ITEM) == ItemSeen()


def test_the_last_rating_is_known_with_what_follows_from_it(learner: Learner) -> None:
    rating = learner.record_answer(AnsweredQuestion(item=CHOICE.id, answer="b", right=True, seconds=3))
    seen = look_at_item(learner, CHOICE.id)

    assert seen.given is not None
    assert (seen.given.rating, seen.has_history, seen.can_undo) == (rating, True, True)
    assert seen.given.interval == timedelta(minutes=10)


def test_an_attempt_that_was_not_rated_has_no_rating_to_change(learner: Learner) -> None:
    learner.record_attempt(attempt(passed=True))
    learner.record_attempt(attempt(passed=False))

    assert look_at_item(learner, ITEM).given is None


def test_a_changed_rating_is_the_one_that_is_given(learner: Learner) -> None:
    learner.rate(ITEM, Rating.EASY, 1.0)
    learner.rerate(ITEM, Rating.AGAIN)
    seen = look_at_item(learner, ITEM)

    assert seen.given is not None and seen.given.rating is Rating.AGAIN


def test_a_suspended_item_is_known_as_such(learner: Learner) -> None:
    learner.suspend((ITEM,))

    assert look_at_item(learner, ITEM).is_suspended


def test_a_day_begins_at_midnight_here() -> None:
    due = due_on(date(2031, 7, 2))

    assert due.tzinfo is UTC
    assert due.astimezone().replace(tzinfo=None) == datetime(2031, 7, 2)
