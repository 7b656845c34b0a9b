from datetime import date, datetime

import pytest

from quizapp.desktop.pages.item.words import Done, done_message, first_day, leech_message, rerated_message


@pytest.mark.parametrize(
    ("done", "says"),
    [
        (Done.BURIED, "“Views” comes back tomorrow. Undo takes that back."),
        (Done.SUSPENDED, "“Views” does not come up any more. Undo takes that back."),
        (Done.RESUMED, "“Views” comes up again."),
        (Done.DATED, "“Views” comes back on 2031-05-02. Undo takes that back."),
    ],
)
def test_each_thing_done_is_told(done: Done, says: str) -> None:
    assert str(done_message(done, "Views", date(2031, 5, 2))) == says


def test_another_rating_is_told_by_its_name() -> None:
    assert str(rerated_message("Views", "Hard")) == "The last rating of “Views” is “Hard” now. Undo takes that back."


@pytest.mark.parametrize(
    ("suspended", "says"),
    [
        (False, "You forgot “Views” 8 times. A note (N) or another card may help."),
        (True, "You forgot “Views” 8 times; it does not come up any more. Undo takes that back."),
    ],
)
def test_a_leech_is_told_with_how_often_it_was_forgotten(suspended: bool, says: str) -> None:
    assert str(leech_message("Views", 8, suspended=suspended)) == says


def test_the_first_day_to_put_off_to_is_tomorrow_also_at_the_end_of_a_month() -> None:
    assert first_day(datetime(2031, 1, 31, 23, 59)) == date(2031, 2, 1)
