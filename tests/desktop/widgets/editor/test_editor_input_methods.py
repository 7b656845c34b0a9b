"""Chinese and other input methods find their place in the editor."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from quizapp.desktop.widgets.editor import CodeEditor


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
