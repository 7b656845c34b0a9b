"""Expected, got and difference as heat maps."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.difference_view import DifferenceView
from quizapp.desktop.widgets.inspector.gradient_view import GradientView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.settings import LookChoice
from tests.desktop.widgets.inspector.seen import subject, tensor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SQUARE = np.arange(9.0).reshape(3, 3)


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> DifferenceView:
    made = DifferenceView(appearance)
    qtbot.addWidget(made)
    made.resize(460, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def gradient(appearance: Appearance, qtbot: QtBot) -> GradientView:
    made = GradientView(appearance)
    qtbot.addWidget(made)
    made.resize(460, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_worst_number_is_told_with_what_was_expected(view: DifferenceView) -> None:
    view.show_subject(subject("y", SQUARE.T.copy(), SQUARE), ())

    assert view.text().splitlines()[:2] == [
        "6 of 9 differ, most at [0, 2]: expected 2.0, got 6.0.",
        "The numbers are the right ones with the last two axes swapped.",
    ]


def test_all_three_sets_of_numbers_can_be_read(view: DifferenceView) -> None:
    view.show_subject(subject("y", [1.0, 5.0], [1.0, 2.0]), ())

    assert view.text().splitlines()[2:] == [
        "expected",
        "[1.0, 2.0]",
        "",
        "got",
        "[1.0, 5.0]",
        "",
        "difference",
        "[0.0, 3.0]",
    ]


def test_a_cell_is_read_on_all_maps_by_the_arrow_keys(view: DifferenceView) -> None:
    view.show_subject(subject("y", SQUARE, SQUARE + 1), ())

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(view.maps[2], key)

    assert view.where() == "[1, 1]: expected 5.0, got 4.0, difference -1.0"


def test_of_other_shapes_both_are_drawn_and_the_difference_is_words(view: DifferenceView) -> None:
    view.show_subject(subject("y", np.zeros((2, 3)), np.zeros((3, 2))), ())

    assert [each.isVisible() for each in view.maps] == [True, True, False]
    assert "The shapes differ: expected (3, 2), got (2, 3)." in view.text()


def test_another_dtype_is_told(view: DifferenceView) -> None:
    view.show_subject(subject("y", np.zeros(2), np.zeros(2, dtype=np.float32)), ())

    assert view.text().startswith("The dtypes differ: expected float32, got float64.\nAll numbers agree.")


def test_the_plane_with_the_worst_number_is_shown_first(view: DifferenceView) -> None:
    wrong = np.zeros((4, 2, 2))
    wrong[3, 1, 0] = 1

    view.show_subject(subject("y", wrong, np.zeros((4, 2, 2))), ())

    assert view.slices.words() == "[3, :, :]"


@pytest.mark.parametrize("dtype", ["bool", "int64", "uint8", "complex64", "float16"])
@pytest.mark.parametrize("shape", [(), (3,), (0, 2), (2, 2, 2)])
def test_odd_tensors_are_compared_too(view: DifferenceView, dtype: str, shape: tuple[int, ...]) -> None:
    view.show_subject(subject("y", np.ones(shape, dtype=dtype), np.zeros(shape, dtype=dtype)), ())

    assert not view.grab().isNull()
    assert view.text()


def test_what_is_not_a_number_is_drawn_in_both_looks(view: DifferenceView, appearance: Appearance) -> None:
    view.show_subject(subject("y", [np.nan, 1.0], [0.0, np.inf]), ())
    appearance.choose(look=LookChoice.DARK)

    assert not view.grab().isNull()
    assert "2 of 2 differ" in view.text()


def test_a_gradient_is_compared_with_the_expected_one(gradient: GradientView) -> None:
    got = replace(tensor(SQUARE), gradient=tensor(SQUARE * 2))
    expected = replace(tensor(SQUARE), gradient=tensor(SQUARE))

    gradient.show_subject(Subject("w", got, expected), ())

    assert "8 of 9 differ" in gradient.text()


def test_a_missing_gradient_is_told_and_the_expected_one_shown(gradient: GradientView) -> None:
    expected = replace(tensor(SQUARE), gradient=tensor([7.0]))

    gradient.show_subject(Subject("w", tensor(SQUARE), expected), ())

    assert gradient.text().startswith("w.grad is None. This one was expected:")
    assert "[7.0]" in gradient.text()


def test_a_gradient_that_should_not_be_there_is_told(gradient: GradientView) -> None:
    gradient.show_subject(Subject("w", replace(tensor(SQUARE), gradient=tensor([7.0])), tensor(SQUARE)), ())

    assert gradient.text().startswith("w.grad is there, and None was expected:")
