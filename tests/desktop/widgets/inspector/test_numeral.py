"""How the numbers of a tensor are written."""

import numpy as np
import pytest

from quizapp.desktop.widgets.inspector.numeral import Numeral, numeral_for


@pytest.mark.parametrize(
    ("numbers", "texts"),
    [
        ([1.0, 2.0, 10.0], ["1.0", "2.0", "10.0"]),
        ([0.25, 1.0, -3.5], ["0.25", "1.00", "-3.50"]),
        ([1 / 3, 2 / 3], ["0.3333", "0.6667"]),
        ([1e-9, 3e-9], ["1.00e-09", "3.00e-09"]),
        ([1e9, 2e9], ["1.00e+09", "2.00e+09"]),
        ([1e-9, 5.0], ["1.00e-09", "5.00e+00"]),
        ([1.5, float("nan"), float("-inf")], ["1.5", "nan", "-inf"]),
        ([0.0, 0.0], ["0.0", "0.0"]),
    ],
)
def test_all_numbers_of_a_tensor_have_as_few_decimals_as_show_them(numbers: list[float], texts: list[str]) -> None:
    array = np.array(numbers, dtype=np.float32)
    numeral = numeral_for(array)

    assert [numeral.text(number) for number in array] == texts


def test_the_width_is_that_of_the_longest() -> None:
    array = np.array([1.0, -100.25, np.nan])

    assert numeral_for(array) == Numeral("fixed", 2, len("-100.25"))


def test_integers_and_truth_are_written_as_python_writes_them() -> None:
    whole, truth = np.array([1, -20]), np.array([True, False])

    assert [numeral_for(whole).text(number) for number in whole] == ["1", "-20"]
    assert [numeral_for(truth).text(number) for number in truth] == ["True", "False"]


def test_one_tiny_number_among_many_does_not_make_all_scientific() -> None:
    array = np.append(np.linspace(0.5, 1.5, 100), 1e-9)

    assert numeral_for(array).style == "fixed"


def test_an_empty_tensor_has_a_numeral_too() -> None:
    assert numeral_for(np.zeros((0, 3))).text(np.float64(1)) == "1.0"
