"""Plain values as text and as trees."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.plain_model import MOST_ENTRIES
from quizapp.desktop.widgets.inspector.plain_view import PlainView
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import (
    CallableSeen,
    ErrorSeen,
    Mapping,
    Observation,
    Real,
    Sequence,
    Truth,
    Whole,
    Words,
)


def seen(value: Any) -> Observation:
    """Return a Python value as a run would tell it."""
    match value:
        case bool():
            return Truth(value)
        case int():
            return Whole(str(value))
        case float():
            return Real(value.hex())
        case str():
            return Words(value)
        case dict():
            return Mapping("dict", len(value), tuple((seen(key), seen(item)) for key, item in value.items()))
        case _:
            return Sequence(type(value).__name__, len(value), tuple(map(seen, value)))


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot) -> PlainView:
    made = PlainView(appearance)
    qtbot.addWidget(made)
    made.resize(420, 300)
    return made


def text_of(view: PlainView, got: Observation, expected: Observation | None = None) -> list[str]:
    view.show_subject(Subject("x", got, expected), ())
    assert not view.grab().isNull()
    return view.text().splitlines()


def test_a_number_stands_over_the_expected_one(view: PlainView) -> None:
    lines = text_of(view, seen(0.25), seen(0.5))

    assert lines == ["float  ·  differs from what was expected", "0.25", "Expected:", "0.5"]


def test_what_is_as_expected_is_told_once(view: PlainView) -> None:
    assert text_of(view, seen(3), seen(3)) == ["int  ·  as expected", "3"]


def test_another_type_is_said(view: PlainView) -> None:
    assert text_of(view, seen("3"), seen(3))[0] == "str  ·  expected int"


def test_nested_entries_that_differ_are_marked_where_they_are(view: PlainView) -> None:
    got, expected = seen({"lr": 0.1, "layers": [4, 8]}), seen({"lr": 0.1, "layers": [4, 16]})

    assert text_of(view, got, expected)[1:] == [
        "  'lr': 0.1",
        "  'layers': [4, 8]",
        "    [0]: 4",
        "    [1]: 8, expected 16",
    ]


def test_missing_and_unexpected_entries_are_said(view: PlainView) -> None:
    assert text_of(view, seen({"a": 1}), seen({"b": 2}))[1:] == [
        "  'a': 1, not expected",
        "  'b': expected 2, missing",
    ]


def test_the_order_of_a_set_never_counts(view: PlainView) -> None:
    one, other = seen({1, 2}), Sequence("set", 2, (Whole("2"), Whole("3")))

    assert text_of(view, one, other)[1:] == ["  1: not expected", "  2", "  3: missing"]


def test_a_long_list_is_cut_and_the_rest_counted(view: PlainView) -> None:
    lines = text_of(view, seen(list(range(MOST_ENTRIES + 7))))

    assert (len(lines), lines[-1]) == (MOST_ENTRIES + 2, "  7 more entries")


def test_an_error_names_its_line(view: PlainView) -> None:
    error = ErrorSeen("ValueError", "too many values", line=4)

    assert text_of(view, error)[1:] == ["ValueError: too many values", "in line 4"]


def test_a_function_shows_its_signature(view: PlainView) -> None:
    assert text_of(view, CallableSeen("step", "(x, lr=0.1)"))[1:] == ["step(x, lr=0.1)"]


def test_text_keeps_its_lines_and_moves_no_cursor(view: PlainView) -> None:
    assert text_of(view, Words("one\ntwo\x1b[2J"))[1:] == ["one", "two\\x1b[2J"]


def test_a_row_is_a_sentence_for_a_screen_reader(view: PlainView) -> None:
    text_of(view, seen([1.0]), seen([2.0]))
    item = view.entries.topLevelItem(0)

    assert item is not None
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "[0]: 1.0, expected 2.0"
