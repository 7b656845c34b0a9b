"""Keeps the search index in step and asks it, off the GUI thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from quizapp.desktop.pages.browse.model import Found, Newest, Stock, Wanted, narrow, stock_of
from quizapp.desktop.pages.browse.own import own_texts
from quizapp.desktop.services import Services
from quizapp.message import SaysError
from quizapp.packs.model import ItemId, Pack
from quizapp.search.catalogue import Catalogue
from quizapp.search.index import SearchError, SearchIndex
from quizapp.search.query import understand
from quizapp.search.snippets import Snippet
from quizapp.study.attempted_code import AttemptedCode
from quizapp.study.learner import Learner
from quizapp.study.standing import Standing

FIRST_SNIPPETS = 24
"""Items whose snippets come with the answer: more than a screen holds. Others come when they are scrolled to."""


@dataclass(frozen=True)
class Written:
    """What the learner has written, as read on the store's thread."""

    notes: Mapping[ItemId, str]
    drafts: Mapping[ItemId, str]


@dataclass(frozen=True)
class Snippets:
    """Why items were found that are now seen."""

    wanted: Wanted
    by_item: Mapping[ItemId, Snippet]


class BrowseSearch(QObject):
    """Answers what is wanted; of what is asked while an answer is under way only the last is looked for.

    Signals:
        answered: a `Found`. snippets_found: `Snippets`.
        progressed: how many items of how many are indexed, as long as there is more to do.
        ready: everything is indexed; what holds a text can be said for sure.
        failed: a `Message`: texts can't be looked for.
    """

    answered = Signal(object)
    snippets_found = Signal(object)
    progressed = Signal(int, int)
    ready = Signal()
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._catalogue = Catalogue(SearchIndex(services.home.search))
        self._attempted = AttemptedCode()
        self._newest = Newest()
        self._packs: tuple[Pack, ...] | None = None
        self._stock = Stock()
        self._is_keeping_up = self._again = self._was_lost = False
        # Asked before there was an index.
        self._waiting: Wanted | None = None
        self._has_index = False

    @property
    def stock(self) -> Stock:
        """Everything that there is to be found, of the packs that there are now."""
        if self._packs is not self._services.packs:
            self._packs = self._services.packs
            self._stock = stock_of(self._packs)
        return self._stock

    @property
    def is_ready(self) -> bool:
        """Whether everything is indexed that was there when the page last looked."""
        return self._has_index and not self._is_keeping_up

    # -- the index

    def keep_up(self) -> None:
        """Take into the index what is new or other since the last time."""
        if self._is_keeping_up:
            self._again = True
            return
        self._is_keeping_up, self._again = True, False
        # Behind what still waits to be saved.
        self._services.store.submit(partial(_read_written, self._services), self._take_up, self._fail)

    def _take_up(self, written: Written) -> None:
        work = partial(_take_up, self._catalogue, self._attempted, self._services, self._services.packs, written)
        self._services.runs.submit(work, self._went_on, self._fail)

    def _went_on(self, is_more: bool) -> None:
        self._has_index = True
        if is_more:
            self.progressed.emit(*self._catalogue.progress)
            self._services.runs.submit(self._catalogue.go_on, self._went_on, self._fail)
            self._ask_waiting()
            return
        self._is_keeping_up = False
        self._ask_waiting()
        self.ready.emit()
        if self._again:
            self.keep_up()

    def _ask_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(waiting)

    def _fail(self, error: Exception) -> None:
        self._is_keeping_up = self._has_index = False
        if not isinstance(error, SaysError):
            raise error
        self.failed.emit(error.says)

    # -- asking

    def ask(self, wanted: Wanted) -> None:
        """Have this looked for; `answered` comes unless something else is asked meanwhile."""
        if wanted.has_words and not self._has_index:
            self._waiting = wanted
            return
        self._waiting = None
        self._look(self._newest.ask(wanted))

    def want_snippets(self, wanted: Wanted, items: tuple[ItemId, ...]) -> None:
        """Have it looked up why these items were found."""
        language = self._services.appearance.wording.language
        work = partial(_find_snippets, self._catalogue, self._services.learner, wanted, items, language)
        self._services.runs.submit(work, self.snippets_found.emit, self._pass_over)

    def _look(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            language = self._services.appearance.wording.language
            work = partial(look, wanted, self.stock, self._services.learner, self._catalogue, language)
            self._services.runs.submit(work, self._arrive, partial(self._lose, wanted))

    def _arrive(self, found: Found) -> None:
        self._was_lost = False
        is_stale = self._newest.is_stale
        self._look(self._newest.answered())
        if not is_stale:
            self.answered.emit(found)

    def _lose(self, wanted: Wanted, error: Exception) -> None:
        following = self._newest.answered()
        if not isinstance(error, SearchError):
            raise error
        if self._was_lost:
            self.failed.emit(error.says)
            return
        # The file went missing or was damaged: it is made anew, once, and asked again.
        self._was_lost, self._has_index = True, False
        self._waiting = following or wanted
        self.keep_up()

    def _pass_over(self, error: Exception) -> None:
        # The next question finds out that the index is lost.
        if not isinstance(error, SearchError):
            raise error


def look(wanted: Wanted, stock: Stock, learner: Learner, catalogue: Catalogue, language: str) -> Found:
    """Look for what is wanted; without a text everything there is, in the packs' order.

    Raises:
        SearchError: if the index can't be read.
    """
    standings, now = learner.standings(), datetime.now().astimezone()
    if not wanted.has_words:
        return Found(wanted, narrow(stock.places.values(), wanted.filters, standings, now), standings, now)
    query = understand(wanted.typed)
    is_complete = catalogue.is_complete
    hits = (stock.places[item] for item in catalogue.find(query) if item in stock.places)
    places = narrow(hits, wanted.filters, standings, now)
    seen_first = tuple(place.item for place in places[:FIRST_SNIPPETS])
    snippets = catalogue.snippets(seen_first, query, language, _unanswered(seen_first, standings))
    return Found(wanted, places, standings, now, snippets, is_complete)


def _unanswered(items: tuple[ItemId, ...], standings: Mapping[ItemId, Standing]) -> frozenset[ItemId]:
    return frozenset(item for item in items if item not in standings or not standings[item].passed)


def _read_written(services: Services) -> Written:
    return Written(services.learner.notes(), services.drafts.all())


def _take_up(
    catalogue: Catalogue, attempted: AttemptedCode, services: Services, packs: tuple[Pack, ...], written: Written
) -> bool:
    learner = services.learner
    own = own_texts(written.notes, written.drafts, attempted.read(learner), learner.standings())
    catalogue.keep_up(packs, own)
    return catalogue.go_on()


def _find_snippets(
    catalogue: Catalogue, learner: Learner, wanted: Wanted, items: tuple[ItemId, ...], language: str
) -> Snippets:
    unanswered = frozenset(item for item in items if not learner.was_passed(item))
    return Snippets(wanted, catalogue.snippets(items, understand(wanted.typed), language, unanswered))
