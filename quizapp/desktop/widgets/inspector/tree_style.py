"""How the inspector's trees and tables look: no frames, quiet heads, a calm ground under the chosen row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeView

from quizapp.desktop.appearance import Colours

STRIPE = 3
"""Logical pixels of the mark at the left of the row that the keyboard is at."""


def tree_sheet(colours: Colours) -> str:
    """Return the style sheet of a tree or a table."""
    return (
        "QTreeView, QTableView { background: transparent; border: 0; outline: 0; }"
        "QTreeView::item { padding: 3px 4px 3px 0; border: 0; }"
        f"QTreeView::item:hover, QTreeView::item:selected {{ background: {colours.raised}; color: {colours.text}; }}"
        "QHeaderView { background: transparent; border: 0; }"
        f"QHeaderView::section {{ background: transparent; color: {colours.muted}; border: 0;"
        f" border-bottom: 1px solid {colours.border}; padding: 3px 2px; }}"
    )


def paint_stripe(
    tree: QTreeView, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, colours: Colours
) -> None:
    """Mark the row that the keyboard is at; Fusion's own frame is loud."""
    current = tree.currentIndex()
    if tree.hasFocus() and index.row() == current.row() and index.parent() == current.parent():
        painter.fillRect(QRect(0, rect.top(), STRIPE, rect.height()), colours.colour("accent"))
