"""Work in another thread stands back while the window's thread has something to do."""

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.desktop.courtesy import LATE_SECONDS, MOST_RESTS, PIECE_SECONDS, REST_SECONDS, SHORTEST_SECONDS, Courtesy


class Time:
    """A clock that goes on by the pauses only."""

    def __init__(self) -> None:
        self.now = 0.0
        self.pauses: list[float] = []

    def tell(self) -> float:
        return self.now

    def pause(self, seconds: float) -> None:
        self.now += seconds
        self.pauses.append(seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def courtesy(qapp: QApplication, time: Time) -> Courtesy:
    return Courtesy(None, time.tell, time.pause)


def test_work_that_has_just_begun_goes_on(courtesy: Courtesy, time: Time) -> None:
    courtesy.stand_back()

    assert [] == time.pauses


def test_beside_a_window_that_rests_it_pauses_as_shortly_as_can_be(courtesy: Courtesy, time: Time) -> None:
    time.now = PIECE_SECONDS
    courtesy._beat()

    courtesy.stand_back()

    assert [SHORTEST_SECONDS] == time.pauses


def test_while_the_window_has_not_come_round_it_waits(courtesy: Courtesy, time: Time) -> None:
    time.now = LATE_SECONDS

    courtesy.stand_back()

    assert [SHORTEST_SECONDS, *[REST_SECONDS] * MOST_RESTS] == time.pauses


def test_for_a_window_that_does_not_come_round_at_all_it_waits_once(courtesy: Courtesy, time: Time) -> None:
    time.now = LATE_SECONDS
    courtesy.stand_back()
    time.pauses.clear()

    for _ in range(3):
        time.now += PIECE_SECONDS
        courtesy.stand_back()

    assert [SHORTEST_SECONDS] * 3 == time.pauses


def test_it_goes_on_when_the_window_has_come_round(courtesy: Courtesy, time: Time) -> None:
    time.now = LATE_SECONDS

    def pause(seconds: float) -> None:
        time.pause(seconds)
        if len(time.pauses) == 4:
            courtesy._beat()

    courtesy._pause = pause
    courtesy.stand_back()

    assert 4 == len(time.pauses)


def test_after_the_end_nobody_is_held_up(courtesy: Courtesy, time: Time) -> None:
    time.now = LATE_SECONDS
    courtesy.end()

    courtesy.stand_back()

    assert [] == time.pauses
