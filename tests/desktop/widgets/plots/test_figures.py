from hypothesis import given
from hypothesis import strategies as st

from quizapp.desktop.widgets.plots.figures import MOST_TICKS, Bar, Row, Rows, round_ticks, tick_stride


@given(st.floats(0, 1e7), st.sampled_from((0.5, 1.0, 30.0)))
def test_ticks_reach_the_top_in_few_even_steps(most: float, least: float) -> None:
    ticks = round_ticks(most, least_step=least)

    assert ticks[0] == 0
    assert ticks[-1] >= most - 1e-6 * most
    assert 2 <= len(ticks) <= MOST_TICKS + 2
    assert all((tick / least).is_integer() for tick in ticks)


def test_ticks_are_round() -> None:
    assert round_ticks(20) == (0, 5, 10, 15, 20)
    assert round_ticks(1) == (0, 1)
    assert round_ticks(37) == (0, 10, 20, 30, 40)


@given(st.integers(1, 400), st.floats(50, 2000), st.floats(5, 200))
def test_labels_never_touch(count: int, width: float, widest: float) -> None:
    assert tick_stride(count, width, widest) * width / count >= widest - 1e-6


def test_a_bar_is_as_high_as_its_parts() -> None:
    assert Bar((1.0, 2.5), "", "").height == 3.5


def test_a_picture_of_rows_has_all_of_them_and_nothing_to_press() -> None:
    row = Row("Views", 0.4, "40 %", "2 of 5", ("p/l/a",), "Practise", "Practise Views")

    still = Rows((row,) * 3, 1, "Show all 3", warns=True, action="All").without_actions()

    assert still == Rows((Row("Views", 0.4, "40 %", "2 of 5"),) * 3, 3, "", warns=True)
