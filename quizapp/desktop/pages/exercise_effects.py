"""What the model of an exercise asks for, done: runs and checks in the pool, attempts in the journal."""

from collections.abc import Callable
from functools import partial
from typing import Any

from quizapp.desktop.pages import exercise_jobs
from quizapp.desktop.pages.exercise_inspection import Inspection
from quizapp.desktop.pages.exercise_model import AskToRun, Effects, OnError
from quizapp.desktop.services import Services
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Outcome
from quizapp.sandbox.stopper import Stopper
from quizapp.study.model import AttemptMade


def effects_for(exercise: Exercise, services: Services, inspection: Inspection, ask: AskToRun) -> Effects:
    """Return the effects for one exercise; `inspection` hears of what its runs and checks left behind."""
    return _Doing(exercise, services, inspection).effects(ask)


class _Doing:
    def __init__(self, exercise: Exercise, services: Services, inspection: Inspection) -> None:
        self._exercise = exercise
        self._services = services
        self._inspection = inspection

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
        self._services.store.submit(partial(self._services.learner.record_attempt, made), on_answer, on_error)
