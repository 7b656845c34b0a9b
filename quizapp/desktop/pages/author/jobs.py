"""What is done with the open pack as a whole, off the GUI thread: one job at a time, told item by item, stoppable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from quizapp.consent import Unasked
from quizapp.desktop.pages.ask_to_run import AskToRun
from quizapp.desktop.pages.author.checking import ItemChecked, verify_items
from quizapp.desktop.services import Services
from quizapp.message import Message, SaysError, message
from quizapp.packs.model import Exercise, Item, Pack
from quizapp.sandbox.stopper import Stopper

if TYPE_CHECKING:
    from quizapp.desktop.pages.author.recording import Differing, RecordedPack
    from quizapp.wording import Wording


class Work(StrEnum):
    """What is done."""

    VERIFY = "verify"
    RECORD = "record"
    ATTACK = "attack"


@dataclass(frozen=True)
class Job:
    """A job that goes on, or that ended.

    Attributes:
        done: items that are through, of `of`.
        failed: those that do not hold. stored, same: exercises that were stored, or are as they were.
        is_over: nothing goes on any more. was_stopped: not all items were looked at.
        trouble: why it could not be done.
    """

    work: Work
    of: int
    done: int = 0
    failed: int = 0
    stored: int = 0
    same: int = 0
    is_over: bool = False
    was_stopped: bool = False
    trouble: Message | None = None


class Jobs(QObject):
    """Does jobs.

    Signals:
        changed: with the `Job` as it stands. checked: with an `ItemChecked`.
        differing: with a tuple of `Differing` that `store` takes once the author agrees.
        reported: with an `Exercise`, and what came of attacking its checks.
    """

    changed = Signal(object)
    checked = Signal(object)
    differing = Signal(object)
    reported = Signal(object, str)
    _told = Signal(object)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._ask_to_run = AskToRun(page, services)
        self._stopper = Stopper()
        self.job: Job | None = None
        # From the pool's threads; queued, as it leads to this object's own.
        self._told.connect(self._take)

    @property
    def is_busy(self) -> bool:
        """Whether a job goes on."""
        return self.job is not None and not self.job.is_over

    def verify(self, pack: Pack, items: Sequence[Item]) -> None:
        """Verify these items; nothing happens if a job goes on."""
        if self.is_busy or not items:
            return
        stopper = self._begin(Job(Work.VERIFY, len(items)))
        wording = self._services.appearance.wording
        tell = partial(self._tell, stopper)
        work = partial(_verify, pack, items, self._services, wording, stopper, tell)
        again = partial(self.verify, pack, items)
        self._services.runs.submit(work, partial(self._end, stopper), partial(self._fail, stopper, again))

    def record(self, exercises: Sequence[Exercise]) -> None:
        """Record these exercises; nothing happens if a job goes on."""
        if self.is_busy or not exercises:
            return
        stopper = self._begin(Job(Work.RECORD, len(exercises)))
        work = partial(_record, exercises, self._services, stopper, partial(self._tell, stopper))
        again = partial(self.record, exercises)
        self._services.runs.submit(work, partial(self._recorded, stopper), partial(self._fail, stopper, again))

    def attack(self, pack: Pack, exercise: Exercise) -> None:
        """Attack the checks of one exercise; nothing happens if a job goes on."""
        if self.is_busy:
            return
        stopper = self._begin(Job(Work.ATTACK, 1))
        work = partial(_attack, pack, exercise, self._services, self._services.appearance.wording, stopper)
        again = partial(self.attack, pack, exercise)
        self._services.runs.submit(
            work, partial(self._attacked, stopper, exercise), partial(self._fail, stopper, again)
        )

    def store(self, differing: "Sequence[Differing]") -> None:
        """Store what differs; nothing happens if a job goes on."""
        if self.is_busy or self.job is None:
            return
        stopper = self._begin(replace(self.job, is_over=False))
        work = partial(_store, differing)
        again = partial(self.store, differing)
        self._services.runs.submit(work, partial(self._stored, stopper), partial(self._fail, stopper, again))

    @Slot()
    def stop(self) -> None:
        """Begin no other item, and have what was found so far stand."""
        if self.is_busy and self.job is not None:
            self._stopper.stop()
            self._put(replace(self.job, is_over=True, was_stopped=True))

    def forget(self) -> None:
        """Stop, and be about nothing."""
        self._stopper.stop()
        self._stopper = Stopper()
        self._put(None)

    def _begin(self, job: Job) -> Stopper:
        self._stopper = Stopper()
        self._put(job)
        return self._stopper

    def _put(self, job: Job | None) -> None:
        self.job = job
        self.changed.emit(job)

    def _tell(self, stopper: Stopper, found: ItemChecked) -> None:
        self._told.emit((stopper, found))

    @Slot(object)
    def _take(self, told: tuple[Stopper, ItemChecked]) -> None:
        stopper, found = told
        if stopper is not self._stopper or self.job is None or stopper.stopped:
            return
        self.checked.emit(found)
        job = self.job
        self._put(replace(job, done=job.done + 1, failed=job.failed + bool(found.complaints)))

    def _end(self, stopper: Stopper, _is_whole: bool) -> None:
        if stopper is self._stopper and self.is_busy and self.job is not None:
            self._put(replace(self.job, is_over=True))

    def _recorded(self, stopper: Stopper, found: "RecordedPack") -> None:
        if stopper is self._stopper and self.is_busy and self.job is not None:
            self._put(replace(self.job, is_over=True, stored=found.stored, same=found.same))
            if found.differing:
                self.differing.emit(found.differing)

    def _attacked(self, stopper: Stopper, exercise: Exercise, report: str) -> None:
        if stopper is self._stopper and self.is_busy:
            self._put(None)
            self.reported.emit(exercise, report)

    def _stored(self, stopper: Stopper, count: int) -> None:
        if stopper is self._stopper and self.job is not None:
            self._put(replace(self.job, is_over=True, stored=self.job.stored + count))

    def _fail(self, stopper: Stopper, again: Callable[[], None], error: Exception) -> None:
        if stopper is not self._stopper:
            return
        if isinstance(error, Unasked):
            self._put(None)
            self._ask_to_run.ask(error.isolation, again)
        elif not isinstance(error, SaysError):
            self._put(None)
            raise error
        elif self.job is not None:
            self._put(replace(self.job, is_over=True, trouble=error.says))


def _verify(
    pack: Pack,
    items: Sequence[Item],
    services: Services,
    wording: "Wording",
    stopper: Stopper,
    tell: Callable[[ItemChecked], None],
) -> bool:
    services.permission.demand(services.sandbox, stopper)
    return verify_items(pack, items, services.sandbox, wording, stopper, tell)


def _record(
    exercises: Sequence[Exercise], services: Services, stopper: Stopper, tell: Callable[[ItemChecked], None]
) -> "RecordedPack":
    from quizapp.desktop.pages.author.recording import record_items

    services.permission.demand(services.sandbox, stopper)
    try:
        return record_items(exercises, services.sandbox, stopper, tell)
    except OSError as error:
        raise _unwritten(error) from error


def _attack(pack: Pack, exercise: Exercise, services: Services, wording: "Wording", stopper: Stopper) -> str:
    from quizapp.desktop.pages.author.attacking import attack_report

    services.permission.demand(services.sandbox, stopper)
    return "" if stopper.stopped else attack_report(pack, exercise, services.sandbox, wording)


def _store(differing: "Sequence[Differing]") -> int:
    from quizapp.desktop.pages.author.recording import store_all

    try:
        return store_all(differing)
    except OSError as error:
        raise _unwritten(error) from error


def _unwritten(error: OSError) -> SaysError:
    reason = error.strerror or str(error)
    return SaysError(
        message("{file} can't be written: {reason}.", file=str(error.filename or "expected.json"), reason=reason)
    )
