from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from quizapp.study.model import ItemState
from quizapp.study.standing import LEECH_LAPSES, SOONER, UNTOUCHED, Stage, Standing, becomes_leech
from tests.study.sample import NOON

DAY = timedelta(days=1)
LEARNT = Standing(state=Stage.REVIEW, memory_due=NOON + 9 * DAY, first_at=NOON - DAY, reviews=3)


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        (UNTOUCHED, ItemState.NEW),
        (Standing(first_at=NOON), ItemState.STARTED),
        (replace(LEARNT, state=Stage.LEARNING), ItemState.LEARNING),
        (replace(LEARNT, state=Stage.RELEARNING), ItemState.LEARNING),
        (LEARNT, ItemState.REVIEW),
        (replace(LEARNT, memory_due=NOON), ItemState.DUE),
        (replace(LEARNT, memory_due=NOON, buried_until=NOON + DAY), ItemState.BURIED),
        (replace(LEARNT, memory_due=NOON, buried_until=NOON), ItemState.DUE),
        (replace(LEARNT, suspended=True, buried_until=NOON + DAY), ItemState.SUSPENDED),
        (Standing(date_set=NOON), ItemState.DUE),
        (Standing(date_set=NOON + DAY), ItemState.NEW),
    ],
)
def test_a_standing_has_one_word_for_each_moment(standing: Standing, state: ItemState) -> None:
    assert standing.state_at(NOON) is state


@pytest.mark.parametrize(
    ("standing", "due"),
    [
        (UNTOUCHED, None),
        (LEARNT, NOON + 9 * DAY),
        (replace(LEARNT, slipped_at=NOON), NOON + SOONER),
        (replace(LEARNT, slipped_at=NOON + 20 * DAY), NOON + 9 * DAY),
        (replace(LEARNT, slipped_at=NOON, date_set=NOON + 30 * DAY), NOON + 30 * DAY),
        (Standing(slipped_at=NOON), None),
    ],
)
def test_it_is_due_as_set_or_as_its_memory_wants_it_and_after_a_slip_soon(
    standing: Standing, due: datetime | None
) -> None:
    assert standing.due == due


def test_it_comes_up_when_it_is_due_and_no_burial_lasts() -> None:
    buried = [replace(LEARNT, buried_until=NOON + days * DAY).comes_up_at for days in (3, 20)]

    assert buried == [NOON + 9 * DAY, NOON + 20 * DAY]
    assert replace(LEARNT, suspended=True).comes_up_at is None


def test_the_eighth_lapse_makes_a_leech_and_every_fourth_after_it_tells_again() -> None:
    lapses = [replace(LEARNT, lapses=number) for number in range(20)]

    telling = [after.lapses for before, after in pairwise(lapses) if becomes_leech(before, after)]

    assert telling == [8, 12, 16]
    assert not becomes_leech(lapses[LEECH_LAPSES], lapses[LEECH_LAPSES])
    assert [each.lapses for each in lapses if each.is_leech] == list(range(LEECH_LAPSES, 20))
