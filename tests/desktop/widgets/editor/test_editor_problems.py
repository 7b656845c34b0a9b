"""Problems are marked where they are, and said in words."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from quizapp.desktop.widgets.editor import CodeEditor, Level, Problem
from quizapp.message import Message


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
