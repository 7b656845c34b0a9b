"""How far work is reaches the window as often as somebody can see it."""

from quizapp.desktop.telling import PAUSE_SECONDS, seldom


class Seconds:
    """A clock that is moved by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_of_many_tellings_ten_a_second_are_passed_on() -> None:
    told: list[float] = []
    clock = Seconds()
    tell = seldom(told.append, clock)

    for done in range(1, 1001):
        clock.now = done / 500  # two seconds in all
        tell(done, 1000)

    assert len(told) in (19, 20)
    assert sorted(set(told)) == told


def test_what_is_done_at_once_is_not_told() -> None:
    told: list[float] = []

    seldom(told.append, Seconds())(1, 1)

    assert [] == told


def test_nothing_to_do_is_no_share() -> None:
    told: list[float] = []
    clock = Seconds()
    tell = seldom(told.append, clock)
    clock.now = PAUSE_SECONDS

    tell(0, 0)

    assert [0.0] == told
