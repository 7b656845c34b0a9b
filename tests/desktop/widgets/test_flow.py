"""Things beside each other, and below where there is no room."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.widgets.flow import Flow, break_lines
from quizapp.desktop.widgets.labels import label

GAP, LINE_GAP = 10, 4


def block(width: int) -> QWidget:
    """Return a thing of one size."""
    made = QWidget()
    made.setFixedSize(width, 20)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def flow_of(window: QWidget) -> Callable[..., tuple[QWidget, Flow]]:
    def make(*parts: QWidget) -> tuple[QWidget, Flow]:
        whole = QWidget(window)
        flow = Flow(whole, gap=GAP, line_gap=LINE_GAP)
        for part in parts:
            flow.addWidget(part)
        return whole, flow

    return make


def show(whole: QWidget, width: int) -> None:
    whole.resize(width, 200)
    whole.window().show()


@pytest.mark.parametrize(
    ("room", "expected"), [(100, [(0, 1, 2)]), (99, [(0, 1), (2,)]), (20, [(0,), (1,), (2,)]), (1, [(0,), (1,), (2,)])]
)
def test_a_line_ends_where_the_next_thing_finds_no_room(room: int, expected: list[tuple[int, ...]]) -> None:
    assert expected == list(break_lines((30, 20, 30), room, gap=10))


def test_what_fits_stands_side_by_side(flow_of: Callable[..., tuple[QWidget, Flow]]) -> None:
    first, second = block(50), block(40)
    whole, _ = flow_of(first, second)

    show(whole, 100)

    assert [QRect(0, 0, 50, 20), QRect(60, 0, 40, 20)] == [first.geometry(), second.geometry()]


def test_what_does_not_fit_stands_below(flow_of: Callable[..., tuple[QWidget, Flow]]) -> None:
    first, second = block(50), block(40)
    whole, flow = flow_of(first, second)

    show(whole, 99)

    assert [QRect(0, 0, 50, 20), QRect(0, 24, 40, 20)] == [first.geometry(), second.geometry()]
    assert flow.heightForWidth(99) == 44


def test_the_whole_can_be_as_narrow_as_its_widest_part(flow_of: Callable[..., tuple[QWidget, Flow]]) -> None:
    _, flow = flow_of(block(50), block(40))

    assert (50, 100) == (flow.minimumSize().width(), flow.sizeHint().width())


def test_what_is_hidden_takes_no_room(flow_of: Callable[..., tuple[QWidget, Flow]]) -> None:
    hidden, shown = block(50), block(40)
    whole, _ = flow_of(hidden, shown)
    hidden.hide()

    show(whole, 100)

    assert QRect(0, 0, 40, 20) == shown.geometry()


def test_words_take_what_is_left_of_their_line(window: QWidget) -> None:
    whole, words, control = QWidget(window), label(wraps=True), block(60)
    words.setText("What is set and, in so many words, what it means that it is set in this way.")
    flow = Flow(whole, gap=GAP)
    flow.add_words(words)
    flow.addWidget(control)

    show(whole, 400)

    assert [(0, 330), (340, 60)] == [(part.x(), part.width()) for part in (words, control)]


def test_what_grows_makes_the_whole_higher(flow_of: Callable[..., tuple[QWidget, Flow]]) -> None:
    part = block(50)
    _, flow = flow_of(part, block(50))
    before = flow.heightForWidth(200)

    part.setFixedSize(50, 33)
    part.updateGeometry()

    assert (20, 33) == (before, flow.heightForWidth(200))
