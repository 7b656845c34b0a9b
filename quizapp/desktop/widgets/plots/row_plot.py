"""Named shares under each other: a name, a bar, what it is a share of, and perhaps a button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import dress
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel, label
from quizapp.desktop.widgets.plots.figures import Row, Rows

_BAR_HEIGHT = 10
_NAME, _BAR, _NUMBER, _DETAIL, _ACTION = range(5)

_NARROW_EMS = 36
"""Below this width, as a multiple of the font's size, a name has a line for itself."""


class ShareBar(QWidget):
    """A bar that is filled to a share; its number stands beside it in words."""

    def __init__(self, appearance: Appearance, share: float, *, warns: bool) -> None:
        super().__init__()
        self._appearance, self._share, self._warns = appearance, share, warns
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a slim bar."""
        return QSize(160, _BAR_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which it says something."""
        return QSize(60, _BAR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the share."""
        painter, colours = QPainter(self), self._appearance.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        half = _BAR_HEIGHT / 2
        painter.setBrush(colours.colour("raised"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), _BAR_HEIGHT), half, half)
        painter.setBrush(colours.colour("warn" if self._warns else "accent"))
        filled = max(float(_BAR_HEIGHT), self._share * self.width()) if self._share > 0 else 0.0
        painter.drawRoundedRect(QRectF(0, 0, filled, _BAR_HEIGHT), half, half)
        painter.end()


class RowPlot(QWidget):
    """Shows `Rows`.

    Signals:
        chosen: the learner wants to do the items of a row, or of all rows; carries a tuple of ids.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._figure = Rows((), 0, "")
        self._is_whole = self._is_narrow = False
        self._rows = QWidget()
        self._show_all, self._action = Button("quiet"), Button()
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(8)
        self._whole.addWidget(self._rows)
        self._whole.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignLeft)
        self._whole.addWidget(self._action, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_all.clicked.connect(self._show_rest)
        self._action.clicked.connect(self._choose_all)

    def show_figure(self, figure: Rows, name: str, sentence: str) -> None:
        """Show these rows; the sentence says what they say together."""
        self._figure = figure
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the rows anew where there is much less room than before, or more."""
        super().resizeEvent(event)
        is_narrow = self.width() < QFontInfo(self.font()).pixelSize() * _NARROW_EMS
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._fill()

    def _fill(self) -> None:
        figure = self._figure
        shown = figure.rows if self._is_whole else figure.rows[: figure.shown]
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(_NAME, 0 if self._is_narrow else 5)
        grid.setColumnStretch(_BAR, 4)
        for place, row in enumerate(shown):
            self._add_row(grid, place, row)
        self._whole.replaceWidget(self._rows, rows)
        # What is deleted later would be seen until then.
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self._show_all.setVisible(len(shown) < len(figure.rows))
        self._show_all.setText(figure.show_all)
        self._action.setVisible(bool(figure.action))
        self._action.setText(figure.action)
        dress(self._action, "play", self._appearance.colours.text)

    def _add_row(self, grid: QGridLayout, place: int, row: Row) -> None:
        name, number, detail = ElidedLabel(), label("strong"), label("muted")
        name.setText(row.name)
        name.setToolTip(row.name)
        # So wide that long names of one list begin alike in another.
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        number.setText(row.number)
        detail.setText(row.detail)
        if self._is_narrow:
            place *= 3
            grid.addWidget(name, place, _NAME, 1, _ACTION + 1)
            grid.addWidget(detail, place + 2, _NAME, 1, _ACTION + 1)
            detail.setWordWrap(True)
            place += 1
        else:
            grid.addWidget(name, place, _NAME)
            grid.addWidget(detail, place, _DETAIL)
        bar = ShareBar(self._appearance, row.share, warns=self._figure.warns)
        grid.addWidget(bar, place, _NAME if self._is_narrow else _BAR, 1, 2 if self._is_narrow else 1)
        grid.addWidget(number, place, _NUMBER, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if row.action:
            button = Button(compact=True)
            button.setText(row.action)
            button.setAccessibleName(row.action_name)
            button.setProperty("items", row.items)
            button.clicked.connect(self._choose)
            grid.addWidget(button, place, _ACTION)

    @Slot()
    def _show_rest(self) -> None:
        self._is_whole = True
        self._fill()

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        assert isinstance(button, Button)
        self.chosen.emit(tuple(button.property("items")))

    @Slot()
    def _choose_all(self) -> None:
        self.chosen.emit(tuple(dict.fromkeys(item for row in self._figure.rows for item in row.items)))
