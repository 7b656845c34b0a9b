from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.desktop_entry import is_possible

ENTRY = Path("applications", "quizapp.desktop")


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


@pytest.mark.skipif(not is_possible(), reason="another kind of desktop")
def test_the_entry_comes_and_goes(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["desktop-entry", "install"])
    assert (data / ENTRY).is_file()

    assert [0, 0] == [main(["desktop-entry", "remove"]), main(["desktop-entry", "remove"])]
    assert not (data / ENTRY).exists()
    said = capsys.readouterr().out.splitlines()
    assert ["A double click", "Removed. A dou", "There was noth"] == [line[:14] for line in said]


@pytest.mark.skipif(not is_possible(), reason="another kind of desktop")
def test_programs_that_are_missing_are_told_with_exit_code_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert 1 == main(["desktop-entry", "install"])
    assert 2 == capsys.readouterr().err.count("The desktop may not notice")


def test_another_kind_of_desktop_is_told_in_one_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")

    assert 2 == main(["desktop-entry", "install"])
    assert capsys.readouterr().err.startswith("This is not done on this system")
