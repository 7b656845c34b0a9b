from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.browse.marks import mark_hits
from quizapp.search.query import understand


def hits(qtbot: QtBot, text: str, *typed: str) -> list[str]:
    view = QTextEdit()
    qtbot.addWidget(view)
    view.setPlainText(text)
    for each in typed:
        mark_hits(view, understand(each), QColor("yellow"))
    return [mark.cursor.selectedText() for mark in view.extraSelections()]


def test_every_hit_is_marked(qtbot: QtBot) -> None:
    assert hits(qtbot, "The gradient of x.grad\nis 梯度.", "grad 梯度") == ["grad", "grad", "梯度"]


def test_hits_after_a_picture_of_two_halves_are_marked_where_they_are(qtbot: QtBot) -> None:
    assert hits(qtbot, "😀😀 zebra", "zebra") == ["zebra"]


def test_other_words_take_the_marks_of_those_before(qtbot: QtBot) -> None:
    assert hits(qtbot, "zebra giraffe", "zebra", "giraffe") == ["giraffe"]


def test_without_words_nothing_is_marked(qtbot: QtBot) -> None:
    assert hits(qtbot, "zebra", "zebra", "") == []
