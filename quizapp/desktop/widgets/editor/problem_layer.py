"""The problems of one editor: which there are, and how they lie over its code."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.editor import marks
from quizapp.desktop.widgets.editor.problems import Level, Problem
from quizapp.desktop.widgets.editor.units import to_units

if TYPE_CHECKING:
    from quizapp.desktop.widgets.editor.widget import CodeEditor


class ProblemLayer:
    """What is wrong with the code, and its squiggles, pills and tool tips.

    Attributes:
        found: by the editor itself. told: by someone else, true only for the code as it is.
    """

    def __init__(self, editor: "CodeEditor", appearance: Appearance) -> None:
        """Begin without problems."""
        self._editor = editor
        self._appearance = appearance
        self.found: tuple[Problem, ...] = ()
        self.told: tuple[Problem, ...] = ()

    @property
    def all(self) -> tuple[Problem, ...]:
        """Found and told ones."""
        return self.found + self.told

    def sentence(self, problem: Problem) -> str:
        """Return what a problem says, in the reader's language."""
        return self._appearance.wording.sentence(problem.says)

    def lines(self) -> frozenset[int]:
        """Return the lines that have a problem, from 1."""
        return frozenset(problem.line for problem in self.all)

    def levels_by_line(self) -> dict[int, Level]:
        """Return the worst level of each line that has a problem; lines from 1."""
        levels: dict[int, Level] = {}
        for problem in self.all:
            if levels.get(problem.line) is not Level.ERROR:
                levels[problem.line] = problem.level
        return levels

    def squiggles(self) -> Iterator[QTextEdit.ExtraSelection]:
        """Yield the wavy line of each problem whose line exists."""
        for problem in self.all:
            block = self._editor.document().findBlockByNumber(problem.line - 1)
            if block.isValid():
                yield marks.squiggle(block, problem, self._appearance.colours, self.sentence(problem))

    def paint(self, rect: QRect) -> None:
        """Paint the pills that lie in a rectangle of the viewport."""
        if not self.all:
            return
        painter = QPainter(self._editor.viewport())
        for problem, place in self.pills(rect):
            text, font = self.sentence(problem), self._editor.font()
            marks.paint_pill(painter, place, text, font, problem.level, self._appearance.colours)
        painter.end()

    def pills(self, rect: QRect) -> Iterator[tuple[Problem, QRectF]]:
        """Yield each problem that is first in its line, with the place of its pill; none where there is no room."""
        first = {problem.line: problem for problem in reversed(self.all)}
        editor = self._editor
        left = editor.contentOffset().x() + editor.document().documentMargin()
        for block, top, height in editor.visible_blocks(rect):
            problem = first.get(block.blockNumber() + 1)
            if problem is None:
                continue
            place = marks.pill_rect(block, left, top, height, self.sentence(problem), editor.font())
            # What does not fit is elided; the tool tip and the list of problems say it whole.
            place.setRight(min(place.right(), editor.viewport().width() - 4))
            if place.width() > 3 * height:
                yield problem, place

    def tip_at(self, position: QPoint) -> str:
        """Return what the problems say whose pill or squiggle lies at a position of the viewport."""
        for problem, place in self.pills(self._editor.viewport().rect()):
            if place.contains(position):
                return self.sentence(problem)
        at = self._editor.cursorForPosition(position)
        line, column, text = at.blockNumber() + 1, at.positionInBlock(), at.block().text()
        return "\n".join(
            self.sentence(problem)
            for problem in self.all
            if problem.line == line and to_units(text, problem.column) <= column <= to_units(text, problem.end_column)
        )
