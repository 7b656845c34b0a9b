from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import LIGHT, Appearance
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.plots.figures import Row, Rows
from quizapp.desktop.widgets.plots.row_plot import RowPlot, ShareBar
from tests.desktop.desk import visible_texts
from tests.desktop.widgets.plots.seen import picture_of, show

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def row(name: str, *items: str) -> Row:
    return Row(name, 0.4, "40 %", "2 of 5", items, "Practise" if items else "", f"Practise {name}" if items else "")


@pytest.fixture
def plot(appearance: Appearance, qtbot: QtBot) -> Iterator[RowPlot]:
    made = RowPlot(appearance)
    rows = (row("Views", "a", "b"), row("Strides", "b"), row("Hooks"))
    made.show_figure(Rows(rows, 2, "Show all 3", action="Practise all"), "Concepts", "Weak.")
    window = show(qtbot, made)
    yield made
    window.close()


def press(plot: RowPlot, words: str) -> None:
    next(button for button in plot.findChildren(Button) if words in (button.text(), button.accessibleName())).click()


def test_a_row_is_practised_by_its_button(plot: RowPlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.chosen) as chosen:
        press(plot, "Practise Strides")

    assert chosen.args == [("b",)]


def test_all_rows_are_practised_at_once_each_item_once(plot: RowPlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.chosen) as chosen:
        press(plot, "Practise all")

    assert chosen.args == [("a", "b")]


def test_the_rest_is_shown_when_asked_for(plot: RowPlot, qtbot: QtBot) -> None:
    assert "Hooks" not in visible_texts(plot)

    press(plot, "Show all 3")

    qtbot.waitUntil(lambda: visible_texts(plot) >= {"Views", "Strides", "Hooks"})
    assert "Show all 3" not in visible_texts(plot)


def test_new_rows_take_the_place_of_the_old(plot: RowPlot, qtbot: QtBot) -> None:
    press(plot, "Show all 3")
    plot.show_figure(Rows((row("New", "c"),), 2, ""), "Concepts", "Weak.")

    qtbot.waitUntil(lambda: "New" in visible_texts(plot))
    assert "Views" not in visible_texts(plot)


def test_a_bar_is_filled_to_its_share(appearance: Appearance, qtbot: QtBot) -> None:
    bar = ShareBar(appearance, 0.25, warns=False)
    window = show(qtbot, bar, 200)
    window.resize(200, 10)
    picture = picture_of(bar)

    assert picture.pixelColor(30, 5) == LIGHT.colour("accent")
    assert picture.pixelColor(100, 5) == LIGHT.colour("raised")


def test_a_list_has_a_name_and_says_what_it_shows(plot: RowPlot) -> None:
    assert (plot.accessibleName(), plot.accessibleDescription()) == ("Concepts", "Weak.")
