"""What `quizapp doctor` says of this machine, and of one that lacks a layer."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from quizapp.cli import main
from quizapp.home import Home
from quizapp.sandbox.forked.enclosure import find_enclosure
from quizapp.sandbox.layers import REMOVABLE, LayerName
from quizapp.settings import Settings, save_settings

needs_bubblewrap = pytest.mark.skipif(
    find_enclosure(Path(tempfile.gettempdir()), {}).layer is not LayerName.BUBBLEWRAP,
    reason="bubblewrap does not work on this machine",
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def doctor(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, list[str]]:
    status = main(["doctor", *options])
    return status, [line.strip() for line in capsys.readouterr().out.splitlines()]


def as_json(capsys: pytest.CaptureFixture[str], *without: str) -> tuple[int, dict[str, Any]]:
    options = [f"--without={layer}" for layer in without]
    status = main(["doctor", "--json", *options])
    return status, json.loads(capsys.readouterr().out)


@needs_bubblewrap
def test_a_machine_that_has_everything_exits_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = doctor(capsys)

    assert status == 0
    assert "Sandbox: full. Code in exercises is held in: no network, no files, no other programs." in said
    assert [line for line in said if line.startswith("✗")] == []


@needs_bubblewrap
def test_the_object_has_level_layers_gaps_and_remarks(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = as_json(capsys)

    assert (status, said["way"], said["level"], said["gaps"]) == (0, "fork", "full", [])
    assert said["layers"] == dict.fromkeys(LayerName, "")


@pytest.mark.parametrize("layer", [LayerName.BUBBLEWRAP, LayerName.NAMESPACES])
def test_without_an_added_layer_everything_is_blocked_still(
    layer: LayerName, capsys: pytest.CaptureFixture[str]
) -> None:
    status, said = as_json(capsys, layer)

    assert (status, said["level"], said["gaps"]) == (0, "full", [])
    assert said["layers"][layer] != ""


@needs_bubblewrap
def test_without_landlock_the_other_layers_hold_files_back(capsys: pytest.CaptureFixture[str]) -> None:
    _, said = as_json(capsys, LayerName.LANDLOCK)

    assert set(said["gaps"]) <= {"fill the disk with files of its own"}
    assert [name for name, missing in said["layers"].items() if missing] == [LayerName.LANDLOCK]


def test_without_seccomp_what_is_not_blocked_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = doctor(capsys, "--without", "seccomp")

    assert status == 1
    assert "Sandbox: partial. What is named below is not blocked." in said
    assert "✗ seccomp: which calls to the kernel may be made – left out, as you asked" in said
    assert "not blocked: start processes" in said


def test_without_all_of_them_code_runs_with_the_users_permissions(capsys: pytest.CaptureFixture[str]) -> None:
    status, said = as_json(capsys, *REMOVABLE)

    assert (status, said["level"]) == (1, "none")
    assert "read files of yours" in said["gaps"]


def test_a_pool_says_straight_that_it_keeps_nothing_out(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_settings(Settings(way="pool"), Home(home).settings)

    status, said = doctor(capsys)

    assert status == 1
    assert "Way of running: pool, a warm process for each run, not locked down" in said
    assert "not blocked: read, change and delete your files" in said


def test_a_layer_that_can_not_be_left_out_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["doctor", "--without", "limits"])

    assert "limits" in capsys.readouterr().err


def test_other_commands_warn_in_one_line_where_something_is_not_blocked(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_settings(Settings(way="pool"), Home(home).settings)
    (tmp_path / "mine.py").write_text("print(6 * 7)\n")

    status = main(["run", str(tmp_path / "mine.py")])

    said = capsys.readouterr()
    assert (status, said.out) == (0, "42\n")
    assert said.err == (
        "Warning: not everything is blocked on this computer while code runs. `quizapp doctor` says what.\n"
    )


def test_other_commands_say_nothing_where_everything_is_blocked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.py").write_text("print(6 * 7)\n")

    main(["run", str(tmp_path / "mine.py")])

    assert capsys.readouterr().err == ""
