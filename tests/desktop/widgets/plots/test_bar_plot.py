from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import DARK, LIGHT, Appearance
from quizapp.desktop.widgets.plots.bar_plot import BarPlot
from quizapp.desktop.widgets.plots.figures import Bar, Bars, round_ticks
from quizapp.desktop.widgets.plots.inks import part_inks
from quizapp.settings import LookChoice
from tests.desktop.widgets.plots.seen import column, picture_of, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

INKS = tuple(ink.name() for ink in part_inks(LIGHT))
TICKS = tuple((tick, str(round(tick))) for tick in round_ticks(10))


def bars(*heights: float, warns: bool = False) -> Bars:
    return Bars(tuple(Bar((height,), str(place), f"bar {place}", warns) for place, height in enumerate(heights)), TICKS)


@pytest.fixture
def plot(appearance: Appearance, qtbot: QtBot) -> Iterator[BarPlot]:
    made = BarPlot(appearance)
    made.show_figure(bars(3, 0, 10), "Reviews", "Many.")
    window = show(qtbot, made)
    yield made
    window.close()


def middle_of(plot: BarPlot, place: int) -> int:
    return round(float(plot.plotItem.vb.mapViewToScene(QPointF(place, 0)).x()))


def height_of(plot: BarPlot, place: int, colour: str) -> int:
    return column(picture_of(plot), middle_of(plot, place)).count(colour)


def test_bars_are_as_high_as_their_numbers(plot: BarPlot) -> None:
    ink = INKS[0]

    low, none, high = (height_of(plot, place, ink) for place in range(3))

    # A picture has edges.
    assert none == 0
    assert high / low == pytest.approx(10 / 3, abs=0.15)


@pytest.mark.parametrize("begin", range(0, 200, 40))
def test_a_bar_of_any_size_is_seen(plot: BarPlot, begin: int) -> None:
    plot.show_figure(bars(*(0.05 * (number + 1) for number in range(begin, begin + 40))), "Reviews", "Many.")
    picture = picture_of(plot)

    shown = [INKS[0] in column(picture, middle_of(plot, place)) for place in range(40)]

    assert shown == [True] * 40


def test_what_warns_has_the_colour_of_warnings(plot: BarPlot) -> None:
    plot.show_figure(bars(5, warns=True), "Overdue", "Many.")

    assert LIGHT.warn in column(picture_of(plot), middle_of(plot, 0))


def test_parts_are_stacked_from_below(plot: BarPlot) -> None:
    plot.show_figure(Bars((Bar((2, 3, 4), "", ""),), TICKS), "Time", "Much.")

    above = [colour for colour in column(picture_of(plot), middle_of(plot, 0)) if colour in INKS]

    assert list(dict.fromkeys(above)) == list(reversed(INKS))


def test_in_the_dark_bars_are_light(plot: BarPlot, appearance: Appearance) -> None:
    appearance.choose(look=LookChoice.DARK)
    plot.show_figure(bars(5), "Reviews", "Many.")

    assert part_inks(DARK)[0].name() in column(picture_of(plot), middle_of(plot, 0))


def test_the_arrow_keys_read_bar_by_bar(plot: BarPlot) -> None:
    read = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(plot, key)
        read.append(plot.accessibleDescription())

    assert read == ["bar 2", "bar 1", "bar 0", "bar 0", "bar 2"]


def test_a_plot_has_a_name_and_says_what_it_shows(plot: BarPlot) -> None:
    assert (plot.accessibleName(), plot.accessibleDescription()) == ("Reviews", "Many.")


def test_the_mouse_reads_what_it_points_at(plot: BarPlot) -> None:
    QTest.mouseMove(plot.viewport(), QPoint(middle_of(plot, 2), plot.height() // 2))

    assert plot.accessibleDescription() == "bar 2"
    assert plot.reading.place == 2


def test_whoever_leaves_reads_no_bar(plot: BarPlot) -> None:
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)

    plot.clearFocus()

    assert plot.accessibleDescription() == "Many."


def test_a_plot_is_reached_by_the_keyboard(plot: BarPlot) -> None:
    assert plot.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_first_place_has_its_label_however_long(plot: BarPlot) -> None:
    many = tuple(Bar((1,), "Overdue since long" if place == 0 else str(place), "") for place in range(31))
    plot.show_figure(Bars(many, TICKS), "Due", "Much.")

    left = middle_of(plot, 0) - plot.fontMetrics().horizontalAdvance("Overdue since long") / 2

    assert left >= plot.plotItem.vb.sceneBoundingRect().left() - 1
