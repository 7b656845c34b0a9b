"""Everything that can be done with the item that is open besides answering it; for the study and exercise pages."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QWidget

from quizapp.desktop.pages.item.date_popup import DatePopup
from quizapp.desktop.pages.item.menu import ItemMenu, MoreButton
from quizapp.desktop.pages.item.menu_model import KEYS, MENU_KEY, ItemSeen, Offer, due_on, look_at_item, offers
from quizapp.desktop.pages.item.words import Done, Told, done_message, first_day, rerated_message
from quizapp.desktop.services import Services
from quizapp.packs.model import Exercise, Item, ItemId
from quizapp.study.model import Rating
from quizapp.wording.ratings import rating_name

if TYPE_CHECKING:
    # Only an annotation: the scheduler stays out of the way of the first paint.
    from quizapp.study.steps import Review


class ItemActions(QObject):
    """Has what the learner asks for done in the journal; what can't be written is told by the window.

    Signals:
        put_off: the item with this id does not come up now; the next may.
        note_wanted: the note's editor is to be opened. undo_wanted: the last action is to be taken back.
        told: what was done, as `Told`.
        seen: what the journal knows of the item, an `ItemSeen`, after it was asked for or changed.

    Attributes:
        button: opens the menu.
        was_rated: whether a rating was derived since the item was opened.
        keys: those that the menu shows beside its lines.
        selected_code: gives the code that a card can be made of, "" if there is none.
    """

    put_off = Signal(str)
    note_wanted = Signal()
    undo_wanted = Signal()
    told = Signal(object)
    seen = Signal(object)

    def __init__(self, page: QWidget, services: Services) -> None:
        super().__init__(page)
        self._page = page
        self._services = services
        self._item: Item | None = None
        self.was_rated = False
        self.keys: Mapping[str, Offer] = KEYS
        self.selected_code: Callable[[], str] = str
        self.button = MoreButton(services.appearance)
        self.menu = ItemMenu(page, services.appearance)
        self.button.clicked.connect(self.open_menu)
        self.menu.chosen.connect(self.do)
        self.menu.rerated.connect(self._rerate_and_tell)

    def open(self, item: Item | None) -> None:
        """Be about another item, or about none."""
        self._item, self.was_rated = item, False
        self.menu.close()

    def take_menu_key_of(self, page: QWidget) -> None:
        """Open the menu by the key for menus, where no widget on the page took it."""
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key for menus; a click with the other button does not belong to the item."""
        if isinstance(event, QContextMenuEvent) and event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.open_menu()
            return True
        return super().eventFilter(watched, event)

    def press(self, key: str | None) -> bool:
        """Do what a key means, of those that the menu shows, or open the menu; tell whether it meant something."""
        if self._item is None or key is None or (key != MENU_KEY and key not in self.keys):
            return False
        if key in self.keys:
            self.do(self.keys[key])
        else:
            self.open_menu()
        return True

    @Slot()
    def open_menu(self) -> None:
        """Show the menu below its button."""
        if self._item is not None:
            self._look(partial(self._show_menu, self._item.id))

    def look(self) -> None:
        """Have `seen` tell what the journal knows of the item now."""
        if self._item is not None:
            self._look(self._tell_seen)

    @Slot(object)
    def do(self, offer: Offer) -> None:
        """Do what a line of the menu says."""
        if self._item is None:
            return
        item, learner = self._item, self._services.learner
        act: dict[Offer, Callable[[], None]] = {
            Offer.NOTE: self.note_wanted.emit,
            Offer.EDIT: partial(self._edit, item.id),
            Offer.CARD: partial(self._make_card, item),
            Offer.BURY: partial(self._put_off, partial(learner.bury, (item.id,)), Done.BURIED),
            Offer.SUSPEND: partial(self._put_off, partial(learner.suspend, (item.id,)), Done.SUSPENDED),
            Offer.RESUME: partial(self._resume, item),
            Offer.DATE: self._ask_date,
            Offer.HISTORY: partial(self._read_history, item),
            Offer.UNDO: self.undo_wanted.emit,
        }
        act[offer]()

    @Slot(object)
    def rerate(self, rating: Rating) -> None:
        """Give the item's last card rating, answer or attempt another rating."""
        if self._item is not None:
            work = partial(self._services.learner.rerate, self._item.id, rating)
            self._services.store.submit(work, self._look_again)

    @Slot(object)
    def _rerate_and_tell(self, rating: Rating) -> None:
        if self._item is not None:
            self.rerate(rating)
            name = rating_name(rating, self._services.appearance.wording)
            self.told.emit(Told(rerated_message(self._title(self._item), name), offers_undo=True))

    def _look_again(self, _nothing: object) -> None:
        self.look()

    def _look(self, show: Callable[[ItemSeen], None]) -> None:
        if self._item is not None:
            self._services.store.submit(partial(look_at_item, self._services.learner, self._item.id), show)

    def _tell_seen(self, seen: ItemSeen) -> None:
        self.seen.emit(seen)

    def _show_menu(self, item: ItemId, seen: ItemSeen) -> None:
        if self._item is None or self._item.id != item:
            return
        corner = self.button.mapToGlobal(QPoint(self.button.width(), self.button.height() + 2))
        lines = offers(item, seen, has_selection=bool(self.selected_code()))
        self.menu.open(lines, seen, self.keys, corner)

    def _put_off(self, work: Callable[[], object], done: Done, day: date | None = None) -> None:
        item = self._item
        if item is not None:
            self._services.store.submit(work, partial(self._was_put_off, item, done, day))

    def _was_put_off(self, item: Item, done: Done, day: date | None, _nothing: object) -> None:
        self.told.emit(Told(done_message(done, self._title(item), day), offers_undo=True))
        if self._item is not None and self._item.id == item.id:
            self.put_off.emit(item.id)

    def _resume(self, item: Item) -> None:
        self._services.store.submit(partial(self._services.learner.resume, (item.id,)), partial(self._resumed, item))

    def _resumed(self, item: Item, _nothing: object) -> None:
        self.told.emit(Told(done_message(Done.RESUMED, self._title(item)), offers_undo=True))

    def _title(self, item: Item) -> str:
        return item.title.read(self._services.appearance.wording.language)

    def _ask_date(self) -> None:
        popup = DatePopup(self._services.appearance, first_day(datetime.now().astimezone()), self._page)
        popup.chosen.connect(self._set_date)
        popup.adjustSize()
        corner = self.button.mapToGlobal(QPoint(self.button.width(), self.button.height() + 2))
        left = max(corner.x() - popup.width(), self._page.mapToGlobal(QPoint(0, 0)).x())
        popup.move(left, corner.y())
        popup.show()

    @Slot(object)
    def _set_date(self, day: date) -> None:
        if self._item is not None:
            work = partial(self._services.learner.set_due, (self._item.id,), due_on(day))
            self._put_off(work, Done.DATED, day)

    def _read_history(self, item: Item) -> None:
        work = partial(self._services.learner.history, item.id)
        self._services.store.submit(work, partial(self._show_history, item))

    def _show_history(self, item: Item, reviews: "tuple[Review, ...]") -> None:
        from quizapp.desktop.pages.item.history_dialog import HistoryDialog
        from quizapp.desktop.pages.item.history_words import history_lines

        appearance = self._services.appearance
        lines = history_lines(reviews, appearance.wording)
        HistoryDialog(self._title(item), lines, appearance, self._page.window()).open()

    def _edit(self, item: ItemId) -> None:
        from quizapp.desktop.pages.own_cards.editor import open_card_editor
        from quizapp.desktop.pages.own_cards.editor_model import draft_of

        card = next((card for card in self._services.learner.own_cards() if card.id == item), None)
        if card is not None:
            open_card_editor(self._services, draft_of(card), self._page).told.connect(self.told)

    def _make_card(self, item: Item) -> None:
        from quizapp.desktop.pages.own_cards.editor import open_card_editor
        from quizapp.desktop.pages.own_cards.editor_model import draft_of_code

        code = self.selected_code()
        if code and isinstance(item, Exercise):
            open_card_editor(self._services, draft_of_code(code, item), self._page).told.connect(self.told)
