"""Notes go along with their lines."""

import pytest

from quizapp.desktop.widgets.editor.notes import Note, by_line, moved

CODE = "a\nb\nc\nd"


def lines(before: str, after: str) -> list[tuple[int, str]]:
    notes = by_line(Note(line=number, text=text) for number, text in enumerate(before.split("\n"), 1))
    return [(line, note.text) for line, note in moved(notes, before, after).items()]


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ("a\nbb\nc\nd", [(1, "a"), (3, "c"), (4, "d")]),
        ("a\n\nb\nc\nd", [(1, "a"), (3, "b"), (4, "c"), (5, "d")]),
        ("a\nd", [(1, "a"), (2, "d")]),
        ("new\na\nb\nc\nd", [(2, "a"), (3, "b"), (4, "c"), (5, "d")]),
        ("a\nb\nc\nd\nnew", [(1, "a"), (2, "b"), (3, "c"), (4, "d")]),
        ("", []),
        (CODE, [(1, "a"), (2, "b"), (3, "c"), (4, "d")]),
    ],
)
def test_notes_of_lines_that_did_not_change_stay_with_them(after: str, left: list[tuple[int, str]]) -> None:
    assert lines(CODE, after) == left


def test_a_line_that_is_doubled_keeps_one_note() -> None:
    assert lines("a\nb", "a\na\nb") == [(1, "a"), (3, "b")]


def test_a_moved_note_knows_its_line() -> None:
    notes = moved({2: Note(line=2, text="b")}, "a\nb", "b")

    assert notes == {1: Note(line=1, text="b")}
