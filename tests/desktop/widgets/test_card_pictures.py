from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from quizapp.desktop.widgets.card_pictures import find_picture, load_picture, picture_size

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#f00"/></svg>'


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    folder = tmp_path / "pack" / "lesson"
    folder.mkdir(parents=True)
    (folder / "grid one.svg").write_text(SVG)
    (tmp_path / "pack" / "media.svg").write_text(SVG)
    (tmp_path / "secret.svg").write_text(SVG)
    return folder


def test_a_picture_beside_the_text_is_found(lesson: Path) -> None:
    assert find_picture("grid%20one.svg", lesson, lesson.parent) == lesson / "grid one.svg"


def test_a_picture_elsewhere_in_the_pack_is_found(lesson: Path) -> None:
    assert find_picture("../media.svg", lesson, lesson.parent) == lesson.parent / "media.svg"


@pytest.mark.parametrize(
    "source",
    [
        "../../secret.svg",
        "..%2F..%2Fsecret.svg",
        "/etc/passwd",
        "\\\\host\\x.png",
        "C:/x.png",
        "https://a.b/c.png",
        "data:image/png;base64,AA",
        "",
        ".",
        "missing.png",
        "a\x00b.png",
    ],
)
def test_nothing_outside_of_the_pack_is_found(lesson: Path, source: str) -> None:
    assert find_picture(source, lesson, lesson.parent) is None


def test_a_link_that_leads_out_of_the_pack_is_refused(lesson: Path) -> None:
    (lesson / "link.svg").symlink_to(lesson.parent.parent / "secret.svg")

    assert find_picture("link.svg", lesson, lesson.parent) is None


def test_without_a_folder_there_are_no_pictures(lesson: Path) -> None:
    assert find_picture("grid one.svg", None, None) is None


def test_a_drawing_is_drawn_as_large_as_it_is_shown(qapp: QApplication, lesson: Path) -> None:
    drawn = load_picture(lesson / "grid one.svg", 30, 2.0)

    assert (drawn.width(), drawn.height(), drawn.devicePixelRatio()) == (60, 30, 2.0)
    assert drawn.pixelColor(30, 15).name() == "#ff0000"


def test_a_photograph_is_scaled(qapp: QApplication, tmp_path: Path) -> None:
    QImage(100, 50, QImage.Format.Format_RGB32).save(str(tmp_path / "photo.png"))

    assert picture_size(tmp_path / "photo.png") == (100, 50)
    assert load_picture(tmp_path / "photo.png", 50, 1.0).height() == 25


def test_a_file_that_is_no_picture_has_no_size(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_text("no")

    assert picture_size(tmp_path / "photo.png") is None
