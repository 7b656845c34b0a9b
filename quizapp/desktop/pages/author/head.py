"""The top of the Author page: the way back, what is open, and what can be done with all of it."""

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, dress, icon
from quizapp.desktop.pages.author.state import OpenPack
from quizapp.desktop.pages.author.words import pack_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel


class AuthorHead(QWidget):
    """One row: `back` leads to the list of packs, `open`, `record` and `verify` do what they say."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: OpenPack | None = None
        self.back, self.open = Button("quiet"), Button("quiet", compact=True)
        self.record, self.verify = Button(), Button()
        self.title, self.about = ElidedLabel("heading"), ElidedLabel("small")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addLayout(names, 1)
        for button in (self.open, self.record, self.verify):
            row.addWidget(button)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_pack(self, state: OpenPack | None) -> None:
        """Show what is open, or that nothing is."""
        self._state = state
        for widget in (self.open, self.record, self.verify, self.about):
            widget.setVisible(state is not None)
        self._show_names()

    def allow_jobs(self, *, allowed: bool) -> None:
        """Let the pack be recorded and verified, or not."""
        self.record.setEnabled(allowed)
        self.verify.setEnabled(allowed)

    def _show_names(self) -> None:
        state, wording = self._state, self._appearance.wording
        if state is None:
            self.title.setText(wording.say("Write a pack"))
            return
        title = state.pack.title.read(wording.language) if state.pack is not None else state.outline.folder.name
        self.title.setText(title)
        self.title.setToolTip(str(state.outline.folder))
        self.about.setText(pack_words(state, wording))

    @Slot()
    def _retranslate(self) -> None:
        say, colours = self._appearance.wording.say, self._appearance.colours
        self.back.setText(say("Packs"))
        self.back.setToolTip(say("Back to the list of packs"))
        self.open.setAccessibleName(say("Open folder…"))
        self.open.setToolTip(say("Open the folder of another pack (Ctrl+O)"))
        self.open.setIcon(icon("folder", colours.text))
        self.open.setIconSize(QSize(SIDE, SIDE))
        self.record.setText(say("Record"))
        self.record.setToolTip(say("Run the solutions, and store what they leave behind"))
        self.verify.setText(say("Verify"))
        self.verify.setToolTip(say("Run everything: right answers must pass, wrong ones fail"))
        dress(self.back, "back", colours.text)
        dress(self.record, "record", colours.text, colours.muted)
        dress(self.verify, "check", colours.text, colours.muted)
        self._show_names()
