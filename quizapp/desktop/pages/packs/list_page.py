"""The list of packs, with ways to install one, to remove one, and to the page where one is written."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from quizapp.desktop.icons import dress
from quizapp.desktop.pages.packs.effects import PackRoom
from quizapp.desktop.pages.packs.install_dialog import InstallDialog
from quizapp.desktop.pages.packs.model import PackLine
from quizapp.desktop.pages.packs.notice import PackNotice
from quizapp.desktop.pages.packs.panels import PackPanel
from quizapp.desktop.pages.packs.words import install_parts, install_question
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.ask_first import AskFirst
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Column
from quizapp.message import Message

if TYPE_CHECKING:
    from quizapp.packs.installed import Delivery


class PackListPage(QWidget):
    """Shows the packs.

    Signals:
        write_wanted: the page where a pack is written is to be shown. lessons_wanted: those of the pack with this id.
    """

    write_wanted = Signal()
    lessons_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.room, self._ask = PackRoom(services, self), AskFirst(self)
        self._dialog: QFileDialog | None = None
        self._waiting: Delivery | None = None
        self._asking: InstallDialog | None = None
        self.panels: list[PackPanel] = []
        self.notice = PackNotice(services.appearance)
        self._title, self._hint = label("title"), label("muted", wraps=True)
        self.install_button, self.write_button = Button("primary"), Button()
        self._column = Column()
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        buttons, content = QHBoxLayout(), QWidget()
        buttons.setSpacing(10)
        buttons.addWidget(self.install_button)
        buttons.addWidget(self.write_button)
        buttons.addStretch(1)
        self._column.rows.addWidget(self._title)
        self._column.rows.addLayout(buttons)
        self._column.rows.addWidget(self._hint)
        self._column.rows.addStretch(1)
        self._column.fill(content)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.notice)
        rows.addWidget(content, 1)

    def _connect(self) -> None:
        self.install_button.clicked.connect(self.pick)
        self.write_button.clicked.connect(self.write_wanted)
        self.room.changed.connect(self._show_lines)
        self.room.delivered.connect(self._ask_to_install)
        self.room.told.connect(self._tell)
        self.room.installed.connect(self.notice.tell_installed)
        self.notice.lessons_wanted.connect(self.lessons_wanted)
        self.room.failed.connect(self.notice.tell)
        self.room.busy.connect(self.install_button.setDisabled)
        self._services.shelf.changed.connect(self._take_up_packs)
        self._services.appearance.changed.connect(self._retranslate)

    @Slot()
    def refresh(self) -> None:
        """Look again which packs there are."""
        self.room.look()

    @Slot()
    def _take_up_packs(self) -> None:
        # Else it looks when it comes up.
        if self.isVisible():
            self.refresh()

    @Slot()
    def pick(self) -> None:
        """Ask which file to install."""
        say = self._services.appearance.wording.say
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = QFileDialog(self, say("Install a pack"))
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.setNameFilters([say("Packs") + " (*.quizpack)", say("All files") + " (*)"])
        self._dialog.fileSelected.connect(self._install_named)
        self._dialog.open()

    @Slot(str)
    def _install_named(self, name: str) -> None:
        self.install(Path(name))

    def install(self, file: Path) -> None:
        """Look into a pack in one file or in a folder, and ask whether it is to be installed."""
        self.notice.put_away()
        self.room.receive(file)

    @Slot(object, object)
    def _ask_to_install(self, delivery: "Delivery", line: PackLine) -> None:
        if self._waiting is not None:
            # Another one was asked about and not answered.
            self.room.send_back(self._waiting)
        self._waiting = delivery
        wording = self._services.appearance.wording
        is_update = delivery.before is not None
        dialog = InstallDialog(
            install_question(delivery, wording),
            install_parts(delivery, line, wording),
            wording.say("Update") if is_update else wording.say("Install"),
            wording.say("Cancel"),
            self,
        )
        dialog.accepted.connect(partial(self._put_in_place, delivery))
        dialog.rejected.connect(partial(self._send_back, delivery))
        dialog.finished.connect(dialog.deleteLater)
        if self._asking is not None and isValid(self._asking):
            self._asking.hide()
            self._asking.deleteLater()
        self._asking = dialog
        dialog.open()

    def _put_in_place(self, delivery: "Delivery") -> None:
        self._waiting = None
        self.room.put_in_place(delivery)

    def _send_back(self, delivery: "Delivery") -> None:
        self._waiting = None
        self.room.send_back(delivery)

    @Slot(object)
    def _ask_to_remove(self, line: PackLine) -> None:
        wording = self._services.appearance.wording
        self._ask.ask(
            wording.say("Remove “{title}”?", title=line.name(wording.language)),
            wording.say("What you have learnt of it is kept, should it come back."),
            yes=wording.say("Remove"),
            no=wording.say("Cancel"),
            then=partial(self.room.remove, line),
        )

    @Slot(object)
    def _want_lessons(self, line: PackLine) -> None:
        self.lessons_wanted.emit(line.id)

    @Slot(object)
    def _tell(self, says: Message) -> None:
        self.notice.tell(says, "ok")

    @Slot(object)
    def _show_lines(self, lines: tuple[PackLine, ...]) -> None:
        if lines == tuple(panel.line for panel in self.panels):
            return
        had_focus = any(panel.remove.hasFocus() for panel in self.panels)
        for panel in self.panels:
            self._column.rows.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self.panels = [PackPanel(line, self._services.appearance) for line in lines]
        for panel in self.panels:
            panel.remove_wanted.connect(self._ask_to_remove)
            panel.lessons_wanted.connect(self._want_lessons)
            self._column.rows.insertWidget(self._column.rows.count() - 1, panel)
        if had_focus:
            self.install_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._services.appearance.wording.say, self._services.appearance.colours
        self._title.setText(say("Packs"))
        self.install_button.setText(say("Install a pack…"))
        self.write_button.setText(say("Write a pack…"))
        self._hint.setText(say("A file that ends in .quizpack can be dropped onto this window too."))
        dress(self.install_button, "plus", colours.on_accent, colours.muted)
        dress(self.write_button, "note", colours.text)
        for panel in self.panels:
            panel.retranslate()
