"""What is in the window: rail and pages; a card, a question or an exercise takes all of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.menus import Menus
from quizapp.desktop.pages.today.model import Tally, TodayState, look_at_today
from quizapp.desktop.pages.today.page import TodayPage
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.sections import SectionPages
from quizapp.desktop.widgets.notice import Notice
from quizapp.desktop.widgets.rail import Rail, Section
from quizapp.home import Home
from quizapp.message import Message, SaysError
from quizapp.wording.protection import foot, meaning

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.desktop.pages.item.words import Told
    from quizapp.desktop.pages.settings.page import SettingsPage
    from quizapp.desktop.pages.trouble import TroublePage
    from quizapp.desktop.quiz_sitting import QuizSitting
    from quizapp.desktop.services import Services
    from quizapp.desktop.sitting import Sitting
    from quizapp.desktop.trial import Trial, TrialSitting
    from quizapp.packs.library import Catalogue
    from quizapp.sandbox.isolation import Isolation
    from quizapp.study.data.backups import Backup
    from quizapp.study.quizzes.quiz import Quiz


class Shell(QWidget):
    """Quiet at first; becomes usable with `show_services`, or says why not with `show_trouble`.

    `retry_requested` comes when the home is to be opened again, `quit_requested` when the window is to close.
    """

    retry_requested = Signal()
    quit_requested = Signal()

    def __init__(self, bar: QMenuBar, home: Home, preferences: Preferences, appearance: Appearance) -> None:
        super().__init__()
        self._home = home
        self._preferences = preferences
        self._appearance = appearance
        self._services: Services | None = None
        self._sitting: Sitting | None = None
        self._quiz: QuizSitting | None = None
        self._trial: TrialSitting | None = None
        self._settings: SettingsPage | None = None
        self._trouble: TroublePage | None = None
        self._closes_unsaved = False
        self._section = Section.TODAY
        self._isolation: Isolation | None = None
        self._sandbox_trouble: Message | None = None
        self.notice = Notice(appearance)
        self.rail = Rail(appearance)
        self.today = TodayPage(appearance)
        self._sections, self._whole, self._rail_and_section = QStackedWidget(), QStackedWidget(), QWidget()
        self._pages = SectionPages(self._sections, appearance)
        self._build()
        self.menus = Menus(bar, preferences, appearance)
        self._connect()
        self._retranslate()
        self.show_section(Section.TODAY)

    def _build(self) -> None:
        self._sections.addWidget(self.today)
        row = QHBoxLayout(self._rail_and_section)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._sections, 1)
        self._whole.addWidget(self._rail_and_section)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._whole, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_section)
        self.rail.foot.clicked.connect(self._show_running)
        self.today.start_requested.connect(self.start_today)
        self.today.open_requested.connect(self._open_item)
        self.today.learn_requested.connect(self._show_learn)
        self._pages.item_chosen.connect(self._open_item)
        self._pages.study_chosen.connect(self._study_items)
        self._pages.quiz_chosen.connect(self._go_on_with_quiz)
        self._pages.trial_chosen.connect(self._try)
        self._pages.pack_chosen.connect(self.show_lessons)
        self.menus.quit.triggered.connect(self.quit_requested)
        self.menus.start.triggered.connect(self.start_today)
        self.menus.undo.triggered.connect(self._undo)
        self.notice.undo_requested.connect(self._undo)
        self.menus.new_card.triggered.connect(self._write_card)
        for section, action in self.menus.sections.items():
            action.setData(section)
            action.triggered.connect(self._go_to_section)
        self._preferences.failed.connect(self.notice.tell)
        self._preferences.changed.connect(self.refresh)
        self._appearance.changed.connect(self._retranslate)
        for action in (self.menus.start, self.menus.undo, self.menus.new_card):
            action.setEnabled(False)

    @Slot(object)
    def show_services(self, services: "Services") -> None:
        """Become usable: the home is open and the packs are read."""
        # Imported now, not above: it brings the scheduler with it.
        from quizapp.desktop.pack_drops import PackDrops
        from quizapp.desktop.sitting import Sitting

        self._services = services
        self._pages.show_services(services)
        PackDrops(self, self.rail.isVisible).dropped.connect(self.install_pack)
        self._sitting = Sitting(services, self._whole)
        self._sitting.opened.connect(self._hide_shell)
        self._sitting.left.connect(self._show_shell)
        self._sitting.ended.connect(self._show_ended)
        self._sitting.told.connect(self._tell_done)
        self._sitting.went_on.connect(self.notice.offer_no_undo)
        services.shelf.changed.connect(self.refresh)
        services.shelf.changed.connect(self.notice.offer_no_undo)
        for action in (self.menus.start, self.menus.undo, self.menus.new_card):
            action.setEnabled(True)
        if self._settings is not None:
            self._settings.show_services(services)
        if self._whole.currentWidget() is not self._rail_and_section:
            self._show_shell()
        self.show_section(self._section)

    @Slot(object)
    def show_catalogue(self, catalogue: "Catalogue") -> None:
        """Show the lessons, from now on, before their items are read."""
        self._pages.show_catalogue(catalogue)
        if self._section is Section.LEARN:
            self.show_section(Section.LEARN)

    @Slot(float)
    def show_read(self, share: float) -> None:
        """Say how far the packs are read, 0 to 1, before the home is open."""
        self.today.show_read(share)
        self._pages.show_read(share)

    @Slot(float)
    def show_rebuilt(self, share: float) -> None:
        """Say how far the schedule is made anew, 0 to 1, before the home is open."""
        self.today.show_rebuilt(share)

    @Slot(object)
    def show_trouble(self, says: Message) -> None:
        """Say why the home can't be opened, and offer to try again."""
        from quizapp.desktop.pages.trouble import TroublePage

        if self._trouble is None:
            self._trouble = TroublePage(self._home.folder, self._appearance)
            self._trouble.retry_requested.connect(self.retry_requested)
            self._trouble.quit_requested.connect(self.quit_requested)
            self._whole.addWidget(self._trouble)
        self._whole.setCurrentWidget(self._trouble)
        self.menus.allow_sections(allowed=False)
        self._trouble.show_trouble(says)

    @Slot(object)
    def offer_backup(self, backup: "Backup") -> None:
        """Offer to go on with a backup of the journal that can't be opened."""
        if self._trouble is not None:
            self._trouble.offer(backup)

    @Slot(object)
    def show_isolation(self, isolation: "Isolation") -> None:
        """Say that code can run, and how protected."""
        self._isolation, self._sandbox_trouble = isolation, None
        self._show_protection()

    @Slot(object)
    def show_sandbox_failed(self, says: Message) -> None:
        """Say why code can't run."""
        self._isolation, self._sandbox_trouble = None, says
        self._show_protection()

    @Slot(object)
    def tell(self, says: Message) -> None:
        """Show the sentence of an error at the top of the window."""
        self.notice.tell(says)

    @Slot(object)
    def show_section(self, section: Section) -> None:
        """Show one of the rail's pages, as things stand now."""
        # Asked first: what is hidden while it has the keyboard passes it on, perhaps to the rail.
        focused = QApplication.focusWidget()
        self._section = section
        self.rail.show_section(section)
        self._sections.setCurrentWidget(self._page(section))
        # Who walks along the rail with the keyboard stays on it.
        if focused is None or not self.rail.isAncestorOf(focused):
            self.take_focus()
        self.refresh()

    def take_focus(self) -> None:
        """Give the page the keyboard, where it last had it."""
        page = self._sections.currentWidget()
        if page is not None:
            (page.focusWidget() or page).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def refresh(self) -> None:
        """Ask the schedule again for the page that is shown."""
        if self._services is None:
            return
        if self._section is Section.TODAY:
            look = partial(look_at_today, self._services.learner, self._services.packs)
            self._services.store.submit(look, self._show_today)
        elif self._section is Section.SETTINGS and self._settings is not None:
            self._settings.refresh()
        elif (page := self._pages.made(self._section)) is not None:
            page.refresh()

    def _show_today(self, state: TodayState) -> None:
        self.today.show_state(state)

    def _page(self, section: Section) -> QWidget:
        if section is Section.SETTINGS:
            return self._settings_page()
        # While packs and journal are still being read, Today says so.
        return self._pages.page(section) or self.today

    def _settings_page(self) -> "SettingsPage":
        if self._settings is None:
            from quizapp.desktop.pages.settings.page import SettingsPage

            self._settings = SettingsPage(self._home, self._preferences, self._appearance)
            self._settings.show_isolation(self._isolation, self._sandbox_trouble)
            if self._services is not None:
                self._settings.show_services(self._services)
            self._sections.addWidget(self._settings)
        return self._settings

    @Slot()
    def _go_to_section(self) -> None:
        action = self.sender()
        self.show_section(next(key for key, value in self.menus.sections.items() if value is action))

    @Slot()
    def _show_running(self) -> None:
        self.show_section(Section.SETTINGS)
        self._settings_page().go_to_running()

    @Slot()
    def _show_learn(self) -> None:
        self.show_section(Section.LEARN)

    @Slot(str)
    def show_lessons(self, pack_id: str) -> None:
        """Show the lessons of a pack."""
        from quizapp.desktop.pages.learn.page import LearnPage

        self.show_section(Section.LEARN)
        if isinstance(page := self._pages.made(Section.LEARN), LearnPage):
            page.show_pack(pack_id)

    @Slot()
    def start_today(self) -> None:
        """Begin with what is due and new today."""
        if self._sitting is not None and self.today.can_start:
            self.today.show_tally(Tally())
            self._sitting.start_today()

    @Slot(str)
    def _open_item(self, item: str) -> None:
        self._study_items((item,))

    @Slot(object)
    def _study_items(self, items: tuple[str, ...]) -> None:
        if self._sitting is not None:
            self._sitting.start_items(items)

    @Slot(object)
    def _go_on_with_quiz(self, quiz: "Quiz") -> None:
        if self._quiz is None and self._services is not None:
            from quizapp.desktop.quiz_sitting import QuizSitting

            self._quiz = QuizSitting(self._services, self._whole)
            self._quiz.opened.connect(self._hide_shell)
            self._quiz.left.connect(self._show_shell)
            self._quiz.failed.connect(self.notice.tell)
        if self._quiz is not None:
            self._quiz.go_on_with(quiz)

    @Slot(object)
    def _try(self, trial: "Trial") -> None:
        if self._trial is None and self._services is not None:
            from quizapp.desktop.trial import TrialSitting

            self._trial = TrialSitting(self._services, self._whole)
            self._trial.opened.connect(self._hide_shell)
            self._trial.left.connect(self._show_shell)
        if self._trial is not None:
            self._trial.begin(trial)

    @Slot(object)
    def install_pack(self, file: "Path") -> None:
        """Show the packs, and ask whether the one in this file is to be installed; the home must be open."""
        from quizapp.desktop.pages.packs.page import PacksPage

        self.show_section(Section.PACKS)
        if isinstance(page := self._pages.made(Section.PACKS), PacksPage):
            page.install_pack(file)

    @Slot()
    def _undo(self) -> None:
        if self._sitting is not None:
            self._sitting.undo()

    @Slot()
    def _write_card(self) -> None:
        from quizapp.desktop.pages.own_cards.editor import open_card_editor
        from quizapp.desktop.pages.own_cards.editor_model import CardDraft

        if self._services is not None and not (self._sitting is not None and self._sitting.make_card()):
            open_card_editor(self._services, CardDraft(), self).told.connect(self._tell_done)

    @Slot(object)
    def _tell_done(self, told: "Told") -> None:
        self.notice.tell_done(told.says, offers_undo=told.offers_undo)
        self.refresh()

    @Slot()
    def _hide_shell(self) -> None:
        self.menus.allow_sections(allowed=False)
        self.menus.start.setEnabled(False)

    @Slot()
    def _show_shell(self) -> None:
        self._whole.setCurrentWidget(self._rail_and_section)
        self.menus.allow_sections(allowed=True)
        self.menus.start.setEnabled(True)
        self.take_focus()
        self.refresh()

    @Slot(object)
    def _show_ended(self, tally: Tally) -> None:
        self.today.show_tally(tally)
        self._show_shell()
        self.show_section(Section.TODAY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave an item on Esc and take back the last action on Z, where the page did not take the key."""
        if event.key() == Qt.Key.Key_Escape and self._sitting is not None and self._sitting.is_open:
            self._sitting.close_cleanly()
            self._sitting.leave()
        elif event.key() == Qt.Key.Key_Z and not event.modifiers() and self.rail.isVisible():
            self._undo()
        else:
            super().keyPressEvent(event)

    def can_close(self) -> bool:
        """Save what is pending; if that fails, say so once, and let the window close without it the second time."""
        if self._sitting is None or self._closes_unsaved:
            return True
        try:
            self._sitting.close_cleanly()
            if self._quiz is not None:
                self._quiz.close_cleanly()
            if self._trial is not None:
                self._trial.leave()
        except SaysError as error:
            self._closes_unsaved = True
            self.notice.tell(error.says)
            return False
        return True

    @Slot()
    def _retranslate(self) -> None:
        self._show_protection()

    def _show_protection(self) -> None:
        known = (self._isolation, self._sandbox_trouble)
        line = foot(*known, self._appearance.wording)
        tip = meaning(*known, self._appearance.wording)
        self.rail.foot.show_line(line.text, line.sign, getattr(self._appearance.colours, line.mood), tip)
        if self._settings is not None:
            self._settings.show_isolation(*known)
