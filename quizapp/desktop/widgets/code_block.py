"""Code to read and copy, under a heading that may fold it away."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.widgets.editor import CodeEditor
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.wrapping_button import WrappingButton

LINES_SHOWN = 24
"""Longer code scrolls, unless told otherwise."""


class CodeBlock(QWidget):
    """A heading and, under it, a read-only editor as high as its code."""

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        collapsible: bool = False,
        lines_shown: int = LINES_SHOWN,
    ) -> None:
        """Make an empty block; a collapsible one folds when its heading is pressed."""
        super().__init__(parent)
        self._lines_shown = lines_shown
        self._appearance = appearance
        self._fold = WrappingButton("fold") if collapsible else None
        self._heading = label("heading")
        self.code = CodeEditor(appearance, read_only=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        if self._fold is None:
            rows.addWidget(self._heading)
        else:
            self._fold.setCheckable(True)
            self._fold.setChecked(True)
            self._fold.toggled.connect(self._unfold)
            rows.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.code)
        # Lines that are too long bring a scroll bar, which needs room.
        self.code.horizontalScrollBar().rangeChanged.connect(self._fit)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def set_heading(self, heading: str) -> None:
        """Show what the code is."""
        self._heading.setText(heading)
        self.code.setAccessibleName(heading)
        if self._fold is not None:
            self._fold.setText(heading)

    def set_code(self, code: str) -> None:
        """Show other code."""
        self.code.set_code(code.rstrip("\n"))
        self._restyle()

    def fold(self, *, folded: bool) -> None:
        """Fold the code away, or show it."""
        if self._fold is not None:
            self._fold.setChecked(not folded)

    @Slot(bool)
    def _unfold(self, unfolded: bool) -> None:
        self.code.setVisible(unfolded)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        if self._fold is not None:
            sign = "chevron-down" if self._fold.isChecked() else "chevron-right"
            self._fold.setIcon(icon(sign, self._appearance.colours.text))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        lines = min(self.code.blockCount(), self._lines_shown)
        line = self.code.blockBoundingRect(self.code.document().firstBlock()).height()
        if self.code.blockCount() == 1:
            line -= self.code.document().documentMargin()
        frame = 2 * (self.code.frameWidth() + round(self.code.document().documentMargin()))
        bar = self.code.horizontalScrollBar()
        room_for_bar = bar.sizeHint().height() if bar.maximum() > 0 else 0
        fits = self.code.blockCount() <= self._lines_shown
        never, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.code.setVerticalScrollBarPolicy(never if fits else as_needed)
        # Two pixels more than the lines need: with less, Qt believes that the last one is cut.
        self.code.setFixedHeight(round(line * lines + 0.5) + 2 + frame + room_for_bar)
