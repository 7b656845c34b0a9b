import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.desktop.pages.settings.scheduling_model import StepsError, steps_from, steps_text


@pytest.mark.parametrize(
    ("typed", "steps"),
    [
        ("1m 10m", (60, 600)),
        ("90s", (90,)),
        ("1, 10", (60, 600)),
        ("1m，2h、1d", (60, 7200, 86_400)),
        (" 5M ", (300,)),
        ("", ()),
    ],
)
def test_steps_are_read_as_people_type_them(typed: str, steps: tuple[int, ...]) -> None:
    assert steps == steps_from(typed)


@pytest.mark.parametrize("typed", ["ten", "0", "0s", "25h", "2d", "1.5m", "-1", "1 m", "²m", "999999s"])
def test_what_is_no_step_is_refused(typed: str) -> None:
    with pytest.raises(StepsError):
        steps_from(typed)


def test_too_many_steps_are_refused() -> None:
    with pytest.raises(StepsError):
        steps_from("1m " * 13)


@given(st.lists(st.integers(1, 86_400), max_size=12).map(tuple))
def test_what_is_shown_is_read_as_the_same(steps: tuple[int, ...]) -> None:
    assert steps == steps_from(steps_text(steps))
