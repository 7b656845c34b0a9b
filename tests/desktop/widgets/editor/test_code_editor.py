"""The editor as a learner uses it: real key presses into the real widget."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import DARK, LIGHT, Appearance
from quizapp.desktop.widgets.editor import CodeEditor, Level, Problem
from quizapp.desktop.widgets.editor.brackets import matching_brackets
from quizapp.desktop.widgets.editor.highlighter import is_code
from quizapp.message import Message
from quizapp.settings import LookChoice
from quizapp.wording import Wording

# Of the offscreen platform, about the list of words.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)", extend=True)

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def put_cursor(editor: CodeEditor, line: int, column: int, *, to: tuple[int, int] | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(line - 1).position() + column)
    if to is not None:
        end = editor.document().findBlockByNumber(to[0] - 1).position() + to[1]
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def colour_at(editor: CodeEditor, line: int, column: int) -> str:
    for part in editor.document().findBlockByNumber(line - 1).layout().formats():
        if part.start <= column < part.start + part.length:
            return part.format.foreground().color().name()
    return ""


# --- keys -----------------------------------------------------------------------


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


# --- colours -----------------------------------------------------------------------


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


# --- brackets ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "position", "expected"),
    [
        ("f(a[1], (2))", 1, (1, 11)),
        ("f(a[1], (2))", 12, (11, 1)),
        ("f(')')", 1, (1, 5)),
        ("f(  # )\n)", 1, (1, 8)),
        ("f('😀', x)", 1, (1, 9)),
        ("f(", 1, (1,)),
        ("x = 1", 2, ()),
        ("'('", 1, ()),
    ],
)
def test_brackets_find_their_mates(editor: CodeEditor, code: str, position: int, expected: tuple[int, ...]) -> None:
    editor.set_code(code)
    cursor = editor.textCursor()
    cursor.setPosition(position)

    assert matching_brackets(cursor) == expected


# --- problems ------------------------------------------------------------------------


def test_problems_are_found_after_a_pause(editor: CodeEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.problems_changed):
        QTest.keyClicks(editor, "foo(")

    assert [str(found.says) for found in editor.problems] == ["( was never closed"]


def test_names_that_run_first_are_known(editor: CodeEditor) -> None:
    editor.set_given("import torch\nmodel = 3\n")
    editor.set_code("print(model, torch)\n")

    assert editor.problems == ()


def test_what_someone_else_found_goes_when_the_code_changes(editor: CodeEditor) -> None:
    editor.set_code("x = 1")
    editor.set_problems((Problem(line=1, says=Message("ValueError: no")),))
    shown = editor.levels_by_line()

    QTest.keyClicks(editor, "0")

    assert (shown, editor.problems) == ({1: Level.ERROR}, ())


def test_problems_past_the_end_of_the_code_do_no_harm(editor: CodeEditor) -> None:
    editor.set_code("3")
    editor.set_problems(
        (Problem(line=9, says=Message("far")), Problem(line=1, column=50, end_column=60, says=Message("wide")))
    )
    editor.viewport().repaint()

    assert len(editor.problems) == 2


def test_a_pill_that_does_not_fit_is_cut_at_the_edge(editor: CodeEditor) -> None:
    editor.set_code("x = 1")
    editor.set_problems((Problem(line=1, says=Message("long " * 80)),))

    places = [place for _, place in editor._layer.pills(editor.viewport().rect())]

    assert [place.right() <= editor.viewport().width() for place in places] == [True]


def test_going_to_a_line_counts_characters_not_units(editor: CodeEditor) -> None:
    editor.set_code("a\n'😀' + b")

    editor.go_to_line(2, 6)

    assert (editor.textCursor().blockNumber(), editor.textCursor().positionInBlock()) == (1, 7)


def test_going_past_the_last_line_goes_to_the_last(editor: CodeEditor) -> None:
    editor.set_code("a\nb")

    editor.go_to_line(99)

    assert editor.textCursor().blockNumber() == 1


# --- words ---------------------------------------------------------------------------


def popup(editor: CodeEditor) -> list[str]:
    view = editor._completer._popup
    return (
        [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())] if view.isVisible() else []
    )


def test_a_dot_offers_words_and_typing_narrows_them(editor: CodeEditor) -> None:
    editor.set_given("import torch\n")
    QTest.keyClicks(editor, "torch.")
    many = len(popup(editor))
    QTest.keyClicks(editor, "zeros")

    assert many > 100
    assert popup(editor) == ["zeros", "zeros_like"]


def test_enter_takes_the_chosen_word(editor: CodeEditor) -> None:
    editor.set_given("import torch\n")
    QTest.keyClicks(editor, "x = torch.zeros_")
    QTest.keyClick(editor, Key.Key_Space, CONTROL)
    QTest.keyClick(editor, Key.Key_Return)

    assert editor.code() == "x = torch.zeros_like"


def test_control_enter_runs_even_while_words_are_offered(editor: CodeEditor, qtbot: QtBot) -> None:
    editor.set_given("import torch\n")
    QTest.keyClicks(editor, "torch.")
    with qtbot.waitSignal(editor.run_requested):
        QTest.keyClick(editor, Key.Key_Return, CONTROL)

    assert (popup(editor), editor.code()) == ([], "torch.")


def test_escape_closes_the_list_and_keeps_the_code(editor: CodeEditor) -> None:
    editor.set_given("import torch\n")
    QTest.keyClicks(editor, "torch.")
    QTest.keyClick(editor, Key.Key_Escape)

    assert (popup(editor), editor.code()) == ([], "torch.")


def test_a_space_closes_the_list(editor: CodeEditor) -> None:
    editor.set_given("import torch\n")
    QTest.keyClicks(editor, "torch. ")

    assert (popup(editor), editor.code()) == ([], "torch. ")


@pytest.mark.parametrize("typed", ["3.", "'a.", "# a."])
def test_a_dot_in_a_number_a_string_or_a_comment_offers_nothing(editor: CodeEditor, typed: str) -> None:
    QTest.keyClicks(editor, typed)

    assert popup(editor) == []


def test_words_are_inserted_right_after_an_emoji(editor: CodeEditor) -> None:
    editor.set_given("import torch\n")
    editor.set_code("'😀', torch.zeros_")
    editor.go_to_end()
    QTest.keyClick(editor, Key.Key_Space, CONTROL)
    QTest.keyClick(editor, Key.Key_Return)

    assert editor.code() == "'😀', torch.zeros_like"


# --- input methods ----------------------------------------------------------------------


def test_the_input_method_is_told_of_the_gutter(editor: CodeEditor) -> None:
    told = editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)

    assert told.topLeft() == editor.cursorRect().topLeft() + editor.viewport().pos()


def test_composed_characters_arrive(editor: CodeEditor) -> None:
    composing = QInputMethodEvent("zhong", [])
    QApplication.sendEvent(editor, composing)
    done = QInputMethodEvent()
    done.setCommitString("中")
    QApplication.sendEvent(editor, done)

    assert editor.code() == "中"


def test_the_gutter_is_left_of_the_code_and_grows_with_the_lines(editor: CodeEditor) -> None:
    narrow = editor.viewport().pos()
    editor.set_code("\n" * 1200)

    assert QPoint(0, 0).x() < narrow.x() < editor.viewport().pos().x()


def test_a_problem_is_said_where_the_mouse_rests_on_it(editor: CodeEditor) -> None:
    editor.set_code("'😀', zzz")
    _, pill = next(editor._layer.pills(editor.viewport().rect()))
    cursor = editor.textCursor()
    cursor.setPosition(8)
    squiggle = editor.cursorRect(cursor).center()
    cursor.setPosition(2)
    elsewhere = editor.cursorRect(cursor).center()

    assert [editor._layer.tip_at(place) for place in (pill.center().toPoint(), squiggle, elsewhere)] == [
        "The name zzz is not defined",
        "The name zzz is not defined",
        "",
    ]
