from pathlib import Path

import pytest

from quizapp.whole_files import writing


def test_a_file_is_there_when_the_block_ends(tmp_path: Path) -> None:
    with writing(tmp_path / "out") as file:
        file.write(b"whole")
        during = (tmp_path / "out").exists()

    assert (False, b"whole") == (during, (tmp_path / "out").read_bytes())
    assert ["out"] == [path.name for path in tmp_path.iterdir()]


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"before")

    with pytest.raises(ZeroDivisionError), writing(tmp_path / "out") as file:
        file.write(b"half")
        raise ZeroDivisionError

    assert {"out": b"before"} == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_two_that_write_at_once_do_not_mix(tmp_path: Path) -> None:
    with writing(tmp_path / "out") as one, writing(tmp_path / "out") as other:
        one.write(b"one")
        other.write(b"other")

    assert b"one" == (tmp_path / "out").read_bytes()
