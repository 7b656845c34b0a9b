"""The item that the author is on, in one of the pack's languages or in two side by side, as its files are saved."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import SIDE, dress, icon, pixmap
from quizapp.desktop.pages.author.checking import ItemChecked
from quizapp.desktop.pages.author.preview_model import is_in, whole_text
from quizapp.desktop.pages.author.state import OpenPack
from quizapp.desktop.pages.author.words import strength_words
from quizapp.desktop.pages.learn.model import kind_of
from quizapp.desktop.widgets.buttons import Button, Segments
from quizapp.desktop.widgets.card_view import CardView
from quizapp.desktop.widgets.labels import ElidedLabel, label
from quizapp.desktop.widgets.panel import rule
from quizapp.packs.model import Item, Pack

BOTH = "both"
"""Key of the segment that shows two languages side by side: the pack's own, and the other one chosen last."""

SHARE = 3
"""Of the width, for a side with something in it; the other gets one."""


class AuthorPreview(QWidget):
    """Shows everything in an item.

    Signals:
        open_wanted: the item's file is to be opened. try_wanted: the item is to be tried.
        menu_wanted: what else can be done with it is to be offered at a point of the screen.
    """

    open_wanted = Signal()
    try_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._item: Item | None = None
        self._pack: Pack | None = None
        self._checked: ItemChecked | None = None
        self._chosen, self._other = BOTH, ""
        self._sign, self.title, self.path = QLabel(), ElidedLabel("heading"), ElidedLabel("small")
        self.try_button, self.open_button = Button(), Button("quiet", compact=True)
        self.more_button = Button("quiet", compact=True)
        self.languages: Segments | None = None
        self.old, self.outdated, self.strength = (label("muted", wraps=True) for _ in range(3))
        self.views: dict[str, CardView] = {}
        self._sides, self._below = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.try_button.clicked.connect(self.try_wanted)
        self.open_button.clicked.connect(self.open_wanted)
        self.more_button.clicked.connect(self._want_menu)
        appearance.changed.connect(self._retranslate)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self.title, 1)
        head.addWidget(self.open_button)
        head.addWidget(self.try_button)
        head.addWidget(self.more_button)
        self._below.setSpacing(8)
        self._below.addWidget(self.path, 1)
        self._sides.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 12, 8)
        top.setSpacing(6)
        top.addLayout(head)
        top.addLayout(self._below)
        for part in (self.strength, self.outdated, self.old):
            top.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addWidget(rule())
        rows.addLayout(self._sides, 1)

    def show_item(self, state: OpenPack | None, path: str) -> None:
        """Show the item at this path as it is now, or as it could be read last; none if there is no such."""
        item = state.item(path) if state is not None else None
        is_another = self._item is None or item is None or item.id != self._item.id
        self._item, self._pack = item, state.pack if state is not None else None
        self._checked = state.checked.get(path) if state is not None else None
        self.path.setText(path)
        self.old.setVisible(item is not None and state is not None and state.is_old(path))
        self.outdated.setVisible(item is not None and state is not None and path in state.outdated)
        self._show_languages(state.languages if state is not None else ())
        self._show(from_top=is_another)

    @property
    def item(self) -> Item | None:
        """The item that is shown, or None."""
        return self._item

    def _show_languages(self, known: tuple[str, ...]) -> None:
        languages = known or ("en",)
        if tuple(self.views) == languages:
            return
        for view in self.views.values():
            self._sides.removeWidget(view)
            view.deleteLater()
        self.views = {language: CardView(self._appearance) for language in languages}
        for view in self.views.values():
            self._sides.addWidget(view, 1)
        if self.languages is not None:
            self._below.removeWidget(self.languages)
            self.languages.deleteLater()
            self.languages = None
        if len(languages) > 1:
            self.languages = Segments((*languages, BOTH))
            self.languages.chosen.connect(self._choose)
            self._below.addWidget(self.languages)
        self._chosen = BOTH if self._chosen not in languages else self._chosen
        self._other = languages[-1] if self._other not in languages[1:] else self._other
        self._name_languages()

    def _name_languages(self) -> None:
        say = self._appearance.wording.say
        for language, view in self.views.items():
            view.setAccessibleName(say("Preview in the language {language}", language=language))
        if self.languages is not None:
            self.languages.setAccessibleName(say("Language of the preview"))
            self.languages.set_words({BOTH: say("Both"), **{language: language for language in self.views}})
            self.languages.choose(self._chosen)

    @Slot()
    def _want_menu(self) -> None:
        self.menu_wanted.emit(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._chosen = key
        if key in tuple(self.views)[1:]:
            self._other = key
        self._show(from_top=False)

    def _show(self, *, from_top: bool) -> None:
        item, wording = self._item, self._appearance.wording
        for widget in (self.try_button, self.open_button, self.more_button, self._sign):
            widget.setVisible(item is not None)
        self.title.setText(item.title.read(wording.language) if item is not None else "")
        for language, view in self.views.items():
            is_seen = item is not None and language in self._seen()
            view.setVisible(is_seen)
            # What is not there needs no half of the page to say so.
            self._sides.setStretchFactor(view, SHARE if item is None or is_in(item, language) else 1)
            if item is not None and is_seen:
                self._fill(view, whole_text(item, language, wording), item.folder, from_top=from_top)
        strength = strength_words(self._checked, wording)
        self.strength.setText(strength)
        self.strength.setVisible(bool(strength))
        if item is not None:
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(pixmap(kind_of(item), self._appearance.colours.muted, 20, ratio))

    def _seen(self) -> tuple[str, ...]:
        """Return the languages that are shown now."""
        return (next(iter(self.views)), self._other) if self._chosen == BOTH else (self._chosen,)

    def _fill(self, view: CardView, text: str, folder: Path, *, from_top: bool) -> None:
        if view.markdown() == text and not from_top:
            return
        bar = view.verticalScrollBar()
        was_at = bar.value()
        view.set_markdown(text, folder, within=self._pack.folder if self._pack is not None else folder)
        bar.setValue(0 if from_top else was_at)

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        self.setAccessibleName(wording.say("Preview"))
        self.try_button.setText(wording.say("Try it"))
        self.try_button.setToolTip(wording.say("Open it as a learner does; nothing of that is kept (Ctrl+Enter)"))
        self.open_button.setAccessibleName(wording.say("Open file"))
        self.more_button.setAccessibleName(wording.say("More"))
        self.more_button.setToolTip(wording.say("What else can be done with it"))
        for button, name in ((self.open_button, "note"), (self.more_button, "more")):
            button.setIcon(icon(name, colours.text))
            button.setIconSize(QSize(SIDE, SIDE))
        self.open_button.setToolTip(wording.say("Open it in your editor (Ctrl+E)"))
        dress(self.try_button, "play", colours.text, colours.muted)
        self.old.setText(wording.say("It can't be read as it is now; this is how it was before."))
        self.outdated.setText(wording.say("Its program was changed since it was recorded; record it again."))
        self._name_languages()
        self._show(from_top=False)
