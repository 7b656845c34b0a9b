"""What the model of an exercise asks for, done: runs and checks in the pool, attempts in the journal."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from quizapp.desktop.pages.exercise import jobs as exercise_jobs
from quizapp.desktop.pages.exercise.inspection import Inspection
from quizapp.desktop.pages.exercise.model import AskToRun, Effects, OnError
from quizapp.desktop.pages.exercise.occasion import Occasion
from quizapp.desktop.pages.item.leech import Written, write_and_watch
from quizapp.desktop.services import Services
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Outcome
from quizapp.sandbox.stopper import Stopper
from quizapp.study.model import AttemptMade

OnRecorded: TypeAlias = Callable[[Exercise, Written], None]


def effects_for(
    exercise: Exercise,
    services: Services,
    inspection: Inspection,
    ask: AskToRun,
    on_recorded: OnRecorded,
    occasion: Occasion | None = None,
) -> Effects:
    """Return the effects for one exercise.

    Args:
        exercise: what is open.
        services: what they act upon.
        inspection: hears of what its runs and checks left behind.
        ask: asks the learner whether code may run.
        on_recorded: hears what followed from an attempt in the journal.
        occasion: takes the attempts in place of the journal, and nothing comes back for a mistake.
    """
    effects = _Doing(exercise, services, inspection, on_recorded).effects(ask)
    return effects if occasion is None else replace(effects, record=occasion.record, comes_back=_never)


def _never(_concept: str) -> bool:
    return False


class _Doing:
    def __init__(
        self,
        exercise: Exercise,
        services: Services,
        inspection: Inspection,
        on_recorded: OnRecorded,
    ) -> None:
        self._exercise = exercise
        self._services = services
        self._inspection = inspection
        self._on_recorded = on_recorded

    def effects(self, ask: AskToRun) -> Effects:
        return Effects(self._start_run, self._start_check, self._record, self._sandbox_is_ready, ask, self._comes_back)

    def _sandbox_is_ready(self) -> bool:
        return self._services.sandbox.is_ready

    def _comes_back(self, concept: str) -> bool:
        return self._services.learner.comes_back(self._exercise.id, concept)

    def _start_run(self, code: str, on_answer: Callable[[Outcome], None], on_error: OnError) -> Stopper:
        return self._start(exercise_jobs.run, code, partial(self._ran, on_answer), on_error)

    def _start_check(self, code: str, on_answer: Callable[[Verdict], None], on_error: OnError) -> Stopper:
        return self._start(exercise_jobs.check, code, partial(self._checked, on_answer), on_error)

    def _ran(self, on_answer: Callable[[Outcome], None], outcome: Outcome) -> None:
        on_answer(outcome)
        self._inspection.follow_run(outcome)

    def _checked(self, on_answer: Callable[[Verdict], None], checked: exercise_jobs.Checked) -> None:
        on_answer(checked.verdict)
        self._inspection.follow_check(checked)

    def _start(
        self, job: Callable[..., Any], code: str, on_answer: Callable[[Any], None], on_error: OnError
    ) -> Stopper:
        stopper = Stopper()
        self._services.runs.submit(partial(job, self._exercise, code, self._services, stopper), on_answer, on_error)
        return stopper

    def _record(self, made: AttemptMade, on_answer: Callable[[object], None], on_error: OnError) -> None:
        learner = self._services.learner
        work = partial(write_and_watch, partial(learner.record_attempt, made), learner, made.item)
        self._services.store.submit(work, partial(self._recorded, on_answer), on_error)

    def _recorded(self, on_answer: Callable[[object], None], written: Written) -> None:
        on_answer(written.answer)
        self._on_recorded(self._exercise, written)
