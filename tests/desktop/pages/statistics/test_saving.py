from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.background import Background
from quizapp.desktop.pages.statistics.saving import Saving, write_file
from quizapp.message import Message
from quizapp.study.data.errors import DataError

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "reviews.csv"
    path.write_bytes(b"old")

    write_file(path, b"new")

    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"new", [path])


def test_where_nothing_can_be_written_a_sentence_says_why(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        write_file(tmp_path / "missing" / "reviews.csv", b"new")

    assert caught.value.says.values["path"] == str(tmp_path / "missing" / "reviews.csv")


def test_a_file_is_offered_under_its_name_and_saved_where_the_learner_says(qtbot: QtBot, tmp_path: Path) -> None:
    window, threads = QWidget(), Background()
    qtbot.addWidget(window)
    saving, told = Saving(threads, window), list[Message]()
    saving.told.connect(told.append)

    saving.offer("Save", "reviews.csv", "Tables (*.csv)", b"content")
    dialog = window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "reviews.csv"
    dialog.fileSelected.emit(str(tmp_path / "mine.csv"))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(told))

    assert (tmp_path / "mine.csv").read_bytes() == b"content"
    assert told[0].values == {"path": str(tmp_path / "mine.csv")}
    threads.close()
