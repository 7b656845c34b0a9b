"""The bracket at the cursor is marked with its partner."""

import pytest

from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.desktop.widgets.editor.brackets import matching_brackets


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
