"""Keeps the window up with what happens beside it: another window writes into the journal, a day ends."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from quizapp.desktop.day_watch import DayWatch
from quizapp.desktop.services import Services
from quizapp.desktop.window import MainWindow
from quizapp.study.database import DatabaseError, Trouble
from quizapp.study.learner import utc_now

_MOMENT = timedelta(milliseconds=1)


class KeepingUp(QObject):
    """Looks whenever the window becomes active, when the learner's next day begins, and now and then.

    Signals:
        changed: what is shown may be otherwise now.
        looked: comes after every look, whether or not anything was new.
    """

    changed = Signal()
    looked = Signal()

    def __init__(self, services: Services, window: MainWindow, clock: Callable[[], datetime] = utc_now) -> None:
        """Look from now on, until `stop`; `clock` gives aware times."""
        super().__init__(window)
        self._services = services
        self._clock = clock
        self._day = DayWatch(clock(), services.learner.day_begins)
        self._is_looking = self._looks_again = self._is_stopped = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        window.activated.connect(self.look)
        self._wait()

    @Slot()
    def look(self) -> None:
        """Look, off the GUI thread; asked meanwhile, it looks once more."""
        self._looks_again = self._is_looking
        if not self._is_looking and not self._is_stopped:
            self._is_looking = True
            self._services.store.submit(self._services.learner.refresh, self._take_up, self._fail)

    def stop(self) -> None:
        """Look no more: the journal is about to be closed."""
        self._is_stopped = True
        self._timer.stop()

    def _take_up(self, is_new: bool) -> None:
        is_other_day = self._day.look(self._clock(), self._services.learner.day_begins)
        if is_new:
            self._services.shelve()
        if is_new or is_other_day:
            self.changed.emit()
        self._end()

    def _fail(self, error: Exception) -> None:
        self._end()
        # Another window makes all schedules anew: the next look finds them.
        if not (isinstance(error, DatabaseError) and error.trouble is Trouble.LOCKED):
            raise error

    def _end(self) -> None:
        self._is_looking = False
        self.looked.emit()
        self._wait()
        if self._looks_again:
            self.look()

    def _wait(self) -> None:
        # A timer that fires a moment too early would find the old day, and be set for that moment again.
        wait = self._day.wait(self._clock(), self._services.learner.day_begins) + _MOMENT
        self._timer.start(wait // _MOMENT)
