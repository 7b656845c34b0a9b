"""Judges on a Dask cluster: each worker has a sandbox of its own, and confines what it runs as this computer does.

Only this module, `handing_out` and `on_worker` know Dask, which comes with the extra `cluster`.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from distributed import CancelledError, Client, Future, KilledWorker

from quizapp.classroom.grading.judges.handing_out import HandingOut, all_paused, cannot_judge, lost, reason_of
from quizapp.classroom.grading.judges.jobs import Job, Judgements, Kits, Pace
from quizapp.classroom.grading.judges.on_worker import Bench, Unfit, enforced_on_worker
from quizapp.message import SaysError, message

_CONNECT_SECONDS: Final = 20


class Cluster:
    """A cluster that judges."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._bench: Bench | None = None

    def judge(self, jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
        """Judge the jobs; those of a worker that dies are done again by another.

        Raises:
            SaysError: if the cluster has no worker that can judge, or can't be reached any more.
        """
        try:
            yield from HandingOut(self._client, self._bench_with(kits)).judge(jobs, pace)
        except OSError as error:
            raise lost(error) from error

    def is_enforced(self) -> bool:
        """Tell whether every worker blocks everything while code runs; one that died says nothing."""
        if self._bench is None:
            return True
        name, options = self._bench.name, {"pure": False, "allow_other_workers": True}
        try:
            said = [
                self._client.submit(enforced_on_worker, name, workers=[each], **options)
                for each in self._client.nthreads()
            ]
        except OSError as error:
            raise lost(error) from error
        return all(map(_is_true_if_said, said))

    def clear(self) -> None:
        """Take away what the workers were set up with."""
        if self._bench is not None and self._client.status == "running":
            self._client.unregister_worker_plugin(self._bench.name)
        self._bench = None

    def _bench_with(self, kits: Kits) -> Bench:
        """Set all workers up, once; those that come later, also in place of dead ones, are set up in the same way."""
        if self._bench is None or self._bench.kits is not kits:
            self.clear()
            _insist_on_workers(self._client)
            self._bench = Bench(kits)
            _set_up(self._client, self._bench)
        return self._bench


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
                reason=reason_of(error),
            )
        ) from error
    cluster = Cluster(client)
    try:
        yield cluster
    finally:
        with suppress(OSError):
            cluster.clear()
        client.close()


def _is_true_if_said(future: "Future[bool]") -> bool:
    try:
        return future.result(timeout=_CONNECT_SECONDS)
    except (OSError, CancelledError, KilledWorker, Unfit):
        return True


def _insist_on_workers(client: Client) -> None:
    try:
        client.wait_for_workers(1, timeout=_CONNECT_SECONDS)
    except TimeoutError as error:
        if client.nthreads():
            raise all_paused() from error
        raise SaysError(message("The Dask cluster has no worker. Start one with `dask worker`.")) from error


def _set_up(client: Client, bench: Bench) -> None:
    try:
        client.register_plugin(bench)
    except Exception as error:
        # What a worker raises is whatever it lacks: quizapp, torch, the same version.
        raise cannot_judge(error) from error
