"""Batteries for tests: started when they are first needed, kept for the session, ended with it."""

from collections.abc import Callable, Iterator

import pytest

from tests.hostile.battery import USERS, Battery, User
from tests.hostile.corpus import OWN_CORPUS, read_corpus
from tests.hostile.levels import Level


@pytest.fixture(scope="session")
def usual() -> Iterator[dict[User, Battery]]:
    """The whole corpus with all that this machine has, as all users at the same time."""
    programs = read_corpus(OWN_CORPUS)
    started = {user: Battery(programs, Level.USUAL, user) for user in USERS}
    yield started
    for battery in started.values():
        battery.stop()


@pytest.fixture(scope="session")
def batteries() -> Iterator[Callable[[Level, User], Battery]]:
    """The whole corpus on a level as a user, one after the other."""
    programs = read_corpus(OWN_CORPUS)
    started: dict[tuple[Level, User], Battery] = {}

    def battery(level: Level, user: User) -> Battery:
        if (level, user) not in started:
            started[level, user] = Battery(programs, level, user)
        return started[level, user]

    yield battery
    for each in started.values():
        each.stop()
