"""What is demanded of an error is not fulfilled by any error."""

from pathlib import Path

import pytest

from quizapp.message import Message, message
from quizapp.packs.problems import PackError
from tests.fuzz import __main__ as command
from tests.fuzz.parts import joined, parted
from tests.fuzz.saying import demand_names, demand_placed, demand_said

TOML = 'title = "x"\n[limits]\nseconds = 5\n'


def problem(line: int | None, key: str, path: str = "exercise.toml") -> PackError:
    return PackError(Path(path), message("expected a number"), line=line, key=key)


def test_the_line_of_the_key_is_right(tmp_path: Path) -> None:
    (tmp_path / "exercise.toml").write_text(TOML)

    demand_placed([problem(3, "limits.seconds"), problem(2, "limits.memory"), problem(None, "checks")], tmp_path)


@pytest.mark.parametrize("wrong", [problem(2, "limits.seconds"), problem(9, "checks"), problem(None, "title")])
def test_another_line_or_none_is_wrong(tmp_path: Path, wrong: PackError) -> None:
    (tmp_path / "exercise.toml").write_text(TOML)

    with pytest.raises(AssertionError):
        demand_placed([wrong], tmp_path)


@pytest.mark.parametrize("says", ["", "two\nlines", "Traceback (most recent call last)", "\x1b[2J", "x" * 3000])
def test_what_is_no_sentence_is_wrong(says: str) -> None:
    with pytest.raises(AssertionError):
        demand_said(Message("{says}", {"says": says}))


def test_an_error_that_does_not_name_the_file_is_wrong() -> None:
    demand_names(problem(1, "title"), Path("exercise.toml"))
    with pytest.raises(AssertionError):
        demand_names(problem(1, "title"), Path("lesson.toml"))


def test_files_of_an_input_come_apart_as_they_were_joined() -> None:
    files = {"a/b.md": b"one\ntwo", "c": b"", "d": b"\xff"}

    assert files == dict(parted(joined(files)))


def test_without_atheris_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(command, "find_spec", lambda name: None)

    assert 2 == command.main([])
    assert "atheris" in capsys.readouterr().err
