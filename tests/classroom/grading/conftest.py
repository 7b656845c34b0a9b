"""The sample pack, recorded once; a small Dask cluster."""

from collections.abc import Iterator

import pytest
from distributed import LocalCluster

from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import write_pack


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Pack:
    return write_pack(tmp_path_factory.mktemp("sample pack"), sandbox)


@pytest.fixture(scope="module")
def one_worker() -> Iterator[LocalCluster]:
    """A cluster as small as can be."""
    with pytest.MonkeyPatch.context() as patch:
        # A worker runs the main program's file first, and a program that another test ran may have named one.
        patch.delattr("__main__.__file__", raising=False)
        with LocalCluster(
            n_workers=1, threads_per_worker=2, processes=True, memory_limit=0, dashboard_address=":0"
        ) as running:
            yield running
