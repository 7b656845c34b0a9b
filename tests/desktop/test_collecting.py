"""Nothing unreachable is looked for while packs are read, nor among them afterwards."""

import gc
from collections.abc import Iterator

import pytest

from quizapp.desktop.collecting import collecting_later


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_meanwhile_nothing_is_looked_for_and_afterwards_not_among_what_is_there() -> None:
    before = gc.get_freeze_count()

    with collecting_later():
        meanwhile = gc.isenabled()

    assert (False, True) == (meanwhile, gc.isenabled())
    assert gc.get_freeze_count() > before


def test_after_an_error_it_is_as_it_was() -> None:
    before = gc.get_freeze_count()

    with pytest.raises(StopIteration), collecting_later():
        next(iter(()))

    assert (True, before) == (gc.isenabled(), gc.get_freeze_count())


def test_who_had_switched_it_off_keeps_it_so() -> None:
    gc.disable()
    try:
        with collecting_later():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()
