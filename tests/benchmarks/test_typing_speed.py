"""Prints how long a key press takes until it is painted, with and without notes beside the code."""

import statistics
import time

import pytest
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.editor import CodeEditor, Note
from quizapp.settings import LookChoice
from quizapp.wording import Wording

pytestmark = pytest.mark.benchmark

KEY_PRESSES = 600
LINES = 25


class Watched(CodeEditor):
    """An editor that knows whether it was painted."""

    was_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.was_painted = True


def milliseconds_of_a_key_press(editor: Watched, key: str) -> float:
    editor.was_painted = False
    started = time.perf_counter()
    QTest.keyClicks(editor, key)
    while not editor.was_painted:
        QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def line(number: int) -> str:
    return f"layer_{number} = torch.nn.Linear({number + 3}, {number + 4}, bias=False)(x)[:, :2]"


def test_a_key_press_with_notes_and_without(qapp: QApplication, qtbot: QtBot) -> None:
    editor = Watched(Appearance(Wording("en"), LookChoice.LIGHT))
    qtbot.addWidget(editor)
    editor.resize(900, 640)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.set_code("\n".join(line(number) for number in range(LINES)))
    notes = tuple(
        Note(line=number, text=f"layer_{number} (3, {number}) f32 grad  ×5") for number in range(1, LINES + 1)
    )
    taken: dict[str, list[float]] = {"without": [], "with, first in its line": [], "with, then": []}
    editor.go_to_line(LINES // 2)
    # By turns, so that both meet the same machine.
    for turn in range(KEY_PRESSES):
        key = "a" if turn % 8 else "="
        editor.set_notes(())
        QApplication.processEvents()
        taken["without"].append(milliseconds_of_a_key_press(editor, key))
        editor.undo()
        editor.set_notes(notes)
        QApplication.processEvents()
        taken["with, first in its line"].append(milliseconds_of_a_key_press(editor, key))
        taken["with, then"].append(milliseconds_of_a_key_press(editor, key))
        editor.undo()
        QApplication.processEvents()

    print()
    for name, each in taken.items():
        ordered = sorted(each)
        p50, p95 = statistics.median(ordered), ordered[int(len(ordered) * 0.95)]
        print(f"key press to painted, notes {name:26} p50 {p50:5.2f} ms   p95 {p95:5.2f} ms   n {len(ordered)}")
