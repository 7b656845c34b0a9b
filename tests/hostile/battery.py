"""Tries a whole corpus on one level as one user, with one station after the other as long as some are left to try."""

import os
import threading
from enum import StrEnum
from typing import Final

from tests.hostile.corpus import HostileProgram
from tests.hostile.levels import Level
from tests.hostile.lines import Begun, Failed, Order, Ready, Tried, Unavailable
from tests.hostile.ordinary_user import NoOrdinaryUser, OrdinaryUser, ordinary_user, same_user
from tests.hostile.started import Station

_BARREN_STATIONS: Final = 2


class User(StrEnum):
    """Who runs the host: an ordinary user is started by root, or it is who runs the tests."""

    ROOT = "root"
    ORDINARY = "ordinary"


USERS: Final = (User.ROOT, User.ORDINARY) if os.geteuid() == 0 else (User.ORDINARY,)


class NotHere(Exception):
    """The machine has no such level or user; the text says why."""


class Broken(Exception):
    """Nothing could be tried although it should."""


class Battery:
    """Results come one by one, from a thread of its own; they are kept.

    Attributes:
        enclosed: whether programs have a file system of their own; known once there is a result.
    """

    def __init__(self, programs: tuple[HostileProgram, ...], level: Level, user: User) -> None:
        """Begin at once."""
        self.enclosed = False
        self._level = level
        self._user = user
        self._programs = tuple(program for program in programs if self._makes_sense(program))
        self._results: dict[str, Tried] = {}
        self._failure: NotHere | Broken | None = None
        self._changed = threading.Condition()
        self._over = self._stopped = False
        self._station: Station | None = None
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def result_of(self, name: str) -> Tried | None:
        """Return what came of a program, waiting for it; None if it is not tried on this level or machine.

        Raises:
            NotHere: if this machine lacks the level or the user.
            Broken: if no program could be tried.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._over or name in self._results)
            self._raise_failure()
            return self._results.get(name)

    def results(self) -> tuple[Tried, ...]:
        """Return what came of all programs that were tried, waiting for them.

        Raises:
            NotHere, Broken: as `result_of`.
        """
        self._thread.join()
        self._raise_failure()
        return tuple(self._results.values())

    def stop(self) -> None:
        """End it, also before all were tried."""
        with self._changed:
            self._stopped = True
            if self._station is not None:
                self._station.end()
        self._thread.join()

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    def _makes_sense(self, program: HostileProgram) -> bool:
        return program.fits_this_machine and not (self._level is Level.CONTROL and program.skipped_in_control)

    def _work(self) -> None:
        try:
            becoming = self._user is User.ORDINARY and os.geteuid() == 0
            with ordinary_user() if becoming else same_user() as user:
                self._try_all(user)
        except NoOrdinaryUser as error:
            self._failure = NotHere(str(error))
        except (NotHere, Broken) as error:
            self._failure = error
        finally:
            with self._changed:
                self._over = True
                self._changed.notify_all()

    def _try_all(self, user: OrdinaryUser) -> None:
        barren = 0
        while left := tuple(program for program in self._programs if program.name not in self._results):
            known = len(self._results)
            with self._changed:
                if self._stopped:
                    return
                self._station = Station(Order(self._level, left, alone=bool(user.command)), user)
            self._listen(self._station)
            barren = barren + 1 if len(self._results) == known else 0
            if barren > _BARREN_STATIONS:
                raise Broken("no station came as far as its first program")

    def _listen(self, station: Station) -> None:
        """Take what one station says until it leaves, falls silent or dies."""
        under_way = ""
        for line in station.lines():
            match line:
                case Ready(enclosed):
                    self.enclosed = enclosed
                case Begun(name):
                    under_way = name
                case Tried():
                    under_way = ""
                    self._note(line)
                case Unavailable(reason):
                    raise NotHere(reason)
                case Failed(reason):
                    raise Broken(reason)
        if under_way and not self._stopped:
            self._note(Tried(name=under_way, reasons=("the host was killed, or hung",)))

    def _note(self, result: Tried) -> None:
        with self._changed:
            self._results[result.name] = result
            self._changed.notify_all()
