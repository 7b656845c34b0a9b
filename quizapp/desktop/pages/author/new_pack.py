"""Asks what a new pack is called, who writes it, and where its folder is to be."""

import getpass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from quizapp.classroom.starting import NewPack, id_from
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.wording import Wording

WIDTH = 560
"""Logical pixels."""


class NewPackDialog(QDialog):
    """Accepted once there is a title; the folder follows it until the author names another.

    Signals:
        chosen: with the folder, a `Path`, and a `NewPack`.
    """

    chosen = Signal(object, object)

    def __init__(self, beside: Path, wording: Wording, parent: QWidget) -> None:
        """Offer a folder in `beside`."""
        super().__init__(parent)
        self._beside, self._wording = beside, wording
        self._follows_title = True
        self._dialog: QFileDialog | None = None
        self.title, self.author, self.folder = QLineEdit(), QLineEdit(_user_name()), QLineEdit()
        self.about, self.choose, self.buttons = label("muted", wraps=True), Button(), QDialogButtonBox()
        self.begin = self.buttons.addButton(wording.say("Begin"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(wording.say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self.title.textChanged.connect(self._follow_title)
        self.folder.textEdited.connect(self._leave_title)
        self.choose.clicked.connect(self._choose_place)
        self.buttons.accepted.connect(self._choose)
        self.buttons.rejected.connect(self.reject)
        self._follow_title()
        self.resize(WIDTH, self.sizeHint().height())

    def _lay_out(self) -> None:
        say = self._wording.say
        self.setWindowTitle(say("New pack"))
        self.about.setText(
            say("It begins with a card, a question and an exercise that work as they are; change them as you like.")
        )
        self.choose.setText(say("Choose…"))
        place, form, rows = QHBoxLayout(), QFormLayout(), QVBoxLayout(self)
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        for words, field in ((say("Title"), self.title), (say("Author"), self.author)):
            form.addRow(words, field)
            field.setAccessibleName(words)
        form.addRow(say("Folder"), place)
        self.folder.setAccessibleName(say("Folder"))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.setContentsMargins(24, 20, 24, 18)
        rows.setSpacing(14)
        rows.addWidget(self.about)
        rows.addLayout(form)
        rows.addWidget(self.buttons)

    @Slot()
    def _follow_title(self) -> None:
        title = self.title.text().strip()
        self.begin.setEnabled(bool(title))
        if self._follows_title:
            self.folder.setText(str(_free(self._beside / id_from(title or "pack"))))

    @Slot()
    def _leave_title(self) -> None:
        self._follows_title = False

    @Slot()
    def _choose_place(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = QFileDialog(self, self._wording.say("Where the folder of the pack is to be"))
        self._dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._dialog.setDirectory(str(self._beside))
        self._dialog.fileSelected.connect(self._take_place)
        self._dialog.open()

    @Slot(str)
    def _take_place(self, name: str) -> None:
        self._beside, self._follows_title = Path(name), True
        self._follow_title()

    @Slot()
    def _choose(self) -> None:
        folder = Path(self.folder.text().strip()).expanduser().absolute()
        author = self.author.text().strip()
        new = NewPack(
            id=id_from(folder.name),
            title=self.title.text().strip(),
            language=self._wording.language,
            authors=(author,) if author else (),
        )
        self.accept()
        self.chosen.emit(folder, new)


def _free(folder: Path) -> Path:
    """Return a folder that is not there yet, called so or with a number behind."""
    if not folder.exists():
        return folder
    numbered = (folder.with_name(f"{folder.name}-{number}") for number in range(2, 1000))
    return next((each for each in numbered if not each.exists()), folder)


def _user_name() -> str:
    """Return what the system calls the user, "" if it doesn't say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
