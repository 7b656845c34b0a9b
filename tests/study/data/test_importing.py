from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.study.data.backups import Of, list_backups
from quizapp.study.data.errors import NotWhole
from quizapp.study.data.exporting import export_lines, export_reviews
from quizapp.study.data.importing import Looked, Source, bring_in, look_at
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from tests.study.anki.conftest import Made
from tests.study.anki.conftest import made as made
from tests.study.data.sample import ENTRIES, home_with, ids, rated, write
from tests.study.sample import NOON


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_with(tmp_path / "home", rated())


@pytest.fixture
def learner(home: Home) -> Iterator[Learner]:
    with Journal(home.journal) as journal:
        yield Learner(journal, (), new_per_day=0, clock=lambda: NOON)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    rows = write(tmp_path / "other.sqlite", *ENTRIES)
    assert rows
    export_lines(tmp_path / "other.sqlite", tmp_path / "other.jsonl", NOON)
    return tmp_path / "other.jsonl"


def test_looking_says_what_would_be_new_and_changes_nothing(lines: Path, home: Home, learner: Learner) -> None:
    before = ids(home.journal)

    looked = look_at(lines, home, learner, NOON)

    assert (Source.JOURNAL, 5, 5, NOON) == (looked.source, looked.rows, looked.new, looked.first)
    assert before == ids(home.journal)
    assert () == list_backups(home.backups, Of.JOURNAL)


def test_what_was_said_comes_in_after_a_backup(lines: Path, home: Home, learner: Learner) -> None:
    before = ids(home.journal)

    brought = bring_in(lines, home, learner, NOON)

    assert (5, 6) == (brought.merged.new, len(ids(home.journal)))
    assert brought.backup is not None
    assert before == ids(brought.backup.path)


def test_importing_again_brings_nothing_and_needs_no_other_backup(lines: Path, home: Home, learner: Learner) -> None:
    bring_in(lines, home, learner, NOON)
    again = [bring_in(lines, home, learner, NOON) for _ in range(2)][1]

    assert (0, None) == (again.merged.new, again.backup)
    assert 0 == look_at(lines, home, learner, NOON).new


def test_cards_of_a_table_become_own_cards(tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "words.csv"
    path.write_text("front,back\nWhat is a view?,Shared memory\nAnother?,Yes\n")

    looked = look_at(path, home, learner, NOON)
    bring_in(path, home, learner, NOON)

    assert Looked(path=path, source=Source.CARDS, rows=2, new=2) == looked
    assert ["What is a view?", "Another?"] == [card.front for card in learner.own_cards()]
    assert 0 == look_at(path, home, learner, NOON).new


def test_one_undo_takes_the_cards_of_a_table_back(tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "words.csv"
    path.write_text("front,back\na,b\nc,d\n")
    bring_in(path, home, learner, NOON)

    learner.undo()

    assert () == learner.own_cards()


def test_a_card_of_a_table_that_changed_takes_the_place_of_what_it_was(
    tmp_path: Path, home: Home, learner: Learner
) -> None:
    path = tmp_path / "words.csv"
    path.write_text("front,back\na,b\n")
    bring_in(path, home, learner, NOON)
    path.write_text("front,back\na,better\nc,d\n")

    brought = bring_in(path, home, learner, NOON + timedelta(seconds=1))

    assert (2, [("a", "better"), ("c", "d")]) == (
        brought.merged.new,
        [(card.front, card.back) for card in learner.own_cards()],
    )


def test_a_table_of_this_journal_s_reviews_brings_nothing(tmp_path: Path, home: Home, learner: Learner) -> None:
    export_reviews(learner.entries(), tmp_path / "out.csv")

    assert (1, 0) == ((looked := look_at(tmp_path / "out.csv", home, learner, NOON)).rows, looked.new)
    assert 0 == bring_in(tmp_path / "out.csv", home, learner, NOON).merged.new


def test_a_table_of_reviews_becomes_a_schedule(tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "log.csv"
    path.write_text("utc,item,kind,rating\n2026-01-02T12:00:00Z,p/l/n,card,good\nnever,p/l/n,card,good\n")

    brought = bring_in(path, home, learner, NOON)

    assert (1, 1) == (brought.merged.new, brought.merged.unread)
    assert learner.due_at("p/l/n") is not None


def test_a_file_of_no_use_changes_nothing(tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "photo.jsonl"
    path.write_bytes(b"\x89PNG")

    with pytest.raises(NotWhole):
        look_at(path, home, learner, NOON)
    with pytest.raises(NotWhole):
        bring_in(path, home, learner, NOON)


def test_a_deck_of_anki_is_looked_at_and_comes_in_after_a_backup(made: Made, home: Home, learner: Learner) -> None:
    path = made.paths["new.apkg"]

    looked = look_at(path, home, learner, NOON)
    brought = bring_in(path, home, learner, NOON)

    assert looked.anki is not None
    assert brought.anki is not None
    assert brought.backup is not None
    assert looked.rows == brought.anki.new == len(learner.own_cards())


RATED = '{"kind":"rated","item":"p/l/z","rating":3,"seconds":1.0}'
TUNED = '{"kind":"tuned","tuning":{"retention":0.9,"longest_days":99,"steps":[%d],"relearning_steps":[],"fuzz":true}}'


@pytest.mark.parametrize(
    "entry",
    [
        TUNED % (2**63 - 1),
        RATED.replace("1.0", "-1e308"),
        RATED.replace("1.0", "1e308"),
        '{"kind":"date_set","item":"p/l/z","due":"0001-01-01T00:00:00+23:59"}',
        '{"kind":"buried","item":"p/l/z","until":"9999-12-31T23:59:59-23:59"}',
    ],
)
def test_a_row_that_says_what_cannot_be_leaves_the_journal_usable(
    tmp_path: Path, home: Home, learner: Learner, entry: str
) -> None:
    path, row = tmp_path / "other.jsonl", '{"id":"%d","device":"d","at":"2026-03-0%dT12:00:00Z","entry":%s}'
    path.write_text("\n".join(row % (day, day, each) for day, each in enumerate((RATED, entry, RATED), 1)) + "\n")

    bring_in(path, home, learner, NOON)

    with Journal(home.journal) as journal:
        anew = Learner(journal, (), new_per_day=0, clock=lambda: NOON)
        assert anew.due_at("p/l/z") is not None
        assert anew.standings() == learner.standings()


def test_a_file_whose_damage_is_no_text_either_is_told(tmp_path: Path, home: Home, learner: Learner) -> None:
    path = tmp_path / "other.sqlite"
    write(path, *ENTRIES)
    path.write_bytes(path.read_bytes().replace(b"'); END", b"'); \xe0(D"))

    with pytest.raises(NotWhole, match=r"other\.sqlite is cut short or damaged"):
        look_at(path, home, learner, NOON)
