"""A sitting: one item after the other, each on the page that it needs, until the session has no more."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from quizapp.desktop.pages.item.taken_words import TakenBack
from quizapp.desktop.pages.item.words import Told
from quizapp.desktop.pages.today.model import Tally
from quizapp.desktop.services import Services
from quizapp.desktop.undoing import undo_last
from quizapp.packs.model import Exercise, Item, ItemId
from quizapp.study.session import Position, Session

if TYPE_CHECKING:
    from quizapp.desktop.pages.exercise.page import ExercisePage
    from quizapp.desktop.pages.study.end import EndPage
    from quizapp.desktop.pages.study.end_model import Ended
    from quizapp.desktop.pages.study.page import StudyPage


@dataclass(frozen=True)
class Step:
    """Where a session stands, as one answer from the store's thread.

    Attributes:
        request: number of the request that this answers; an answer to an old one comes too late.
    """

    request: int
    session: Session
    item: ItemId | None
    position: Position


class Sitting(QObject):
    """Owns the session; the session itself is touched on the store's thread only, after the ratings before it.

    `opened` comes when a page takes the whole window, `ended` carries the `Tally` of today's sitting, `left` comes when
    the learner leaves or other items are through (and, of several, it was said how they went), `told` carries what was
    done or taken back, as `Told`, and `went_on` comes when an item was rated or answered after that.
    """

    opened = Signal()
    ended = Signal(object)
    left = Signal()
    told = Signal(object)
    went_on = Signal()

    def __init__(self, services: Services, pages: QStackedWidget) -> None:
        """Open the items on pages in `pages`, each made when it is first needed."""
        super().__init__(pages)
        self._services = services
        self._pages = pages
        self._study: StudyPage | None = None
        self._exercise: ExercisePage | None = None
        self._end_page: EndPage | None = None
        self._session: Session | None = None
        self._is_todays = False
        # Of a sitting that says in the end how it came out.
        self._items: tuple[ItemId, ...] = ()
        self._shown: ItemId | None = None
        self._request = 0
        self._tally = Tally()

    @property
    def is_open(self) -> bool:
        """Whether a sitting is going on."""
        return self._session is not None

    def start_today(self) -> None:
        """Begin with what is due and new today."""
        learner = self._services.learner
        self._begin(lambda: Session.of_today(learner), is_todays=True)

    def start_items(self, items: tuple[ItemId, ...]) -> None:
        """Go through these items, due or not; of more than one it is said in the end how it went."""
        self._go_through(items, items if len(items) > 1 else ())

    @Slot(object)
    def _repeat(self, items: tuple[ItemId, ...]) -> None:
        self._go_through(items, items)

    def _go_through(self, items: tuple[ItemId, ...], told: tuple[ItemId, ...]) -> None:
        learner = self._services.learner
        self._begin(lambda: Session.of_items(learner, items), is_todays=False, told=told)

    def undo(self) -> None:
        """Take back the last action, and show the item again that it was about if a sitting is going on."""
        undo_last(self._services, self._show_undone)

    def make_card(self) -> bool:
        """Begin a card with the code that is selected in the open exercise, and tell whether there was any."""
        page = self._exercise
        return self.is_open and page is not None and self._pages.currentWidget() is page and page.make_card()

    @Slot()
    def leave(self) -> None:
        """Go back to where the learner was; everything is kept."""
        if self.is_open:
            self._close_session()
            self.left.emit()

    def close_cleanly(self) -> None:
        """Save what is pending; for when the window closes.

        Raises:
            SaysError: if a draft or a rating can't be written.
        """
        for page in (self._exercise, self._study):
            if page is not None:
                page.close_cleanly()

    def _begin(self, make_session: Callable[[], Session], *, is_todays: bool, told: tuple[ItemId, ...] = ()) -> None:
        if self.is_open:
            return
        self._is_todays, self._items = is_todays, told
        self._tally = Tally()
        self._ask(make_session)

    def _ask(self, move: Callable[[], Session]) -> None:
        """Have `move` done in the store's thread, then show where the session stands."""
        self._request += 1
        request = self._request

        def take_step() -> Step:
            session = move()
            return Step(request, session, session.current, session.position)

        self._services.store.submit(take_step, self._show_step)

    def _show_step(self, step: Step) -> None:
        if step.request != self._request:
            return
        self._session = step.session
        item = self._services.find(step.item) if step.item is not None else None
        if item is not None:
            self._open_or_leave(item, step.position)
        elif step.item is not None:
            self._advance(step.session)
        else:
            self._end()

    def _open_or_leave(self, item: Item, position: Position) -> None:
        """Show an item; where its page can't be built, leave it: half a page would promise what it can't do.

        Raises:
            Exception: what building raised, for whoever tells of faults in the program.
        """
        try:
            self._open(item, position)
        except Exception:
            self.leave()
            raise

    def _open(self, item: Item, position: Position) -> None:
        self._shown = item.id
        if isinstance(item, Exercise):
            exercise_page = self._exercise_page()
            self._pages.setCurrentWidget(exercise_page)
            exercise_page.open(item, position)
        else:
            study_page = self._study_page()
            self._pages.setCurrentWidget(study_page)
            study_page.open(item, position)
        self.opened.emit()

    def _advance(self, session: Session) -> None:
        def advance() -> Session:
            session.advance()
            return session

        self._ask(advance)

    def _end(self) -> None:
        tally, is_todays = self._tally, self._is_todays
        self._close_session()
        if is_todays and tally.total:
            self.ended.emit(tally)
        elif self._items and tally.total:
            self._look_at_end()
        else:
            self.left.emit()

    def _look_at_end(self) -> None:
        # Imported here: what is only seen in the end need not delay the first item.
        from quizapp.desktop.pages.study.end_model import look_at_end

        work = partial(look_at_end, self._services.learner, self._tally, self._items)
        self._services.store.submit(work, self._show_end)

    def _show_end(self, ended: "Ended") -> None:
        if self.is_open:
            return
        page = self._made_end_page()
        self._pages.setCurrentWidget(page)
        page.show_ended(ended)

    def _made_end_page(self) -> "EndPage":
        if self._end_page is None:
            from quizapp.desktop.pages.study.end import EndPage

            self._end_page = EndPage(self._services.appearance)
            self._end_page.repeat_wanted.connect(self._repeat)
            self._end_page.left.connect(self.left)
            self._pages.addWidget(self._end_page)
        return self._end_page

    def _close_session(self) -> None:
        self._session = None
        # An answer that is still under way must not open a page again.
        self._request += 1

    @Slot(str)
    def _finish(self, item_id: str) -> None:
        item = self._services.find(item_id)
        if self._session is None or item is None:
            return
        self._tally = self._tally.with_item(item)
        self.went_on.emit()
        self._advance(self._session)

    @Slot(str)
    def _go_back(self, item_id: str) -> None:
        session, item = self._session, self._services.find(item_id)
        if session is None or item is None:
            return
        self._tally = self._tally.without_item(item)

        def go_back() -> Session:
            session.back_to(item_id)
            return session

        self._ask(go_back)

    def _show_undone(self, back: TakenBack) -> None:
        self.told.emit(Told(back.says))
        if self._end_page is not None and self._pages.currentWidget() is self._end_page:
            self._count_again(back.shows_again)
        elif back.shows_again is not None:
            self._go_back(back.shows_again)

    def _count_again(self, undone: ItemId | None) -> None:
        """Say anew how the sitting came out, of which this item was taken back."""
        item = self._services.find(undone) if undone is not None else None
        if item is not None:
            self._tally = self._tally.without_item(item)
        self._look_at_end()

    @Slot(str)
    def _put_off(self, item_id: str) -> None:
        """Go on to the next item; the one that was put off does not count as done."""
        if self._session is not None and item_id == self._shown:
            self._advance(self._session)

    def _study_page(self) -> "StudyPage":
        if self._study is None:
            from quizapp.desktop.pages.study.page import StudyPage

            self._study = StudyPage(self._services)
            self._study.finished.connect(self._finish)
            self._study.left.connect(self.leave)
            self._study.undone.connect(self._go_back)
            self._study.put_off.connect(self._put_off)
            self._study.told.connect(self.told)
            self._pages.addWidget(self._study)
        return self._study

    def _exercise_page(self) -> "ExercisePage":
        if self._exercise is None:
            from quizapp.desktop.pages.exercise.page import ExercisePage

            self._exercise = ExercisePage(self._services)
            self._exercise.finished.connect(self._finish)
            self._exercise.left.connect(self.leave)
            self._exercise.undone.connect(self._go_back)
            self._exercise.put_off.connect(self._put_off)
            self._exercise.told.connect(self.told)
            self._pages.addWidget(self._exercise)
        return self._exercise
