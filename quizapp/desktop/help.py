"""The two windows of the Help menu: which keys there are, and which versions are at work."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QStyle, QVBoxLayout, QWidget

from quizapp.desktop.pages.exercise import keys as exercise_keys
from quizapp.desktop.pages.quiz import keys as quiz_keys
from quizapp.desktop.widgets.flow import Flow
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Pane
from quizapp.wording import Wording

PACKAGES = ("quizapp", "PySide6-Essentials", "torch", "fsrs")

_EDGE = 4
"""Logical pixels around a pane, for the ring that shows where the keyboard is."""

_AIR = 24
"""Logical pixels by which a window is smaller than the one below it, at least."""


_Group: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and keys with what they do."""


def keys_dialog(wording: Wording, parent: QWidget) -> QDialog:
    """Return a window that lists the keys, in two columns where there is room."""
    dialog, pane = _dialog(wording.say("Keys"), parent)
    content = QWidget()
    columns = Flow(content, gap=36, line_gap=12, at_top=True)
    for groups in (_keys_to_study(wording), _keys_for_more(wording)):
        column = QWidget()
        grid = _grid(column)
        for title, keys in groups:
            _add_heading(grid, title)
            for key, meaning in keys:
                _add_row(grid, key, meaning)
        grid.setRowStretch(grid.rowCount(), 1)
        columns.addWidget(column)
    _fill(dialog, pane, content, parent)
    return dialog


def _keys_to_study(wording: Wording) -> tuple[_Group, ...]:
    say = wording.say
    return (
        (
            say("Everywhere"),
            (
                ("Ctrl+1 – Ctrl+7", say("Today, Learn, Browse, Quiz, Statistics, Packs, Settings")),
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
            say("Browse"),
            (
                ("Ctrl+F", say("Search")),
                ("↓  ↑", say("From the search into the list, and back")),
                ("Shift+↓  Ctrl+A", say("Choose more, or all")),
                ("Enter", say("Study what is chosen")),
                ("B  Shift+B  N  Z", say("As with cards, for all that is chosen")),
            ),
        ),
    )


def _keys_for_more(wording: Wording) -> tuple[_Group, ...]:
    say = wording.say
    return (
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


def about_dialog(wording: Wording, parent: QWidget) -> QDialog:
    """Return a window that says what quizapp is, and the versions that matter in a report of a fault."""
    dialog, pane = _dialog(wording.say("About quizapp"), parent)
    content = QWidget()
    grid = _grid(content)
    _add_heading(grid, "quizapp")
    about = label("muted", wraps=True)
    about.setText(wording.say("Learn PyTorch's basics so that they stay learnt."))
    about.setMinimumWidth(340)
    grid.addWidget(about, grid.rowCount(), 0, 1, 2)
    for package in PACKAGES:
        _add_row(grid, package, installed_version(package) or wording.say("not installed"))
    _add_row(grid, "Python", platform.python_version())
    _add_row(grid, wording.say("System"), platform.platform(terse=True))
    _fill(dialog, pane, content, parent)
    return dialog


def installed_version(package: str) -> str | None:
    """Return a package's version without importing it; torch must never be imported here."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


class _Meaning(QLabel):
    """Wants one line, and wraps where there is no room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def sizeHint(self) -> QSize:
        """Return the size of one line; Qt would break it early, for a better shape."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())


def _dialog(title: str, parent: QWidget) -> tuple[QDialog, Pane]:
    """Return a window that can be closed, and the pane in it for the rest."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    pane = Pane()
    pane.setFrameShape(Pane.Shape.NoFrame)
    pane.setAccessibleName(title)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 14, 16, 18)
    column.setSpacing(18)
    column.addWidget(pane)
    column.addWidget(buttons)
    return dialog, pane


def _fill(dialog: QDialog, pane: Pane, content: QWidget, parent: QWidget) -> None:
    """Be as large as the content, but no larger than the window below: what has no room scrolls."""
    pane.fill_with(content)
    dialog.ensurePolished()
    around = dialog.sizeHint() - pane.sizeHint()
    beside = around.width() + dialog.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) + _EDGE
    width = min(content.sizeHint().width() + beside, parent.width() - _AIR)
    inside = width - beside
    height = content.heightForWidth(inside) if content.hasHeightForWidth() else content.sizeHint().height()
    dialog.resize(width, min(height + around.height() + _EDGE, parent.height() - _AIR))


def _grid(content: QWidget) -> QGridLayout:
    grid = QGridLayout(content)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(22)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    return grid


def _add_heading(grid: QGridLayout, text: str) -> None:
    heading = label("heading")
    heading.setText(text)
    heading.setContentsMargins(0, 8, 0, 0)
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2)


def _add_row(grid: QGridLayout, name: str, meaning: str) -> None:
    left = label("strong")
    left.setText(name)
    row = grid.rowCount()
    grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(_Meaning(meaning), row, 1)
