from collections.abc import Iterator
from pathlib import Path
from tempfile import gettempdir

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from quizapp.classroom.record import record_exercise
from quizapp.desktop.pages.exercise.page import ExercisePage
from quizapp.desktop.pages.study.page import StudyPage
from quizapp.desktop.services import Services
from quizapp.desktop.trial import Trial, TrialSitting
from quizapp.packs.model import Exercise, Pack
from quizapp.packs.reading import read_pack
from quizapp.sandbox.sandbox import Sandbox
from tests.desktop.pages.author.bench import opened
from tests.desktop.pages.author.made import CARD, EXERCISE, begun

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def services(qapp: QApplication, tmp_path: Path, sandbox: Sandbox) -> Iterator[Services]:
    with opened(tmp_path / "home", sandbox) as made:
        yield made


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return read_pack(begun(tmp_path / "mini")).pack


@pytest.fixture
def pages(qtbot: QtBot) -> QStackedWidget:
    made = QStackedWidget()
    qtbot.addWidget(made)
    made.addWidget(QWidget())
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def sitting(services: Services, pages: QStackedWidget) -> TrialSitting:
    made = TrialSitting(services, pages)
    made.left.connect(lambda: pages.setCurrentIndex(0))
    return made


def scratches() -> set[Path]:
    return set(Path(gettempdir()).glob("quizapp-trial-*"))


def shown_page(pages: QStackedWidget, kind: type[QWidget]) -> QWidget:
    (found,) = (page for page in pages.findChildren(kind) if page.isVisible())
    return found


def begin(qtbot: QtBot, sitting: TrialSitting, trial: Trial) -> None:
    """Begin a trial and wait until its item is open."""
    sitting.begin(trial)
    qtbot.waitUntil(lambda: sitting._sitting is not None and sitting._sitting.is_open)


def test_a_card_is_rated_and_the_learners_journal_knows_nothing_of_it(
    qtbot: QtBot, services: Services, pages: QStackedWidget, sitting: TrialSitting, pack: Pack
) -> None:
    begin(qtbot, sitting, Trial(pack, (f"mini/{CARD}",)))
    page = shown_page(pages, StudyPage)

    QTest.keyClick(page, Qt.Key.Key_Space)
    with qtbot.waitSignal(sitting.left):
        QTest.keyClick(page, Qt.Key.Key_3)

    assert tuple(services.learner.entries()) == ()
    assert services.packs == ()


def test_an_exercise_of_a_pack_that_the_learner_does_not_have_is_checked(
    qtbot: QtBot, services: Services, pages: QStackedWidget, sitting: TrialSitting, pack: Pack, sandbox: Sandbox
) -> None:
    exercise = pack.find(f"mini/{EXERCISE}")
    assert isinstance(exercise, Exercise)
    record_exercise(exercise, sandbox, "2.13.0")
    begin(qtbot, sitting, Trial(pack, (exercise.id,)))
    page = shown_page(pages, ExercisePage)
    assert isinstance(page, ExercisePage)
    qtbot.waitUntil(lambda: page._work.is_open)

    page._work.editor.replace_code(exercise.solution)
    page._check()

    qtbot.waitUntil(lambda: page._model is not None and page._model.state.passed, timeout=30_000)
    sitting.leave()
    assert tuple(services.learner.entries()) == ()
    assert services.drafts.all() == {}


def test_nothing_of_a_trial_is_left_on_the_disk(
    qtbot: QtBot, pages: QStackedWidget, sitting: TrialSitting, pack: Pack
) -> None:
    before = scratches()
    begin(qtbot, sitting, Trial(pack, (f"mini/{EXERCISE}",)))
    assert scratches() != before

    sitting.leave()

    qtbot.waitUntil(lambda: not scratches() - before, timeout=30_000)
    qtbot.waitUntil(lambda: pages.count() == 1)


def test_the_next_trial_begins_with_the_starting_code_as_it_is_then(
    qtbot: QtBot, pages: QStackedWidget, sitting: TrialSitting, pack: Pack
) -> None:
    exercise = pack.find(f"mini/{EXERCISE}")
    assert isinstance(exercise, Exercise)
    begin(qtbot, sitting, Trial(pack, (exercise.id,)))
    page = shown_page(pages, ExercisePage)
    assert isinstance(page, ExercisePage)
    qtbot.waitUntil(lambda: page._work.is_open)
    page._work.editor.replace_code("tried = 1\n")
    sitting.leave()
    qtbot.waitUntil(lambda: pages.count() == 1, timeout=30_000)
    (exercise.folder / "starter.py").write_text("# Another start.\n", encoding="utf-8")

    begin(qtbot, sitting, Trial(read_pack(pack.folder).pack, (exercise.id,)))

    again = shown_page(pages, ExercisePage)
    assert isinstance(again, ExercisePage)
    qtbot.waitUntil(lambda: again._work.is_open)
    assert again._work.editor.code() == "# Another start.\n"
    sitting.leave()
    qtbot.waitUntil(lambda: pages.count() == 1, timeout=30_000)
