"""The menu bar: its actions, their keys, and what they are called in each language."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.widgets.rail import Section
from quizapp.settings import LookChoice


class Menus(QObject):
    """Makes the menus. Language, look and zoom go to the preferences, help opens here; the window connects the rest."""

    def __init__(self, bar: QMenuBar, preferences: Preferences, appearance: Appearance) -> None:
        super().__init__(bar)
        self._bar = bar
        self._preferences = preferences
        self._appearance = appearance
        self._file, self._study, self._view, self._help = (bar.addMenu("") for _ in range(4))
        self._language_menu, self._look_menu = QMenu(), QMenu()
        self.quit, self.start, self.undo, self.new_card = (QAction(self) for _ in range(4))
        self.sections = {section: QAction(self) for section in Section}
        self._languages = {language: QAction(self) for language in ("en", "zh")}
        self._looks = {look: QAction(self) for look in LookChoice}
        self._zoom_in, self._zoom_out, self._zoom_reset = (QAction(self) for _ in range(3))
        self.keys, self.about = QAction(self), QAction(self)
        self._fill()
        self._set_keys()
        self._connect()
        self._retranslate()

    def _fill(self) -> None:
        self._file.addAction(self.quit)
        self._study.addActions([self.start, self.undo, self.new_card])
        self._view.addActions(list(self.sections.values()))
        self._view.addSeparator()
        self._view.addMenu(self._language_menu)
        self._view.addMenu(self._look_menu)
        self._view.addSeparator()
        self._view.addActions([self._zoom_in, self._zoom_out, self._zoom_reset])
        self._help.addActions([self.keys, self.about])
        for menu, actions in ((self._language_menu, self._languages), (self._look_menu, self._looks)):
            group = QActionGroup(self)
            for action in actions.values():
                action.setCheckable(True)
                group.addAction(action)
                menu.addAction(action)

    def _set_keys(self) -> None:
        standard = QKeySequence.StandardKey
        self.quit.setShortcut(QKeySequence(standard.Quit) if QKeySequence.keyBindings(standard.Quit) else "Ctrl+Q")
        for number, action in enumerate(self.sections.values(), start=1):
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        # Plus needs Shift on many keyboards: its key without Shift does too.
        self._zoom_in.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._zoom_out.setShortcut(QKeySequence("Ctrl+-"))
        self._zoom_reset.setShortcut(QKeySequence("Ctrl+0"))
        self.keys.setShortcut(QKeySequence("F1"))
        self.new_card.setShortcut(QKeySequence("Ctrl+N"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _connect(self) -> None:
        for action in self._languages.values():
            action.triggered.connect(self._choose_language)
        for action in self._looks.values():
            action.triggered.connect(self._choose_look)
        self._zoom_in.triggered.connect(self._preferences.zoom_in)
        self._zoom_out.triggered.connect(self._preferences.zoom_out)
        self._zoom_reset.triggered.connect(self._preferences.reset_zoom)
        self.keys.triggered.connect(self._show_keys)
        self.about.triggered.connect(self._show_about)
        self._appearance.changed.connect(self._retranslate)

    def allow_sections(self, *, allowed: bool) -> None:
        """Let the keys of the sections work, or not: not while an item takes the whole window."""
        for action in self.sections.values():
            action.setEnabled(allowed)

    @Slot()
    def _show_keys(self) -> None:
        from quizapp.desktop.help import keys_dialog

        keys_dialog(self._appearance.wording, self._bar.window()).open()

    @Slot()
    def _show_about(self) -> None:
        from quizapp.desktop.help import about_dialog

        about_dialog(self._appearance.wording, self._bar.window()).open()

    @Slot()
    def _choose_language(self) -> None:
        self._preferences.choose_language(
            next(language for language, action in self._languages.items() if action.isChecked())
        )

    @Slot()
    def _choose_look(self) -> None:
        self._preferences.choose_look(next(look for look, action in self._looks.items() if action.isChecked()))

    @Slot()
    def _retranslate(self) -> None:
        say = self._appearance.wording.say
        self._languages[self._appearance.wording.language].setChecked(True)
        self._looks[self._appearance.look].setChecked(True)
        words = (
            (self.quit, say("&Quit")),
            (self.start, say("&Start today's items")),
            (self.undo, say("&Undo")),
            (self.new_card, say("&New card…")),
            (self.sections[Section.TODAY], say("&Today")),
            (self.sections[Section.LEARN], say("L&earn")),
            (self.sections[Section.BROWSE], say("&Browse")),
            (self.sections[Section.QUIZ], say("Qui&z")),
            (self.sections[Section.STATISTICS], say("St&atistics")),
            (self.sections[Section.PACKS], say("&Packs")),
            (self.sections[Section.SETTINGS], say("&Settings")),
            (self._languages["en"], "English"),
            (self._languages["zh"], "中文"),
            (self._looks[LookChoice.SYSTEM], say("As the &system")),
            (self._looks[LookChoice.LIGHT], say("&Light")),
            (self._looks[LookChoice.DARK], say("&Dark")),
            (self._zoom_in, say("Zoom &in")),
            (self._zoom_out, say("Zoom &out")),
            (self._zoom_reset, say("&Reset zoom")),
            (self.keys, say("&Keys")),
            (self.about, say("&About quizapp")),
        )
        for action, text in words:
            action.setText(text)
        self._file.setTitle(say("&File"))
        self._study.setTitle(say("&Study"))
        self._view.setTitle(say("&View"))
        self._help.setTitle(say("&Help"))
        self._language_menu.setTitle(say("&Language"))
        self._look_menu.setTitle(say("Loo&k"))
