"""A large tensor: its figures, how its numbers spread, and a plane of it as a picture."""

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.heat_map import HeatMap
from quizapp.desktop.widgets.inspector.heat_model import SEQUENTIAL, as_reals, colour_table, scale_of
from quizapp.desktop.widgets.inspector.histogram import Histogram
from quizapp.desktop.widgets.inspector.legend import Legend
from quizapp.desktop.widgets.inspector.numeral import Numeral, numeral_for
from quizapp.desktop.widgets.inspector.plane import Cell
from quizapp.desktop.widgets.inspector.scrolling import Scrolling
from quizapp.desktop.widgets.inspector.slice_bar import SliceBar
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.inspector.summary_model import Summary, summarise
from quizapp.desktop.widgets.inspector.summary_words import bar_words, figures, summary_text
from quizapp.desktop.widgets.inspector.tensor_words import facts_line
from quizapp.desktop.widgets.labels import label
from quizapp.judging.numbers import Array, array_of
from quizapp.sandbox.observation import ArraySeen, TensorSeen

FIRST_SECONDS, NEXT_SECONDS = 0.03, 0.008
"""How long the figures may be worked on before the window goes on: when first shown, and each time after."""

MOST_FIGURES = 7


class SummaryView(Scrolling):
    """Shows a tensor too large to read; the figures of a very large one come little by little."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._subject: Subject | None = None
        self._array: Array | None = None
        self._numeral = Numeral("whole")
        self._summary = Summary(0)
        self._coming: Iterator[Summary] = iter(())
        self._facts, self._where = label("muted", wraps=True), label("small", wraps=True)
        self._figures = [(label("small"), label("strong")) for _ in range(MOST_FIGURES)]
        self.histogram, self.map = Histogram(appearance), HeatMap(appearance)
        self._legend, self.slices = Legend(appearance), SliceBar(appearance)
        self._going_on = QTimer(self, interval=0)
        self._lay_out()
        self._going_on.timeout.connect(self._go_on)
        self.slices.changed.connect(self._show_plane)
        self.map.looked_at.connect(self._look_at)
        self.histogram.looked_at.connect(self._look_at_bar)
        appearance.changed.connect(self._refresh)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show a tensor or an array; the same one is left as it is."""
        seen = subject.got
        if not isinstance(seen, TensorSeen | ArraySeen) or (self._subject is not None and seen is self._subject.got):
            return
        array = array_of(seen)
        if array is None:
            return
        self._subject, self._array = subject, array
        self._numeral = numeral_for(array)
        self._coming = summarise(array)
        self.slices.show_shape(seen.shape, windowed=False)
        self._work_for(FIRST_SECONDS)
        self._refresh()

    def text(self) -> str:
        """Return facts and figures as plain text."""
        return f"{self._facts.text()}\n\n{summary_text(self._summary, self._appearance.wording)}"

    def where(self) -> str:
        """Return what is said of the number or bar that is pointed at."""
        return self._where.text()

    @Slot()
    def _go_on(self) -> None:
        self._work_for(NEXT_SECONDS)
        self._show_figures()

    def _work_for(self, seconds: float) -> None:
        """Work on the figures until they are whole or the time is over; go on later if they aren't."""
        until = perf_counter() + seconds
        for summary in self._coming:
            self._summary = summary
            if perf_counter() > until:
                break
        if self._summary.is_whole:
            self._going_on.stop()
        else:
            self._going_on.start()

    @Slot()
    def _refresh(self) -> None:
        if self._subject is None or not isinstance(self._subject.got, TensorSeen | ArraySeen):
            return
        say = self._appearance.wording.say
        self._facts.setText(facts_line(self._subject.got, self._appearance.wording))
        self.map.setAccessibleName(say("Picture of {name}", name=self._subject.name))
        self.histogram.setAccessibleName(say("Histogram of {name}", name=self._subject.name))
        self._show_figures()
        self._show_plane()

    def _show_figures(self) -> None:
        found = figures(self._summary, self._appearance.wording)
        for place, (name, value) in enumerate(self._figures):
            shown = found[place] if place < len(found) else ("", "")
            name.setText(shown[0])
            value.setText(shown[1])
        self.histogram.show_summary(self._summary)
        self.histogram.setAccessibleDescription(summary_text(self._summary, self._appearance.wording))

    @Slot()
    def _show_plane(self) -> None:
        if self._array is None:
            return
        plane = self.slices.plane().of(self._array)
        reals = as_reals(plane)
        scale, table = scale_of(reals), colour_table(SEQUENTIAL)
        self.map.show_plane(plane, reals, scale, table, self._numeral)
        self._legend.show_scale(scale, table)
        self._look_at(None)

    @Slot(object)
    def _look_at(self, cell: Cell | None) -> None:
        self.map.point_at(cell)
        if cell is None or self._array is None:
            self._where.setText(self._appearance.wording.say("Point at the picture or a bar to read its numbers."))
            return
        index = self.slices.plane().index(*cell)
        self._where.setText(f"{list(index)}: {self._numeral.text(self._array[index])}")
        self.map.setAccessibleDescription(self._where.text())

    @Slot(object)
    def _look_at_bar(self, bar: int | None) -> None:
        if bar is None:
            self._look_at(None)
        else:
            self._where.setText(bar_words(self._summary, bar, self._appearance.wording))

    def _lay_out(self) -> None:
        self.rows.addWidget(self._facts)
        self.rows.addWidget(self.slices)
        picture = QVBoxLayout()
        picture.setSpacing(3)
        picture.addWidget(self.map)
        picture.addWidget(self._legend)
        picture.addStretch(1)
        abreast = QHBoxLayout()
        abreast.setSpacing(14)
        abreast.addLayout(picture, 3)
        abreast.addLayout(self._figure_grid(), 2)
        self.rows.addLayout(abreast)
        self.rows.addWidget(self._where)
        self.rows.addWidget(self.histogram)
        self.rows.addStretch(1)
        self.map.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _figure_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        for row, (name, value) in enumerate(self._figures):
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignBaseline | Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(self._figures), 1)
        grid.setColumnStretch(1, 1)
        return grid
