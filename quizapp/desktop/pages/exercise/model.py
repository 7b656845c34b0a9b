"""One exercise while it is open: what was run, checked, hinted and shown, and what follows from it. Knows no Qt."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeAlias

from quizapp.consent import Unasked
from quizapp.desktop.widgets.check_rows import CheckMark
from quizapp.judging.verdict import Verdict
from quizapp.message import Message, SaysError, message
from quizapp.packs.model import Exercise, Mistake
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.study.model import AttemptMade

if TYPE_CHECKING:
    from quizapp.sandbox.isolation import Isolation


class Activity(StrEnum):
    """What is going on."""

    LOADING = "loading"  # the draft is being read
    IDLE = "idle"
    RUNNING = "running"
    CHECKING = "checking"


class Latest(StrEnum):
    """What the headline is about: the last thing that came to an end."""

    NOTHING = "nothing"
    RUN = "run"
    CHECK = "check"
    TROUBLE = "trouble"


class Manner(StrEnum):
    """What the exercise is done for. In a quiz its first check is the answer; what helps comes after that."""

    STUDY = "study"
    QUIZ = "quiz"
    SILENT_QUIZ = "silent_quiz"  # whether the answer is right is not told


@dataclass(frozen=True)
class ExerciseState:
    """Everything that the page shows of an exercise, besides its code.

    Attributes:
        waits_for_sandbox: the run or check began before the sandbox was ready, and it still is not.
        verdict: of the last check that came to a verdict. outcome: of the last run or check.
        is_outdated: the code is another one than the verdict or outcome is about.
        still_judged: what ran last is the code that the verdict is about.
        passed: a check passed since the exercise was opened.
        solution_counts: the solution was shown before that, so the exercise counts as not known.
        cards_come_back: the learner has studied cards of the recognised mistake's concept, which come back sooner now.
        handed_in: in a quiz, the answer was given.
        trouble: why a run or check could not be made. unrecorded, unsaved: why the journal, the draft is not written.
    """

    hints: int
    activity: Activity = Activity.LOADING
    waits_for_sandbox: bool = False
    latest: Latest = Latest.NOTHING
    verdict: Verdict | None = None
    outcome: Outcome | None = None
    is_outdated: bool = False
    still_judged: bool = False
    hints_shown: int = 0
    passed: bool = False
    solution_shown: bool = False
    solution_counts: bool = False
    cards_come_back: bool = False
    manner: Manner = Manner.STUDY
    handed_in: bool = False
    trouble: Message | None = None
    unrecorded: Message | None = None
    unsaved: Message | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something runs."""
        return self.activity in (Activity.RUNNING, Activity.CHECKING)

    @property
    def can_start(self) -> bool:
        """Whether Run, Check and Reset can be used."""
        return self.activity is Activity.IDLE

    @property
    def can_hint(self) -> bool:
        """Whether there is a hint that is not shown yet."""
        return self.helps and self.hints_shown < self.hints

    @property
    def helps(self) -> bool:
        """Whether hints and solution can be asked for."""
        return self.manner is Manner.STUDY or self.handed_in

    @property
    def is_done(self) -> bool:
        """Whether going on is what comes next: passed, or, in a quiz, answered."""
        return self.passed or self.handed_in

    @property
    def can_go_on(self) -> bool:
        """Whether the exercise is through: passed, its solution shown, or, in a quiz, answered."""
        return self.is_done or self.solution_shown


class Stops(Protocol):
    """What ends a run at once."""

    def stop(self) -> None:
        """End it; harmless if it has ended."""


OnError: TypeAlias = Callable[[Exception], None]
StartRun: TypeAlias = Callable[[str, Callable[[Outcome], None], OnError], Stops]
StartCheck: TypeAlias = Callable[[str, Callable[[Verdict], None], OnError], Stops]
Record: TypeAlias = Callable[[AttemptMade, Callable[[object], None], OnError], None]
AskToRun: TypeAlias = "Callable[[Isolation, Callable[[], None]], None]"


@dataclass(frozen=True)
class Effects:
    """What the model asks for; each returns at once and later calls one of the two functions that it was handed.

    Attributes:
        start_run: runs the code. start_check: judges it.
        record: writes to the journal.
        sandbox_is_ready: tells whether a run would begin without waiting.
        ask: asks the learner whether code may run with this isolation, and calls the function if it may.
        comes_back: tells whether a mistake about this concept brings back what was studied.
    """

    start_run: StartRun
    start_check: StartCheck
    record: Record
    sandbox_is_ready: Callable[[], bool]
    ask: AskToRun
    comes_back: Callable[[str], bool]


class ExerciseModel:
    """The transitions of `ExerciseState`; `on_change` hears of each."""

    def __init__(
        self,
        exercise: Exercise,
        effects: Effects,
        on_change: Callable[[ExerciseState], None],
        clock: Callable[[], float] = time.monotonic,
        manner: Manner = Manner.STUDY,
    ) -> None:
        """Begin with nothing tried; `clock` gives seconds."""
        self.exercise = exercise
        self.state = ExerciseState(hints=len(exercise.hints), manner=manner)
        self._effects = effects
        self._on_change = on_change
        self._clock = clock
        self._since = clock()
        self._code = ""
        self._submitted = ""
        self._judged: str | None = None
        self._running: Stops | None = None
        self._unrecorded: tuple[AttemptMade, ...] = ()

    def begin(self, code: str) -> None:
        """The draft, or the starter, is there to be worked on."""
        self._code = self._submitted = code
        self._since = self._clock()
        self._change(activity=Activity.IDLE)

    def change_code(self, code: str) -> None:
        """The learner edited the code."""
        self._code = code
        if (code != self._submitted) != self.state.is_outdated:
            self._change(is_outdated=code != self._submitted)

    def detach(self) -> None:
        """The page turns to something else: what runs is ended, and what still comes is recorded but not shown."""
        self._on_change = _ignore
        self._effects = replace(self._effects, ask=_ask_nobody)
        self.record_again()
        self.stop()

    def run(self) -> None:
        """Run the code without judging it, unless something runs already."""
        if self.state.can_start:
            self._submit(Activity.RUNNING)
            self._running = self._effects.start_run(self._code, self.ran, self.could_not)

    def check(self) -> None:
        """Check the code, unless something runs already."""
        if self.state.can_start:
            self._submit(Activity.CHECKING)
            self._running = self._effects.start_check(self._code, self.checked, self.could_not)

    def stop(self) -> None:
        """End what runs."""
        if self._running is not None:
            self._running.stop()

    def sandbox_became_ready(self) -> None:
        """What waited for the sandbox runs now."""
        if self.state.waits_for_sandbox:
            self._change(waits_for_sandbox=False)

    def ran(self, outcome: Outcome) -> None:
        """A run came to its end."""
        still_judged = self.state.verdict is not None and self._submitted == self._judged
        self._finish(latest=Latest.RUN, outcome=outcome, trouble=None, still_judged=still_judged)

    def checked(self, verdict: Verdict) -> None:
        """A check came to its end; one that the learner stopped is no attempt."""
        if verdict.outcome.ending is Ending.STOPPED:
            self.ran(verdict.outcome)
            return
        if self.state.manner is Manner.SILENT_QUIZ:
            self._finish(handed_in=True, latest=Latest.NOTHING, outcome=None, trouble=None)
        else:
            self._show_verdict(verdict)
        self._record(verdict.passed, str(verdict.outcome.ending), verdict.mistake)

    def _show_verdict(self, verdict: Verdict) -> None:
        self._judged = self._submitted
        self._finish(
            handed_in=self.state.manner is not Manner.STUDY,
            latest=Latest.CHECK,
            verdict=verdict,
            outcome=verdict.outcome,
            trouble=None,
            passed=self.state.passed or verdict.passed,
            cards_come_back=self._comes_back(verdict.mistake),
        )

    def could_not(self, error: Exception) -> None:
        """A run or check could not be made; where it only needs the learner's word, that is asked for.

        Raises:
            Exception: the error itself, after the page can be used again, if it has nothing to say to a learner.
        """
        if isinstance(error, Unasked):
            again = self.run if self.state.activity is Activity.RUNNING else self.check
            self._finish()
            self._effects.ask(error.isolation, again)
            return
        says = (
            error.says
            if isinstance(error, SaysError)
            else message("That did not work because of a fault in quizapp. Your code is kept; try again.")
        )
        self._finish(latest=Latest.TROUBLE, trouble=says)
        if not isinstance(error, SaysError):
            raise error

    def show_hint(self) -> None:
        """Show one hint more."""
        if self.state.can_hint:
            self._change(hints_shown=self.state.hints_shown + 1)

    def show_solution(self) -> None:
        """Show the solution; before the exercise is passed that counts as not known."""
        if self.state.solution_shown:
            return
        counts = not self.state.passed and self.state.manner is Manner.STUDY
        self._change(solution_shown=True, solution_counts=counts)
        if counts:
            self._record(passed=False, ending="", mistake=None)

    def was_recorded(self, _rating: object = None) -> None:
        """The journal has it."""
        if self.state.unrecorded is not None and not self._unrecorded:
            self._change(unrecorded=None)

    def was_not_recorded(self, made: AttemptMade, error: Exception) -> None:
        """The journal could not be written; what was judged still holds, and is kept for `record_again`."""
        self._unrecorded = (*self._unrecorded, made)
        self._change(unrecorded=_sentence_of(error))

    def record_again(self) -> None:
        """Try once more to write what the journal could not take."""
        unrecorded, self._unrecorded = self._unrecorded, ()
        for made in unrecorded:
            self._effects.record(made, self.was_recorded, partial(self.was_not_recorded, made))

    def was_saved(self, _nothing: object = None) -> None:
        """The draft is on the disk, so the journal may be within reach again too."""
        if self.state.unsaved is not None:
            self._change(unsaved=None)
        self.record_again()

    def was_not_saved(self, error: Exception) -> None:
        """The draft could not be written."""
        self._change(unsaved=_sentence_of(error))

    def _comes_back(self, mistake: Mistake | None) -> bool:
        return mistake is not None and mistake.concept is not None and self._effects.comes_back(mistake.concept)

    def _submit(self, activity: Activity) -> None:
        self._submitted = self._code
        self._change(activity=activity, waits_for_sandbox=not self._effects.sandbox_is_ready())

    def _finish(self, **changes: object) -> None:
        self._running = None
        outdated = self._code != self._submitted
        self._change(activity=Activity.IDLE, waits_for_sandbox=False, is_outdated=outdated, **changes)

    def _record(self, passed: bool, ending: str, mistake: Mistake | None) -> None:
        now = self._clock()
        made = AttemptMade(
            item=self.exercise.id,
            code=self._submitted if ending else self._code,
            passed=passed,
            ending=ending,
            mistake=mistake.name if mistake else None,
            concept=mistake.concept if mistake else None,
            seconds=now - self._since,
            hints=self.state.hints_shown,
            solution_shown=self.state.solution_counts,
        )
        self._since = now
        self.record_again()
        self._effects.record(made, self.was_recorded, partial(self.was_not_recorded, made))

    def _change(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self._on_change(self.state)


def check_marks(exercise: Exercise, verdict: Verdict | None) -> tuple[CheckMark, ...]:
    """Return the mark of each check, in their order."""
    if verdict is None:
        return (CheckMark.UNTRIED,) * len(exercise.checks)
    failed = {finding.check for finding in verdict.findings}
    return tuple(_mark(index, failed, verdict.unchecked) for index in range(len(exercise.checks)))


def _mark(index: int, failed: set[int | None], unchecked: tuple[int, ...]) -> CheckMark:
    if index in failed:
        return CheckMark.FAILED
    return CheckMark.NOT_REACHED if index in unchecked else CheckMark.PASSED


def _sentence_of(error: Exception) -> Message:
    if not isinstance(error, SaysError):
        raise error
    return error.says


def _ignore(_state: ExerciseState) -> None:
    """Show nothing."""


def _ask_nobody(_isolation: "Isolation", _then: Callable[[], None]) -> None:
    """Nobody is there to say yes, so nothing runs."""
