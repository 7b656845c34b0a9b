"""Does what the learner wants with many items at once, each time as one action that is taken back as one."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from quizapp.desktop.pages.browse.model import Deed, Stock
from quizapp.desktop.pages.browse.words import done_words, titles_of
from quizapp.desktop.pages.item.date_popup import DatePopup
from quizapp.desktop.pages.item.menu_model import due_on
from quizapp.desktop.pages.item.taken_words import TakenBack
from quizapp.desktop.pages.item.words import Done, first_day
from quizapp.desktop.services import Services
from quizapp.desktop.undoing import undo_last
from quizapp.message import SaysError
from quizapp.packs.model import ItemId


class Deeds(QObject):
    """Has the journal written.

    Signals:
        done: a `Message` about something that can be taken back.
        undone: a `Message` about what was taken back.
        failed: a `Message` about why nothing was done.
    """

    done = Signal(object)
    undone = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page
        self._items: tuple[ItemId, ...] = ()
        self._stock = Stock()

    def do(self, deed: Deed, items: tuple[ItemId, ...], stock: Stock, at: QPoint) -> None:
        """Do this with items of the stock; a date is asked for at a point of the screen."""
        learner = self._services.learner
        self._items, self._stock = items, stock
        if deed is Deed.BURY:
            self._write(partial(learner.bury, items), Done.BURIED)
        elif deed is Deed.SUSPEND:
            self._write(partial(learner.suspend, items), Done.SUSPENDED)
        elif deed is Deed.RESUME:
            self._write(partial(learner.resume, items), Done.RESUMED)
        elif deed is Deed.DATE:
            self._ask_date(at)

    def undo(self) -> None:
        """Take the last action back, whichever it was."""
        undo_last(self._services, self._tell_undone, self._fail)

    def _ask_date(self, at: QPoint) -> None:
        popup = DatePopup(self._services.appearance, first_day(datetime.now().astimezone()), self._page)
        popup.chosen.connect(self._set_date)
        popup.adjustSize()
        popup.move(at.x() - popup.width(), at.y() - popup.height())
        popup.show()

    @Slot(object)
    def _set_date(self, day: date) -> None:
        self._write(partial(self._services.learner.set_due, self._items, due_on(day)), Done.DATED, day)

    def _write(self, work: Callable[[], object], done: Done, day: date | None = None) -> None:
        titles = titles_of(self._stock.places, self._items, self._services.appearance.wording.language)
        self._services.store.submit(work, partial(self._tell_done, done, titles, day), self._fail)

    def _tell_done(self, done: Done, titles: tuple[str, ...], day: date | None, _nothing: object) -> None:
        self.done.emit(done_words(done, titles, day))

    def _tell_undone(self, taken: TakenBack) -> None:
        self.undone.emit(taken.says)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, SaysError):
            raise error
        self.failed.emit(error.says)
