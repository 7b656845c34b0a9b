import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from quizapp.desktop.icons import pixmap
from quizapp.desktop.pages.learn.model import Kind, Mark
from quizapp.desktop.widgets.rail import Section
from quizapp.shipped import shipped

FOLDER = shipped("assets", "icons")
DESKTOP = Path(__file__).parents[2] / "quizapp" / "desktop"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_is_a_drawing(path: Path) -> None:
    assert ElementTree.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_every_section_kind_and_mark_has_an_icon() -> None:
    missing = [name for name in (*Section, *Kind, *Mark) if not (FOLDER / f"{name}.svg").exists()]

    assert missing == []


def test_every_icon_that_the_code_names_exists() -> None:
    calls = re.compile(r'\b(?:icon|pixmap)\("([a-z-]+)"')
    names = {name for path in DESKTOP.rglob("*.py") for name in calls.findall(path.read_text(encoding="utf-8"))}

    assert {name for name in names if not (FOLDER / f"{name}.svg").exists()} == set()


def test_an_icon_is_drawn_in_the_colour_that_is_asked_for(qapp: QApplication) -> None:
    image = pixmap("stop", "#ff0000", side=24).toImage()

    assert image.pixelColor(6, 12).name() == "#ff0000"


def test_an_icon_for_a_dense_screen_has_more_pixels_and_the_same_size(qapp: QApplication) -> None:
    drawn = pixmap("check", "#000000", side=20, ratio=2.0)

    assert (drawn.width(), drawn.deviceIndependentSize().width()) == (40, 20)
