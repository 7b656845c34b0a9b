"""Hands jobs out to the workers of a Dask cluster, and anew those whose worker died or could not judge."""

import time
from collections.abc import Iterator
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Final
from uuid import uuid4

from distributed import Client, Future, KilledWorker
from msgspec import Struct

from quizapp.classroom.grading.judges.jobs import Job, Judgements, Pace
from quizapp.classroom.grading.judges.judged import Judged, not_judged
from quizapp.classroom.grading.judges.on_worker import Answer, Bench, Unfit, insist_on_worker, judge_on_worker
from quizapp.judging.expectations import ExpectationsError
from quizapp.message import Message, SaysError, message

_AHEAD: Final = 3
"""How many jobs are with the cluster for each of its threads, so that none waits for the next one."""

_TRIES: Final = 2
"""How often a job is handed out in one round; the scheduler itself tries some more workers, where one dies."""

_LOOK_SECONDS: Final = 5
_PATIENCE_SECONDS: Final = 60
_TRIAL_SECONDS: Final = 120


class _Try(Struct, frozen=True):
    job: Job
    number: int


class _Lost(Struct, frozen=True):
    """Nothing came of a job. `worker` is where, if that is known and it still lives."""

    reason: str
    worker: str | None = None


class HandingOut:
    """One round of jobs on a cluster whose workers have a bench."""

    def __init__(self, client: Client, bench: Bench) -> None:
        self._client = client
        self._bench = bench
        self._run = uuid4().hex
        self._done = SimpleQueue[Future[Answer]]()
        self._under_way: dict[Future[Answer], _Try] = {}
        self._given_up: list[tuple[Future[Answer], _Lost]] = []

    def judge(self, jobs: Iterator[Job], pace: Pace) -> Judgements:
        """Yield what is done, and hand out as many jobs anew: a few for each thread, however many there are.

        Raises:
            SaysError: if the cluster can't judge any more, or an exercise can't be judged.
        """
        threads = sum(self._client.nthreads().values())
        ahead = pace.at_once(_AHEAD * threads) if pace is Pace.FULL else pace.at_once(threads)
        try:
            for job in islice(jobs, ahead):
                self._hand_out(_Try(job, 1))
            while self._under_way:
                done = self._next_done()
                if done is not None:
                    yield done
                    for job in islice(jobs, 1):
                        self._hand_out(_Try(job, 1))
        finally:
            if self._client.status == "running":
                self._client.cancel(list(self._under_way))

    def _hand_out(self, attempt: _Try, not_to: str | None = None) -> None:
        others = [worker for worker in self._workers()[0] if worker != not_to] if not_to else []
        future = self._client.submit(
            judge_on_worker,
            attempt.job,
            self._bench.name,
            key=f"quizapp-{self._run}-{attempt.job.key}-{attempt.number}",
            pure=False,
            workers=others or None,
            allow_other_workers=bool(others),
        )
        self._under_way[future] = attempt
        future.add_done_callback(self._done.put)

    def _next_done(self) -> tuple[str, Judged] | None:
        """Wait for the next job to be done; None if it has been handed out anew."""
        future, answer = self._wait()
        attempt = self._under_way.pop(future)
        if isinstance(answer, Message):
            raise ExpectationsError(answer)
        if isinstance(answer, Judged):
            return attempt.job.key, answer
        if attempt.number < _TRIES:
            self._hand_out(_Try(attempt.job, attempt.number + 1), answer.worker)
            return None
        # Whether it is this job that workers die of, or the cluster judges nothing any more.
        self._insist_on_cluster()
        return attempt.job.key, not_judged(self._bench.kits[attempt.job.item].exercise, answer.reason)

    def _wait(self) -> tuple[Future[Answer], Answer | _Lost]:
        """Wait for what comes of a job; not without end for a worker that takes none, as its memory is full."""
        waiting_since = time.monotonic()
        while not self._given_up:
            try:
                future = self._done.get(timeout=_LOOK_SECONDS)
            except Empty:
                self._look_after_workers(time.monotonic() - waiting_since)
                continue
            if future in self._under_way:
                return future, _answer(future)
        return self._given_up.pop()

    def _look_after_workers(self, seconds: float) -> None:
        """Give up, after so many seconds in which nothing was done, what no worker will do."""
        running, paused = self._workers()
        if seconds < _PATIENCE_SECONDS or (running and not paused):
            return
        if not running:
            raise all_paused() if paused else _dying()
        queued = self._client.processing(paused)
        where = {key: worker for worker, keys in queued.items() for key in keys}
        self._given_up = [
            (future, _Lost("its worker is paused, as its memory is full", where[future.key]))
            for future in self._under_way
            if future.key in where
        ]
        self._client.cancel([future for future, _ in self._given_up])

    def _workers(self) -> tuple[list[str], list[str]]:
        """Return the workers that begin jobs, and those that don't."""
        workers: dict[str, dict[str, object]] = self._client.scheduler_info(n_workers=-1)["workers"]
        running = [address for address, worker in workers.items() if worker["status"] == "running"]
        return running, [address for address in workers if address not in running]

    def _insist_on_cluster(self) -> None:
        trial = self._client.submit(insist_on_worker, self._bench.name, pure=False)
        try:
            trial.result(timeout=_TRIAL_SECONDS)
        except (TimeoutError, KilledWorker) as error:
            raise _dying() from error
        except Exception as error:
            raise cannot_judge(error) from error


def _answer(future: Future[Answer]) -> Answer | _Lost:
    """Return what came of a job."""
    if future.status == "cancelled":
        raise lost(OSError("cancelled"))
    try:
        answer: Answer = future.result()
    except KilledWorker:
        return _Lost("its workers died")
    except Unfit as error:
        return _Lost(error.reason, error.worker)
    except Exception as error:
        return _Lost(f"{type(error).__name__}: {error}")
    return answer


def cannot_judge(error: BaseException) -> SaysError:
    """Return what is said where a worker lacks something."""
    return SaysError(
        message("A worker of the cluster can't judge: {reason}. It needs quizapp too.", reason=reason_of(error))
    )


def lost(error: OSError) -> SaysError:
    """Return what is said where the cluster is gone."""
    return SaysError(
        message(
            "The Dask cluster can't be reached any more ({reason}). What was judged is kept; the same command goes on.",
            reason=reason_of(error),
        )
    )


def reason_of(error: BaseException) -> str:
    """Return the first line of what an error says."""
    first = next(iter(str(error).splitlines()), "")
    return first.rstrip(".") or type(error).__name__


def all_paused() -> SaysError:
    """Return what is said where no worker begins a job."""
    return SaysError(
        message(
            "All workers of the Dask cluster are paused, as their memory is full. Start them anew, or more of them. "
            "What was judged is kept; the same command goes on."
        )
    )


def _dying() -> SaysError:
    return SaysError(message("Workers of the Dask cluster die again and again. What was judged is kept."))
