"""A tensor in words and as nested lists."""

import numpy as np
from msgspec.structs import replace

from quizapp.desktop.widgets.inspector.numeral import numeral_for
from quizapp.desktop.widgets.inspector.tensor_words import facts, numbers_text
from quizapp.sandbox.observation import ArraySeen, TensorSeen
from quizapp.wording import Wording
from tests.desktop.widgets.inspector.seen import tensor

ENGLISH = Wording("en")


def text(array: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> str:
    return numbers_text(array, numeral_for(array))


def test_what_autograd_knows_is_told() -> None:
    seen = replace(tensor(np.zeros(2)), requires_grad=True, grad_fn="MulBackward0", version=3)

    assert facts(seen, ENGLISH)[-3:] == ("requires_grad", "grad_fn MulBackward0", "version 3")


def test_a_parameter_that_the_last_step_moved_says_so() -> None:
    seen = replace(tensor(np.zeros(2)), is_parameter=True, requires_grad=True, moved=True)

    assert facts(seen, ENGLISH)[-4:] == ("Parameter", "requires_grad", "leaf", "moved in the last step")


def test_a_sparse_tensor_has_no_strides_to_tell() -> None:
    seen = TensorSeen(dtype="float32", shape=(2, 2), layout="sparse_coo")

    assert facts(seen, ENGLISH) == ("float32", "shape (2, 2)", "layout sparse_coo")


def test_an_array_that_can_not_be_written_says_so() -> None:
    assert facts(ArraySeen(dtype="int64", shape=(2,), writeable=False), ENGLISH)[-1] == "read-only"


def test_numbers_stand_in_columns() -> None:
    assert text(np.array([[1.0, -10.5], [100.25, 0.0]])) == "[[  1.00, -10.50],\n [100.25,   0.00]]"


def test_long_axes_are_cut_in_the_middle() -> None:
    lines = text(np.zeros((1000, 1000))).splitlines()

    assert (len(lines), lines[10]) == (21, " …,")
    assert lines[0].count("0.0") == 16


def test_a_tensor_of_many_axes_stays_short() -> None:
    assert len(text(np.zeros((12,) * 6))) < 50_000
