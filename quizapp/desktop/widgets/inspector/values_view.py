"""A tensor as a grid of numbers above the strip of memory that it lies on."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.grid import Grid
from quizapp.desktop.widgets.inspector.inks import axis_ground
from quizapp.desktop.widgets.inspector.memory_strips import MemoryStrips
from quizapp.desktop.widgets.inspector.memory_words import place_words, sharing_words, step_words
from quizapp.desktop.widgets.inspector.numeral import Numeral, numeral_for
from quizapp.desktop.widgets.inspector.plane import Cell, Index
from quizapp.desktop.widgets.inspector.scrolling import Scrolling
from quizapp.desktop.widgets.inspector.slice_bar import SliceBar
from quizapp.desktop.widgets.inspector.storage_model import Lane, memories_of
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.tensor_words import facts_line, numbers_text, why_no_numbers
from quizapp.desktop.widgets.labels import label
from quizapp.judging.numbers import Array, array_of
from quizapp.sandbox.observation import ArraySeen, TensorSeen


class ValuesView(Scrolling):
    """Shows facts, numbers and memory; what the mouse or the keyboard is at is lit in the grid and on the strip."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._subject: Subject | None = None
        self._beside: tuple[Subject, ...] = ()
        self._array: Array | None = None
        self._numeral = Numeral("whole")
        self._lane: Lane | None = None
        self._facts, self._where, self._sharing = (label(role, wraps=True) for role in ("muted", "small", "small"))
        self.slices, self.grid, self.strips = SliceBar(appearance), Grid(appearance), MemoryStrips(appearance)
        self._lay_out()
        self.slices.changed.connect(self._show_plane)
        self.grid.looked_at.connect(self._look_at_cell)
        self.strips.looked_at.connect(self._look_at_place)
        appearance.changed.connect(self._restyle)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show a tensor or an array, and on the strip those of `beside` that share its memory."""
        seen = subject.got
        if not isinstance(seen, TensorSeen | ArraySeen):
            return
        self._subject, self._beside = subject, beside
        self._where.setMinimumHeight(0)
        self._array = array_of(seen)
        self._numeral = numeral_for(self._array) if self._array is not None else Numeral("whole")
        memories = memories_of(subject, beside)
        self._lane = memories[0].lanes[0] if memories else None
        self.strips.show_memories(memories, self._numeral)
        # Without numbers there is nothing to choose a part of.
        self.slices.show_shape(seen.shape if self._array is not None else ())
        self._say()
        self._show_plane()

    def text(self) -> str:
        """Return facts, numbers and memory as plain text."""
        if self._subject is None or not isinstance(self._subject.got, TensorSeen | ArraySeen):
            return ""
        numbers = "" if self._array is None else numbers_text(self._array, self._numeral)
        parts = [self._facts.text(), numbers, self.strips.text() or self._sharing.text()]
        return "\n\n".join(part for part in parts if part)

    def where(self) -> str:
        """Return what is said of the number that is pointed at."""
        return self._where.text()

    @Slot()
    def _show_plane(self) -> None:
        self.grid.setVisible(self._array is not None and self._array.size > 0)
        if self._array is None or not self._array.size:
            self._tell("")
            return
        self.grid.show_plane(self.slices.plane().of(self._array), self._numeral, self.slices.corner())
        self._look_at_cell(self.grid.current_cell())

    @Slot(object)
    def _look_at_cell(self, cell: Cell) -> None:
        plane = self.slices.plane()
        if self._array is None or cell[0] >= plane.rows or cell[1] >= plane.columns:
            return
        index = plane.index(*cell)
        lit = {cell: self._appearance.colours.colour("accent")}
        if self._lane is None:
            self._tell(f"{list(index)}: {self._numeral.text(self._array[index])}")
        else:
            lit |= self._steps_lit(index)
            self.strips.light_element(index)
            self._tell(step_words(self._lane, index, self._appearance.wording))
        self.grid.cells.light(lit)

    @Slot(object)
    def _look_at_place(self, place: int | None) -> None:
        if self._lane is None:
            return
        if place is None:
            self._look_at_cell(self.grid.current_cell())
            return
        accent = self._appearance.colours.colour("accent")
        found = self._lane.indices_at(place)
        cells = (self.slices.plane().cell(index) for index in found)
        # Of several elements at one place, each has neighbours of its own.
        only = found[0] if len(found) == 1 else None
        lit = {cell: accent for cell in cells if cell is not None}
        self.grid.cells.light(lit if only is None else self._steps_lit(only) | lit)
        self._tell(place_words(self._lane, place, self._appearance.wording))
        self.strips.light_place(place, () if only is None else self._lane.steps(only), self._where.text())

    def _tell(self, words: str) -> None:
        self._where.setText(words)
        # It grows and never shrinks: the strip below must not move away from under the mouse.
        needed = self._where.heightForWidth(self._where.width()) if words else 0
        self._where.setMinimumHeight(max(needed, self._where.minimumHeight()))

    def _steps_lit(self, index: Index) -> dict[Cell, QColor]:
        assert self._lane is not None
        colours, plane = self._appearance.colours, self.slices.plane()
        lit = {}
        for step in self._lane.steps(index):
            cell = plane.cell(step.index)
            if cell is not None:
                lit[cell] = axis_ground(colours, step.from_last)
        return lit

    def _say(self) -> None:
        if self._subject is None or not isinstance(self._subject.got, TensorSeen | ArraySeen):
            return
        wording, seen = self._appearance.wording, self._subject.got
        facts = facts_line(seen, wording)
        self._facts.setText(facts if self._array is not None else f"{facts}\n{why_no_numbers(seen, wording)}")
        self._sharing.setText(sharing_words(self._subject, self._beside, wording))
        self._sharing.setVisible(bool(self._sharing.text()) and self._lane is None)
        self.grid.setAccessibleName(wording.say("Numbers of {name}", name=self._subject.name))

    @Slot()
    def _restyle(self) -> None:
        if self._subject is not None:
            self.grid.restyle()
            self.show_subject(self._subject, self._beside)

    def _lay_out(self) -> None:
        self._where.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (self._facts, self.slices, self.grid, self._where, self.strips, self._sharing):
            self.rows.addWidget(part)
        self.rows.addStretch(1)
