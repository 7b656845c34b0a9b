"""The memory of a tensor, and beneath it memories with the same numbers, each as a strip under its heading."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.memory_words import memory_heading, memory_text
from quizapp.desktop.widgets.inspector.numeral import Numeral
from quizapp.desktop.widgets.inspector.plane import Index
from quizapp.desktop.widgets.inspector.storage_model import MOST_COPIES, Memory, Step
from quizapp.desktop.widgets.inspector.strip import Strip
from quizapp.desktop.widgets.labels import label


class MemoryStrips(QWidget):
    """Shows memories; `looked_at` carries the place of the first one that is pointed at, or None."""

    looked_at = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._memories: tuple[Memory, ...] = ()
        self._rows: list[tuple[QLabel, Strip]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number in range(1 + MOST_COPIES):
            heading, strip = label("strong", wraps=True), Strip(appearance)
            self._rows.append((heading, strip))
            if number:
                column.addSpacing(6)
            column.addWidget(heading)
            column.addWidget(strip)
        self.first.looked_at.connect(self.looked_at)
        appearance.changed.connect(self._restyle)

    @property
    def first(self) -> Strip:
        """The strip of the tensor itself."""
        return self._rows[0][1]

    def show_memories(self, memories: tuple[Memory, ...], numeral: Numeral) -> None:
        """Show these memories, the tensor's own first."""
        self._memories = memories
        for number, (heading, strip) in enumerate(self._rows):
            shown = number < len(memories)
            heading.setVisible(shown)
            strip.setVisible(shown)
            if shown:
                strip.show_memory(memories[number], numeral, with_steps=self._is_alike(memories[number]))
        self._say()

    def light_element(self, index: Index) -> None:
        """Light an element and those one step from it; also where a copy of the same shape has them."""
        for memory, (_, strip) in zip(self._memories, self._rows, strict=False):
            lane = memory.lanes[0]
            if self._is_alike(memory):
                strip.light(lane.place(index), lane.steps(index))

    def light_place(self, place: int, steps: tuple[Step, ...], words: str) -> None:
        """Light a place of the first memory and steps from it, of which this is to be said."""
        # The mouse is on the strip, which must not move away under it.
        self.first.light(place, steps, follow=False)
        for _, strip in self._rows[1:]:
            strip.light(None)
        # What is painted has no text that a screen reader could find.
        self.first.setAccessibleDescription(words)

    def text(self) -> str:
        """Return all of it as plain text."""
        return "\n\n".join(memory_text(memory, self._appearance.wording) for memory in self._memories)

    def _is_alike(self, memory: Memory) -> bool:
        """Tell whether the first tensor on a memory has the shape of the one that is looked at."""
        return memory.lanes[0].seen.shape == self._memories[0].lanes[0].seen.shape

    def _say(self) -> None:
        for memory, (heading, strip) in zip(self._memories, self._rows, strict=False):
            heading.setText(memory_heading(memory, self._appearance.wording))
            strip.setAccessibleName(heading.text())
            strip.setAccessibleDescription(memory_text(memory, self._appearance.wording))

    @Slot()
    def _restyle(self) -> None:
        self._say()
        for _, strip in self._rows:
            strip.measure()
