"""The grid of numbers and the strip of memory, and what is lit on them."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.inks import axis_ground
from quizapp.desktop.widgets.inspector.plane import Cell
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.values_view import ValuesView
from quizapp.sandbox.observation import TensorSeen
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.widgets.inspector.seen import strided, subject, tensor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TABLE = subject("t", np.arange(12.0).reshape(3, 4))


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> ValuesView:
    made = ValuesView(appearance)
    qtbot.addWidget(made)
    made.resize(460, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ground(view: ValuesView, cell: Cell) -> QColor:
    colour = view.grid.cells.data(view.grid.cells.index_of(cell), Qt.ItemDataRole.BackgroundRole)
    assert isinstance(colour, QColor)
    return colour


def lit_cells(view: ValuesView, appearance: Appearance) -> list[Cell]:
    accent = appearance.colours.colour("accent")
    rows, columns = view.grid.cells.rowCount(), view.grid.cells.columnCount()
    return [(row, column) for row in range(rows) for column in range(columns) if ground(view, (row, column)) == accent]


def test_pointing_at_a_number_lights_its_neighbours_by_stride(view: ValuesView, appearance: Appearance) -> None:
    view.show_subject(TABLE, ())
    QApplication.processEvents()  # Lays it out.
    where = view.grid.visualRect(view.grid.cells.index_of((1, 2))).center()

    QTest.mouseMove(view.grid.viewport(), where)

    assert lit_cells(view, appearance) == [(1, 2)]
    assert ground(view, (1, 3)) == axis_ground(appearance.colours, 0)
    assert ground(view, (2, 2)) == axis_ground(appearance.colours, 1)


def test_the_arrow_keys_move_and_it_is_said_where_the_number_lies(view: ValuesView) -> None:
    view.show_subject(TABLE, ())
    view.grid.setCurrentIndex(view.grid.cells.index_of((0, 0)))

    QTest.keyClick(view.grid, Qt.Key.Key_Down)

    assert view.where() == "[1, 0] lies at place 4 of the memory. One step along axis 0: +4, axis 1: +1"


def test_pointing_at_the_memory_of_an_expanded_tensor_lights_several_numbers(
    view: ValuesView, appearance: Appearance
) -> None:
    view.show_subject(Subject("e", strided(np.arange(3.0), (4, 3), (0, 1))), ())
    strip = view.strips.first
    QApplication.processEvents()  # Lays it out.

    QTest.mouseMove(strip.viewport(), QPoint(round(strip.middle_of(1)), strip.viewport().height() // 2))

    assert lit_cells(view, appearance) == [(0, 1), (1, 1), (2, 1), (3, 1)]


def test_the_strip_is_walked_by_arrow_keys(view: ValuesView, appearance: Appearance) -> None:
    view.show_subject(TABLE, ())

    for _ in range(5):
        QTest.keyClick(view.strips.first, Qt.Key.Key_Right)

    assert lit_cells(view, appearance) == [(1, 1)]


def test_the_strip_follows_into_a_large_memory(view: ValuesView) -> None:
    view.show_subject(subject("x", np.zeros((100, 100))), ())

    view.grid.setCurrentIndex(view.grid.cells.index_of((50, 50)))

    assert 5050 in view.strips.first.visible_places()


def test_a_slice_of_a_tensor_with_three_axes_is_chosen_by_number(view: ValuesView) -> None:
    view.show_subject(subject("x", np.arange(24).reshape(2, 3, 4)), ())

    view.slices.choose((1,))

    assert view.grid.cells.data(view.grid.cells.index(0, 0)) == "12"
    assert view.slices.words() == "[1, :, :]"


def test_a_tensor_too_long_for_a_grid_is_looked_at_in_parts(view: ValuesView) -> None:
    view.show_subject(subject("x", np.arange(5000)), ())

    assert view.grid.cells.columnCount() == 1000
    assert view.slices.isVisible()


def test_without_numbers_it_says_why(view: ValuesView) -> None:
    view.show_subject(Subject("x", TensorSeen(dtype="float32", shape=(1 << 14, 1 << 14), stride=(1 << 14, 1))), ())

    assert "Its numbers are not shown" in view.text()
    assert not view.grid.isVisible()


def test_numbers_that_come_with_another_run_can_be_sliced(view: ValuesView) -> None:
    with_numbers = subject("x", np.zeros((2, 3, 4)))
    assert isinstance(with_numbers.got, TensorSeen)

    view.show_subject(Subject("x", replace(with_numbers.got, values=None)), ())
    assert not view.slices.isVisible()
    view.show_subject(with_numbers, ())

    assert view.slices.isVisible()


@pytest.mark.parametrize("shape", [(), (0,), (1,), (0, 3), (2, 0, 3), (1, 1, 1, 1, 1)])
def test_odd_shapes_are_shown_too(view: ValuesView, shape: tuple[int, ...]) -> None:
    view.show_subject(subject("x", np.zeros(shape)), ())

    assert f"shape {shape}" in view.text()
    assert not view.grab().isNull()


def test_the_text_has_facts_numbers_and_who_shares_the_memory(view: ValuesView) -> None:
    memory = np.arange(6.0)
    row, table = (
        Subject(name, strided(memory, shape, stride))
        for name, shape, stride in (("r", (6,), (1,)), ("t", (3, 2), (1, 3)))
    )

    view.show_subject(table, (row,))

    assert view.text().splitlines() == [
        "float64 · shape (3, 2) · strides (1, 3) · offset 0 · contiguous",
        "",
        "[[0.0, 3.0],",
        " [1.0, 4.0],",
        " [2.0, 5.0]]",
        "",
        "One memory of 6 elements, shared by t, r",
        "  t: shape (3, 2), strides (1, 3), from place 0",
        "  r: shape (6,), strides (1,), from place 0",
    ]


def test_a_copy_is_drawn_on_a_memory_of_its_own(view: ValuesView) -> None:
    copy = Subject("c", tensor(np.arange(12.0), storage=1))

    view.show_subject(TABLE, (copy,))

    assert "Its own memory: c" in view.text()


def test_it_follows_look_and_language(view: ValuesView, appearance: Appearance) -> None:
    view.show_subject(TABLE, ())
    before = view.grab().toImage()

    appearance.choose(look=LookChoice.DARK, wording=Wording("zh"))

    assert view.grab().toImage() != before
    assert lit_cells(view, appearance) == [(0, 0)]
