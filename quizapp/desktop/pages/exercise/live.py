"""Shapes as you type, wired up: typing pauses, the code runs traced in the pool, notes stand beside its lines."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from quizapp.desktop.pages.exercise import jobs as exercise_jobs
from quizapp.desktop.pages.exercise.live_model import LiveEffects, LiveModel, LiveState
from quizapp.desktop.pages.exercise.live_words import notes_of
from quizapp.desktop.pages.exercise.stepping import line_of_step
from quizapp.desktop.pages.exercise.work import WorkPane
from quizapp.desktop.services import Services
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Outcome
from quizapp.sandbox.stopper import Stopper

LOOK_PAUSE_MS = 500
"""From the last key press until the code is looked at."""


class LiveLook(QObject):
    """Looks at the code of the exercise that is open, and shows what came of it beside the lines.

    Signals:
        changed: carries the `LiveState` that is shown now.
    """

    changed = Signal(object)

    def __init__(self, services: Services, work: WorkPane, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._work = work
        self._model: LiveModel | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._pause_is_over)
        self._work.steps.wanted.connect(self._step_to)
        self._work.shapes_button.clicked.connect(services.live_shapes.turn)
        services.live_shapes.changed.connect(self._switch)
        services.appearance.changed.connect(self._show_again)
        self._show_switch()

    def open(self, exercise: Exercise) -> None:
        """Begin with another exercise, without code yet."""
        self.close()
        self._work.steps.clear()
        self._work.editor.set_notes(())
        effects = LiveEffects(self._wait, partial(self._start, exercise), self._sandbox_is_ready)
        is_on, is_held = self._services.live_shapes.is_on, bool(exercise.predictions)
        self._model = LiveModel(effects, self._show, is_on=is_on, is_held=is_held)

    def stop(self) -> None:
        """Stop what runs; typing on leads to another look."""
        self._pause.stop()
        if self._model is not None:
            self._model.stop()

    def close(self) -> None:
        """Stop what runs; nothing more is shown."""
        self._pause.stop()
        if self._model is not None:
            self._model.close()
        self._model = None

    def change_code(self, code: str) -> None:
        """The code is this now."""
        if self._model is not None:
            self._model.change_code(code)

    def set_busy(self, *, is_busy: bool) -> None:
        """Make way for a run or a check, or go on after it."""
        if self._model is not None:
            self._model.set_busy(is_busy=is_busy)

    @Slot()
    def step_back(self) -> None:
        """Go back by one step."""
        if self._model is not None:
            self._model.step_by(-1)

    @Slot()
    def step_on(self) -> None:
        """Go on by one step."""
        if self._model is not None:
            self._model.step_by(1)

    def _wait(self) -> None:
        self._pause.start(LOOK_PAUSE_MS)

    def _sandbox_is_ready(self) -> bool:
        return self._services.sandbox.is_ready

    def _start(
        self,
        exercise: Exercise,
        code: str,
        on_answer: Callable[[Outcome | None], None],
        on_error: Callable[[Exception], None],
    ) -> Stopper:
        stopper = Stopper()
        work = partial(exercise_jobs.look, exercise, code, self._services, stopper)
        self._services.runs.submit(work, on_answer, on_error)
        return stopper

    @Slot()
    def _pause_is_over(self) -> None:
        if self._model is not None:
            self._model.pause_is_over()

    @Slot(int)
    def _step_to(self, steps: int) -> None:
        if self._model is not None:
            self._model.step_to(steps)
            # The slider may stand elsewhere where that could not be done.
            self._work.steps.place_slider()

    @Slot()
    def _switch(self) -> None:
        self._show_switch()
        if self._model is not None:
            self._model.switch(is_on=self._services.live_shapes.is_on)

    def _show_switch(self) -> None:
        self._work.shapes_button.setChecked(self._services.live_shapes.is_on)

    @Slot()
    def _show_again(self) -> None:
        if self._model is not None:
            self._show(self._model.state)

    def _show(self, state: LiveState) -> None:
        editor = self._work.editor
        if not state.is_on:
            editor.set_notes(())
            editor.set_stepped_line(None)
        elif state.is_current and state.trace is not None:
            editor.set_notes(notes_of(state, self._services.appearance.wording))
            editor.set_stepped_line(line_of_step(state.trace, state.steps))
        self._work.steps.show_state(state)
        self.changed.emit(state)
