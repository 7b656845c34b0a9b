"""Notes stand beside the code and are no part of it."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from quizapp.desktop.appearance import DARK, LIGHT, Appearance, Colours
from quizapp.desktop.widgets.editor import CodeEditor, Note, Problem
from quizapp.desktop.widgets.editor.marks import stepped_ground
from quizapp.message import Message
from tests.desktop.widgets.editor.hands import CONTROL, Key, put_cursor

CODE = "x = torch.ones(3, 4)\ny = x.T\nz = 1"
NOTES = (Note(line=1, text="x (3, 4) f32"), Note(line=2, text="y (4, 3) strided", tip="y (4, 3)\nstrided"))


def places(editor: CodeEditor) -> dict[int, QRect]:
    return {note.line: place.toRect() for note, place in editor._notes.places(editor.viewport().rect())}


def ink_beside(editor: CodeEditor, line: int) -> list[QColor]:
    """Return the colour of each pixel where the note of a line stands."""
    image = editor.viewport().grab().toImage()
    place = places(editor)[line]
    return [
        image.pixelColor(x, y)
        for x in range(place.left(), min(place.left() + 140, image.width()))
        for y in range(place.top() + 1, place.bottom())
    ]


def test_notes_are_painted_beside_their_lines_and_are_no_part_of_the_code(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes(NOTES)
    QTest.keyClick(editor, Key.Key_A, CONTROL)
    editor.copy()

    assert len(set(map(QColor.name, ink_beside(editor, 1)))) > 2
    assert (editor.code(), QGuiApplication.clipboard().text()) == (CODE, CODE)


def test_a_note_never_lies_over_code(editor: CodeEditor) -> None:
    editor.set_code("x = 1\n" + "y" * 60 + "\n" + "z" * 300)
    editor.set_notes(tuple(Note(line=line, text="note " * 50) for line in (1, 2, 3)))
    metrics = editor.fontMetrics()

    found = places(editor)

    assert found[2].left() > metrics.horizontalAdvance("y" * 60)
    # No room is left beside the last.
    assert set(found) == {1, 2}
    assert all(place.right() <= editor.viewport().width() for place in found.values())


def test_typing_takes_the_note_of_that_line_away_only(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes(NOTES)
    put_cursor(editor, 1, 0)

    QTest.keyClicks(editor, "w")

    assert editor.notes == NOTES[1:]


def test_a_new_line_shifts_the_notes_below(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes(NOTES)
    put_cursor(editor, 1, len("x = torch.ones(3, 4)"))

    QTest.keyClick(editor, Key.Key_Return)

    assert [(note.line, note.text) for note in editor.notes] == [(1, "x (3, 4) f32"), (3, "y (4, 3) strided")]


def test_a_problem_is_shown_instead_of_the_note_of_its_line(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes((Note(line=3, text="z 1"),))
    editor.set_problems((Problem(line=3, says=Message("no")),))
    with_note = ink_beside(editor, 3)
    editor.set_notes((Note(line=3, text="another note"),))

    assert ink_beside(editor, 3) == with_note


def test_what_was_raised_is_painted_in_the_colour_of_errors(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes((Note(line=3, text="ValueError: no", is_bad=True),))

    assert max(ink.red() - ink.blue() for ink in ink_beside(editor, 3)) > 60


def test_the_tool_tip_beside_a_line_says_its_note_in_full(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes(NOTES)
    beside = places(editor)[2].center()

    assert editor._notes.tip_at(beside) == "y (4, 3)\nstrided"
    beside.setX(2)
    assert editor._notes.tip_at(beside) == ""


def test_screen_readers_are_told_the_notes(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes(NOTES)

    assert editor.accessibleDescription().endswith("Line 1: x (3, 4) f32\nLine 2: y (4, 3) strided")


def test_the_line_of_a_step_is_marked_until_one_types(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_stepped_line(2)
    marked = stepped_ground(LIGHT).name() in ink(editor)
    QTest.keyClicks(editor, "a")

    assert (marked, editor.stepped_line) == (True, None)
    assert stepped_ground(LIGHT).name() not in ink(editor)


def ink(editor: CodeEditor) -> set[str]:
    image = editor.viewport().grab().toImage()
    return {image.pixelColor(image.width() - 3, y).name() for y in range(image.height())}


def test_a_step_out_of_sight_is_brought_into_sight_and_the_cursor_stays(editor: CodeEditor) -> None:
    editor.set_code("\n".join(f"x{number} = {number}" for number in range(200)))
    put_cursor(editor, 1, 0)

    editor.set_stepped_line(150)

    seen = [block.blockNumber() + 1 for block, _, _ in editor.visible_blocks(editor.viewport().rect())]
    assert (150 in seen, editor.textCursor().blockNumber()) == (True, 0)


def test_marking_a_line_in_sight_does_not_scroll(editor: CodeEditor) -> None:
    editor.set_code("\n".join(f"x{number} = {number}" for number in range(200)))

    editor.set_stepped_line(5)

    assert editor.verticalScrollBar().value() == 0


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_notes_can_be_read_on_every_ground(colours: Colours, appearance: Appearance) -> None:
    grounds = (QColor(colours.editor_ground), QColor(colours.raised), stepped_ground(colours))

    worst = min(contrast(QColor(ink), ground) for ink in (colours.muted, colours.bad) for ground in grounds)

    assert worst >= 4.5


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_note_of_an_edited_line_is_not_painted_any_more_and_the_others_are(editor: CodeEditor) -> None:
    editor.set_code(CODE)
    editor.set_notes(NOTES)
    editor.viewport().grab()
    put_cursor(editor, 1, 0)
    QTest.keyClicks(editor, "w")
    edited = editor.viewport().grab().toImage()
    editor.set_notes(())
    editor.set_notes(NOTES[1:])

    assert edited == editor.viewport().grab().toImage()
