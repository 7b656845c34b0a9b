"""`pack import` and `pack export` as an instructor says them."""

import json
from pathlib import Path

import pytest

from quizapp.cli import main
from tests.classroom.exchange.sample import FLIP, make_pack, write_notebook


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    make_pack(tmp_path / "pack")
    return tmp_path / "pack"


def run(*words: str | Path) -> int:
    return main(["--language", "en", "pack", *(str(word) for word in words)])


def test_a_notebook_goes_in_and_comes_out_again(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notebook = write_notebook(tmp_path / "nb.ipynb", *FLIP)

    assert 0 == run("import", notebook, "--into", pack)
    said = capsys.readouterr()
    assert ("trial/homework/flip\n1 new item.\n", "") == (said.out, said.err)
    assert 0 == run("export", pack, "--to", tmp_path / "out", "--as", "notebooks")
    cells = json.loads((tmp_path / "out" / "01-homework.ipynb").read_text())["cells"]
    assert ["quizapp:homework/flip"] in [cell["metadata"].get("tags") for cell in cells]


def test_what_is_left_out_is_told_and_the_rest_goes_in(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.gift").write_text("One {=1 ~2}\n\nEssay {}\n")

    assert 1 == run("import", tmp_path / "q.gift", tmp_path / "none.csv", "--into", pack)
    said = capsys.readouterr()
    assert "q.gift:3: this is an essay" in said.err
    assert "none.csv: this can't be read: No such file or directory" in said.err
    assert "trial/q/one\n1 new item.\n2 problems, see above.\n" == said.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--into", "nowhere"], "There is no pack in nowhere. `quizapp pack new nowhere` begins one."),
        (["--into", "{pack}", "--lesson", "Week 1"], "--lesson takes a slug"),
    ],
)
def test_what_can_t_be_done_is_one_sentence(
    words: list[str], says: str, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == run("import", "q.gift", *(word.format(pack=pack) for word in words))
    assert capsys.readouterr().err.startswith(says)


@pytest.mark.parametrize(("form", "beginning"), [("html", b"<!DOCTYPE html>"), ("pdf", b"%PDF-")])
def test_pages_to_print_are_not_overwritten_unasked(
    form: str, beginning: bytes, pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "q.gift").write_text("What is 1 + 1? {=2 ~3}\n")
    run("import", tmp_path / "q.gift", "--into", pack)
    page = tmp_path / "out" / f"trial.{form}"

    assert 0 == run("export", pack, "--to", tmp_path / "out", "--as", form)
    assert page.read_bytes().startswith(beginning)
    assert 2 == run("export", pack, "--to", tmp_path / "out", "--as", form)
    assert "is there already" in capsys.readouterr().err
    assert 0 == run("export", pack, "--to", tmp_path / "out", "--as", form, "--replace", "--answers", "none")
