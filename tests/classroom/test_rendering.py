"""What would not be shown as its author meant it is told: formulas, and pictures in an item's texts."""

from pathlib import Path

import pytest

from quizapp.classroom.rendering import faults_of_texts
from quizapp.packs.model import Card, Text


def faults(back: str, folder: Path) -> list[str]:
    texts = [Text("en", {"en": text}) for text in ("Title", "Front", back)]
    card = Card(id="p/l/card", folder=folder, title=texts[0], front=texts[1], back=texts[2])
    return [str(fault) for fault in faults_of_texts(card)]


@pytest.mark.parametrize("back", ["$\\frac{n + 2p - k}{s} + 1$", "`$ echo`, $5 or $6", "| a |\n|---|\n| $x^2$ |"])
def test_a_text_that_can_be_shown_is_not_told(back: str, tmp_path: Path) -> None:
    assert faults(back, tmp_path) == []


@pytest.mark.parametrize("formula", ["\\frac{1}", "\\unknown{x}", "长度"])
def test_a_formula_that_cannot_be_drawn_is_told(formula: str, tmp_path: Path) -> None:
    assert faults(f"- So ${formula}$.", tmp_path) == [f"back: the formula `{formula}` can't be drawn."]


def test_a_picture_is_not_told(tmp_path: Path) -> None:
    (tmp_path / "a row.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')

    assert faults("![a row](<a row.svg>)", tmp_path) == []


@pytest.mark.parametrize(("name", "content"), [("a.svg", "<svg"), ("a.svg", "<html/>"), ("a.png", "GIF, but no more")])
def test_a_file_that_is_no_picture_is_told(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content)

    assert faults(f"![a row]({name})", tmp_path) == [f"back: {name} can't be drawn; is it a picture?"]


def test_a_picture_without_a_description_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"GIF89a")

    assert faults("![](a.gif)", tmp_path) == ["back: the picture a.gif has no description for those who can't see it."]
