"""Hostile programs: each is held, ends as it must, leaves the host as it was, and an honest run follows.

On all levels, which `make soak` tries: bubblewrap and namespaces around the base, the base alone; Landlock or seccomp
alone hold most; without any of them many programs get out, which shows that they try in earnest.
"""

import sys
from collections.abc import Callable

import pytest

from tests.hostile.battery import USERS, Battery, NotHere, User
from tests.hostile.corpus import OWN_CORPUS, HostileProgram, read_corpus
from tests.hostile.levels import HOLDING, Level
from tests.hostile.lines import Tried

PROGRAMS = read_corpus(OWN_CORPUS)
NAMES = [program.name for program in PROGRAMS]
ALONE = (Level.LANDLOCK, Level.SECCOMP)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has what confines")

Batteries = Callable[[Level, User], Battery]


@pytest.mark.parametrize("program", PROGRAMS, ids=NAMES)
@pytest.mark.parametrize("user", USERS)
def test_a_hostile_program_is_held(program: HostileProgram, user: User, usual: dict[User, Battery]) -> None:
    assert_held(program, usual[user])


@pytest.mark.slow
@pytest.mark.parametrize("program", PROGRAMS, ids=NAMES)
@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("level", [level for level in HOLDING if level is not Level.USUAL])
def test_it_is_held_on_every_level(program: HostileProgram, user: User, level: Level, batteries: Batteries) -> None:
    assert_held(program, batteries(level, user))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize("level", ALONE)
def test_one_layer_alone_still_holds_most(level: Level, user: User, batteries: Batteries) -> None:
    results = results_of(batteries(level, user))

    assert share_contained(results) > 0.8, what_got_out(results)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_without_confinement_the_programs_get_out(batteries: Batteries) -> None:
    results = results_of(batteries(Level.CONTROL, User.ORDINARY))

    got_out = {result.name.partition("/")[0] for result in results if not result.contained}
    assert got_out >= {"files", "writes", "network", "processes", "system", "memory"}
    assert share_contained(results) < 0.8


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_without_confinement_harmless_programs_work_as_well(batteries: Batteries) -> None:
    harmless = {program.name for program in PROGRAMS if program.harmless}

    results = results_of(batteries(Level.CONTROL, User.ORDINARY))

    assert [result.name for result in results if result.name in harmless and not result.contained] == []


def assert_held(program: HostileProgram, battery: Battery) -> None:
    try:
        result = battery.result_of(program.name)
    except NotHere as error:
        pytest.skip(str(error))
    if result is None:
        pytest.skip("not for this machine")
    if program.informational and not battery.enclosed:
        pytest.skip("needs a file system of its own")
    assert list(result.reasons) == [], result.said


def results_of(battery: Battery) -> tuple[Tried, ...]:
    try:
        return battery.results()
    except NotHere as error:
        pytest.skip(str(error))


def share_contained(results: tuple[Tried, ...]) -> float:
    return sum(result.contained for result in results) / len(results)


def what_got_out(results: tuple[Tried, ...]) -> list[str]:
    return [f"{result.name}: {result.reasons[0]}" for result in results if not result.contained]
