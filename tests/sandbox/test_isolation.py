"""The report on what is kept out: full here, and honest where a layer is missing."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.sandbox.attempts import ATTEMPTING, FORBIDDEN, INFORMATIVE
from quizapp.sandbox.bait import laid_bait
from quizapp.sandbox.isolation import Isolation, Layer, probe_isolation
from quizapp.sandbox.layers import REMOVABLE, LayerName
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable
from quizapp.sandbox.stopper import Stopper
from quizapp.sandbox.way import Way

BUBBLEWRAP, NAMESPACES, LANDLOCK, SECCOMP = REMOVABLE


def isolation_without(*layers: LayerName) -> Isolation:
    with Sandbox(without=frozenset(layers)) as sandbox:
        return probe_isolation(sandbox)


def named(things: tuple[object, ...]) -> set[str]:
    return {str(thing) for thing in things}


def missing(isolation: Isolation) -> list[str]:
    return [layer.name for layer in isolation.layers if not layer.enforced]


def test_everything_is_blocked_here(sandbox: Sandbox) -> None:
    isolation = probe_isolation(sandbox)

    assert (isolation.level, isolation.gaps) == ("full", ())


def test_layers_come_from_the_outermost_to_the_innermost(sandbox: Sandbox) -> None:
    assert [layer.name for layer in probe_isolation(sandbox).layers] == [str(layer) for layer in LayerName]


def test_without_the_added_layers_it_is_full_still_with_remarks() -> None:
    isolation = isolation_without(BUBBLEWRAP, NAMESPACES)

    assert (isolation.level, isolation.gaps) == ("full", ())
    hidden = {"see whether a file of yours exists, and how large it is", "see which other programs run"}
    assert named(isolation.remarks) == hidden
    assert missing(isolation) == [BUBBLEWRAP, NAMESPACES]


def test_without_what_keeps_files_apart_they_can_be_read_and_that_is_said() -> None:
    isolation = isolation_without(BUBBLEWRAP, NAMESPACES, LANDLOCK)

    assert isolation.level == "partial"
    assert {"read files of yours", "list folders of yours"} <= named(isolation.gaps)
    assert not {"use the network (TCP)", "start processes", "delete files"} & named(isolation.gaps)
    assert missing(isolation) == [BUBBLEWRAP, NAMESPACES, LANDLOCK]


def test_without_seccomp_processes_can_be_started_and_that_is_said() -> None:
    isolation = isolation_without(SECCOMP)

    assert isolation.level == "partial"
    assert "start processes" in named(isolation.gaps)
    assert not {"read files of yours", "write files of yours", "send signals to other programs"} & named(isolation.gaps)
    assert SECCOMP in missing(isolation)


def test_without_all_of_them_the_level_is_none() -> None:
    isolation = isolation_without(*REMOVABLE)

    assert isolation.level == "none"
    assert {"read files of yours", "use the network (TCP)", "start other programs"} <= named(isolation.gaps)


def test_a_sandbox_that_can_not_be_started_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")

    with Sandbox(without=frozenset(REMOVABLE)) as broken, pytest.raises(SandboxUnavailable):
        probe_isolation(broken)


def test_in_a_pool_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    def really_happens(*_arguments: object, **_options: object) -> None:
        raise AssertionError

    with Sandbox(way=Way.POOL) as pool:
        monkeypatch.setattr(pool, "run", really_happens)
        isolation = probe_isolation(pool)

    assert (isolation.level, len(isolation.gaps)) == ("none", 3)
    assert set(REMOVABLE) <= set(missing(isolation))


def test_a_probe_that_was_stopped_knows_of_nothing_that_is_blocked(sandbox: Sandbox) -> None:
    stopper = Stopper()
    stopper.stop()

    assert named(probe_isolation(sandbox, stopper).gaps) == named(tuple(attempt.what for attempt in FORBIDDEN))


UNCONFINED = """
import json, sys
bait = json.loads(sys.stdin.read())
globals().update(bait)
exec(bait["ATTEMPTING"])
print(json.dumps([attempt for attempt in bait["ATTEMPTS"] if is_blocked(attempt)]))
"""

FORBIDDEN_BY_SOME_SYSTEMS = {"make_ring()", "read_memory()", "os.stat(f'/proc/{other(HOST)}')"}


def test_unconfined_every_attempt_succeeds_and_harms_nothing_but_the_bait(tmp_path: Path) -> None:
    (tmp_path / "out.txt").touch()
    attempts = [attempt.expression for attempt in (*FORBIDDEN, *INFORMATIVE)]
    with laid_bait() as bait:
        folder = Path(str(bait["FOLDER"]))
        told = json.dumps({**bait, "ATTEMPTING": ATTEMPTING, "ATTEMPTS": attempts})
        said = subprocess.run(
            [sys.executable, "-c", UNCONFINED], input=told, cwd=tmp_path, capture_output=True, text=True, check=True
        )
        left = {file.name for file in folder.iterdir()}

    assert set(json.loads(said.stdout)) <= FORBIDDEN_BY_SOME_SYSTEMS
    # The bait is there to be changed, and nothing else.
    assert left == {"private", "socket", "new", "link", "moved"}
    assert {file.name: file.stat().st_size for file in tmp_path.iterdir()} == {"out.txt": 0, "unforeseen": 0}


def test_the_bait_can_be_taken_by_who_is_not_kept_out() -> None:
    with laid_bait() as bait, socket.create_connection(("127.0.0.1", int(str(bait["TCP"])))):
        assert Path(str(bait["PRIVATE"])).read_text(encoding="utf-8") != ""
        assert Path(str(bait["SOCKET"])).is_socket()
        assert bait["HOST"] == os.getpid()


def test_a_temporary_folder_too_deep_for_a_socket_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / ("d" * 100)
    deep.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(deep))

    with laid_bait() as bait:
        assert not Path(str(bait["SOCKET"])).exists()


def test_nothing_is_left_of_the_bait() -> None:
    with laid_bait() as bait:
        pass

    assert not Path(str(bait["FOLDER"])).exists()


def test_no_value_of_the_environment_is_in_the_bait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_PASSWORD", "correct horse battery staple")

    with laid_bait() as bait:
        assert "A_PASSWORD" in str(bait["VARIABLES"])
        assert "correct horse battery staple" not in repr(bait)


def test_a_layer_is_a_value() -> None:
    assert Layer(name="seccomp", enforced=True) == Layer(name="seccomp", enforced=True, detail="")
