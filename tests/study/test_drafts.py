from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from sqlite3 import connect

import pytest

from quizapp.study.database import Trouble
from quizapp.study.drafts import Drafts, DraftsError, open_drafts


@pytest.fixture
def drafts(path: Path) -> Iterator[Drafts]:
    with Drafts(path, busy_seconds=0.01) as opened:
        yield opened


def test_a_draft_comes_back_when_the_app_is_opened_again(path: Path) -> None:
    with Drafts(path) as drafts:
        drafts.save("p/l/e", "x = 1\n")

    with Drafts(path) as drafts:
        assert drafts.load("p/l/e") == "x = 1\n"


def test_there_is_no_draft_before_the_first_save(drafts: Drafts) -> None:
    assert drafts.load("p/l/e") is None


def test_an_empty_draft_is_a_draft(drafts: Drafts) -> None:
    drafts.save("p/l/e", "")

    assert drafts.load("p/l/e") == ""


def test_a_later_draft_takes_the_place_of_the_one_before(drafts: Drafts) -> None:
    drafts.save("p/l/e", "x = 1")
    drafts.save("p/l/e", "x = 2")

    assert drafts.load("p/l/e") == "x = 2"


def test_drafts_of_two_exercises_are_apart(drafts: Drafts) -> None:
    drafts.save("p/l/e", "x = 1")
    drafts.save("p/l/f", "x = 2")
    drafts.discard("p/l/f")

    assert (drafts.load("p/l/e"), drafts.load("p/l/f")) == ("x = 1", None)


def test_discarding_what_is_not_there_does_nothing(drafts: Drafts) -> None:
    drafts.discard("p/l/e")

    assert drafts.load("p/l/e") is None


@pytest.mark.parametrize("code", ["\u4e2d\u6587 \U0001f600", "a\x00b", "half \ud83d a pair", "\r\n\t"])
def test_any_text_comes_back_exactly(drafts: Drafts, code: str) -> None:
    drafts.save("p/l/e", code)

    assert drafts.load("p/l/e") == code


def test_threads_may_save_at_once(drafts: Drafts) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: drafts.save(f"p/l/{number}", str(number)), range(50)))

    assert [drafts.load(f"p/l/{number}") for number in range(50)] == [str(number) for number in range(50)]


def test_a_draft_that_can_not_be_saved_is_told_and_the_one_before_kept(path: Path, drafts: Drafts) -> None:
    drafts.save("p/l/e", "x = 1")
    other = connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(DraftsError) as raised:
        drafts.save("p/l/e", "x = 2")
    other.close()

    assert raised.value.trouble is Trouble.LOCKED
    assert drafts.load("p/l/e") == "x = 1"


def test_a_damaged_file_is_told_and_left(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"garbage" * 100)

    with pytest.raises(DraftsError) as raised:
        Drafts(path)

    assert raised.value.trouble is Trouble.DAMAGED
    assert path.read_bytes() == b"garbage" * 100


def test_beside_a_damaged_file_there_is_room_for_new_drafts(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"no drafts" * 1000)

    for code in (None, "x = 1"):
        drafts, says = open_drafts(path)
        with drafts:
            assert (drafts.load("p/l/e"), str(path) in str(says)) == (code, True)
            drafts.save("p/l/e", "x = 1")

    assert path.read_bytes() == b"no drafts" * 1000


def test_good_drafts_are_opened_without_a_word(path: Path) -> None:
    drafts, says = open_drafts(path)
    drafts.close()

    assert says is None


def test_all_drafts_are_read_at_once(drafts: Drafts) -> None:
    drafts.save("p/l/e", "x = 1")
    drafts.save("p/l/f", "half \ud83d")

    assert drafts.all() == {"p/l/e": "x = 1", "p/l/f": "half \ud83d"}
