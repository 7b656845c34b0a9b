from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import LIGHT, Appearance, blend
from quizapp.desktop.widgets.plots.figures import Point, Points
from quizapp.desktop.widgets.plots.point_plot import PointPlot
from tests.desktop.widgets.plots.seen import column, picture_of, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TICKS = ((0.5, "50 %"), (1.0, "100 %"))
BAND = blend(LIGHT.colour("base"), LIGHT.colour("accent"), 0.18)


def points(*values: float) -> Points:
    found = tuple(Point(value, value - 0.1, value + 0.1, str(value), f"{value} known") for value in values)
    return Points(found, TICKS, 0.9, "Aim: 90 %")


@pytest.fixture
def plot(appearance: Appearance, qtbot: QtBot) -> Iterator[PointPlot]:
    made = PointPlot(appearance)
    made.show_figure(points(0.6, 0.8, 0.7), "Known", "Much.")
    window = show(qtbot, made)
    yield made
    window.close()


def place_of(plot: PointPlot, place: int, value: float) -> tuple[int, int]:
    at = plot.plotItem.vb.mapViewToScene(QPointF(place, value))
    return round(at.x()), round(at.y())


def colours_around(picture: QImage, x: int, y: int) -> set[str]:
    """Return the colours at a place and beside it: its middle may lie between pixels."""
    return {picture.pixelColor(x + right, y + down).name() for right in (-1, 0, 1) for down in (-1, 0, 1)}


def test_points_stand_at_their_values_within_their_bounds(plot: PointPlot) -> None:
    picture = picture_of(plot)

    assert LIGHT.accent in colours_around(picture, *place_of(plot, 1, 0.8))
    assert picture.pixelColor(*place_of(plot, 1, 0.74)) == BAND
    assert picture.pixelColor(*place_of(plot, 1, 0.55)) != BAND


def test_a_single_point_is_seen_with_its_bounds(plot: PointPlot) -> None:
    plot.show_figure(points(0.7), "Known", "Much.")
    picture = picture_of(plot)

    assert LIGHT.accent in colours_around(picture, *place_of(plot, 0, 0.7))
    assert picture.pixelColor(*place_of(plot, 0, 0.63)) == BAND


def test_the_aim_is_drawn_across(plot: PointPlot) -> None:
    picture = picture_of(plot)
    _, y = place_of(plot, 0, 0.9)

    near = [column(picture, x)[y - 3 : y + 4] for x in range(picture.width())]
    dashes = [True for colours in near if min(QColor(colour).lightness() for colour in colours) < 128]

    assert len(dashes) > picture.width() / 3


def test_a_year_of_weeks_is_a_line(plot: PointPlot) -> None:
    plot.show_figure(points(*[0.7] * 200), "Known", "Much.")
    x, _ = place_of(plot, 100, 0.7)

    assert LIGHT.accent in column(picture_of(plot), x)


def test_points_are_read_one_by_one(plot: PointPlot) -> None:
    plot.reading.read(1)

    assert plot.accessibleDescription() == "0.8 known"
    assert plot.top_of(1) == 0.8
