from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.pack_drops import PackDrops

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(widget: QWidget, *files: Path) -> bool:
    """Drag these over a widget and drop them; tell whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NONE))
    return enter.isAccepted()


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_pack_that_is_dropped_is_told(widget: QWidget) -> None:
    dropped: list[Path] = []
    PackDrops(widget, lambda: True).dropped.connect(dropped.append)

    assert drop(widget, Path("/packs/One.QUIZPACK"))
    assert dropped == [Path("/packs/One.QUIZPACK")]


@pytest.mark.parametrize("files", [("/a.zip",), ("/a.quizpack", "/b.quizpack"), ()])
def test_anything_else_is_left_to_others(widget: QWidget, files: tuple[str, ...]) -> None:
    dropped: list[Path] = []
    PackDrops(widget, lambda: True).dropped.connect(dropped.append)

    assert not drop(widget, *map(Path, files))
    assert dropped == []


def test_a_pack_is_not_taken_when_this_is_not_the_moment(widget: QWidget) -> None:
    PackDrops(widget, lambda: False)

    assert not drop(widget, Path("/a.quizpack"))
