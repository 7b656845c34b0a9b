"""A line that is cut where there is no room."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.desktop.widgets.labels import ElidedLabel


def test_it_needs_no_width_and_one_line_of_height(qtbot: QtBot) -> None:
    line = ElidedLabel("small")
    qtbot.addWidget(line)
    line.setText("a long sentence about a problem in the code " * 4)

    assert (line.minimumSizeHint().width(), line.hasHeightForWidth()) == (0, False)


def test_a_long_line_looks_like_its_beginning_and_an_ellipsis(qtbot: QtBot) -> None:
    long, cut = ElidedLabel(), ElidedLabel()
    for line in (long, cut):
        qtbot.addWidget(line)
        line.resize(60, 20)
    long.setText("the name t is not defined")
    cut.setText(cut.fontMetrics().elidedText(long.text(), Qt.TextElideMode.ElideRight, 60))

    assert cut.text().endswith("…")
    assert long.grab().toImage() == cut.grab().toImage()
