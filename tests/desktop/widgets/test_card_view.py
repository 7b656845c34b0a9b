from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QKeyEvent, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.card_view import CardView
from quizapp.settings import LookChoice
from quizapp.wording import Wording

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><rect width="900" height="90"/></svg>'


@pytest.fixture
def appearance(qapp: QGuiApplication) -> Appearance:
    return Appearance(Wording("en"), LookChoice.LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show(window: QWidget, appearance: Appearance) -> Callable[..., CardView]:
    def make(text: str, folder: Path | None = None, *, fits_content: bool = True, width: int = 500) -> CardView:
        view = CardView(appearance, window, fits_content=fits_content)
        view.resize(width, 200)
        view.set_markdown(text, folder)
        window.show()
        return view

    return make


def copied(view: CardView) -> str:
    view.selectAll()
    view.copy()
    return QGuiApplication.clipboard().text()


def image_resource(view: CardView, name: str) -> QImage:
    found = view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
    return found if isinstance(found, QImage) else QImage()


def test_a_formula_is_drawn(show: Callable[..., CardView]) -> None:
    picture = image_resource(show("so $x_i$ is"), "formula:0")

    inked = sum(picture.pixelColor(x, y).alpha() > 0 for x in range(picture.width()) for y in range(picture.height()))
    assert inked > 20


def test_copying_code_gives_plain_code(show: Callable[..., CardView]) -> None:
    view = show("```python\nfor p in q:\n    p.grad = None  # 注意\n```")

    assert copied(view) == "for p in q:\n    p.grad = None  # 注意"
    data = view.createMimeDataFromSelection()
    assert not data.hasHtml()


def test_copying_a_table_gives_a_line_for_each_cell(show: Callable[..., CardView]) -> None:
    assert copied(show("before\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nafter")) == "before\na\nb\n1\n2\n\nafter"


@pytest.mark.parametrize("text", ["`x` is a view", "see `x`", "- `x` is a view\n- b"])
def test_the_ground_of_inline_code_stays_right_of_the_margin(show: Callable[..., CardView], text: str) -> None:
    view = show(text)
    assert view._grounds is not None
    (chip,) = view._grounds._chips
    (rect,) = view._grounds._chip_rects(chip)
    block = view.document().findBlockByNumber(chip.block)
    margin = view.document().documentLayout().blockBoundingRect(block).left()

    assert rect.left() >= margin


def test_copying_inline_code_and_formulas_gives_what_was_written(show: Callable[..., CardView]) -> None:
    assert copied(show("call `x.view(-1)` on $x_i$ now")) == "call x.view(-1) on x_i now"


def test_a_picture_of_the_pack_is_scaled_to_the_width(show: Callable[..., CardView], tmp_path: Path) -> None:
    (tmp_path / "grid.svg").write_text(SVG)
    view = show("![a grid](grid.svg)", tmp_path)

    assert 450 < image_resource(view, "grid.svg").width() <= 500

    view.resize(300, 200)

    assert image_resource(view, "grid.svg").width() <= 300


def test_a_picture_outside_of_the_folder_is_not_loaded(show: Callable[..., CardView], tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(SVG)
    (tmp_path / "pack").mkdir()
    view = show("![a secret](../secret.svg)", tmp_path / "pack")

    assert image_resource(view, "../secret.svg").isNull()
    assert "[a secret]" in view.toPlainText()


def test_the_document_gets_nothing_from_the_disk_or_the_network(show: Callable[..., CardView], tmp_path: Path) -> None:
    (tmp_path / "sheet.css").write_text("p {}")
    view = show("text", tmp_path)

    style_sheet = QTextDocument.ResourceType.StyleSheetResource.value
    assert view.loadResource(style_sheet, QUrl("sheet.css")) is None
    assert view.loadResource(style_sheet, QUrl("https://pytorch.org/x.css")) is None


def test_a_followed_link_is_opened_outside_if_it_is_https(
    show: Callable[..., CardView], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    view = show("[words](https://pytorch.org/)")

    view.anchorClicked.emit(QUrl("https://pytorch.org/"))
    view.anchorClicked.emit(QUrl("file:///etc/passwd"))

    assert opened == ["https://pytorch.org/"]


def test_a_view_that_fits_its_content_grows_with_it(show: Callable[..., CardView]) -> None:
    view = show("one line")
    low = view.height()

    view.set_markdown("one line\n\n" * 10)

    assert view.height() > 5 * low
    assert view.verticalScrollBar().maximum() == 0


def test_a_narrower_view_becomes_higher(show: Callable[..., CardView]) -> None:
    view = show("many words " * 30)
    low = view.height()

    view.resize(200, low)

    assert view.height() > low


def test_another_look_renders_the_text_again(show: Callable[..., CardView], appearance: Appearance) -> None:
    view = show("`x` and [words](https://pytorch.org/) and $x$")
    light = image_resource(view, "formula:0")

    appearance.choose(look=LookChoice.DARK)

    assert image_resource(view, "formula:0") != light
    assert view.markdown() in ("`x` and [words](https://pytorch.org/) and $x$",)


def test_a_larger_font_renders_the_text_again(show: Callable[..., CardView], appearance: Appearance) -> None:
    view = show("words and $x$")
    low = view.height()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)

    view.setFont(font)
    appearance.choose(zoom=2.0)

    assert view.height() > 1.5 * low


def test_screen_readers_get_the_plain_text(show: Callable[..., CardView]) -> None:
    assert show("# Title\n\nsee `x`").accessibleDescription() == "Title\nsee x"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_1, Qt.Key.Key_Z, Qt.Key.Key_Escape, Qt.Key.Key_Down])
def test_keys_of_the_page_are_left_to_it(show: Callable[..., CardView], key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)

    show("text").keyPressEvent(event)

    assert not event.isAccepted()


def test_text_can_be_selected_by_keyboard(show: Callable[..., CardView]) -> None:
    view = show("text")
    view.setFocus()

    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert view.textCursor().selectedText() == "te"
