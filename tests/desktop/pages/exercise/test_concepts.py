"""A recognised mistake names its concept, and its cards come back: page, sandbox, journal and schedule together."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.model import Rating
from quizapp.wording import Wording
from tests.desktop.pages.exercise.desk import Desk, laid_out

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CARD = "pytorch-essentials/freezing/freeze-a-module"


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot, tmp_path: Path, library: Library, sandbox: Sandbox) -> Iterator[Desk]:
    with laid_out(tmp_path, library, sandbox, qtbot) as made:
        yield made


def test_the_concept_is_named_in_the_reader_s_language(desk: Desk, library: Library) -> None:
    exercise = library.find("pytorch-essentials/views/contiguous-ends-the-sharing")
    assert isinstance(exercise, Exercise)
    desk.open(exercise)
    desk.check("t = x.t()\nc = t\nd = x.contiguous()\n")
    assert "Concept: Contiguous tensors" in desk.texts()

    desk.services.appearance.choose(wording=Wording("zh"))

    assert "概念：连续的张量" in desk.texts()


def test_cards_of_the_concept_that_were_studied_come_back(desk: Desk) -> None:
    learner = desk.services.learner
    learner.rate(CARD, Rating.EASY, 5)
    before = learner.due_at(CARD)
    desk.open()

    desk.check(desk.exercise.starter)
    desk.drain()

    after = learner.due_at(CARD)
    assert "Concept: requires_grad\nIts cards come back within a day." in desk.texts()
    assert before is not None and after is not None and before - after > timedelta(days=1)
