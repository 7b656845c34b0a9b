import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.plots.table import MOST_ROWS_SEEN, FigureTable

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def table(appearance: Appearance, qtbot: QtBot, rows: int) -> FigureTable:
    made = FigureTable(appearance)
    qtbot.addWidget(made)
    made.show_rows("Reviews", ("Day", "Reviews"), tuple((f"day {row}", str(row)) for row in range(rows)), (False, True))
    return made


def test_a_table_holds_every_row_under_its_headings(appearance: Appearance, qtbot: QtBot) -> None:
    made = table(appearance, qtbot, 3)

    def cell(row: int, column: int) -> str:
        found = made.item(row, column)
        return found.text() if found is not None else ""

    headings = [made.horizontalHeaderItem(column) for column in range(2)]
    assert [heading.text() for heading in headings if heading is not None] == ["Day", "Reviews"]
    assert [(cell(row, 0), cell(row, 1)) for row in range(3)] == [("day 0", "0"), ("day 1", "1"), ("day 2", "2")]
    assert made.accessibleName() == "Reviews"


def test_numbers_stand_at_the_right(appearance: Appearance, qtbot: QtBot) -> None:
    made = table(appearance, qtbot, 1)
    cells = [made.item(0, column) for column in range(2)]

    assert [bool(cell.textAlignment() & Qt.AlignmentFlag.AlignRight) for cell in cells if cell] == [False, True]


def test_a_long_table_scrolls(appearance: Appearance, qtbot: QtBot) -> None:
    heights = [table(appearance, qtbot, rows).height() for rows in (3, MOST_ROWS_SEEN, 365)]

    assert heights[0] < heights[1] == heights[2]


def test_tab_leaves_a_table(appearance: Appearance, qtbot: QtBot) -> None:
    assert not table(appearance, qtbot, 3).tabKeyNavigation()
