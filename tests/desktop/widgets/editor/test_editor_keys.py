"""Keys do to code what a learner expects: real key presses into the real widget."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.settings import LookChoice
from tests.desktop.widgets.editor.hands import CONTROL, SHIFT, Key, put_cursor

# Of the offscreen platform, about tool tips.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)", extend=True)


def test_enter_after_a_colon_indents(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "if x:")
    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "y")

    assert editor.code() == "if x:\n    y"


def test_enter_between_brackets_gives_the_closing_one_its_own_line(editor: CodeEditor) -> None:
    editor.set_code("x = foo()")
    put_cursor(editor, 1, 8)

    QTest.keyClick(editor, Key.Key_Return)
    QTest.keyClicks(editor, "1")

    assert editor.code() == "x = foo(\n    1\n)"


def test_shift_enter_makes_a_real_line(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Key.Key_Return, SHIFT)
    QTest.keyClicks(editor, "b")

    assert editor.blockCount() == 2


def test_backspace_takes_a_whole_step_of_indentation(editor: CodeEditor) -> None:
    editor.set_code("        x")
    put_cursor(editor, 1, 8)

    QTest.keyClick(editor, Key.Key_Backspace)

    assert editor.code() == "    x"


def test_backspace_takes_a_whole_emoji(editor: CodeEditor) -> None:
    editor.set_code("s = '😀'")
    put_cursor(editor, 1, 7)

    QTest.keyClick(editor, Key.Key_Backspace)

    assert editor.code() == "s = ''"


def test_tab_indents_the_selected_lines_and_shift_tab_takes_it_back(editor: CodeEditor) -> None:
    editor.set_code("a\n\nb\nc")
    put_cursor(editor, 1, 0, to=(3, 1))

    QTest.keyClick(editor, Key.Key_Tab)
    indented = editor.code()
    QTest.keyClick(editor, Key.Key_Backtab, SHIFT)

    assert (indented, editor.code()) == ("    a\n\n    b\nc", "a\n\nb\nc")


def test_tab_without_a_selection_goes_to_the_next_stop(editor: CodeEditor) -> None:
    QTest.keyClicks(editor, "ab")
    QTest.keyClick(editor, Key.Key_Tab)

    assert editor.code() == "ab  "


def test_control_m_lets_tab_move_the_focus(appearance: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    editor, after = CodeEditor(appearance), QPushButton()
    row.addWidget(editor)
    row.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    editor.setFocus()

    QTest.keyClick(editor, Key.Key_M, CONTROL)
    QTest.keyClick(editor, Key.Key_Tab)

    assert (editor.code(), window.focusWidget()) == ("", after)


def test_control_slash_comments_out_and_in(editor: CodeEditor) -> None:
    editor.set_code("if x:\n    y = 1\n\n    z")
    put_cursor(editor, 2, 0, to=(4, 1))

    QTest.keyClick(editor, Key.Key_Slash, CONTROL)
    commented = editor.code()
    QTest.keyClick(editor, Key.Key_Slash, CONTROL)

    assert (commented, editor.code()) == ("if x:\n    # y = 1\n\n    # z", "if x:\n    y = 1\n\n    z")


def test_control_d_doubles_the_line(editor: CodeEditor) -> None:
    editor.set_code("a\nb")
    put_cursor(editor, 1, 1)

    QTest.keyClick(editor, Key.Key_D, CONTROL)
    QTest.keyClicks(editor, "!")

    assert editor.code() == "a\na!\nb"


def test_home_goes_to_the_first_character_and_then_to_the_line_start(editor: CodeEditor) -> None:
    editor.set_code("    x = 1")
    put_cursor(editor, 1, 9)

    places = []
    for _ in range(2):
        QTest.keyClick(editor, Key.Key_Home)
        places.append(editor.textCursor().positionInBlock())

    assert places == [4, 0]


def test_one_undo_takes_back_one_change_of_several_lines(editor: CodeEditor) -> None:
    editor.set_code("a\nb\nc")
    editor.selectAll()
    QTest.keyClick(editor, Key.Key_Slash, CONTROL)

    editor.undo()

    assert editor.code() == "a\nb\nc"


def test_undo_brings_back_code_that_was_replaced(editor: CodeEditor) -> None:
    editor.set_code("mine")
    editor.replace_code("starter")

    editor.undo()

    assert editor.code() == "mine"


def test_setting_code_can_not_be_undone(editor: CodeEditor) -> None:
    editor.set_code("one")
    editor.set_code("two")

    editor.undo()

    assert editor.code() == "two"


def test_control_enter_asks_to_run_and_with_shift_to_check(editor: CodeEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.run_requested):
        QTest.keyClick(editor, Key.Key_Return, CONTROL)
    with qtbot.waitSignal(editor.check_requested):
        QTest.keyClick(editor, Key.Key_Enter, CONTROL | SHIFT | Qt.KeyboardModifier.KeypadModifier)

    assert editor.code() == ""


def test_a_read_only_editor_takes_no_key(appearance: Appearance, qtbot: QtBot) -> None:
    editor = CodeEditor(appearance, read_only=True)
    qtbot.addWidget(editor)
    editor.set_code("x = 1")

    for key in (Key.Key_Return, Key.Key_Backspace, Key.Key_Tab, Key.Key_A):
        QTest.keyClick(editor, key)
    QTest.keyClick(editor, Key.Key_Slash, CONTROL)

    assert editor.code() == "x = 1"


def test_recolouring_is_not_a_change_of_the_code(editor: CodeEditor, appearance: Appearance) -> None:
    editor.set_code("x = 1")
    told: list[None] = []
    editor.code_changed.connect(lambda: told.append(None))

    appearance.choose(look=LookChoice.DARK)

    assert told == []
