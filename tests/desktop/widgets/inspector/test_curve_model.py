"""A series of numbers in words."""

import numpy as np
import pytest

from quizapp.desktop.widgets.inspector.curve_model import (
    Series,
    can_be_logarithmic,
    difference,
    is_series,
    nearest_step,
    reading,
    series_of,
    summary,
)
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import Observation, Sequence, Words
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from tests.desktop.widgets.inspector.seen import tensor

ENGLISH = Wording("en")


def series(*values: float) -> Series:
    made = series_of(tensor(np.array(values)))
    assert made is not None
    return made


@pytest.mark.parametrize("code", ["[0.5, 1, 2.5]", "(0.5, 1.0, 2.5)", "torch.tensor([0.5, 1.0, 2.5])"])
def test_lists_and_tensors_of_one_axis_are_series(sandbox: Sandbox, code: str) -> None:
    made = series_of(sandbox.run(Program(code=f"import torch\nx = {code}", observe=("x",))).observations["x"])

    assert made is not None
    assert made.values.tolist() == [0.5, 1.0, 2.5]


def test_a_list_of_losses_that_are_tensors_is_a_series(sandbox: Sandbox) -> None:
    code = "import torch\nx = [torch.tensor(1.0), torch.tensor(0.5)]"
    seen = sandbox.run(Program(code=code, observe=("x",))).observations["x"]

    assert is_series(seen)


@pytest.mark.parametrize(
    "value",
    [
        Words("loss"),
        Sequence("list", 2, (Words("a"), Words("b"))),
        tensor(np.ones((2, 2))),
        tensor(np.ones(1)),
        tensor(np.array([True, False])),
    ],
)
def test_other_values_are_none(value: Observation) -> None:
    assert not is_series(value)


def test_first_last_lowest_and_highest_are_said() -> None:
    assert summary(series(3.0, 0.5, 4.0, 1.0), ENGLISH) == (
        "4 steps, from 3.0 to 1.0",
        "lowest 0.5 at step 1",
        "highest 4.0 at step 2",
    )


def test_it_is_said_from_where_all_is_nan() -> None:
    assert summary(series(1.0, 2.0, np.nan, np.nan), ENGLISH)[-1] == "NaN from step 2 on"


def test_single_gaps_are_counted() -> None:
    words = summary(series(1.0, np.inf, 2.0), ENGLISH)[-1]

    assert words == "1 step is NaN or infinite, the first is step 1"


def test_a_series_without_any_number_has_no_lowest() -> None:
    assert summary(series(np.nan, np.nan), ENGLISH) == ("2 steps, from nan to nan", "NaN from step 0 on")


def test_a_step_is_read_beside_the_expected_one() -> None:
    assert reading(series(1.0, 2.0), series(1.0, 3.0), 1, ENGLISH) == "step 1: 2.0, expected 3.0"


@pytest.mark.parametrize(("at", "step"), [(-3.0, 0), (0.4, 0), (0.6, 1), (9.0, 2)])
def test_the_nearest_step_is_one_of_the_series(at: float, step: int) -> None:
    assert nearest_step(series(1.0, 2.0, 3.0), at) == step


@pytest.mark.parametrize(
    ("values", "can"), [((1.0, 200.0), True), ((1.0, 50.0), False), ((0.0, 200.0), False), ((-1.0, 200.0), False)]
)
def test_a_logarithmic_scale_needs_numbers_above_zero_that_are_far_apart(values: tuple[float, ...], can: bool) -> None:
    assert can_be_logarithmic(series(*values)) is can


def test_it_is_said_where_a_series_leaves_the_expected_one() -> None:
    expected = series(4.0, 3.0, 2.0)

    assert difference(series(4.0, 3.0, 2.5), expected, ENGLISH) == "leaves the expected curve at step 2"
    assert difference(series(4.0, 3.0, 2.001), expected, ENGLISH) == ""
