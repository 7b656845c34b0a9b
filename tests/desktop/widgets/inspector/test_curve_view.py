"""The drawing of a series, and how it is read."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.curve_view import CurveView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.widgets.inspector.seen import subject, tensor

LOSSES = subject("losses", np.array([300.0, 4.0, 2.0, 1.0]))


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> CurveView:
    made = CurveView(appearance)
    qtbot.addWidget(made)
    made.resize(420, 360)
    made.show_subject(LOSSES, ())
    return made


def test_arrow_keys_read_step_by_step(view: CurveView) -> None:
    words = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Left):
        QTest.keyClick(view.plot, key)
        words.append(view.read.text())

    assert words == ["step 0: 300.0", "step 1: 4.0", "step 3: 1.0", "step 2: 2.0"]


def test_pointing_reads_the_nearest_step(view: CurveView) -> None:
    view.grab()
    place = view.plot.plotItem.vb.mapViewToScene(QPointF(1.8, 0.0))
    view.plot.scene().sigMouseMoved.emit(place)

    assert view.read.text() == "step 2: 2.0"


def test_the_text_has_the_words_and_all_numbers(view: CurveView) -> None:
    assert view.text().splitlines() == [
        "4 steps, from 300.0 to 1.0",
        "lowest 1.0 at step 3",
        "highest 300.0 at step 0",
        "300.0, 4.0, 2.0, 1.0",
    ]


def test_a_logarithmic_scale_is_offered_where_it_helps(view: CurveView) -> None:
    offered = not view.logarithmic.isHidden()
    view.show_subject(subject("losses", np.array([3.0, 2.0])), ())

    assert (offered, view.logarithmic.isHidden()) == (True, True)


def test_what_is_read_is_marked_on_a_logarithmic_scale_too(view: CurveView) -> None:
    view.logarithmic.setChecked(True)
    view.read_step(0)

    assert view.plot.marked() == pytest.approx((0.0, np.log10(300.0)))


def test_numbers_beyond_all_drawing_are_left_out(view: CurveView) -> None:
    view.show_subject(subject("losses", np.array([1.0, np.nan, np.inf, 1e308])), ())
    view.read_step(1)

    assert not view.grab().isNull()
    assert view.read.text() == "step 1: nan"


def test_the_expected_series_is_drawn_beside(view: CurveView) -> None:
    view.show_subject(Subject("losses", tensor(np.array([3.0, 2.0])), tensor(np.array([3.0, 1.0]))), ())

    assert view.plot.names() == ["expected", "got"]


def test_it_is_drawn_in_another_look_and_language(view: CurveView, appearance: Appearance) -> None:
    appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert not view.grab().isNull()
