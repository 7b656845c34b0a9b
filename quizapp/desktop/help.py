"""The two windows of the Help menu: which keys there are, and which versions are at work."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from quizapp.desktop.pages.exercise import keys as exercise_keys
from quizapp.desktop.pages.quiz import keys as quiz_keys
from quizapp.desktop.widgets.labels import label
from quizapp.wording import Wording

PACKAGES = ("quizapp", "PySide6-Essentials", "torch", "fsrs")


def keys_dialog(wording: Wording, parent: QWidget) -> QDialog:
    """Return a window that lists the keys."""
    say = wording.say
    groups = (
        (
            say("Everywhere"),
            (
                ("Ctrl+1 – Ctrl+6", say("Today, Learn, Browse, Quiz, Statistics, Settings")),
                ("Ctrl++  Ctrl+-  Ctrl+0", say("Larger text, smaller text, the usual size")),
                ("Esc", say("Leave an item; everything is kept")),
                ("Ctrl+N", say("Write a card of your own")),
                ("F1", say("This list")),
            ),
        ),
        (
            say("Cards and questions"),
            (
                (say("Space"), say("Show the answer; on Today: start")),
                ("1  2  3  4", say("Again, hard, good, easy")),
                ("Z", say("Take back what you did last")),
                ("N", say("Write a note")),
                ("B  Shift+B", say("Bury until tomorrow, or suspend")),
                ("M", say("Everything else: date, rating, history")),
            ),
        ),
        (
            say("Exercises"),
            (
                ("Ctrl+Enter", say("Run the code")),
                ("Ctrl+Shift+Enter", say("Check the code")),
                ("Ctrl+.", say("Stop what runs")),
                ("F6", say("Go to the next pane")),
                (exercise_keys.SHAPES[0], say("Show or hide the shapes beside the code")),
                (
                    "  ".join((*exercise_keys.STEP_BACK, *exercise_keys.STEP_ON)),
                    say("Go back or on by one step of the code"),
                ),
                (exercise_keys.INSPECTOR[0], say("Open the inspector, or go back to the checks")),
                ("Ctrl+M", say("Let Tab leave the editor, or indent again")),
            ),
        ),
        (
            say("Quizzes"),
            (
                (quiz_keys.SKIP[0], say("Skip; the item comes again at the end")),
                (quiz_keys.PAUSE[0], say("Pause, or go on")),
            ),
        ),
    )
    dialog, grid = _dialog(say("Keys"), parent)
    for title, keys in groups:
        _add_heading(grid, title)
        for key, meaning in keys:
            _add_row(grid, key, meaning)
    return dialog


def about_dialog(wording: Wording, parent: QWidget) -> QDialog:
    """Return a window that says what quizapp is, and the versions that matter in a report of a fault."""
    dialog, grid = _dialog(wording.say("About quizapp"), parent)
    _add_heading(grid, "quizapp")
    about = label("muted", wraps=True)
    about.setText(wording.say("Learn PyTorch's basics so that they stay learnt."))
    about.setMinimumWidth(340)
    grid.addWidget(about, grid.rowCount(), 0, 1, 2)
    for package in PACKAGES:
        _add_row(grid, package, installed_version(package) or wording.say("not installed"))
    _add_row(grid, "Python", platform.python_version())
    _add_row(grid, wording.say("System"), platform.platform(terse=True))
    return dialog


def installed_version(package: str) -> str | None:
    """Return a package's version without importing it; torch must never be imported here."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _dialog(title: str, parent: QWidget) -> tuple[QDialog, QGridLayout]:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(7)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(28, 22, 28, 20)
    column.setSpacing(18)
    column.addLayout(grid)
    column.addWidget(buttons)
    return dialog, grid


def _add_heading(grid: QGridLayout, text: str) -> None:
    heading = label("heading")
    heading.setText(text)
    heading.setContentsMargins(0, 8, 0, 0)
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2)


def _add_row(grid: QGridLayout, name: str, meaning: str) -> None:
    left, right = label("strong"), label()
    left.setText(name)
    right.setText(meaning)
    right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row = grid.rowCount()
    grid.addWidget(left, row, 0)
    grid.addWidget(right, row, 1)
