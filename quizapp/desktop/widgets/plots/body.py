"""A figure drawn by whatever suits it, with its legend."""

from typing import Any, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.plots.bar_plot import BarPlot
from quizapp.desktop.widgets.plots.calendar_plot import CalendarPlot
from quizapp.desktop.widgets.plots.figures import Bars, Figure, Points, Rows, Squares
from quizapp.desktop.widgets.plots.legend import Legend
from quizapp.desktop.widgets.plots.point_plot import PointPlot
from quizapp.desktop.widgets.plots.row_plot import RowPlot

AnyPlot: TypeAlias = BarPlot | PointPlot | CalendarPlot | RowPlot


class Body(QWidget):
    """Shows a figure; the plot for it is made when there is the first. Every figure must be of the first one's class.

    Signals:
        chosen: the learner wants to do items of the figure; carries a tuple of ids.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.plot: AnyPlot | None = None
        self._legend = Legend(appearance)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignLeft)

    def show_figure(self, figure: Figure, name: str, sentence: str) -> None:
        """Draw the figure; the sentence says what it says as a whole."""
        if self.plot is None:
            self.plot = self._make_plot(figure)
            self._rows.insertWidget(0, self.plot)
        self._legend.show_names(figure.legend if isinstance(figure, Bars) else ())
        # Each plot takes the class of figure that it was made for.
        plot: Any = self.plot
        plot.show_figure(figure, name, sentence)

    def _make_plot(self, figure: Figure) -> AnyPlot:
        match figure:
            case Bars():
                return BarPlot(self._appearance)
            case Points():
                return PointPlot(self._appearance)
            case Squares():
                return CalendarPlot(self._appearance)
            case Rows():
                rows = RowPlot(self._appearance)
                rows.chosen.connect(self.chosen)
                return rows
