from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.exercise.task import MOST_EMS, TaskPane
from quizapp.packs.library import Library
from quizapp.sandbox.sandbox import Sandbox
from tests.desktop.pages.exercise.desk import Desk, laid_out


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path, library: Library, sandbox: Sandbox) -> Iterator[Desk]:
    with laid_out(tmp_path, library, sandbox, qtbot) as made:
        made.open()
        yield made


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # Of the offscreen platform, about windows.
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_at_its_narrowest_nothing_in_the_pane_is_out_of_sight_sideways(desk: Desk, size: float, qtbot: QtBot) -> None:
    pane = desk.page.findChild(TaskPane)
    assert isinstance(pane, TaskPane)
    font = pane.font()
    font.setPointSizeF(font.pointSizeF() * size)
    pane.setFont(font)
    pane.setParent(None)
    qtbot.addWidget(pane)

    pane.resize(pane.minimumSizeHint().width(), 400)
    pane.show()

    assert 0 == pane.horizontalScrollBar().maximum()
    assert pane.width() < MOST_EMS * pane.fontInfo().pixelSize() + 1
