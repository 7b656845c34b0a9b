"""Shown in place of everything else when the journal can't be opened: why, where it is, and how to go on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import pixmap
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column, Panel
from quizapp.home import Home
from quizapp.message import Message, SaysError

if TYPE_CHECKING:
    from quizapp.study.data.backups import Backup


class TroublePage(QWidget):
    """Says what is wrong with the learner's data; nothing is written while it is shown."""

    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, folder: Path, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._appearance = appearance
        self._says: Message | None = None
        self._sign, self._title, self._sentence = QLabel(), label("heading"), label(wraps=True)
        self._place, self._promise = label("muted", wraps=True), label("muted", wraps=True)
        self._retry, self._show, self._quit = Button("primary"), Button(), Button()
        self._backup: Backup | None = None
        self._restore = Button()
        self._build()
        self._retry.clicked.connect(self._try_again)
        self._show.clicked.connect(self._open_folder)
        self._restore.clicked.connect(self._put_back)
        self._quit.clicked.connect(self.quit_requested)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _build(self) -> None:
        column, panel, head, buttons = Column(), Panel(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._sign)
        head.addWidget(self._title, 1)
        buttons.setSpacing(10)
        for button in (self._retry, self._restore, self._show, self._quit):
            buttons.addWidget(button)
        buttons.addStretch()
        panel.rows.addLayout(head)
        for line in (self._sentence, self._place, self._promise):
            panel.rows.addWidget(line)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel.rows.addSpacing(8)
        panel.rows.addLayout(buttons)
        column.rows.addStretch(1)
        column.rows.addWidget(panel)
        column.rows.addStretch(2)
        column.fill(self)

    def show_trouble(self, says: Message) -> None:
        """Say what is wrong, and wait."""
        self._says, self._backup = says, None
        self._retry.setEnabled(True)
        self._retranslate()
        self._retry.setFocus()

    def offer(self, backup: "Backup") -> None:
        """Offer to go on with this backup; what can't be opened is kept beside it."""
        self._backup = backup
        self._retranslate()

    @Slot()
    def _put_back(self) -> None:
        from quizapp.study.data.pending import ask_to_restore

        if self._backup is None:
            return
        try:
            ask_to_restore(self._backup, Home(self._folder))
        except SaysError as error:
            self.show_trouble(error.says)
        else:
            self._restore.setEnabled(False)
            self._try_again()

    @Slot()
    def _try_again(self) -> None:
        self._retry.setEnabled(False)
        self.retry_requested.emit()

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self._sign.setPixmap(pixmap("warning", colours.warn, 24, self.devicePixelRatioF()))
        self._title.setText(wording.say("What you have learnt can't be opened"))
        self._sentence.setText(wording.sentence(self._says) if self._says is not None else "")
        self._place.setText(wording.say("Your data lies in {path}.", path=str(self._folder)))
        self._promise.setText(wording.say("Nothing has been changed or overwritten."))
        self._retry.setText(wording.say("Try again"))
        self._restore.setVisible(self._backup is not None)
        self._restore.setEnabled(self._backup is not None)
        if self._backup is not None:
            at = f"{self._backup.made.astimezone():%Y-%m-%d %H:%M}"
            self._restore.setText(wording.say("Go on with the backup of {at}", at=at))
        self._show.setText(wording.say("Open folder"))
        self._quit.setText(wording.say("Quit"))
