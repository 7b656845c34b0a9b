"""The exercise page: task at the left, code in the middle, checks or inspector at the right, output below the code."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.pages.ask_to_run import AskToRun
from quizapp.desktop.pages.exercise import keys as exercise_keys
from quizapp.desktop.pages.exercise.actions import ExerciseActions
from quizapp.desktop.pages.exercise.draft_keeper import DraftKeeper
from quizapp.desktop.pages.exercise.effects import effects_for
from quizapp.desktop.pages.exercise.header import ExerciseHeader
from quizapp.desktop.pages.exercise.inspection import Inspection
from quizapp.desktop.pages.exercise.live import LiveLook
from quizapp.desktop.pages.exercise.live_model import LiveState
from quizapp.desktop.pages.exercise.model import Activity, ExerciseModel, ExerciseState, Manner
from quizapp.desktop.pages.exercise.occasion import Occasion
from quizapp.desktop.pages.exercise.panes import Panes
from quizapp.desktop.pages.exercise.side import SidePane, Tab
from quizapp.desktop.pages.exercise.task import TaskPane
from quizapp.desktop.pages.exercise.words import marks_in_code
from quizapp.desktop.pages.exercise.work import WorkPane
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.ask_first import AskFirst
from quizapp.desktop.widgets.check_rows import Detail
from quizapp.desktop.widgets.panel import rule
from quizapp.packs.model import Exercise, ItemId

if TYPE_CHECKING:
    from quizapp.study.session import Position

DRAFT_PAUSE_MS = 600
"""From the first key press that is not saved yet until it is handed to the disk."""

DRAFT_RETRY_MS = 3000
"""From a draft that could not be written until it is tried again, whether or not the learner types on."""

SANDBOX_POLL_MS = 100


class ExercisePage(QWidget):
    """Shows one exercise; what happens to an attempt is decided by `ExerciseModel`.

    Signals:
        finished: the learner goes on to the next item; carries the exercise's id.
        put_off: the exercise with this id does not come up now; the next item may.
        left: the learner leaves it as it is.
        undone: what sent the item with this id away was taken back.
        told: what was done, or taken back, as `Told`.
    """

    finished = Signal(str)
    put_off = Signal(str)
    left = Signal()
    undone = Signal(str)
    told = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._model: ExerciseModel | None = None
        self._draft: DraftKeeper | None = None
        # Of every exercise opened so far: code that can't be written now must not go when its page does.
        self._drafts: dict[ItemId, DraftKeeper] = {}
        self._shown: ExerciseState | None = None
        self._task = TaskPane(services.appearance)
        self._work = WorkPane(services.appearance)
        self._side = SidePane(services.appearance)
        self._verdict = self._side.verdict
        self._actions = ExerciseActions(self, services, self._work.editor, self._verdict.rated)
        self._header = ExerciseHeader(services.appearance, self._actions.button)
        self._live = LiveLook(services, self._work, self)
        self._inspection = Inspection(self._side)
        self._ask_first, self._ask_to_run = AskFirst(self), AskToRun(self, services)
        self._saving = QTimer(self, singleShot=True, interval=DRAFT_PAUSE_MS)
        # Polled, not waited for: waiting would take a thread of the pool, and closing would wait for that.
        self._warming = QTimer(self, interval=SANDBOX_POLL_MS)
        self._lay_out()
        self._connect()
        self._connect_keys()
        self._restyle()

    def open(self, exercise: Exercise, position: "Position | None", occasion: Occasion | None = None) -> None:
        """Show an exercise with its draft, or its starter; what was open before is saved.

        Args:
            exercise: what to show.
            position: where in the sitting it stands.
            occasion: what it is opened for, None for study; its owner shows the way back.
        """
        self._put_away()
        self._shown = None
        draft = exercise.id if occasion is None else occasion.draft_of(exercise.id)
        self._draft = self._drafts.setdefault(draft, DraftKeeper(self._services.drafts, draft, exercise.starter))
        self._header.back.setVisible(occasion is None)
        self._inspection.close()
        self._inspection = Inspection(self._side)
        effects = effects_for(
            exercise, self._services, self._inspection, self._ask_to_run.ask, self._actions.recorded, occasion
        )
        manner = Manner.STUDY if occasion is None else occasion.manner
        self._model = model = ExerciseModel(exercise, effects, self._show, manner=manner)
        self._actions.open(exercise if occasion is None else None)
        self._actions.button.setVisible(occasion is None)
        self._header.show_exercise(exercise, self._services.packs, position)
        self._task.open(exercise)
        self._verdict.open(exercise)
        self._work.open(exercise)
        self._live.open(exercise)
        self._show(model.state)
        self._services.store.submit(
            self._draft.load, partial(self._begin, model), partial(self._begin_without_draft, model)
        )

    def close_cleanly(self) -> None:
        """Stop what runs, and bring every draft and note to the disk before returning.

        Raises:
            DraftsError: if a draft can't be written.
            JournalError: if a note can't.
        """
        self._saving.stop()
        self._live.stop()
        if self._model is not None:
            self._model.stop()
        for draft in self._drafts.values():
            draft.write()
        self._actions.note.close_cleanly()

    def _begin(self, model: ExerciseModel, code: str) -> None:
        if model is not self._model:
            return
        self._work.begin(code)
        model.begin(code)
        self._live.change_code(code)

    def _begin_without_draft(self, model: ExerciseModel, error: Exception) -> None:
        self._begin(model, model.exercise.starter)
        model.was_not_saved(error)

    def _put_away(self) -> None:
        """Save the draft and leave what runs, without waiting for either."""
        self._saving.stop()
        if self._draft is not None:
            # Without a page of its own to say it, an error is told by the window.
            self._services.store.submit(self._draft.write, _ignore)
        if self._model is not None:
            self._model.detach()
        self._model = self._draft = None
        self._actions.open(None)
        self._live.close()
        self._warming.stop()

    def make_card(self) -> bool:
        """Begin a card with the selected code, and tell whether there was any."""
        return self._actions.make_card()

    @property
    def is_checking(self) -> bool:
        """Whether a check runs."""
        return self._model is not None and self._model.state.activity is Activity.CHECKING

    def put_away(self) -> None:
        """Save the draft, and stop what runs; nothing is open then."""
        self._put_away()

    @Slot()
    def _leave(self) -> None:
        self._put_away()
        self.left.emit()

    @Slot(str)
    def _put_off(self, item: str) -> None:
        self._put_away()
        self.put_off.emit(item)

    @Slot(str)
    def _go_back(self, item: str) -> None:
        self._put_away()
        self.undone.emit(item)

    @Slot()
    def _go_on(self) -> None:
        model = self._model
        if model is None or not model.state.can_go_on:
            return
        if self._draft is not None and model.state.passed:
            self._draft.forget()
        self._put_away()
        self.finished.emit(model.exercise.id)

    @Slot()
    def _code_changed(self) -> None:
        if self._model is None or self._draft is None or not self._work.is_open:
            return
        code = self._work.editor.code()
        self._draft.keep(code)
        self._model.change_code(code)
        self._live.change_code(code)
        # Not started anew by each key press: typing without a pause is saved too.
        if not self._saving.isActive():
            self._saving.start(DRAFT_PAUSE_MS)

    @Slot()
    def _save(self) -> None:
        self._saving.stop()
        if self._model is not None and self._draft is not None:
            self._services.store.submit(self._draft.write, self._model.was_saved, partial(self._not_saved, self._model))

    def _not_saved(self, model: ExerciseModel, error: Exception) -> None:
        model.was_not_saved(error)
        if model is self._model:
            self._saving.start(DRAFT_RETRY_MS)

    def _show(self, state: ExerciseState) -> None:
        self._live.set_busy(is_busy=state.is_busy)
        self._task.show_state(state)
        self._work.show_state(state)
        self._verdict.show_state(state)
        self._actions.show_state(state)
        self._work.mark(marks_in_code(state, self._services.appearance.wording))
        if self._has_just_passed(state):
            self._verdict.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._shown = state
        if state.waits_for_sandbox:
            self._warming.start()
        else:
            self._warming.stop()

    def _has_just_passed(self, state: ExerciseState) -> bool:
        """Tell whether Enter should now go on; not while the learner is typing something else."""
        return state.is_done and not state.is_outdated and not (self._shown is not None and self._shown.is_done)

    @Slot()
    def _restyle(self) -> None:
        colours = self._services.appearance.colours
        self.setStyleSheet(
            "QScrollArea#pane { border: 2px solid transparent; }"
            f"QScrollArea#pane:focus {{ border-color: {colours.accent}; }}"
        )
        if self._model is not None:
            self._show(self._model.state)

    def _lay_out(self) -> None:
        self._task.add_below(self._actions.note)
        self._work.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._header)
        rows.addWidget(rule())
        rows.addWidget(Panes(self._task, self._work, self._side), 1)

    def _connect(self) -> None:
        self._header.back.clicked.connect(self._leave)
        self._work.run_wanted.connect(self._run)
        self._work.check_wanted.connect(self._check)
        self._work.stop_wanted.connect(self._stop)
        self._work.reset_wanted.connect(self._ask_to_reset)
        self._work.editor.code_changed.connect(self._code_changed)
        self._task.hint_wanted.connect(self._show_hint)
        self._task.predictions.run_wanted.connect(self._run)
        self._task.solution_wanted.connect(self._ask_for_solution)
        self._verdict.line_wanted.connect(self._work.editor.go_to_line)
        self._verdict.next_wanted.connect(self._go_on)
        self._verdict.look_wanted.connect(self._look_at)
        self._live.changed.connect(self._follow_look)
        self._actions.put_off.connect(self._put_off)
        self._actions.undone.connect(self._go_back)
        self._actions.told.connect(self.told)
        self._actions.note.grown.connect(self._show_note)
        self._saving.timeout.connect(self._save)
        self._warming.timeout.connect(self._look_at_sandbox)
        self._services.appearance.changed.connect(self._restyle)

    def _connect_keys(self) -> None:
        for keys, slot in (
            (exercise_keys.RUN, self._run),
            (exercise_keys.CHECK, self._check),
            (exercise_keys.STOP, self._stop),
            (exercise_keys.LEAVE, self._leave),
            (exercise_keys.NEXT_PANE, self._next_pane),
            (exercise_keys.PREVIOUS_PANE, self._previous_pane),
            (exercise_keys.SHAPES, self._services.live_shapes.turn),
            (exercise_keys.STEP_BACK, self._live.step_back),
            (exercise_keys.STEP_ON, self._live.step_on),
            (exercise_keys.INSPECTOR, self._side.turn_over),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(slot)

    @Slot()
    def _run(self) -> None:
        if self._model is not None:
            self._model.run()

    @Slot()
    def _check(self) -> None:
        if self._model is not None:
            self._side.open_tab(Tab.CHECKS)
            self._model.check()

    @Slot(object)
    def _follow_look(self, live: LiveState) -> None:
        if self._model is not None:
            self._inspection.follow_look(live, self._model.state)

    @Slot(object)
    def _look_at(self, detail: Detail) -> None:
        self._inspection.look_at(detail)

    @Slot()
    def _show_note(self) -> None:
        self._task.show_part(self._actions.note)

    @Slot()
    def _look_at_sandbox(self) -> None:
        if self._model is not None and self._services.sandbox.is_ready:
            self._model.sandbox_became_ready()

    @Slot()
    def _stop(self) -> None:
        if self._model is not None:
            self._model.stop()

    @Slot()
    def _show_hint(self) -> None:
        if self._model is not None:
            self._model.show_hint()

    @Slot()
    def _ask_to_reset(self) -> None:
        say = self._services.appearance.wording.say
        self._ask_first.ask(
            say("Put the starting code back?"),
            say("Your code goes away, but Ctrl+Z brings it back."),
            yes=say("Reset"),
            no=say("Keep my code"),
            then=self._reset,
        )

    def _reset(self) -> None:
        if self._model is not None:
            self._work.editor.replace_code(self._model.exercise.starter)
            self._work.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_for_solution(self) -> None:
        if self._model is None:
            return
        if self._model.state.can_go_on:
            self._show_solution()
            return
        say = self._services.appearance.wording.say
        self._ask_first.ask(
            say("Show the solution?"),
            say("The exercise then counts as not known, and comes back soon."),
            yes=say("Show it"),
            no=say("Keep trying"),
            then=self._show_solution,
        )

    def _show_solution(self) -> None:
        if self._model is not None:
            self._model.show_solution()

    @Slot()
    def _next_pane(self) -> None:
        self._move_focus(1)

    @Slot()
    def _previous_pane(self) -> None:
        self._move_focus(-1)

    def _move_focus(self, step: int) -> None:
        panes = (self._task, self._work.editor, self._work.output.text, self._side.content)
        focus = self.focusWidget()
        now = next((index for index, pane in enumerate(panes) if focus is pane or pane.isAncestorOf(focus)), 0)
        panes[(now + step) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)


def _ignore(_nothing: object) -> None:
    """Do nothing: all is well."""
