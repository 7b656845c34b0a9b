"""The top of the Author page: the way back, what is open, and what can be done with all of it."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, dress, icon
from quizapp.desktop.pages.author.state import OpenPack
from quizapp.desktop.pages.author.words import pack_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import ElidedLabel


class AuthorHead(QWidget):
    """One row: `back` leads to the list of packs, `record` and `verify` do what they say, `more` offers the rest.

    Signals:
        new_wanted: a pack is to be begun. open_wanted: the folder of another one is to be opened.
        build_wanted: one file is to be made of the pack. install_wanted: it is to be installed into this app.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    build_wanted = Signal()
    install_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state: OpenPack | None = None
        self._is_allowed = False
        self.back, self.more = Button("quiet"), Button("quiet", compact=True)
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
        for button in (self.record, self.verify, self.more):
            row.addWidget(button)
        self.more.clicked.connect(self._offer)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def show_pack(self, state: OpenPack | None) -> None:
        """Show what is open, or that nothing is."""
        self._state = state
        for widget in (self.more, self.record, self.verify, self.about):
            widget.setVisible(state is not None)
        self._show_names()

    def allow_jobs(self, *, allowed: bool) -> None:
        """Let something be done with the pack, or not."""
        self._is_allowed = allowed
        self.record.setEnabled(allowed)
        self.verify.setEnabled(allowed)

    @Slot()
    def _offer(self) -> None:
        say, menu = self._appearance.wording.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, wanted, is_possible in (
            (say("Build…"), self.build_wanted, self._is_allowed),
            (say("Install"), self.install_wanted, self._is_allowed),
            (say("New pack…"), self.new_wanted, True),
            (say("Open folder…"), self.open_wanted, True),
        ):
            action = menu.addAction(words)
            action.setEnabled(is_possible)
            action.triggered.connect(wanted)
        menu.insertSeparator(menu.actions()[2])
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

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
        self.more.setAccessibleName(say("More to do with the pack"))
        self.more.setToolTip(say("Build or install it, begin or open another (Ctrl+O)"))
        self.more.setIcon(icon("more", colours.text))
        self.more.setIconSize(QSize(SIDE, SIDE))
        self.record.setText(say("Record"))
        self.record.setToolTip(say("Run the solutions, and store what they leave behind"))
        self.verify.setText(say("Verify"))
        self.verify.setToolTip(
            say("Run everything: right answers must pass, wrong ones fail, also those that are made of the solutions")
        )
        dress(self.back, "back", colours.text)
        dress(self.record, "record", colours.text, colours.muted)
        dress(self.verify, "check", colours.text, colours.muted)
        self._show_names()
