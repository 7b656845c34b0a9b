"""What is done with the open pack as a whole, off the GUI thread: one job at a time, told item by item, stoppable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from quizapp.consent import Unasked
from quizapp.desktop.pages.ask_to_run import AskToRun
from quizapp.desktop.pages.author.checking import ItemChecked, verify_items
from quizapp.desktop.services import Services
from quizapp.message import Message, SaysError, message
from quizapp.packs.model import Exercise, Item, Pack
from quizapp.sandbox.stopper import Stopper

if TYPE_CHECKING:
    from quizapp.desktop.pages.author.programs import Recorded
    from quizapp.desktop.pages.author.recording import Differing, RecordedPack
    from quizapp.wording import Wording


class Work(StrEnum):
    """What is done."""

    VERIFY = "verify"
    RECORD = "record"


@dataclass(frozen=True)
class Job:
    """A job that goes on, or that ended.

    Attributes:
        done: items that are through, of `of`.
        failed: those that do not hold.
        caught, survivors: wrong programs that the checks catch, and that pass. unattacked: exercises without any.
        stored, same: exercises that were stored, or are as they were. differing: those that wait for a yes.
        is_kept: what is stored was kept where something differs.
        is_over: nothing goes on any more. was_stopped: not all items were looked at.
        trouble: why it could not be done.
    """

    work: Work
    of: int
    done: int = 0
    failed: int = 0
    caught: int = 0
    survivors: int = 0
    unattacked: int = 0
    stored: int = 0
    same: int = 0
    differing: int = 0
    is_kept: bool = False
    is_over: bool = False
    was_stopped: bool = False
    trouble: Message | None = None


def with_item(job: Job, found: ItemChecked) -> Job:
    """Return the job with one more item through."""
    return replace(
        job,
        done=job.done + 1,
        failed=job.failed + bool(found.complaints),
        caught=job.caught + (found.strength.caught if found.strength is not None else 0),
        survivors=job.survivors + len(found.survivors),
        unattacked=job.unattacked + found.is_unattacked,
    )


class Jobs(QObject):
    """Does jobs.

    Signals:
        changed: with the `Job` as it stands. checked: with an `ItemChecked`.
        differing: with a tuple of `Differing` that `store` takes once the author agrees, or `keep` if not.
        recorded: with a tuple of `Recorded`, for each exercise whose stored expectations are its own now.
    """

    changed = Signal(object)
    checked = Signal(object)
    differing = Signal(object)
    recorded = Signal(object)
    _told = Signal(object)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._ask_to_run = AskToRun(page, services)
        self._stopper = Stopper()
        self.job: Job | None = None
        # From the pool's threads; queued, as it leads to this object's own.
        self._told.connect(self._take)
        if (application := QCoreApplication.instance()) is not None:
            # A sandbox of the job's own would else keep the app from ending.
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Whether a job goes on."""
        return self.job is not None and not self.job.is_over

    def verify(self, pack: Pack, items: Sequence[Item]) -> None:
        """Verify these items, and attack their checks; nothing happens if a job goes on."""
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

    def store(self, differing: "Sequence[Differing]") -> None:
        """Store what differs; nothing happens if a job goes on."""
        if self.is_busy or self.job is None:
            return
        stopper = self._begin(replace(self.job, is_over=False))
        work = partial(_store, differing)
        again = partial(self.store, differing)
        self._services.runs.submit(work, partial(self._stored, stopper), partial(self._fail, stopper, again))

    @Slot()
    def keep(self) -> None:
        """Keep what is stored where something differs."""
        if self.job is not None and self.job.differing and not self.is_busy:
            self._put(replace(self.job, is_kept=True))

    @Slot()
    def stop(self) -> None:
        """Begin no other item, and have what was found so far stand."""
        self._stopper.stop()
        if self.is_busy and self.job is not None:
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
        # Recording tells what can't be recorded, not what holds.
        if self.job.work is Work.VERIFY or found.complaints:
            self.checked.emit(found)
        self._put(with_item(self.job, found))

    def _end(self, stopper: Stopper, _is_whole: bool) -> None:
        if stopper is self._stopper and self.is_busy and self.job is not None:
            self._put(replace(self.job, is_over=True))

    def _recorded(self, stopper: Stopper, found: "RecordedPack") -> None:
        if stopper is not self._stopper or not self.is_busy or self.job is None:
            return
        count = len(found.differing)
        self._put(replace(self.job, is_over=True, stored=len(found.stored), same=len(found.same), differing=count))
        self.recorded.emit((*found.stored, *found.same))
        if found.differing:
            self.differing.emit(found.differing)

    def _stored(self, stopper: Stopper, recorded: "tuple[Recorded, ...]") -> None:
        if stopper is self._stopper and self.job is not None:
            self._put(replace(self.job, is_over=True, stored=self.job.stored + len(recorded), differing=0))
            self.recorded.emit(recorded)

    def _fail(self, stopper: Stopper, again: Callable[[], None], error: Exception) -> None:
        if stopper is not self._stopper or (self.job is not None and self.job.was_stopped):
            # What was stopped has lost its sandbox, and says so.
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
    from quizapp.desktop.pages.author.sandboxes import sandbox_for

    services.permission.demand(services.sandbox, stopper)
    with sandbox_for(items, services.sandbox, stopper) as sandbox:
        return verify_items(pack, items, sandbox, wording, stopper, tell)


def _record(
    exercises: Sequence[Exercise], services: Services, stopper: Stopper, tell: Callable[[ItemChecked], None]
) -> "RecordedPack":
    from quizapp.desktop.pages.author.recording import record_items
    from quizapp.desktop.pages.author.sandboxes import sandbox_for

    services.permission.demand(services.sandbox, stopper)
    try:
        with sandbox_for(exercises, services.sandbox, stopper) as sandbox:
            return record_items(exercises, sandbox, stopper, tell)
    except OSError as error:
        raise _unwritten(error) from error


def _store(differing: "Sequence[Differing]") -> "tuple[Recorded, ...]":
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
