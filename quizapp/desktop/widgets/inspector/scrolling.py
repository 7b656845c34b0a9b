"""A picture that scrolls when it is too high, and is equally wide either way."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Scrolling(QScrollArea):
    """Add to `rows`. A scroll bar takes no width from them: what is as high as it is wide would make it come and go."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        content = QWidget()
        self.rows = QVBoxLayout(content)
        self.rows.setSpacing(8)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._hold_still)
        self._hold_still()

    @Slot()
    def _hold_still(self) -> None:
        bar = self.verticalScrollBar()
        self.rows.setContentsMargins(0, 0, 0 if bar.maximum() > 0 else bar.sizeHint().width(), 0)
