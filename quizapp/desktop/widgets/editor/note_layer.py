"""The notes of one editor as they are painted: muted words after the ends of their lines, never over code."""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPixmap, QTextBlock

from quizapp.desktop.widgets.editor.marks import pill_font
from quizapp.desktop.widgets.editor.notes import Note, moved

if TYPE_CHECKING:
    from quizapp.desktop.widgets.editor.widget import CodeEditor

GAP = 3
"""Characters between a line's end and its note, at least."""

STOP = 4
"""Notes begin at multiples of so many characters, so that those of lines about as long stand in a column."""

LEAST_ROOM = 6
"""Characters; where there is less room, only the tool tip says the note."""

EDGE = 8
"""Pixels kept free at the right."""


class NoteLayer:
    """The notes beside an editor's lines; `notes` has them by line, from 1."""

    def __init__(self, editor: "CodeEditor") -> None:
        """Begin without notes."""
        self._editor = editor
        self.notes: dict[int, Note] = {}
        self._version = 0
        self._drawn = QPixmap()
        self._drawn_for: tuple[object, ...] = ()
        self._drawn_at: dict[int, QRectF] = {}

    def show(self, notes: Mapping[int, Note]) -> None:
        """Show other notes; only lines whose note is another one are painted anew."""
        if notes == self.notes:
            return
        before, self.notes = self.notes, dict(notes)
        self._version += 1
        lines = {line for line in before.keys() | self.notes.keys() if before.get(line) != self.notes.get(line)}
        self._paint_anew(lines)

    def follow(self, before: str, after: str) -> None:
        """The code was edited: notes go along with their lines, those of edited lines go."""
        if not self.notes:
            return
        left = moved(self.notes, before, after)
        if left.items() <= self.notes.items():
            self._rub_out(self.notes.keys() - left.keys())
            self.notes = left
        else:
            self.show(left)

    def paint(self, taken: frozenset[int]) -> None:
        """Paint the notes in sight, but not beside the lines `taken`."""
        if not self.notes:
            return
        self._draw(taken)
        painter = QPainter(self._editor.viewport())
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, taken: frozenset[int]) -> None:
        # Qt paints the whole view at every key press, and twenty texts would be felt; most often no note has moved:
        # an edited line loses its note, and another number of lines is another version.
        editor, view = self._editor, self._editor.viewport()
        offset, ratio = editor.contentOffset(), view.devicePixelRatioF()
        wanted = (
            self._version,
            editor.firstVisibleBlock().blockNumber(),
            (offset.x(), offset.y(), view.width(), view.height(), ratio),
            editor.font().key(),
            editor.colours,
            taken,
        )
        if wanted == self._drawn_for:
            return
        self._drawn_for, self._drawn_at = wanted, {}
        self._drawn = QPixmap(view.size() * ratio)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._drawn)
        painter.setFont(pill_font(editor.font()))
        metrics = QFontMetricsF(painter.font())
        for note, place in self.places(view.rect()):
            if note.line not in taken:
                self._drawn_at[note.line] = place
                painter.setPen(editor.colours.colour("bad" if note.is_bad else "muted"))
                text = metrics.elidedText(note.text, Qt.TextElideMode.ElideRight, place.width())
                painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _rub_out(self, lines: Iterable[int]) -> None:
        """Take notes out of the picture; to draw it anew would be felt at the first key press in a line."""
        places = [self._drawn_at.pop(line) for line in lines if line in self._drawn_at]
        if not places:
            return
        painter = QPainter(self._drawn)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for place in places:
            painter.fillRect(place, Qt.GlobalColor.transparent)
            self._editor.viewport().update(place.toAlignedRect())
        painter.end()

    def places(self, rect: QRect) -> Iterator[tuple[Note, QRectF]]:
        """Yield each note in sight with the room that it has; none where there is too little."""
        editor = self._editor
        left = editor.contentOffset().x() + editor.document().documentMargin()
        character = QFontMetricsF(editor.font()).horizontalAdvance(" ")
        right = editor.viewport().width() - EDGE
        for block, top, height in editor.visible_blocks(rect):
            note = self.notes.get(block.blockNumber() + 1)
            if note is None:
                continue
            start = left + character * STOP * ceil((_width(block) / character + GAP) / STOP)
            if right - start >= LEAST_ROOM * character:
                yield note, QRectF(start, top, right - start, height)

    def tip_at(self, position: QPoint) -> str:
        """Return in full the note of the line right of whose end a position of the viewport lies.

        Of a line that leaves no room for its note, any position will do.
        """
        editor = self._editor
        painted = {note.line for note, _ in self.places(editor.viewport().rect())}
        left = editor.contentOffset().x() + editor.document().documentMargin()
        for block, top, height in editor.visible_blocks(editor.viewport().rect()):
            if top <= position.y() < top + height:
                note = self.notes.get(block.blockNumber() + 1)
                if note is None or (note.line in painted and position.x() <= left + _width(block)):
                    return ""
                return note.tip or note.text
        return ""

    def _paint_anew(self, lines: set[int]) -> None:
        if not lines:
            return
        view = self._editor.viewport()
        for block, top, height in self._editor.visible_blocks(view.rect()):
            if block.blockNumber() + 1 in lines:
                view.update(QRectF(0, top, view.width(), height).toAlignedRect())


def _width(block: QTextBlock) -> float:
    """Return how far the code of a line reaches, in pixels."""
    layout = block.layout()
    line = layout.lineAt(max(layout.lineCount() - 1, 0))
    return float(line.naturalTextWidth()) if line.isValid() else 0.0
