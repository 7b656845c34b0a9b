"""A large tensor at a glance."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.summary_model import BLOCK
from quizapp.desktop.widgets.inspector.summary_view import SummaryView
from tests.desktop.widgets.inspector.seen import subject

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> SummaryView:
    made = SummaryView(appearance)
    qtbot.addWidget(made)
    made.resize(460, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_figures_of_a_large_tensor_come_without_waiting_for_all(view: SummaryView, qtbot: QtBot) -> None:
    numbers = np.arange(20 * BLOCK, dtype=np.float64).reshape(20, -1)
    view.show_subject(subject("x", numbers), ())

    qtbot.waitUntil(lambda: bool("numbers from" in view.text()))

    assert f"max: {20 * BLOCK - 1:.4g}" in view.text()


def test_pointing_at_the_picture_reads_a_number(view: SummaryView) -> None:
    view.show_subject(subject("x", np.arange(10000.0).reshape(100, 100)), ())

    QApplication.processEvents()  # Lays it out.
    QTest.mouseMove(view.map, QPoint(3, 3))

    assert view.where() == "[0, 0]: 0.0"


def test_a_slice_is_chosen_by_number(view: SummaryView) -> None:
    view.show_subject(subject("x", np.arange(20000.0).reshape(2, 100, 100)), ())

    view.slices.choose((1,))
    QApplication.processEvents()  # Lays it out.
    QTest.mouseMove(view.map, QPoint(3, 3))

    assert view.where() == "[1, 0, 0]: 10000.0"


def test_pointing_at_a_bar_tells_how_many(view: SummaryView) -> None:
    view.show_subject(subject("x", np.repeat(np.arange(64.0), 100)), ())

    QApplication.processEvents()  # Lays it out.
    QTest.mouseMove(view.histogram, QPoint(3, 40))

    assert view.where() == "100 numbers from 0.0 to 0.9844"
