"""What the Author page shows while no pack is open: how to open one, and those that were open last."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, dress, pixmap
from quizapp.desktop.pages.learn.panels import RowButton
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column, Panel


class RecentRow(RowButton):
    """A folder that was open before."""

    def __init__(self, folder: Path, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.folder = folder
        self._sign, self._name, self._where = QLabel(), label("strong"), label("muted", wraps=True)
        self.row.setContentsMargins(12, 8, 12, 8)
        self.row.addWidget(self._sign)
        self.row.addWidget(self._name)
        self.row.addWidget(self._where, 1)
        self.pass_clicks_through(self._sign, self._name, self._where)
        self._name.setText(folder.name)
        self._where.setText(str(folder.parent))
        self._sign.setPixmap(pixmap("folder", appearance.colours.muted, SIDE, self.devicePixelRatioF()))
        self.setAccessibleName(str(folder))


class AuthorStart(QWidget):
    """Offers folders.

    Signals:
        new_wanted: a pack is to be begun. pick_wanted: a folder is to be chosen.
        chosen: with the `Path` of one that was open before.
    """

    new_wanted = Signal()
    pick_wanted = Signal()
    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._recent: tuple[Path, ...] = ()
        self.rows: list[RecentRow] = []
        self._about = label(wraps=True)
        self.new_button, self.open_button = Button("primary"), Button()
        self._recent_title, self._recent_panel = label("heading"), Panel()
        self._list = QVBoxLayout()
        self._build()
        self.new_button.clicked.connect(self.new_wanted)
        self.open_button.clicked.connect(self.pick_wanted)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _build(self) -> None:
        column, panel, buttons = Column(), Panel(), QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        panel.rows.addWidget(self._about)
        panel.rows.addLayout(buttons)
        self._recent_panel.rows.setContentsMargins(12, 8, 12, 8)
        self._recent_panel.rows.addLayout(self._list)
        for part in (panel, self._recent_title, self._recent_panel):
            column.rows.addWidget(part)
        column.rows.addStretch(1)
        column.fill(self)

    def show_recent(self, recent: tuple[Path, ...]) -> None:
        """Offer these folders."""
        self._recent = recent
        self._retranslate()

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        assert isinstance(row, RecentRow)
        self.chosen.emit(row.folder)

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self._about.setText(
            say(
                "Begin a pack, open the folder of one that you write, or drop it here. Write in any editor: what you"
                " save is shown at once, in each of its languages, with what is wrong and where."
            )
        )
        self.open_button.setText(say("Open folder…"))
        dress(self.open_button, "folder", colours.text)
        self.new_button.setText(say("New pack…"))
        dress(self.new_button, "plus", colours.on_accent)
        self._recent_title.setText(say("Opened before"))
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [RecentRow(folder, self._appearance) for folder in self._recent]
        for row in self.rows:
            row.clicked.connect(self._choose)
            self._list.addWidget(row)
        for part in (self._recent_title, self._recent_panel):
            part.setVisible(bool(self._recent))
