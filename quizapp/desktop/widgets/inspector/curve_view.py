"""A series of numbers as a curve: a loss that falls, an accuracy that rises."""

import numpy as np
from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

# After PySide6, whose binding pyqtgraph takes.
import pyqtgraph  # isort: skip

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.curve_model import (
    Series,
    can_be_logarithmic,
    difference,
    nearest_step,
    reading,
    series_of,
    summary,
)
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.desktop.widgets.labels import label
from quizapp.judging.printing import number_text

DOTS_UP_TO = 60
"""Steps up to which each has its dot."""

SMOOTH_UP_TO = 5_000
"""Steps up to which the curve is smoothed; more would be slow."""

MOST_TOLD = 5_000
"""Numbers that are told as text."""

MARGIN = 0.04
"""Of what is drawn, that stays free at each side."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}


class CurveView(QWidget):
    """Shows a series; the mouse and the arrow keys read it step by step."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._subject: Subject | None = None
        self._series: Series | None = None
        self._expected: Series | None = None
        self._step: int | None = None
        self.words, self.read = label("muted", wraps=True), label("body", wraps=True)
        self.logarithmic = QCheckBox()
        self.plot = _Plot(self)
        self._lay_out()
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self.logarithmic.toggled.connect(self._draw)
        appearance.changed.connect(self._restyle)

    def show_subject(self, subject: Subject, beside: tuple[Subject, ...]) -> None:
        """Show a series of numbers; what stands `beside` it in the run does not matter here."""
        self._subject = subject
        self._series, self._expected = series_of(subject.got), series_of(subject.expected)
        self._step = None
        self._restyle()

    def text(self) -> str:
        """Return what is said of the series, and all of its numbers."""
        if self._series is None:
            return self._appearance.wording.say("This is no series of numbers.")
        told = ", ".join(number_text(value) for value in self._series.values[:MOST_TOLD])
        numbers = told + (", …" if self._series.values.size > MOST_TOLD else "")
        return "\n".join((*self._sentences(self._series), numbers))

    def read_step(self, step: int) -> None:
        """Say what is at a step, and mark it."""
        if self._series is None:
            return
        self._step = nearest_step(self._series, step)
        self.read.setText(reading(self._series, self._expected, self._step, self._appearance.wording))
        self.plot.mark(self._step, float(self._series.finite[self._step]))
        self.plot.setAccessibleDescription(self.read.text())

    def read_on(self, steps: int) -> None:
        """Read on from the step that was read last, or begin at the first one."""
        self.read_step(0 if self._step is None else self._step + steps)

    def _sentences(self, series: Series) -> tuple[str, ...]:
        wording = self._appearance.wording
        apart = difference(series, self._expected, wording) if self._expected is not None else ""
        return tuple(words for words in (*summary(series, wording), apart) if words)

    @Slot(object)
    def _hover(self, place: QPointF) -> None:
        if self._series is not None and self.plot.sceneBoundingRect().contains(place):
            self.read_step(nearest_step(self._series, self.plot.plotItem.vb.mapSceneToView(place).x()))

    @Slot()
    def _restyle(self) -> None:
        say = self._appearance.wording.say
        self.logarithmic.setText(say("Logarithmic scale"))
        self.plot.dress(self._appearance)
        if self._series is None or self._subject is None:
            self.words.setText(self.text())
            return
        self.words.setText(say("; ").join(self._sentences(self._series)))
        self.plot.setAccessibleName(say("Curve of {name}", name=self._subject.name))
        self.read.setText(say("Point at the curve, or use the arrow keys, to read it."))
        self.logarithmic.setVisible(can_be_logarithmic(self._series, self._expected))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._series is None:
            return
        is_log = self.logarithmic.isChecked() and not self.logarithmic.isHidden()
        self.plot.draw(self._series, self._expected, self._appearance, is_log=is_log)
        if self._step is not None:
            self.read_step(self._step)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.read, 1)
        foot.addWidget(self.logarithmic)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.words)
        rows.addWidget(self.plot, 1)
        rows.addLayout(foot)


class _Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    """The drawing: curve, expected curve, and the mark of what is read."""

    def __init__(self, view: CurveView) -> None:
        super().__init__(view)
        self._view = view
        self._is_log = False
        self.setMenuEnabled(False)
        self.setMouseEnabled(False, False)
        self.hideButtons()
        # Of a long series each pixel draws only its lowest and highest number.
        self.setDownsampling(auto=True, mode="peak")
        self.setClipToView(True)
        self.setMinimumHeight(160)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line = pyqtgraph.InfiniteLine(angle=90)
        self._point = pyqtgraph.ScatterPlotItem(size=9)

    def dress(self, appearance: Appearance) -> None:
        """Take on the colours, the font and the language."""
        colours, say = appearance.colours, appearance.wording.say
        self.setBackground(None)
        self.setStyleSheet("background: transparent; border: 0;")
        titles = {"bottom": say("step"), "left": say("value")}
        for side, title in titles.items():
            axis = self.getAxis(side)
            # pyqtgraph would write "value (x0.001)".
            axis.enableAutoSIPrefix(False)
            axis.setPen(colours.outline)
            axis.setTextPen(colours.muted)
            axis.setTickFont(self.font())
            axis.setLabel(title, color=colours.muted)
        self.showGrid(x=False, y=True, alpha=0.15)

    def draw(self, series: Series, expected: Series | None, appearance: Appearance, *, is_log: bool) -> None:
        """Draw anew."""
        colours, say = appearance.colours, appearance.wording.say
        self._is_log = is_log
        self.clear()
        old = self.plotItem.legend
        if old is not None:
            old.scene().removeItem(old)
            self.plotItem.legend = None
        self.setLogMode(x=False, y=is_log)
        if expected is not None:
            legend = self.addLegend(offset=(-8, 8), labelTextColor=colours.text)
            legend.setBrush(QColor(colours.base))
            dashed = pyqtgraph.mkPen(colours.muted, width=2, style=Qt.PenStyle.DashLine)
            self._curve(expected, dashed, say("expected"))
        self._curve(series, pyqtgraph.mkPen(colours.accent, width=2), say("got"), colours.accent)
        self._mark_gaps(series, colours.bad)
        self._line.setPen(pyqtgraph.mkPen(colours.outline, width=1))
        self._point.setPen(pyqtgraph.mkPen(colours.base, width=1.5))
        self._point.setBrush(QColor(colours.accent))
        self._line.hide()
        self._point.clear()
        self.addItem(self._line)
        self.addItem(self._point)
        self._set_range(*(one for one in (series, expected) if one is not None))

    def _set_range(self, *shown: Series) -> None:
        """Show all of the series. pyqtgraph's own choice leaves much room while the widget is still small."""
        drawn = np.concatenate([one.finite for one in shown])
        drawn = drawn[np.isfinite(drawn)]
        if drawn.size:
            low, high = float(drawn.min()), float(drawn.max())
            self.setYRange(*((np.log10(low), np.log10(high)) if self._is_log else (low, high)), padding=MARGIN)
        self.setXRange(0, max(one.values.size for one in shown) - 1, padding=MARGIN)

    def _mark_gaps(self, series: Series, ink: str) -> None:
        """Put a cross, at the height of the lowest value, at each step that has no number."""
        steps = np.flatnonzero(~np.isfinite(series.finite))
        if steps.size and steps.size < series.values.size:
            lowest = np.full(steps.size, np.nanmin(series.finite))
            self.plot(steps, lowest, pen=None, symbol="x", symbolSize=8, symbolBrush=ink, symbolPen=None)

    def _curve(self, series: Series, pen: object, name: str, dot: str = "") -> None:
        steps = np.arange(series.values.size)
        dots = {"symbol": "o", "symbolSize": 5, "symbolBrush": dot, "symbolPen": None}
        style = dots if dot and series.values.size <= DOTS_UP_TO else {}
        self.plot(
            steps, series.finite, pen=pen, name=name, connect="finite", antialias=steps.size <= SMOOTH_UP_TO, **style
        )

    def mark(self, step: int, value: float) -> None:
        """Mark what is read; where there is no number, only the step."""
        self._line.setPos(step)
        self._line.show()
        if np.isfinite(value):
            self._point.setData([step], [np.log10(value) if self._is_log else value])
        else:
            self._point.clear()

    def marked(self) -> tuple[float, float]:
        """Return where the mark of what is read lies, in the units of the axes."""
        steps, values = self._point.getData()
        return float(steps[0]), float(values[0])

    def names(self) -> list[str]:
        """Return what the legend names, in its order."""
        legend = self.plotItem.legend
        return [] if legend is None else [text.text for _, text in legend.items]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read by the arrow keys."""
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._view.read_on(steps)
