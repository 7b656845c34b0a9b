"""Paints a line of the list of problems: where, the sentence with its code, and how a wrong program differs."""

import html
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quizapp.desktop.appearance import Appearance, Colours
from quizapp.desktop.fonts import code_font
from quizapp.desktop.icons import SIDE, pixmap
from quizapp.desktop.pages.author.problem_lines import ProblemLine, Sort
from quizapp.desktop.pages.author.words import LONGEST_CODE, MOST_CODE
from quizapp.desktop.widgets.inline_label import inline_html
from quizapp.wording import Wording

SIDE_GAP, TOP_GAP = 8, 5
"""Logical pixels beside and above what is written."""

TEXT_LEFT = SIDE_GAP + SIDE + 10

KEPT = 400
"""Lines whose layout is remembered."""


class ProblemRows(QStyledItemDelegate):
    """Paints what stands at `role` of a row, a `ProblemLine`, as wide as the list."""

    def __init__(self, appearance: Appearance, role: int, view: QListView) -> None:
        super().__init__(view)
        self._appearance, self._role, self._view = appearance, role, view
        self._document = lru_cache(KEPT)(self._laid_out)

    def restyle(self) -> None:
        """Write in the language and the look in use."""
        self._document.cache_clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return how high a line is that is as wide as the list."""
        line, width = index.data(self._role), self._view.viewport().width()
        height = self._document(line, width).size().height() if isinstance(line, ProblemLine) else SIDE
        return QSize(0, round(height + 0.5) + 2 * TOP_GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the style has it, then the sign and the words."""
        line, colours = index.data(self._role), self._appearance.colours
        if not isinstance(line, ProblemLine):
            return
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        place = option.rect.topLeft()
        sign = pixmap(line.sort, sort_colour(line.sort, colours), SIDE, painter.device().devicePixelRatioF())
        painter.drawPixmap(place + QPoint(SIDE_GAP, TOP_GAP), sign)
        document = self._document(line, self._view.viewport().width())
        painter.save()
        painter.translate(place + QPoint(TEXT_LEFT, TOP_GAP))
        document.drawContents(painter, QRectF(0, 0, document.textWidth(), document.size().height()))
        painter.restore()

    def _laid_out(self, line: ProblemLine, width: int) -> QTextDocument:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(self._view.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.setHtml(problem_html(line, self._appearance.wording, self._appearance.colours, code_font().families()))
        document.setTextWidth(max(width - TEXT_LEFT - SIDE_GAP, 40))
        return document


def sort_colour(sort: Sort, colours: Colours) -> str:
    """Return the colour of a problem's sign."""
    return colours.bad if sort is Sort.FAILS else colours.warn


def problem_html(line: ProblemLine, wording: Wording, colours: Colours, families: list[str]) -> str:
    """Return a problem as HTML: the place, the sentence, and of a wrong program the lines that differ."""
    parts = [
        f'<div style="color: {colours.muted}">{inline_html(line.place, families)}</div>',
        f'<div style="color: {colours.text}">{inline_html(wording.sentence(line.says), families)}</div>',
    ]
    if line.survivor is not None:
        fonts = ", ".join(f"'{family}'" for family in families)
        parts += [
            f'<div style="color: {ink}; font-family: {fonts}; white-space: pre-wrap">{html.escape(code)}</div>'
            for ink, code in _difference(line, colours)
        ]
    return "".join(parts)


def _difference(line: ProblemLine, colours: Colours) -> list[tuple[str, str]]:
    """Return the lines of code that are gone and those that are new, each with its colour; the first of many."""
    assert line.survivor is not None
    gone = [(colours.bad, f"- {code}") for code in line.survivor.removed]
    new = [(colours.ok, f"+ {code}") for code in line.survivor.added if code.strip()]
    cut = [(ink, f"{code[:LONGEST_CODE]}…" if len(code) > LONGEST_CODE else code) for ink, code in (*gone, *new)]
    return [*cut[:MOST_CODE], *([(colours.muted, "…")] if len(cut) > MOST_CODE else [])]
