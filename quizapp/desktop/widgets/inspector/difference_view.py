"""Expected, got and their difference as three heat maps: one scale for the first two, one around zero."""

from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QGridLayout

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.difference_words import cell_words, comparison_text, verdict_words
from quizapp.desktop.widgets.inspector.heat_map import HeatMap
from quizapp.desktop.widgets.inspector.heat_model import (
    DIVERGING_ON_DARK,
    DIVERGING_ON_LIGHT,
    SEQUENTIAL,
    Comparison,
    Numbers,
    as_reals,
    colour_table,
    compare,
)
from quizapp.desktop.widgets.inspector.legend import Legend
from quizapp.desktop.widgets.inspector.numeral import Numeral, numeral_for, sample_of
from quizapp.desktop.widgets.inspector.plane import Cell, Plane, plane_of
from quizapp.desktop.widgets.inspector.scrolling import Scrolling
from quizapp.desktop.widgets.inspector.slice_bar import SliceBar
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.labels import label
from quizapp.judging.numbers import WITHOUT_WARNINGS, Array
from quizapp.judging.printing import shown_shape
from quizapp.sandbox.observation import ArraySeen, TensorSeen

THREE_ABREAST_EMS = 27
"""Sizes of the app's font; a narrower view puts the difference below."""


class DifferenceView(Scrolling):
    """Compares two tensors; a cell that is pointed at on one map is framed on all, and told in words."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._sides: tuple[Numbers | None, Numbers | None] = (None, None)
        self._compared = compare(None, None)
        self._numeral = Numeral("whole")
        self._verdict, self._where = label("body", wraps=True), label("small", wraps=True)
        self.slices = SliceBar(appearance)
        self.maps = tuple(HeatMap(appearance) for _ in range(3))
        self._titles = tuple(label("small", wraps=True) for _ in range(3))
        self._legends = Legend(appearance), Legend(appearance)
        self._lay_out()
        self.slices.changed.connect(self._show_planes)
        for each in self.maps:
            each.looked_at.connect(self._look_at)
        appearance.changed.connect(self._refresh)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Compare a value with what was expected."""
        expected, got = subject.expected, subject.got
        self.show_pair(
            expected if isinstance(expected, TensorSeen | ArraySeen) else None,
            got if isinstance(got, TensorSeen | ArraySeen) else None,
        )

    def show_pair(self, expected: Numbers | None, got: Numbers | None) -> None:
        """Compare two tensors, either of which may be missing."""
        self._sides = expected, got
        self._compared = compare(expected, got)
        self._numeral = _common_numeral(self._compared)
        shape = next((side.shape for side in (got, expected) if side is not None), ())
        worst = self._compared.worst
        self.slices.show_shape(shape, worst.worst if worst is not None else (), windowed=False)
        self._refresh()

    def text(self) -> str:
        """Return the words and all three sets of numbers as plain text."""
        return f"{self._verdict.text()}\n\n{comparison_text(self._compared, self._numeral, self._appearance.wording)}"

    def resizeEvent(self, event: Any) -> None:
        """Put the difference beside or below, as there is room."""
        super().resizeEvent(event)
        self._arrange()

    def where(self) -> str:
        """Return what is said of the cell that is pointed at."""
        return self._where.text()

    @Slot()
    def _refresh(self) -> None:
        say = self._appearance.wording.say
        self._verdict.setText(verdict_words(*self._sides, self._compared, self._appearance.wording))
        names = (say("expected"), say("got"), say("difference"))
        shapes = [f" {shown_shape(side.shape)}" if side is not None else "" for side in self._sides]
        for title, each, name, shape in zip(self._titles, self.maps, names, [*shapes, ""], strict=True):
            title.setText(name + shape)
            each.setAccessibleName(title.text())
            each.setAccessibleDescription(self._verdict.text())
        self._show_planes()

    @Slot()
    def _show_planes(self) -> None:
        compared, sequential = self._compared, colour_table(SEQUENTIAL)
        diverging = colour_table(DIVERGING_ON_DARK if self._appearance.colours.dark else DIVERGING_ON_LIGHT)
        for each, side in zip(self.maps, (compared.expected, compared.got), strict=False):
            if side is not None:
                numbers = self._plane_of(side).of(side)
                each.show_plane(numbers, as_reals(numbers), compared.scale, sequential, self._numeral)
        if compared.difference is not None:
            numbers = self._plane_of(compared.difference).of(compared.difference)
            scale = compared.around_zero
            self.maps[2].show_plane(numbers, numbers, scale, diverging, self._numeral, keep_extremes=True)
        self._legends[0].show_scale(compared.scale, sequential)
        self._legends[1].show_scale(compared.around_zero, diverging)
        self._show_parts()
        self._look_at(None)

    def _show_parts(self) -> None:
        """Hide what there is nothing to show of, and mark the worst cell."""
        compared = self._compared
        sides = (compared.expected, compared.got, compared.difference)
        for title, each, side in zip(self._titles, self.maps, sides, strict=True):
            title.setVisible(side is not None)
            each.setVisible(side is not None)
            worst = compared.worst.worst if compared.worst is not None else None
            each.mark(self._plane_of(side).cell(worst) if worst is not None and side is not None else None)
        self._arrange()
        self._legends[0].setVisible(any(side is not None for side in sides))
        self._legends[1].setVisible(compared.difference is not None)
        last = self.maps[2 if compared.difference is not None else 1]
        for each in self.maps:
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is last else Qt.FocusPolicy.NoFocus)

    @Slot(object)
    def _look_at(self, cell: Cell | None) -> None:
        for each in self.maps:
            each.point_at(cell if self._compared.difference is not None else None)
        difference = self._compared.difference
        self._where.setVisible(difference is not None)
        if difference is not None and cell is not None:
            index = self._plane_of(difference).index(*cell)
            self._where.setText(cell_words(self._compared, index, self._appearance.wording))
            # What is painted has no text that a screen reader could find.
            self.maps[2].setAccessibleDescription(self._where.text())
        else:
            self._where.setText(self._appearance.wording.say("Point at a cell to read both numbers."))

    def _plane_of(self, side: Array) -> Plane:
        return plane_of(side.shape, self.slices.plane().leading)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        self._arranged = 0
        self._arrange()
        self.rows.addWidget(self._verdict)
        self.rows.addWidget(self.slices)
        self.rows.addLayout(self._grid)
        self.rows.addWidget(self._where)
        self.rows.addStretch(1)

    def _arrange(self) -> None:
        is_wide = self.width() >= THREE_ABREAST_EMS * QFontInfo(self.font()).pixelSize()
        abreast = 3 if is_wide and self._compared.difference is not None else 2
        if abreast == self._arranged:
            return
        self._arranged = abreast
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for number, (title, each) in enumerate(zip(self._titles, self.maps, strict=True)):
            row, column = divmod(number, abreast)
            self._grid.addWidget(title, 3 * row, column, bottom)
            self._grid.addWidget(each, 3 * row + 1, column, top)
        self._grid.addWidget(self._legends[0], 2, 0, 1, 2, top)
        self._grid.addWidget(self._legends[1], 2 if abreast == 3 else 5, 2 if abreast == 3 else 0, top)
        for column in range(3):
            # Equal columns, however long their titles are.
            self._grid.setColumnStretch(column, 1 if column < abreast else 0)


@WITHOUT_WARNINGS
def _common_numeral(compared: Comparison) -> Numeral:
    """Return how to write the numbers of both sides alike."""
    sides = [side for side in (compared.expected, compared.got) if side is not None]
    kinds = {side.dtype.kind for side in sides}
    if not sides or "c" in kinds:
        return Numeral("complex", width=10)
    if kinds == {"b"}:
        return Numeral("truth", width=5)
    if compared.difference is not None:
        sides.append(compared.difference)
    joined = np.concatenate([as_reals(sample_of(side)) for side in sides])
    return numeral_for(joined if "f" in kinds else joined.astype(np.int64))
