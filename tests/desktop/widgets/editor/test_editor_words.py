"""Words are offered while a learner types."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.widgets.editor import CodeEditor
from tests.desktop.widgets.editor.hands import CONTROL, Key

# Of the offscreen platform, about the list of words.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)", extend=True)


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


def test_enter_after_a_whole_word_begins_the_next_line(editor: CodeEditor) -> None:
    editor.set_given("import torch\nx = torch.ones(2, 3)\n")
    QTest.keyClicks(editor, "t = x.T")
    QTest.keyClick(editor, Key.Key_Return)

    assert (popup(editor), editor.code()) == ([], "t = x.T\n")


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
