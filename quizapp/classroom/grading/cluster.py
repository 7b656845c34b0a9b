"""Judges on a Dask cluster: each worker has a sandbox of its own, and confines what it runs as this computer does.

Only this module and `on_worker` know Dask, which comes with the extra `cluster`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Final
from uuid import uuid4

from distributed import Client, Future, KilledWorker, as_completed

from quizapp.classroom.grading.jobs import Job, Judgements, Kits
from quizapp.classroom.grading.judged import Judged
from quizapp.classroom.grading.on_worker import Bench, enforced_on_worker, judge_on_worker
from quizapp.message import SaysError, message

_AHEAD: Final = 3
_TRIES: Final = 4
_CONNECT_SECONDS: Final = 20


class Cluster:
    """A cluster that judges.

    Attributes:
        is_enforced: whether every worker that judged blocks everything while code runs; known once it has judged.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self.is_enforced = True

    def judge(self, jobs: Iterator[Job], kits: Kits) -> Judgements:
        """Judge the jobs; those of a worker that dies are done again by another.

        Raises:
            SaysError: if the cluster has no worker that can judge, or can't be reached any more.
        """
        client = self._client
        # Workers that come later, also in place of dead ones, are set up in the same way.
        _set_up(client, Bench(kits))
        try:
            yield from _gathered(jobs, client)
            self.is_enforced = all(_on_each_worker(client))
        except OSError as error:
            raise _lost(error) from error
        finally:
            if client.status == "running":
                client.unregister_worker_plugin(Bench.name)


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to a cluster's scheduler.

    Raises:
        SaysError: if there is none.
    """
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SaysError(
            message(
                "There is no Dask cluster at {address} ({reason}). Start `dask scheduler` and `dask worker`.",
                address=address,
                reason=_reason(error),
            )
        ) from error
    try:
        yield Cluster(client)
    finally:
        client.close()


def _on_each_worker(client: Client) -> list[bool]:
    """Return what each worker says of its protection; one that died meanwhile says nothing."""
    options = {"pure": False, "allow_other_workers": True}
    said = [client.submit(enforced_on_worker, workers=[each], **options) for each in client.nthreads()]
    return list(client.gather(said, errors="skip"))


def _set_up(client: Client, bench: Bench) -> None:
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
        client.register_plugin(bench)
    except TimeoutError as error:
        raise SaysError(message("The Dask cluster has no worker. Start one with `dask worker`.")) from error
    except Exception as error:
        # What a worker raises is whatever it lacks: quizapp, torch, the same version.
        raise SaysError(
            message("A worker of the cluster can't judge: {reason}. It needs quizapp too.", reason=_reason(error))
        ) from error


def _gathered(jobs: Iterator[Job], client: Client) -> Judgements:
    """Yield what is done, and hand out as many jobs anew: a few for each thread, however many there are."""
    run, tries = uuid4().hex, dict[str, int]()
    under_way: dict[Future[Judged], Job] = {}

    def submit(job: Job) -> Future[Judged]:
        tries[job.key] = tries.get(job.key, 0) + 1
        name = f"quizapp-{run}-{job.key}-{tries[job.key]}"
        future = client.submit(judge_on_worker, job, key=name, pure=False)
        under_way[future] = job
        return future

    ahead = _AHEAD * max(1, sum(client.nthreads().values()))
    gathering = as_completed([submit(job) for job in islice(jobs, ahead)], loop=client.loop)
    try:
        for future in gathering:
            job = under_way.pop(future)
            judged = _result(future)
            if judged is not None:
                del tries[job.key]
                yield job.key, judged
                gathering.update([submit(job) for job in islice(jobs, 1)])
            elif tries[job.key] < _TRIES:
                gathering.add(submit(job))
            else:
                raise SaysError(message("Workers of the Dask cluster die again and again. What was judged is kept."))
    finally:
        if client.status == "running":
            client.cancel(list(under_way))


def _result(future: Future[Judged]) -> Judged | None:
    """Return what came of a job; None if it has to be done again because its worker died."""
    if future.status == "cancelled":
        raise _lost(OSError("cancelled"))
    try:
        judged = future.result()
    except KilledWorker:
        return None
    except Exception as error:
        raise SaysError(
            message("A worker of the cluster can't judge: {reason}. It needs quizapp too.", reason=_reason(error))
        ) from error
    return judged


def _lost(error: OSError) -> SaysError:
    return SaysError(
        message(
            "The Dask cluster can't be reached any more ({reason}). What was judged is kept; the same command goes on.",
            reason=_reason(error),
        )
    )


def _reason(error: BaseException) -> str:
    first = next(iter(str(error).splitlines()), "")
    return first.rstrip(".") or type(error).__name__
