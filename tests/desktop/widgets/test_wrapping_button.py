import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.wrapping_button import WrappingButton, break_words

WORDS = "Show hint 1 of 3"

# Of the offscreen platform, about windows of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).setContentsMargins(0, 0, 0, 0)
    return made


def put(button: Button, place: QWidget, words: str = WORDS) -> None:
    layout = place.layout()
    assert layout is not None
    layout.addWidget(button)
    button.setText(words)


def shown(button: WrappingButton) -> str:
    return Button.text(button)


def test_where_there_is_room_it_is_as_any_button(place: QWidget) -> None:
    button, other = WrappingButton(), Button()
    put(button, place)
    put(other, place)
    place.resize(600, 100)
    place.show()

    assert (WORDS, other.sizeHint()) == (shown(button), button.sizeHint())


def test_in_a_narrow_place_its_words_take_more_lines_and_it_is_higher(place: QWidget) -> None:
    button = WrappingButton()
    put(button, place)
    place.resize(button.minimumSizeHint().width(), 100)
    place.show()

    lines = shown(button).split("\n")
    assert (WORDS, True) == (" ".join(lines), len(lines) > 1)
    assert button.height() >= button.heightForWidth(button.width()) > button.sizeHint().height()


def test_it_is_one_line_again_where_there_is_room_again(place: QWidget) -> None:
    button = WrappingButton()
    put(button, place)
    place.resize(button.minimumSizeHint().width(), 100)
    place.show()

    place.resize(600, 10)

    assert WORDS == shown(button)


def test_who_reads_it_hears_no_line_breaks(place: QWidget) -> None:
    button = WrappingButton()
    put(button, place)
    place.resize(button.minimumSizeHint().width(), 100)
    place.show()

    assert (WORDS, WORDS) == (button.text(), button.accessibleName())


def test_no_word_is_broken_and_chinese_may_be(place: QWidget) -> None:
    font = place.font()

    assert ["Show", "hint"] == break_words("Show hint", font, 1)
    room = place.fontMetrics().horizontalAdvance("显示第")
    lines = break_words("显示第一条提示", font, room)
    assert ("显示第一条提示", True) == ("".join(lines), len(lines) > 1)
