from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import DARK, LIGHT, Appearance
from quizapp.desktop.widgets.plots.calendar_plot import CalendarPlot
from quizapp.desktop.widgets.plots.figures import FULL, Square, Squares
from quizapp.desktop.widgets.plots.inks import level_inks
from tests.desktop.widgets.plots.seen import picture_of, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

YEAR = Squares(
    squares=tuple(Square(day // 7, day % 7, day % (FULL + 1), f"day {day}") for day in range(365)),
    columns=53,
    heads={1: "Jan", 5: "Feb"},
    rows=("Mon", "", "Wed", "", "Fri", "", ""),
    less="Fewer",
    more="More",
)


@pytest.fixture
def plot(appearance: Appearance, qtbot: QtBot) -> Iterator[CalendarPlot]:
    made = CalendarPlot(appearance)
    made.show_figure(YEAR, "Reviews", "Many.")
    window = show(qtbot, made)
    yield made
    window.close()


def test_days_are_the_darker_the_more_was_done(plot: CalendarPlot) -> None:
    picture = picture_of(plot)

    shown = [picture.pixelColor(plot.square(0, row).center().toPoint()) for row in range(FULL + 1)]

    assert shown == list(level_inks(LIGHT))


def test_levels_can_be_told_apart_in_both_looks() -> None:
    def lightness(level: int) -> list[int]:
        return [inks[level].lightness() for inks in (level_inks(LIGHT), level_inks(DARK))]

    light, dark = zip(*(lightness(level) for level in range(FULL + 1)), strict=True)

    assert list(light) == sorted(light, reverse=True)
    assert list(dark) == sorted(dark)


@pytest.mark.parametrize("width", [440, 700, 1200])
def test_all_squares_and_the_legend_are_within_the_plot(plot: CalendarPlot, width: int) -> None:
    plot.window().resize(width, 300)

    last = plot.square(YEAR.columns - 1, 6)

    assert last.right() <= plot.width()
    assert last.bottom() + plot.fontMetrics().height() <= plot.height()


def test_keys_go_from_day_to_day_and_from_week_to_week(plot: CalendarPlot) -> None:
    read = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Home):
        QTest.keyClick(plot, key)
        read.append(plot.accessibleDescription())

    assert read == ["day 364", "day 363", "day 356", "day 357", "day 364", "day 0"]


def test_the_mouse_reads_the_day_that_it_points_at(plot: CalendarPlot) -> None:
    QTest.mouseMove(plot, plot.square(2, 3).center().toPoint())
    assert plot.accessibleDescription() == "day 17"

    QTest.mouseMove(plot, QPoint(1, 1))
    assert plot.accessibleDescription() == "Many."
