"""When the learner is asked before code runs, and what a yes covers."""

import pytest

from quizapp.consent import Permission, Unasked, consent_to, needs_asking
from quizapp.message import Message, message
from quizapp.sandbox.isolation import Isolation, Level
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.stopper import Stopper
from quizapp.settings import Consent

FILES, NETWORK, PROCESSES = message("read files"), message("use the network"), message("start processes")


def isolation(level: Level, *gaps: Message) -> Isolation:
    return Isolation(level=level, gaps=gaps)


FULL, NONE = isolation("full"), isolation("none", FILES, NETWORK)


def test_where_everything_is_blocked_nobody_is_asked() -> None:
    assert not needs_asking(FULL, None)


def test_remarks_alone_are_no_reason_to_ask() -> None:
    assert not needs_asking(Isolation(level="full", remarks=(FILES,)), None)


@pytest.mark.parametrize("found", [isolation("partial", FILES), NONE])
def test_where_something_is_not_blocked_the_first_run_asks(found: Isolation) -> None:
    assert needs_asking(found, None)


@pytest.mark.parametrize("found", [isolation("partial", FILES, NETWORK), isolation("partial", FILES), FULL])
def test_a_yes_holds_as_long_as_no_gap_is_new(found: Isolation) -> None:
    assert not needs_asking(found, consent_to(isolation("partial", NETWORK, FILES)))


def test_a_new_gap_is_asked_about() -> None:
    assert needs_asking(isolation("partial", FILES, PROCESSES), consent_to(isolation("partial", FILES)))


def test_a_yes_to_gaps_is_no_yes_to_no_protection() -> None:
    assert needs_asking(NONE, consent_to(isolation("partial", FILES, NETWORK)))


def test_a_yes_to_no_protection_covers_everything() -> None:
    assert not needs_asking(isolation("partial", PROCESSES), consent_to(NONE))


def test_what_is_remembered_names_level_and_gaps() -> None:
    assert consent_to(isolation("partial", FILES)) == Consent(level="partial", gaps=("read files",))


def test_a_run_in_a_full_sandbox_is_let_through(sandbox: Sandbox) -> None:
    permission = Permission()

    permission.demand(sandbox)

    assert permission.isolation is not None and permission.isolation.level == "full"


def test_whichever_run_finds_out_what_is_kept_out_tells_of_it_once(sandbox: Sandbox) -> None:
    told: list[Isolation] = []
    permission = Permission(tell=told.append)

    permission.demand(sandbox)
    permission.demand(sandbox)

    assert [found.level for found in told] == ["full"]


def test_a_run_with_gaps_needs_a_yes_which_is_kept() -> None:
    kept: list[Consent] = []
    permission = Permission(None, kept.append)
    with Sandbox(without=frozenset({LayerName.SECCOMP})) as gappy:
        with pytest.raises(Unasked) as unasked:
            permission.demand(gappy)
        permission.give(unasked.value.isolation)

        permission.demand(gappy)

        Permission(kept[0]).demand(gappy)
    assert [consent.level for consent in kept] == ["partial"]


def test_a_run_that_was_stopped_is_asked_nothing_and_teaches_nothing(sandbox: Sandbox) -> None:
    permission, stopper = Permission(), Stopper()
    stopper.stop()

    permission.demand(sandbox, stopper)

    assert permission.isolation is None
