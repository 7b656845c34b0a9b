"""The commands as another program sees them: exit codes, JSON, one clear sentence for what can't be done."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from quizapp.cli import main

TYPO = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def code(tmp_path: Path) -> Path:
    return tmp_path / "mine.py"


def try_typo(code: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, dict[str, Any]]:
    status = main([*options, "try", TYPO, str(code), "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_without_a_command_and_without_a_display_one_line_says_how_to_go_on(home: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "QUIZAPP_HOME": str(home), "LC_ALL": "C.UTF-8"}

    said = subprocess.run(
        [sys.executable, "-m", "quizapp"], env=environment, capture_output=True, text=True, check=False
    )

    assert (2, "", 1) == (said.returncode, said.stdout, len(said.stderr.splitlines()))
    assert "quizapp learn" in said.stderr


def test_a_right_attempt_exits_with_0(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("model.requires_grad_(False)\n")

    status, said = try_typo(code, capsys)

    assert (0, True, "finished", [], None) == (
        status,
        said["passed"],
        said["outcome"],
        said["findings"],
        said["mistake"],
    )


def test_a_known_mistake_exits_with_1_and_is_explained(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("for parma in model.parameters():\n    parma.require_grad = False\n")

    status, said = try_typo(code, capsys)

    assert (1, False, "typo") == (status, said["passed"], said["mistake"]["name"])
    assert "features.0.weight" in said["findings"][0]["says"]


def test_a_hard_coded_answer_is_told_the_inputs_with_which_it_fails(
    tmp_path: Path, code: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pack" / "lesson" / "doubling"
    folder.mkdir(parents=True)
    texts = {
        "pack.toml": 'format = 1\nid = "pack"\nversion = "1"\ntitle = "Pack"\nlanguage = "en"\nlessons = ["lesson"]\n',
        "lesson/lesson.toml": 'title = "Lesson"\nsummary = "One."\nitems = ["doubling"]\n',
        "lesson/doubling/exercise.toml": 'title = "Doubling"\n[[checks]]\nobserve = "y"\n'
        '[[variants]]\nname = "small"\ninputs = { x = "1" }\n[[variants]]\nname = "large"\ninputs = { x = "10" }\n',
        "lesson/doubling/prompt.md": "Set `y` to twice `x`.\n",
        "lesson/doubling/starter.py": "y = None\n",
        "lesson/doubling/solution.py": "y = 2 * x\n",
    }
    for name, text in texts.items():
        (tmp_path / "pack" / name).write_text(text, encoding="utf-8")
    code.write_text("y = 2\n")
    assert main(["pack", "record", str(tmp_path / "pack")]) == 0
    capsys.readouterr()

    assert main(["--language", "en", "try", str(folder), str(code)]) == 1
    assert "With `x = 10`: Value of `y`: expected `20`, got `2`." in capsys.readouterr().out


def test_the_feedback_speaks_chinese_when_asked(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("for param in model.parameters():\n    param.require_grad = False\n")

    _, said = try_typo(code, capsys, "--language", "zh")

    assert "属性" in said["mistake"]["feedback"]


def test_an_error_names_the_line(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("x = 1\nmodel.freeze()\n")

    status, said = try_typo(code, capsys)

    assert (1, "raised", "AttributeError", 2) == (status, said["outcome"], said["error"]["type"], said["error"]["line"])


def test_an_attempt_without_json_tells_each_check(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("pass\n")

    status = main(["--language", "en", "try", TYPO, str(code)])

    assert status == 1
    assert "✗" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["try", "pytorch-essentials/freezing/none", "x.py"], "There is no exercise pytorch-essentials/freezing/none."),
        (["try", TYPO, "missing.py"], "missing.py can't be read: No such file or directory."),
        (["run", "missing.py"], "missing.py can't be read: No such file or directory."),
        (["pack", "verify", "missing"], "There is no folder missing."),
    ],
)
def test_what_cannot_be_done_exits_with_2_and_one_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["--language", "en", *arguments])

    assert (2, 1) == (status, len((said := capsys.readouterr().err).splitlines()))
    assert said.startswith(sentence)


def test_a_file_that_is_no_text_is_told(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_bytes(b"\xff\xfe\x00")

    assert (2, f"{code} is not UTF-8 text; save it as UTF-8.\n") == (
        main(["--language", "en", "run", str(code)]),
        capsys.readouterr().err,
    )


def test_a_file_without_an_end_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["--language", "en", "run", "/dev/zero"])
    assert capsys.readouterr().err == "/dev/zero is larger than 1 MiB; is it the right file?\n"


def said_by(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "quizapp", "--language", "en", *arguments],
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_marks_that_the_output_lacks_have_another_in_their_place(code: Path) -> None:
    code.write_text("pass\n")

    said = said_by("try", TYPO, str(code), PYTHONIOENCODING="gbk")

    assert (1, b"") == (said.returncode, said.stderr)
    assert "  x No parameter" in said.stdout.decode("gbk")


def test_json_is_whole_whatever_the_output_can_hold(code: Path) -> None:
    code.write_text("print('\U0001f600')\n", encoding="utf-8")

    said = said_by("run", str(code), "--json", PYTHONIOENCODING="ascii")

    assert json.loads(said.stdout)["stdout"] == "\U0001f600\n"


def test_output_that_can_not_be_written_is_told(code: Path) -> None:
    code.write_text("print(1)\n")
    with Path("/dev/full").open("wb") as full:
        said = subprocess.run(
            [sys.executable, "-m", "quizapp", "--language", "en", "run", str(code)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert (2, b"That could not be done: No space left on device.\n") == (said.returncode, said.stderr)


def test_a_reader_who_has_had_enough_gets_no_traceback(code: Path) -> None:
    code.write_text("print(1)\n")
    read_end, write_end = os.pipe()
    os.close(read_end)
    said = subprocess.run(
        [sys.executable, "-m", "quizapp", "run", str(code)], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)

    assert (2, b"") == (said.returncode, said.stderr)


def test_run_shows_what_was_observed(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("import torch\nx = torch.ones(2, 3)\nprint('made')\n")

    status = main(["run", str(code), "--observe", "x", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert (0, "finished", "made\n", [2, 3]) == (
        status,
        said["outcome"],
        said["stdout"],
        said["observations"]["x"]["shape"],
    )


def test_run_shows_beside_each_line_what_it_made(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("import torch\nx = torch.ones(2, 3)\nfor i in range(2):\n    y = x.T\n")

    assert main(["run", str(code), "--trace"]) == 0

    assert capsys.readouterr().out == (
        "import torch\n"
        "x = torch.ones(2, 3)  # x (2, 3) f32\n"
        "for i in range(2):    # i = 1  ×2\n"
        "    y = x.T           # y (3, 2) f32 strided view of x  ×2\n"
    )


def test_run_prints_a_trace_as_json_too(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("n = 3\n")

    main(["run", str(code), "--trace", "--json"])

    line = json.loads(capsys.readouterr().out)["trace"]["lines"][0]
    assert (line["line"], line["times"], line["made"]) == (
        1,
        1,
        [{"name": "n", "value": {"type": "int", "value": "3"}}],
    )


def test_run_tells_an_endless_loop(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("print('before', flush=True)\nwhile True: pass\n")

    status = main(["run", str(code), "--seconds", "0.5", "--json"])

    said = json.loads(capsys.readouterr().out)
    assert (1, "timed_out", "before\n") == (status, said["outcome"], said["stdout"])


def test_run_names_the_limit_that_it_was_given(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("while True: pass\n")

    main(["run", str(code), "--seconds", "0.5", "--json"])

    expected = "Still running after 0.5 s, in line 1, so it was stopped. Is there a loop that never ends?"
    assert expected == json.loads(capsys.readouterr().out)["says"]


def test_run_without_json_shows_values_as_python_would(code: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code.write_text("import torch\nx = torch.ones(2)\n")

    main(["run", str(code), "--observe", "x", "--observe", "x.shape"])

    assert capsys.readouterr().out == "x = tensor([1.0, 1.0])\nx.shape = (2,)\n"
