"""Code is coloured, in both looks."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import DARK, LIGHT, Appearance
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.desktop.widgets.editor.highlighter import is_code
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.widgets.editor.hands import colour_at, put_cursor


def test_opening_a_triple_quote_recolours_the_lines_that_follow(editor: CodeEditor) -> None:
    editor.set_code("x = 1\ny = 2\nz = 3")
    put_cursor(editor, 1, 0)
    before = is_code(editor.document().findBlockByNumber(2), 0)

    QTest.keyClicks(editor, '"""')

    assert (before, is_code(editor.document().findBlockByNumber(2), 0)) == (True, False)


def test_closing_it_brings_their_colours_back(editor: CodeEditor) -> None:
    editor.set_code('"""\nx = 1\ny = 2')
    put_cursor(editor, 1, 3)

    QTest.keyClicks(editor, '"""')

    assert is_code(editor.document().findBlockByNumber(2), 0)


def test_colours_stand_at_the_right_place_after_an_emoji(editor: CodeEditor) -> None:
    editor.set_code("s = '😀'; y = None")

    assert [colour_at(editor, 1, place) != "" for place in (7, 13, 14, 17, 18)] == [True, False, True, True, False]


def test_lines_with_cjk_are_as_high_as_others(editor: CodeEditor) -> None:
    editor.set_code("x = 1\n# 批 batch 中文\ns = '中'\ny\n")

    heights = {editor.blockBoundingRect(editor.document().findBlockByNumber(line)).height() for line in range(4)}

    assert len(heights) == 1


def ground(editor: CodeEditor) -> str:
    return editor.viewport().grab().toImage().pixelColor(300, 300).name()


def test_the_ground_follows_the_look_at_once(editor: CodeEditor, appearance: Appearance) -> None:
    grounds = [ground(editor)]
    appearance.choose(look=LookChoice.DARK)
    grounds.append(ground(editor))

    assert grounds == [LIGHT.editor_ground, DARK.editor_ground]


def test_a_style_sheet_above_it_does_not_take_its_ground_away(appearance: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    editor = CodeEditor(appearance, window)
    editor.resize(500, 400)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.setStyleSheet("QPushButton { color: red; }")

    appearance.choose(look=LookChoice.DARK)
    window.setStyleSheet("QPushButton { color: blue; }")

    assert ground(editor) == DARK.code_ground


def test_the_name_for_screen_readers_follows_the_language(editor: CodeEditor, appearance: Appearance) -> None:
    appearance.choose(wording=Wording("zh"))

    assert editor.accessibleName() == Wording("zh").say("Code editor")
