import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.plots.bar_plot import BarPlot
from quizapp.desktop.widgets.plots.body import Body
from quizapp.desktop.widgets.plots.figures import Bar, Bars, Points, Rows, Squares
from quizapp.desktop.widgets.plots.legend import Legend
from tests.desktop.widgets.plots.seen import show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TICKS = ((0.0, "0"), (1.0, "1"))


def test_a_legend_stands_below_what_is_stacked(appearance: Appearance, qtbot: QtBot) -> None:
    body = Body(appearance)
    body.show_figure(Bars((Bar((1, 1), "", ""),), TICKS, ("Cards", "Questions")), "Time", "Much.")
    _window = show(qtbot, body)

    assert isinstance(body.plot, BarPlot)
    legend = body.findChild(Legend)
    assert isinstance(legend, Legend)
    assert [label.text() for label in legend.findChildren(QLabel) if label.text()] == ["Cards", "Questions"]


def test_without_names_there_is_no_legend(appearance: Appearance, qtbot: QtBot) -> None:
    body = Body(appearance)
    body.show_figure(Bars((Bar((1,), "", ""),), TICKS), "Reviews", "Many.")
    _window = show(qtbot, body)

    legend = body.findChild(Legend)
    assert isinstance(legend, Legend)
    assert not legend.isVisible()


def test_every_figure_finds_its_plot(appearance: Appearance, qtbot: QtBot) -> None:
    names = []
    for figure in (Bars((), TICKS), Points((), TICKS, 1, ""), Squares((), 1, {}, ("",) * 7, "", ""), Rows((), 0, "")):
        body = Body(appearance)
        qtbot.addWidget(body)
        body.show_figure(figure, "n", "s")
        names.append(type(body.plot).__name__)

    assert names == ["BarPlot", "PointPlot", "CalendarPlot", "RowPlot"]
