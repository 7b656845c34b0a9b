"""Drafts on a real file, and two threads that write at once."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.desktop.pages.exercise.draft_keeper import DraftKeeper
from quizapp.study.drafts import Drafts

STARTER = "x = 0\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Iterator[Drafts]:
    with Drafts(tmp_path / "drafts.sqlite") as opened:
        yield opened


@pytest.fixture
def keeper(drafts: Drafts) -> DraftKeeper:
    return DraftKeeper(drafts, "p/l/e", STARTER)


def test_without_a_draft_there_is_the_starter(keeper: DraftKeeper) -> None:
    assert keeper.load() == STARTER


def test_a_draft_comes_back(keeper: DraftKeeper, drafts: Drafts) -> None:
    keeper.keep("x = 1\n")
    keeper.write()

    assert DraftKeeper(drafts, "p/l/e", STARTER).load() == "x = 1\n"


def test_an_empty_draft_is_a_draft(keeper: DraftKeeper) -> None:
    keeper.keep("")
    keeper.write()

    assert keeper.load() == ""


def test_a_draft_that_equals_the_starter_is_thrown_away(keeper: DraftKeeper, drafts: Drafts) -> None:
    for code in ("x = 1\n", STARTER):
        keeper.keep(code)
        keeper.write()

    assert drafts.load("p/l/e") is None


def test_what_is_forgotten_begins_afresh(keeper: DraftKeeper) -> None:
    keeper.keep("x = 1\n")
    keeper.write()
    keeper.forget()
    keeper.write()

    assert keeper.load() == STARTER


def test_code_that_could_not_be_written_is_still_there(drafts: Drafts) -> None:
    keeper = DraftKeeper(drafts, "p/l/e", STARTER)
    drafts.save("p/l/e", "x = 'old'\n")
    keeper.keep("x = 'not written'\n")

    assert keeper.load() == "x = 'not written'\n"


def test_writing_without_news_writes_nothing(keeper: DraftKeeper, drafts: Drafts) -> None:
    keeper.keep("x = 1\n")
    keeper.write()
    drafts.save("p/l/e", "from elsewhere")
    keeper.write()

    assert keeper.load() == "from elsewhere"


class SlowDrafts:
    """Drafts whose first write waits, as a disk may."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self.began, self.may_go_on = threading.Event(), threading.Event()

    def load(self, item: str) -> str | None:
        return self._drafts.load(item)

    def save(self, item: str, code: str) -> None:
        self.began.set()
        self.may_go_on.wait(10)
        self._drafts.save(item, code)

    def discard(self, item: str) -> None:
        self._drafts.discard(item)


def test_older_code_never_comes_over_newer(drafts: Drafts) -> None:
    slow = SlowDrafts(drafts)
    keeper = DraftKeeper(slow, "p/l/e", STARTER)
    keeper.keep("old")
    first = threading.Thread(target=keeper.write)
    first.start()
    slow.began.wait(10)
    keeper.keep("new")
    second = threading.Thread(target=keeper.write)
    second.start()
    slow.may_go_on.set()
    first.join(10)
    second.join(10)

    assert drafts.load("p/l/e") == "new"
