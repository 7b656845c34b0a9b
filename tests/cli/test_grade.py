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
    assert (0, ["canvas.csv", "progress.jsonl", "report.html", "students.csv", "table.csv", "table.json"]) == (
        status,
        sorted(path.name for path in out.iterdir()),
    )
    assert said[0].startswith("Students: 2. Items: 1. Judged: 1 in ")
    assert said[1:4] == [
        "1 file does not count; the report says why.",
        f"  {out / 'report.html'}   the report, for a browser",
        f"  {out / 'students.csv'}  a row for each student: points, percent, each item",
    ]


def test_a_folder_too_many_is_gone_through_and_said(
    tmp_path: Path, pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = hand_in(tmp_path / "class", {"x/ann/double.py": RIGHT, "x/bob/double.py": SQUARE})

    status = main(["grade", str(pack.folder), str(folder), "--report", str(folder / "out"), "--points-per-item", "10"])

    told = capsys.readouterr()
    assert (0, "Students: 2. Items: 1. Judged: 2 in ") == (status, told.out[:36])
    assert f"Please look: {folder} holds nothing but the folder x, and that holds the class: x is graded.\n" == told.err
    assert [["ann", "", "10", "10", "100", "10"], ["bob", "", "2.5", "10", "25", "2.5"]] == [
        line.split(",") for line in (folder / "out" / "students.csv").read_text().splitlines()[1:]
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ["class", "--report", "class"],
            "The report needs a folder of its own, not that of the class; name another one.",
        ),
        (["nowhere", "--report", "out"], "There is no folder nowhere."),
        (
            ["class/all.zip", "--report", "out"],
            "class/all.zip is no folder; unpack it if it is packed, and name that.",
        ),
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
    hand_in(tmp_path / "class", {"all.zip": b"PK"})
    monkeypatch.chdir(tmp_path)

    status = main(["grade", str(pack.folder), *words])

    assert (2, says) == (status, capsys.readouterr().err.strip())
    assert ["class"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("joning", "`quizapp pack list` shows those that are there."),
        ("pytorch-esentials", "Did you mean pytorch-essentials?"),
    ],
)
def test_a_pack_that_is_not_there_is_neither_a_folder_nor_an_id(
    name: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["grade", name, str(tmp_path), "--report", str(tmp_path / "out")])

    assert (2, f"There is no folder {name}, and no pack with that id. {says}\n") == (status, capsys.readouterr().err)


@pytest.mark.parametrize("written", ["0", "-1", "nan", "many"])
def test_points_are_a_number_above_nothing(written: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["grade", "pack", "class", "--report", "out", f"--points-per-item={written}"])

    assert f"expected a number above 0, got {written}" in capsys.readouterr().err


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
