"""Notes on their way to a store that may fail."""

import threading

import pytest

from quizapp.desktop.pages.item.note_keeper import NoteKeeper
from quizapp.message import SaysError, message


class Store:
    """Holds notes in memory; may refuse, and may be made to wait while it writes."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.writes = 0
        self.is_full = False
        self.may_write = threading.Event()
        self.may_write.set()
        self.is_writing = threading.Event()

    def note(self, item: str) -> str:
        return self.notes.get(item, "")

    def set_note(self, item: str, text: str) -> None:
        self.is_writing.set()
        self.may_write.wait()
        if self.is_full:
            raise SaysError(message("The disk is full."))
        self.writes += 1
        self.notes[item] = text


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def keeper(store: Store) -> NoteKeeper:
    return NoteKeeper(store)


def test_a_kept_note_is_the_newest_before_it_is_written(keeper: NoteKeeper, store: Store) -> None:
    keeper.keep("p/l/a", "rows first")

    assert (keeper.text("p/l/a"), store.note("p/l/a")) == ("rows first", "")


def test_what_is_written_is_in_the_store(keeper: NoteKeeper, store: Store) -> None:
    keeper.keep("p/l/a", "rows first")
    keeper.keep("p/l/b", "columns")
    keeper.write()

    assert store.notes == {"p/l/a": "rows first", "p/l/b": "columns"}


def test_a_note_that_did_not_change_is_not_written_again(keeper: NoteKeeper, store: Store) -> None:
    for _ in range(2):
        keeper.keep("p/l/a", "rows first")
        keeper.write()

    assert store.writes == 1


def test_blanks_take_a_note_away(keeper: NoteKeeper, store: Store) -> None:
    store.notes["p/l/a"] = "rows first"
    keeper.keep("p/l/a", " \n\t")
    keeper.write()

    assert store.note("p/l/a") == ""


def test_a_note_that_can_not_be_written_is_kept_for_the_next_try(keeper: NoteKeeper, store: Store) -> None:
    store.is_full = True
    keeper.keep("p/l/a", "rows first")
    with pytest.raises(SaysError):
        keeper.write()
    assert keeper.text("p/l/a") == "rows first"

    store.is_full = False
    keeper.write()

    assert store.note("p/l/a") == "rows first"


def test_what_is_typed_while_an_older_note_is_written_is_not_lost(keeper: NoteKeeper, store: Store) -> None:
    keeper.keep("p/l/a", "rows")
    store.may_write.clear()
    writer = threading.Thread(target=keeper.write)
    writer.start()
    store.is_writing.wait()
    keeper.keep("p/l/a", "rows first")
    store.may_write.set()
    writer.join()
    assert keeper.text("p/l/a") == "rows first"

    keeper.write()

    assert store.note("p/l/a") == "rows first"
