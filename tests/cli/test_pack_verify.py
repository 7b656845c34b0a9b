"""`quizapp pack verify` says how strong the checks are, in words and as JSON; a survivor is told, and is no error."""

import json
from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.sandbox.sandbox import Sandbox
from tests.classroom.attacks.small_pack import FILES, small_pack


@pytest.fixture
def pack(tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    small_pack(tmp_path / "pack", sandbox)
    return tmp_path / "pack"


def test_survivors_are_told_and_the_pack_holds(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["pack", "verify", str(pack)])

    said = capsys.readouterr().out
    assert (0, True) == (status, said.endswith("The pack holds, but 4 wrong programs pass its checks, see above.\n"))
    assert "means/rows/solution.py:2\n    -     return x.mean(dim=1)\n    +     return x.sum(dim=1)\n" in said
    assert "4 pass, 0 more are marked as equivalent." in said


def test_without_attacks_nothing_is_said_of_them(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["pack", "verify", str(pack), "--no-attacks", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert (0, True, 1, None) == (status, said["holds"], said["items"], said["attacks"])


def test_an_idle_mark_fails_and_json_has_it(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    idle = '\n[[equivalent]]\nattack = "copied: y"\nwhy = "?"\n'
    (pack / "means/rows/exercise.toml").write_text(FILES["means/rows/exercise.toml"] + idle)

    status = main(["pack", "verify", str(pack), "--json"])

    said = json.loads(capsys.readouterr().out)
    assert (1, False, 4) == (status, said["holds"], said["attacks"]["survivors"])
    assert ["small/means/rows"] == [problem["where"] for problem in said["problems"]]
