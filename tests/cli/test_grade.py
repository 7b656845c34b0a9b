"""`quizapp grade` as it is typed: what it writes, says and keeps, also when it is stopped."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.packs.model import Pack
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.grading.sample import HOSTILE, RIGHT, SQUARE, hand_in, write_pack


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Pack:
    return write_pack(tmp_path_factory.mktemp("pack to grade"), sandbox)


def test_it_writes_tables_and_a_report(tmp_path: Path, pack: Pack, capsys: pytest.CaptureFixture[str]) -> None:
    folder = hand_in(tmp_path / "class", {"ann/double.py": RIGHT, "bob/notes.txt": b""})
    out = folder / "results"

    status = main(["grade", str(pack.folder), str(folder), "--report", str(out), "--lms", "canvas"])

    said = capsys.readouterr().out.splitlines()
    assert (0, ["canvas.csv", "progress.jsonl", "report.html", "table.csv", "table.json"]) == (
        status,
        sorted(path.name for path in out.iterdir()),
    )
    assert said[0].startswith("Students: 2. Items: 1. Judged: 1 in ")
    assert said[1:3] == ["1 file does not count; the report says why.", f"  {out / 'table.csv'}"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ["class", "--report", "class"],
            "The report needs a folder of its own, not that of the class; name another one.",
        ),
        (["nowhere", "--report", "out"], "There is no folder nowhere."),
        (
            ["class", "--report", "out", "--item", "last"],
            "The pack has nothing to grade called last. Write LESSON or LESSON/ITEM.",
        ),
    ],
)
def test_what_can_not_be_done_is_said_and_nothing_is_written(
    words: list[str],
    says: str,
    tmp_path: Path,
    pack: Pack,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "class").mkdir()
    monkeypatch.chdir(tmp_path)

    status = main(["grade", str(pack.folder), *words])

    assert (2, says) == (status, capsys.readouterr().err.strip())
    assert ["class"] == [path.name for path in tmp_path.iterdir()]


def test_ctrl_c_keeps_what_was_judged_and_says_so(tmp_path: Path, pack: Pack) -> None:
    files: dict[str, str | bytes] = {"ann/double.py": RIGHT, "bob/double.py": SQUARE, "cem/double.py": HOSTILE["loops"]}
    folder, out = hand_in(tmp_path / "class", files), tmp_path / "out"
    command = [sys.executable, "-m", "quizapp", "grade", str(pack.folder), str(folder), "--report", str(out)]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    grading = subprocess.Popen([*command, "--at-once", "3"], env=environment, stderr=subprocess.PIPE, text=True)
    while grading.poll() is None and len(_lines(out)) < 2:
        with suppress(subprocess.TimeoutExpired):  # the third one loops until its time is up
            grading.wait(0.05)

    grading.send_signal(signal.SIGINT)
    _, said = grading.communicate(timeout=20)

    assert (130, "Stopped. 2 judgements are kept; the same command goes on from there.\n") == (grading.returncode, said)
    assert not (out / "table.csv").exists()


def _lines(out: Path) -> list[bytes]:
    progress = out / "progress.jsonl"
    return progress.read_bytes().splitlines() if progress.exists() else []
