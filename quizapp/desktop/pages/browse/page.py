"""The Browse page: finds any item by its text or by how far the learner is, shows it, and does things with many."""

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from quizapp.desktop.pages.browse.bar import DeedBar, DoneStrip
from quizapp.desktop.pages.browse.deeds import Deeds
from quizapp.desktop.pages.browse.filters import FilterBar
from quizapp.desktop.pages.browse.model import KEYS, NOTE_KEY, UNDO_KEY, Deed, Found, who_comes
from quizapp.desktop.pages.browse.preview import Preview
from quizapp.desktop.pages.browse.search import BrowseSearch, Snippets
from quizapp.desktop.pages.browse.view import BrowseView
from quizapp.desktop.pages.browse.words import clear_words, count_words, nothing_words, progress_words
from quizapp.desktop.pages.section_page import SectionPage
from quizapp.desktop.services import Services
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label
from quizapp.desktop.widgets.panel import progress_bar, rule, show_share
from quizapp.message import Message
from quizapp.search.query import understand

PREVIEW_MS = 60
"""From coming to an item until it is shown: who runs along the list by key does not wait for each."""


class BrowsePage(SectionPage):
    """Shows what was found; what that is, and in which words, is decided by `browse_model` and `browse_words`."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        appearance = services.appearance
        self._title, self._count = label("title"), label("muted")
        self.strip = DoneStrip(appearance)
        self.filters = FilterBar(appearance)
        self.progress, self._progress_words = progress_bar(), label("small")
        self.trouble = label("muted", wraps=True)
        self.list, self.preview, self.bar = BrowseView(appearance), Preview(services), DeedBar(appearance)
        self._nothing, self.nothing_words, self.clear_button = QWidget(), label("muted", wraps=True), Button()
        self._stack = QStackedWidget()
        self.search, self.deeds = BrowseSearch(services, self), Deeds(services, self)
        self._preview_soon = QTimer(self, singleShot=True, interval=PREVIEW_MS)
        self._lay_out()
        self._connect()
        self._indexed: tuple[int, int] | None = None
        self._retranslate()
        self.trouble.hide()
        self.setFocusProxy(self.filters.field)
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        top = QVBoxLayout()
        top.setContentsMargins(24, 20, 24, 12)
        top.setSpacing(10)
        top.addLayout(head)
        for widget in (self.filters, self._progress_words, self.progress, self.trouble):
            top.addWidget(widget)
        self._lay_out_nothing()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._stack)
        self._split.addWidget(self.preview)
        self._split.setSizes([540, 460])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.strip)
        rows.addLayout(top)
        rows.addWidget(rule())
        rows.addWidget(self._split, 1)
        rows.addWidget(self.bar)

    def _lay_out_nothing(self) -> None:
        rows = QVBoxLayout(self._nothing)
        rows.setContentsMargins(28, 28, 28, 28)
        rows.setSpacing(14)
        rows.addStretch(1)
        rows.addWidget(self.nothing_words)
        rows.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(2)
        self.nothing_words.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.field.left_below.connect(self._go_to_list)
        self.clear_button.clicked.connect(self.filters.clear)
        self.search.answered.connect(self._show_found)
        self.search.snippets_found.connect(self._show_snippets)
        self.search.progressed.connect(self._show_indexing)
        self.search.ready.connect(self._show_ready)
        self.search.failed.connect(self._show_trouble)
        self.list.opened.connect(self._open)
        self.list.pressed_key.connect(self._press)
        self.list.left_above.connect(self.filters.field.setFocus)
        self.list.chosen.connect(self._show_chosen)
        self.list.snippets_wanted.connect(self._want_snippets)
        self.list.menu_wanted.connect(self._open_menu)
        self.bar.wanted.connect(self._do)
        self.strip.button.clicked.connect(self.deeds.undo)
        self.deeds.done.connect(self._tell_done)
        self.deeds.undone.connect(self._tell_undone)
        self.deeds.failed.connect(self._tell_failed)
        self.preview.note.saved.connect(self.search.keep_up)
        self.preview.note.closed.connect(self._go_to_list)
        self._preview_soon.timeout.connect(self._show_preview)
        self._services.shelf.changed.connect(self._take_up_packs)
        self._services.appearance.changed.connect(self._retranslate)
        QShortcut(
            QKeySequence(QKeySequence.StandardKey.Find),
            self,
            self._go_to_field,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )

    # -- what is looked for

    @Slot()
    def refresh(self) -> None:
        """Take in what is new, and look again."""
        self.filters.show_stock(self.search.stock)
        self.search.keep_up()
        self._ask()
        self.preview.refresh()

    @Slot()
    def _take_up_packs(self) -> None:
        # Else it looks when it comes up.
        if self.isVisible():
            self.refresh()

    @Slot()
    def _ask(self) -> None:
        self.search.ask(self.filters.wanted())

    @Slot(object)
    def _show_found(self, found: Found) -> None:
        self.trouble.hide()
        self.list.show_found(found)
        self.preview.mark(understand(found.wanted.typed))
        self._stack.setCurrentWidget(self.list if found.places else self._nothing)
        self._show_words()
        self._show_chosen()

    @Slot(object)
    def _want_snippets(self, items: tuple[str, ...]) -> None:
        found = self.list.rows.found
        if found is not None:
            self.search.want_snippets(found.wanted, items)

    @Slot(object)
    def _show_snippets(self, snippets: Snippets) -> None:
        found = self.list.rows.found
        if found is not None and found.wanted == snippets.wanted:
            self.list.rows.add_snippets(snippets.by_item)

    # -- the index

    @Slot(int, int)
    def _show_indexing(self, done: int, of: int) -> None:
        self._show_progress((done, of))

    @Slot()
    def _show_ready(self) -> None:
        self._show_progress(None)
        # What was just taken in may hold the text too.
        if self.filters.wanted().has_words:
            self._ask()

    @Slot(object)
    def _show_trouble(self, says: Message) -> None:
        self._show_progress(None)
        self.trouble.setText(self._services.appearance.wording.sentence(says))
        self.trouble.show()

    def _show_progress(self, progress: tuple[int, int] | None) -> None:
        self._indexed = progress
        for widget in (self.progress, self._progress_words):
            widget.setVisible(progress is not None)
        if progress is not None:
            show_share(self.progress, *progress)
            words = progress_words(*progress, self._services.appearance.wording)
            self._progress_words.setText(words)
            self.progress.setAccessibleName(words)

    # -- what is chosen

    @Slot()
    def _show_chosen(self) -> None:
        found, count = self.list.rows.found, self.list.chosen_count()
        some_away, some_coming = False, True
        if found is not None and count:
            some_away, some_coming = who_comes(self.list.chosen_items(), found.standings, found.now)
        self.bar.show_chosen(count, some_away=some_away, some_coming=some_coming)
        self._preview_soon.start()

    @Slot()
    def _show_preview(self) -> None:
        item = self.list.current_item()
        if item == self.preview.item_id:
            return
        found = self._services.find(item) if item is not None else None
        place = self.search.stock.places.get(item) if item is not None else None
        self.preview.open(found, place)

    @Slot()
    def _open(self) -> None:
        items = self.list.chosen_items()
        current = self.list.current_item()
        if len(items) > 1:
            self.study_chosen.emit(items)
        elif current is not None:
            self.item_chosen.emit(current)

    @Slot(object)
    def _do(self, deed: Deed) -> None:
        items = self.list.chosen_items()
        if not items:
            return
        if deed is Deed.STUDY:
            self.study_chosen.emit(items)
        else:
            button = self.bar.buttons[deed]
            self.deeds.do(deed, items, self.search.stock, button.mapToGlobal(QPoint(button.width(), -4)))

    @Slot(str)
    def _press(self, key: str) -> None:
        if key == UNDO_KEY:
            self.deeds.undo()
        elif key == NOTE_KEY:
            self.preview.edit_note()
        elif key in KEYS:
            self._do(KEYS[key])

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self.bar.menu(self).popup(at)

    @Slot(object)
    def _tell_done(self, says: Message) -> None:
        self.strip.tell_done(says)
        self._ask()

    @Slot(object)
    def _tell_undone(self, says: Message) -> None:
        self.strip.tell_undone(says)
        self.refresh()

    @Slot(object)
    def _tell_failed(self, says: Message) -> None:
        self.strip.tell_failed(says)

    # -- moving about

    @Slot()
    def _go_to_field(self) -> None:
        self.filters.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.field.selectAll()

    @Slot()
    def _go_to_list(self) -> None:
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save the note; what was offered to be taken back may be something else when the page comes up again."""
        super().hideEvent(event)
        self._preview_soon.stop()
        self.strip.hide()
        self.preview.note.finish()

    # -- words

    def _show_words(self) -> None:
        wording, found = self._services.appearance.wording, self.list.rows.found
        wanted = self.filters.wanted() if found is None else found.wanted
        of = len(self.search.stock.places)
        self._count.setText("" if found is None else count_words(len(found.places), of, wording))
        self.nothing_words.setText(nothing_words(wanted, of, wording))
        self.clear_button.setText(clear_words(wanted, wording))
        self.clear_button.setVisible(bool(wanted))

    @Slot()
    def _retranslate(self) -> None:
        wording, colours = self._services.appearance.wording, self._services.appearance.colours
        self._title.setText(wording.say("Browse"))
        self.list.setAccessibleName(wording.say("What was found"))
        self.list.setStyleSheet(
            f"QListView#browseList {{ background: {colours.base}; border: 0; outline: 0; padding: 4px 2px; }}"
        )
        self.list.take_look()
        self._show_words()
        self._show_progress(self._indexed)
        self._ask()
