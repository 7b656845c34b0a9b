"""The three panes of an exercise beside each other, and how wide each is: looking at values takes more room."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from quizapp.desktop.pages.exercise.side import SidePane, Tab

WIDTHS = {Tab.CHECKS: (320, 530, 330), Tab.INSPECTOR: (272, 452, 456)}
"""Of task, work and side, as shares of the window."""


class Panes(QSplitter):
    """Task, work and side; what the learner made of their widths is kept for each tab of the side."""

    def __init__(self, task: QWidget, work: QWidget, side: SidePane) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side = side
        self._tab = side.tab
        self._sizes = {tab: list(widths) for tab, widths in WIDTHS.items()}
        for number, pane in enumerate((task, work, side)):
            self.addWidget(pane)
            self.setStretchFactor(number, WIDTHS[Tab.CHECKS][number])
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setSizes(self._sizes[self._tab])
        side.tab_changed.connect(self._follow_tab)

    @Slot()
    def _follow_tab(self) -> None:
        self._sizes[self._tab] = self.sizes()
        self._tab = self._side.tab
        wanted = self._sizes[self._tab]
        # setSizes shares out what is left over in its own way.
        scale = sum(self.sizes()) / (sum(wanted) or 1)
        self.setSizes([round(width * scale) for width in wanted])
