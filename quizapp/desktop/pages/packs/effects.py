"""Installs and removes packs off the GUI thread, one at a time, and puts on the shelf what there is then."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from quizapp.desktop.pages.packs.model import PackLine, delivered_line, look_at_packs
from quizapp.desktop.pages.packs.news import News, Stamps, find_news
from quizapp.desktop.services import Services
from quizapp.home import Home
from quizapp.message import Message, SaysError, message
from quizapp.opening import catalogue_at_hand, installed_packs, packs_at_hand
from quizapp.shipped import shipped
from quizapp.wording import Wording

if TYPE_CHECKING:
    from quizapp.packs.installed import Delivery
    from quizapp.packs.library import Library


class PackRoom(QObject):
    """Does what the page asks for.

    Signals:
        changed: there are other packs; with a tuple of `PackLine`.
        delivered: a pack waits for a yes; with a `Delivery` and its `PackLine`.
        told: something was done; with a message. failed: why it was not.
        installed: a pack was; with a message and the pack's id.
        busy: whether something goes on.
    """

    changed = Signal(object)
    delivered = Signal(object, object)
    told = Signal(object)
    installed = Signal(object, str)
    failed = Signal(object)
    busy = Signal(bool)

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._is_busy = False
        self._known: Stamps = {}

    def look(self) -> None:
        """Look which packs there are, and take up those that were installed meanwhile by other means."""
        self._services.runs.submit(partial(_look, self._services), self._show_lines)

    def _show_lines(self, lines: tuple[PackLine, ...]) -> None:
        self.changed.emit(lines)
        if not self._is_busy:
            self._services.runs.submit(partial(_find_news, self._services, dict(self._known)), self._take_up)

    def _take_up(self, news: News) -> None:
        self._known = news.stamps
        if news.library is not None:
            self._services.shelf.problems = news.library.problems
            self._services.shelve()
            self.look()

    def receive(self, source: Path) -> None:
        """Unpack and read a pack, and ask what to do with it; nothing happens while something else goes on."""
        self._do(partial(_receive, self._services.home, source), self._deliver)

    def put_in_place(self, delivery: "Delivery") -> None:
        """Install what waits."""
        title = delivery.pack.title.read(self._services.appearance.wording.language)
        said = (
            message("“{title}” is installed.", title=title)
            if delivery.before is None
            else message("“{title}” is updated.", title=title)
        )
        then = partial(self._shelve, partial(self.installed.emit, said, delivery.pack.id))
        self._do(partial(_put_in_place, self._services, delivery), then)

    def send_back(self, delivery: "Delivery") -> None:
        """Throw away what waits."""
        self._services.runs.submit(partial(_send_back, self._services.home, delivery), _ignore)

    def remove(self, line: PackLine) -> None:
        """Remove an installed pack; the journal stays."""
        said = message(
            "“{title}” is removed; what you have learnt of it is kept.",
            title=line.name(self._services.appearance.wording.language),
        )
        self._do(partial(_remove, self._services, line.id), partial(self._shelve, partial(self.told.emit, said)))

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        if self._is_busy:
            return
        self._show_busy(is_busy=True)
        self._services.runs.submit(work, partial(self._done, then), self._fail)

    def _done(self, then: Callable[[Any], None], answer: Any) -> None:
        self._show_busy(is_busy=False)
        then(answer)

    def _fail(self, error: Exception) -> None:
        self._show_busy(is_busy=False)
        if not isinstance(error, SaysError):
            raise error
        self.failed.emit(says_where(error, self._services.appearance.wording))

    def _show_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.busy.emit(is_busy)

    def _deliver(self, delivery: "Delivery") -> None:
        self.delivered.emit(delivery, delivered_line(delivery.pack, delivery.size))

    def _shelve(self, tell: Callable[[], None], library: "Library") -> None:
        self._services.shelf.problems = library.problems
        self._services.shelve()
        tell()
        self.look()


def says_where(error: SaysError, wording: Wording) -> Message:
    """Return what an error says, after file and line if it is about a pack."""
    from quizapp.packs.problems import PackError

    if not isinstance(error, PackError):
        return error.says
    return message("{place}: {says}", place=error.place(), says=wording.sentence(error.says))


def _receive(home: Home, source: Path) -> "Delivery":
    home.make()
    return installed_packs(home, shipped("content")).receive(source)


def _put_in_place(services: Services, delivery: "Delivery") -> "Library":
    packs = installed_packs(services.home, shipped("content"))
    try:
        packs.put_in_place(delivery)
    finally:
        packs.send_back(delivery)
    return read_again(services)


def _send_back(home: Home, delivery: "Delivery") -> None:
    installed_packs(home, shipped("content")).send_back(delivery)


def _remove(services: Services, pack_id: str) -> "Library":
    installed_packs(services.home, shipped("content")).remove(pack_id)
    return read_again(services)


def _look(services: Services) -> tuple[PackLine, ...]:
    content = shipped("content")
    outlines = catalogue_at_hand(services.home, content)[0].outlines
    return look_at_packs(services.packs, content, services.home.packs, outlines)


def _find_news(services: Services, known: Stamps) -> News:
    installed = services.home.packs
    folders = installed_packs(services.home, shipped("content")).folders()
    shelved = [pack for pack in services.packs if pack.folder.parent == installed]
    return find_news(folders, shelved, known, partial(read_again, services))


def read_again(services: Services) -> "Library":
    """Read all packs, and have the learner study by them. Slow."""
    library, _ = packs_at_hand(services.home, shipped("content"))
    services.learner.set_packs(library.packs)
    return library


def _ignore(_nothing: object) -> None:
    """Do nothing: it is gone."""
