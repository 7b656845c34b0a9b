from collections.abc import Callable, Iterator
from threading import Event

import psutil
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.settings.scheduling import SchedulingPanel
from quizapp.desktop.pages.settings.scheduling_effects import Scheduling
from quizapp.desktop.widgets.panel import Column
from quizapp.desktop.widgets.rail import Section
from quizapp.fitting.choosing import NEEDED
from quizapp.message import SaysError, message
from quizapp.settings import Leeches
from quizapp.study.entries import Tuned
from quizapp.study.model import Tuning
from tests.desktop.desk import Desk, visible_texts
from tests.fitting.made_up import FORGETFUL, rows_of_learner

QUICK, BROKEN = "tests.fitting.quick_process", "tests.fitting.broken_process"
Panels = Callable[..., SchedulingPanel]


@pytest.fixture
def panels(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Panels]:
    """Makes the section as the page does, with a process that stands in for the one that fits."""
    monkeypatch.setenv("PYTHONPATH", ".")
    made: list[tuple[Column, SchedulingPanel]] = []

    def make(module: str = QUICK) -> SchedulingPanel:
        panel = SchedulingPanel(desk.preferences, desk.appearance, Scheduling(module=module))
        panel.show_services(desk.services)
        page = Column()
        page.rows.addWidget(panel)
        page.resize(900, 600)
        qtbot.addWidget(page)
        page.show()
        # Nobody else keeps the page.
        made.append((page, panel))
        return panel

    yield make
    for _, panel in made:
        panel.scheduling.cancel()


def tunings(desk: Desk) -> list[Tuning]:
    return [row.entry.tuning for row in desk.services.learner.entries(Tuned) if isinstance(row.entry, Tuned)]


def wait_for_tuning(qtbot: QtBot, desk: Desk, **figures: object) -> None:
    def is_so() -> bool:
        tuning = desk.services.learner.tuning
        return all(getattr(tuning, name) == value for name, value in figures.items())

    qtbot.waitUntil(is_so)


def wait_for_text(qtbot: QtBot, panel: SchedulingPanel, beginning: str) -> None:
    qtbot.waitUntil(lambda: any(text.startswith(beginning) for text in visible_texts(panel)), timeout=20_000)


def study_much(desk: Desk) -> None:
    desk.services.learner.take_in(rows_of_learner(2 * NEEDED))


def test_before_the_journal_is_read_only_what_is_set_elsewhere_can_be_set(desk: Desk, qtbot: QtBot) -> None:
    panel = SchedulingPanel(desk.preferences, desk.appearance)
    qtbot.addWidget(panel)

    assert not panel.fields.isEnabled() and not panel.optimise.isEnabled()
    assert panel.day_begins.isEnabled() and panel.leeches.isEnabled()


def test_showing_the_settings_sets_nothing(panels: Panels, desk: Desk) -> None:
    panels()

    assert not desk.home.settings.exists()
    assert [] == tunings(desk)


def test_the_day_and_the_leeches_are_settings(panels: Panels, desk: Desk) -> None:
    panel = panels()

    panel.day_begins.setValue(2)
    panel.leeches.chosen.emit("suspend")

    assert (2, Leeches.SUSPEND) == (desk.preferences.settings.day_begins, desk.preferences.settings.leeches)


def test_what_stands_in_the_journal_is_shown(panels: Panels, desk: Desk) -> None:
    desk.services.learner.tune(
        Tuning(retention=0.85, longest_days=365, steps=(90, 7200), relearning_steps=(), fuzz=False)
    )

    fields = panels().fields

    assert (85, 365, "90s 2h", "", False) == (
        fields.retention.value(),
        fields.longest.value(),
        fields.steps.text(),
        fields.relearning.text(),
        fields.fuzz.isChecked(),
    )


def test_a_figure_counts_after_a_pause_and_only_the_last_one(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    panel = panels()

    for percent in (91, 92, 93):
        panel.fields.retention.setValue(percent)
    assert any("Takes about 1.6 times as many reviews" in text for text in visible_texts(panel))

    wait_for_tuning(qtbot, desk, retention=0.93)
    assert [Tuning(retention=0.93)] == tunings(desk)


def test_enter_lets_a_figure_count_at_once(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    panel = panels()
    panel.fields.longest.setValue(180)

    QTest.keyClick(panel.fields.longest, Qt.Key.Key_Return)

    wait_for_tuning(qtbot, desk, longest_days=180)


def test_who_leaves_the_page_leaves_no_change_behind(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    panel = panels()
    panel.fields.retention.setValue(80)

    panel.window().hide()

    wait_for_tuning(qtbot, desk, retention=0.8)


def test_steps_are_typed_and_what_is_none_is_told_and_changes_nothing(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    panel = panels()
    panel.fields.steps.setText("1m ten")
    QTest.keyClick(panel.fields.steps, Qt.Key.Key_Return)

    assert panel.fields.trouble.text().startswith("“ten” is no step.")
    assert Tuning() == desk.services.learner.tuning

    panel.fields.steps.setText("2m, 1h")
    QTest.keyClick(panel.fields.steps, Qt.Key.Key_Return)

    wait_for_tuning(qtbot, desk, steps=(120, 3600))
    assert panel.fields.trouble.isHidden()


@pytest.mark.parametrize("at_fault", ["steps", "relearning"])
def test_what_is_wrong_with_steps_stands_under_their_field(
    qtbot: QtBot, desk: Desk, panels: Panels, at_fault: str
) -> None:
    fields = panels().fields
    qtbot.waitUntil(fields.isEnabled)
    field = getattr(fields, at_fault)
    field.setText("ten")
    field.editingFinished.emit()

    assert fields.trouble.isVisible()
    qtbot.waitUntil(lambda: _gap_below(field, fields.trouble) in range(40))


def _gap_below(above: QWidget, below: QWidget) -> int:
    return below.mapToGlobal(QPoint(0, 0)).y() - above.mapToGlobal(QPoint(0, above.height())).y()


def test_fuzz_is_a_click(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    panels().fields.fuzz.click()

    wait_for_tuning(qtbot, desk, fuzz=False)


def test_the_wheel_scrolls_the_page_and_changes_no_figure(panels: Panels) -> None:
    panel = panels()
    middle = QPointF(panel.fields.retention.rect().center())
    no = Qt.MouseButton.NoButton
    turn = QWheelEvent(
        middle,
        middle,
        QPoint(0, -120),
        QPoint(0, -120),
        no,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(panel.fields.retention, turn)

    assert 90 == panel.fields.retention.value()


def test_a_change_that_can_not_be_written_is_told_and_not_shown(
    panels: Panels, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise SaysError(message("The disk is full."))

    monkeypatch.setattr(desk.services.learner, "tune", fail)
    panel = panels()
    panel.fields.fuzz.click()

    wait_for_text(qtbot, panel, "The disk is full.")
    assert panel.fields.fuzz.isChecked()


def test_a_schedule_that_takes_its_time_tells_how_far_it_is_and_meanwhile_the_last_wish_counts(
    panels: Panels, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tune, half_done, goes_on = desk.services.learner.tune, Event(), Event()

    def tune_slowly(tuning: Tuning, tell: Callable[[int, int], None]) -> None:
        tell(1, 2)
        half_done.set()
        goes_on.wait(20)
        tune(tuning, tell)

    monkeypatch.setattr(desk.services.learner, "tune", tune_slowly)
    monkeypatch.setattr("quizapp.desktop.telling.PAUSE_SECONDS", 0)
    panel = panels()
    panel.fields.fuzz.click()
    wait_for_text(qtbot, panel, "Making the schedule anew: 50 %")
    assert half_done.is_set()

    for days in (100, 200, 300):
        panel.fields.longest.setValue(days)
        panel.fields.finish()
    goes_on.set()

    wait_for_tuning(qtbot, desk, fuzz=False, longest_days=300)
    assert [Tuning(fuzz=False), Tuning(fuzz=False, longest_days=300)] == tunings(desk)
    qtbot.waitUntil(panel.progress.isHidden)


def test_undo_is_seen_on_the_page(desk: Desk, qtbot: QtBot) -> None:
    desk.shell.show_section(Section.SETTINGS)
    panel = desk.window.findChild(SchedulingPanel)
    assert isinstance(panel, SchedulingPanel)
    panel.fields.longest.setValue(180)
    panel.fields.finish()
    wait_for_tuning(qtbot, desk, longest_days=180)

    desk.shell.menus.undo.trigger()

    qtbot.waitUntil(lambda: panel.fields.longest.value() == 36500)
    assert 36500 == desk.services.learner.tuning.longest_days


def test_too_few_reviews_are_refused_with_how_many_it_takes(panels: Panels, qtbot: QtBot) -> None:
    panel = panels()

    panel.optimise.click()

    wait_for_text(qtbot, panel, f"FSRS can be fitted to you after {NEEDED} reviews")
    assert panel.box.accept.isHidden()

    panel.box.dismiss.click()
    assert panel.box.isHidden()


def test_what_was_found_is_shown_with_both_losses_and_used_when_the_learner_says_so(
    panels: Panels, desk: Desk, qtbot: QtBot
) -> None:
    study_much(desk)
    panel = panels()
    panel.optimise.click()

    wait_for_text(qtbot, panel, "Log loss before: 0.400, after: 0.300.")
    assert Tuning() == desk.services.learner.tuning

    panel.box.accept.click()
    wait_for_tuning(qtbot, desk, parameters=FORGETFUL)
    wait_for_text(qtbot, panel, "Fitted to how you remember.")
    assert panel.box.isHidden()

    panel.usual.click()
    wait_for_tuning(qtbot, desk, parameters=())


def test_what_is_discarded_changes_nothing(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    study_much(desk)
    panel = panels()
    panel.optimise.click()
    wait_for_text(qtbot, panel, "The new parameters predict better")

    panel.box.dismiss.click()

    assert panel.box.isHidden()
    assert [] == tunings(desk)


def test_parameters_that_are_no_better_are_not_offered(
    panels: Panels, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_TEST_ENDING", "no better")
    study_much(desk)
    panel = panels()
    panel.optimise.click()

    wait_for_text(qtbot, panel, "The new parameters are no better")
    assert panel.box.accept.isHidden() and not panel.box.dismiss.isHidden()


def test_a_process_that_crashes_is_told(
    panels: Panels, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_TEST_ENDING", "raises")
    study_much(desk)
    panel = panels(BROKEN)
    panel.optimise.click()

    wait_for_text(qtbot, panel, "The fit ended before it was done (ModuleNotFoundError")
    assert panel.optimise.isEnabled()


def test_a_fit_is_cancelled_leaves_no_process_and_can_be_begun_again(
    panels: Panels, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_TEST_ENDING", "with a child")
    study_much(desk)
    panel = panels(BROKEN)
    panel.optimise.click()
    wait_for_text(qtbot, panel, "Fitting the parameters to your reviews: 50 %")
    assert not panel.optimise.isEnabled()

    panel.box.cancel.click()

    qtbot.waitUntil(lambda: panel.box.isHidden())
    assert panel.optimise.isEnabled()
    assert [] == [each for each in psutil.Process().children() if "broken_process" in " ".join(each.cmdline())]


def test_the_keyboard_stays_in_the_box_when_its_button_goes(
    panels: Panels, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    study_much(desk)
    panel = panels()
    panel.activateWindow()
    panel.optimise.click()
    panel.box.cancel.setFocus()
    wait_for_text(qtbot, panel, "The new parameters predict better")

    assert panel.box.accept.hasFocus()


@pytest.mark.slow
def test_a_real_fit_from_the_button_to_the_schedule(panels: Panels, desk: Desk, qtbot: QtBot) -> None:
    study_much(desk)
    panel = panels("quizapp.fitting.inside")
    panel.optimise.click()
    qtbot.waitUntil(lambda: panel.scheduling.state.proposal is not None, timeout=60_000)

    panel.box.accept.click()

    qtbot.waitUntil(lambda: len(desk.services.learner.tuning.parameters) == 21)
