from datetime import UTC, datetime

import pytest

from quizapp.desktop.pages.item.taken_words import TakenBack, taken_back, taken_message
from quizapp.message import message
from quizapp.study.entries import (
    Answered,
    Attempted,
    Buried,
    CardDropped,
    CardWritten,
    DateSet,
    Entry,
    Noted,
    Rated,
    Rerated,
    Row,
    Suspended,
    Tuned,
)
from quizapp.study.model import Rating, Tuning
from quizapp.study.undo import Taken

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ITEM = "p/l/a"
RATED = Rated(item=ITEM, rating=Rating.GOOD, seconds=1.0)
ANSWERED = Answered(item=ITEM, answer="a", right=True, seconds=1.0, rating=Rating.GOOD)
ATTEMPTED = Attempted(
    item=ITEM,
    code="",
    passed=True,
    ending="finished",
    mistake=None,
    seconds=1.0,
    hints=0,
    solution_shown=False,
    rating=Rating.GOOD,
)
BURIED = Buried(item=ITEM, until=NOW)
SUSPENDED = Suspended(item=ITEM, on=True)
RESUMED = Suspended(item=ITEM, on=False)
DATED = DateSet(item=ITEM, due=NOW)
RERATED = Rerated(item=ITEM, row="0", rating=Rating.EASY)
NOTED = Noted(item=ITEM, text="rows first")
WRITTEN = CardWritten(item=ITEM, deck="d", front="f", back="b")
DROPPED = CardDropped(item=ITEM)
TUNED = Tuned(tuning=Tuning())


def taken(entry: Entry, items: tuple[str, ...] = (ITEM,)) -> Taken:
    row = Row(id="1", device="here", at=NOW, entry=entry)
    return Taken(what=type(entry), items=items, at=NOW, rating=None, rows=(row,))


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (RATED, "Taken back: the last rating of “Views”."),
        (ANSWERED, "Taken back: the last rating of “Views”."),
        (ATTEMPTED, "Taken back: the last rating of “Views”."),
        (BURIED, "Taken back: burying “Views”."),
        (SUSPENDED, "Taken back: suspending “Views”."),
        (RESUMED, "Taken back: bringing back “Views”."),
        (DATED, "Taken back: the date set for “Views”."),
        (RERATED, "Taken back: the changed rating of “Views”."),
        (NOTED, "Taken back: the last change of the note on “Views”."),
        (WRITTEN, "Taken back: writing the card “Views”."),
        (DROPPED, "The card “Views” is there again."),
    ],
)
def test_each_kind_of_action_is_told_in_its_own_words(entry: Entry, says: str) -> None:
    assert str(taken_message(taken(entry), "Views")) == says


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (BURIED, "Taken back: burying 2 items."),
        (SUSPENDED, "Taken back: suspending 2 items."),
        (RESUMED, "Taken back: bringing back 2 items."),
        (DATED, "Taken back: the date set for 2 items."),
        (WRITTEN, "Taken back: writing 2 cards."),
        (DROPPED, "2 cards are there again."),
        (NOTED, "Taken back: the last change of 2 items."),
    ],
)
def test_an_action_on_many_says_how_many(entry: Entry, says: str) -> None:
    assert str(taken_message(taken(entry, ("p/l/a", "p/l/b")))) == says


def test_the_tuning_is_about_no_item() -> None:
    assert str(taken_message(taken(TUNED, ()))) == "Taken back: the last change of the scheduling."


def test_nothing_to_take_back_is_said_too() -> None:
    assert str(taken_message(None)) == "There is nothing to take back."


@pytest.mark.parametrize("entry", [RATED, ANSWERED, ATTEMPTED, BURIED, SUSPENDED, DATED])
def test_what_sent_an_item_away_leads_back_to_it(entry: Entry) -> None:
    assert taken(entry).shows_again == ITEM


@pytest.mark.parametrize("entry", [RESUMED, RERATED, NOTED, WRITTEN, DROPPED])
def test_what_did_not_leaves_the_learner_where_they_are(entry: Entry) -> None:
    assert taken(entry).shows_again is None


def test_an_action_on_many_leads_nowhere() -> None:
    assert taken(BURIED, ("p/l/a", "p/l/b")).shows_again is None


def test_what_was_taken_back_names_the_item_to_show_again() -> None:
    assert taken_back(taken(RATED), "Views") == TakenBack(
        message("Taken back: the last rating of “{title}”.", title="Views"), ITEM
    )


def test_an_item_without_a_title_is_told_of_by_its_id() -> None:
    assert str(taken_back(taken(NOTED), "").says) == "Taken back: the last change of the note on “p/l/a”."


def test_where_nothing_was_taken_back_nothing_is_shown_again() -> None:
    assert taken_back(None, "").shows_again is None
