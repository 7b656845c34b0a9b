"""What is put around the server: found by trying, and given up for the next best where it doesn't work."""

import os
from pathlib import Path

import psutil
import pytest

from quizapp.sandbox.forked.enclosure import find_enclosure
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.messages import Ending, Program
from quizapp.sandbox.observation import Truth
from quizapp.sandbox.sandbox import Sandbox

BUBBLEWRAP, NAMESPACES = LayerName.BUBBLEWRAP, LayerName.NAMESPACES
NONE = frozenset[LayerName]()
PROGRAMS = {BUBBLEWRAP: "bwrap", NAMESPACES: "unshare"}


def put_first_in_path(name: str, script: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    enclosure = find_enclosure(tmp_path, {BUBBLEWRAP: "left out", NAMESPACES: "left out"})

    assert (enclosure.command, enclosure.layers) == ((), {BUBBLEWRAP: "left out", NAMESPACES: "left out"})


def test_without_namespaces_there_is_no_bubblewrap(tmp_path: Path) -> None:
    enclosure = find_enclosure(tmp_path, {NAMESPACES: "left out"})

    assert enclosure.layers == {BUBBLEWRAP: "needs namespaces: left out", NAMESPACES: "left out"}


def test_without_the_programs_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    enclosure = find_enclosure(tmp_path, {})

    assert enclosure.command == ()
    assert enclosure.layers == {BUBBLEWRAP: "bwrap is not installed", NAMESPACES: "unshare is not installed"}


def test_a_program_that_is_refused_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("bwrap", "unshare"):
        put_first_in_path(name, f"echo {name}: Operation not permitted >&2; exit 1", tmp_path, monkeypatch)
    enclosure = find_enclosure(tmp_path, {})

    assert enclosure.layers == {name: f"{program}: Operation not permitted" for name, program in PROGRAMS.items()}


def test_a_server_that_can_not_start_in_it_starts_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The trial works, Python's start does not.
    put_first_in_path("bwrap", "case $* in *-m*) echo no Python here >&2; exit 1;; esac", tmp_path, monkeypatch)
    with Sandbox() as sandbox:
        outcome = sandbox.run(Program(code="x = True", observe=("x",)))

        assert (outcome.ending, outcome.observations) == (Ending.FINISHED, {"x": Truth(True)})
        assert sandbox.layers[BUBBLEWRAP] == "no Python here"


@pytest.mark.parametrize("left_out", [NONE, frozenset({BUBBLEWRAP})])
def test_an_enclosed_program_sees_no_process_of_the_host(left_out: frozenset[LayerName]) -> None:
    with Sandbox(without=left_out) as sandbox:
        program = Program(code="import os\nx = os.getppid() < 10 and os.getpid() < 100", observe=("x",))
        outcome = sandbox.run(program)
        if sandbox.layers[NAMESPACES]:
            pytest.skip(sandbox.layers[NAMESPACES])

    assert outcome.observations == {"x": Truth(True)}


def test_with_bubblewrap_other_files_do_not_exist(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.write_text("mine")
    with Sandbox() as sandbox:
        code = f"import os\nx = os.path.exists({str(private)!r}) or os.path.exists('/etc/passwd')"
        outcome = sandbox.run(Program(code=code, observe=("x",)))
        if sandbox.layers[BUBBLEWRAP]:
            pytest.skip(sandbox.layers[BUBBLEWRAP])

    assert outcome.observations == {"x": Truth(False)}


def test_the_numbers_of_processes_are_the_hosts() -> None:
    with Sandbox() as sandbox:
        sandbox.wait_until_ready(60)
        server, *children = map(psutil.Process, sandbox.process_ids())

        assert Path(server.cmdline()[0]).name.startswith("python")
        assert [child.ppid() for child in children] == [server.pid]
