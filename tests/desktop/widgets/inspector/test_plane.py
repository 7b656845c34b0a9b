"""The part of a tensor that is shown."""

import numpy as np
import pytest

from quizapp.desktop.widgets.inspector.plane import Plane, plane_of


@pytest.mark.parametrize("shape", [(), (5,), (3, 4), (2, 3, 4), (2, 2, 3, 4)])
def test_a_cell_of_a_plane_is_the_element_with_its_index(shape: tuple[int, ...]) -> None:
    array = np.arange(np.prod(shape, dtype=int)).reshape(shape)
    plane = plane_of(shape, (1,) * max(0, len(shape) - 2))
    row, column = plane.rows - 1, plane.columns - 1

    index = plane.index(row, column)

    assert plane.of(array)[row, column] == array[index]
    assert plane.cell(index) == (row, column)


def test_an_element_on_another_plane_has_no_cell() -> None:
    assert Plane((2, 3, 4), (0,)).cell((1, 0, 0)) is None


def test_a_choice_for_a_tensor_of_more_axes_does_not_count() -> None:
    assert plane_of((2, 3, 4), (1, 1)) == Plane((2, 3, 4), (0,))


def test_a_choice_that_is_out_of_range_becomes_the_last() -> None:
    assert plane_of((2, 3, 4), (7,)) == Plane((2, 3, 4), (1,))


def test_a_tensor_without_elements_has_an_empty_plane() -> None:
    assert plane_of((0, 3, 4)).of(np.zeros((0, 3, 4))).size == 0
