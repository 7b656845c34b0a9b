from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.offered import OfferedPacks

ONE, TWO = Path("/packs/one.quizpack"), Path("/packs/two.QUIZPACK")


@pytest.fixture
def rail(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def ready_of(offered: OfferedPacks) -> list[Path]:
    heard: list[Path] = []
    offered.ready.connect(heard.append)
    return heard


def test_a_pack_waits_until_the_home_is_open(rail: QWidget) -> None:
    offered = OfferedPacks(rail)
    heard = ready_of(offered)

    offered.offer(ONE)
    assert [] == heard

    offered.begin()
    assert [ONE] == heard


def test_a_pack_waits_until_the_item_is_left(rail: QWidget, qtbot: QtBot) -> None:
    offered = OfferedPacks(rail)
    heard = ready_of(offered)
    offered.begin()
    rail.hide()

    offered.offer(ONE)
    assert [] == heard

    rail.show()
    qtbot.waitUntil(lambda: heard == [ONE])
    rail.hide()
    rail.show()
    QCoreApplication.sendPostedEvents()
    assert [ONE] == heard


def test_a_pack_that_macos_hands_over_is_asked_about_and_other_files_are_left(
    rail: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    offered, application = OfferedPacks(rail), QObject()
    heard = ready_of(offered)
    offered.begin()
    offered.listen_to(application)

    taken = [QCoreApplication.sendEvent(application, event) for event in map(QFileOpenEvent, map(str, (TWO, "/a.zip")))]

    assert ([True, False], [TWO]) == (taken, heard)


def test_other_events_are_left_to_others(rail: QWidget) -> None:
    assert not OfferedPacks(rail).eventFilter(rail, QEvent(QEvent.Type.Show))
