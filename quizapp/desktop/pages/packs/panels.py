"""The panel of one pack: what it is called, who wrote it, how much there is of it, and a way to be rid of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.packs.model import PackLine
from quizapp.desktop.pages.packs.words import about_words, asks_words, maker_words
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import Panel


class PackPanel(Panel):
    """Shows a `PackLine`.

    Signals:
        remove_wanted, lessons_wanted: with the `PackLine`.
    """

    remove_wanted = Signal(object)
    lessons_wanted = Signal(object)

    def __init__(self, line: PackLine, appearance: Appearance) -> None:
        super().__init__()
        self.line, self._appearance = line, appearance
        self.title, self.version = label("heading", wraps=True), label("muted")
        self.maker, self.about, self.asks = (label("muted", wraps=True) for _ in range(3))
        self.lessons, self.remove = Button(), Button("quiet")
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title, 1)
        top.addWidget(self.version)
        top.addWidget(self.remove)
        top.addWidget(self.lessons)
        self.rows.setSpacing(4)
        self.rows.addLayout(top)
        for part in (self.maker, self.about, self.asks):
            self.rows.addWidget(part)
        self.remove.clicked.connect(self._want_removal)
        self.lessons.clicked.connect(self._want_lessons)
        self.retranslate()

    @Slot()
    def _want_removal(self) -> None:
        self.remove_wanted.emit(self.line)

    @Slot()
    def _want_lessons(self) -> None:
        self.lessons_wanted.emit(self.line)

    def retranslate(self) -> None:
        """Show the words in the language in use."""
        line, wording = self.line, self._appearance.wording
        name = line.name(wording.language)
        self.title.setText(name)
        self.version.setText(wording.say("Version {version}", version=line.version) if line.version else "")
        for part, words in (
            (self.maker, maker_words(line, wording)),
            (self.about, about_words(line, wording)),
            (self.asks, asks_words(line, wording)),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.lessons.setVisible(bool(line.lessons))
        self.lessons.setText(wording.say("Lessons"))
        self.lessons.setAccessibleName(wording.say("Lessons of {title}", title=name))
        self.remove.setVisible(line.can_be_removed)
        self.remove.setText(wording.say("Remove"))
        self.remove.setAccessibleName(wording.say("Remove {title}", title=name))
        self.setAccessibleName(name)
