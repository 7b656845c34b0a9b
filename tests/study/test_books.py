"""The tables of the schedule are what a replay of the rows gives: after every action, for every window, every time."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.study import bookkeeping
from quizapp.study.entries import QuizPaused, Rated, Row, Tuned, Undone
from quizapp.study.journal import Journal, JournalError
from quizapp.study.learner import Learner
from quizapp.study.model import Rating, Tuning
from tests.study.acts import ITEMS, ONE_OF_EACH, PACK, A, Act, B, acts, known, rate, stored, undo, wait
from tests.study.sample import NOON, Clock


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(*ITEMS)


@contextmanager
def window(path: Path, clock: Clock) -> Iterator[Learner]:
    with Journal(path) as journal:
        yield Learner(journal, (PACK,), new_per_day=10, clock=clock)


def row_of(item: str, rating: Rating, at: datetime, row_id: str = "f" * 32) -> Row:
    return Row(id=row_id, device="other", at=at, entry=Rated(item=item, rating=rating, seconds=5))


def insert(path: Path, row: Row) -> None:
    """Write a row as another program might, which knows nothing of a schedule."""
    with Journal(path) as journal:
        journal.add((row,))


def test_after_every_kind_of_action_the_tables_are_what_a_rebuild_gives(learner: Learner, clock: Clock) -> None:
    for act in ONE_OF_EACH:
        act(learner, clock)
        before = known(learner)

        learner.rebuild()

        assert known(learner) == before


@settings(max_examples=30, deadline=None)
@given(st.lists(acts, max_size=25))
def test_after_any_actions_the_tables_are_what_a_rebuild_gives(drawn: list[Act]) -> None:
    with TemporaryDirectory() as folder:
        clock = Clock()
        with window(Path(folder) / "journal.sqlite", clock) as learner:
            for act in drawn:
                act(learner, clock)
            before = known(learner)

            learner.rebuild()

            assert known(learner) == before


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.booleans(), acts), max_size=20))
def test_two_windows_on_one_journal_come_to_the_same(drawn: list[tuple[bool, Act]]) -> None:
    with TemporaryDirectory() as folder:
        path, clock = Path(folder) / "journal.sqlite", Clock()
        with window(path, clock) as one, window(path, clock) as other:
            for in_other, act in drawn:
                act(other if in_other else one, clock)
            one.refresh()
            other.refresh()

            assert known(one) == known(other)
            assert one.undoable() == other.undoable()
            before = stored(one)
            one.rebuild()
            assert stored(one) == before


def test_two_windows_may_write_at_once(path: Path, clock: Clock) -> None:
    with window(path, clock) as one, window(path, clock) as other, ThreadPoolExecutor(2) as pool:

        def study(learner: Learner) -> None:
            for number in range(40):
                learner.rate((A, B)[number % 2], Rating.GOOD, 5)
                if number % 5 == 0:
                    learner.undo()

        list(pool.map(study, (one, other)))
        one.refresh()
        before = stored(one)
        one.rebuild()

        assert stored(one) == before
        assert one.standing(A).reviews + one.standing(B).reviews == 64


def test_what_another_window_wrote_is_known_before_the_next_write(path: Path, clock: Clock) -> None:
    with window(path, clock) as one, window(path, clock) as other:
        one.rate(A, Rating.GOOD, 5)
        clock.forward(minutes=10)

        other.rate(A, Rating.GOOD, 5)

        assert [review.rating for review in other.history(A)] == [Rating.GOOD, Rating.GOOD]
        assert other.standing(A).reviews == 2


def test_an_undo_here_takes_back_what_another_window_did_last(path: Path, clock: Clock) -> None:
    with window(path, clock) as one, window(path, clock) as other:
        one.rate(A, Rating.GOOD, 5)
        other.rate(B, Rating.GOOD, 5)

        taken = one.undo()

        assert taken is not None
        assert taken.items == (B,)


def test_without_news_refreshing_changes_nothing(learner: Learner) -> None:
    learner.rate(A, Rating.GOOD, 5)
    memory = learner._memory

    assert not learner.refresh()
    assert learner._memory is memory


def test_news_of_another_window_are_told_once(path: Path, clock: Clock) -> None:
    with window(path, clock) as one, window(path, clock) as other:
        one.rate(A, Rating.GOOD, 5)

        assert [True, False] == [other.refresh(), other.refresh()]


def test_rows_that_another_program_wrote_are_understood_when_the_journal_is_opened(path: Path, clock: Clock) -> None:
    with window(path, clock) as learner:
        learner.rate(B, Rating.GOOD, 5)
    insert(path, row_of(A, Rating.EASY, NOON))

    with window(path, clock) as learner:
        assert learner.standing(A).reviews == 1
        assert [review.rating for review in learner.history(A)] == [Rating.EASY]


def test_rows_that_another_program_writes_meanwhile_are_understood_with_the_next_look(path: Path, clock: Clock) -> None:
    with window(path, clock) as learner:
        insert(path, row_of(A, Rating.EASY, NOON))

        learner.refresh()

        assert learner.standing(A).reviews == 1


def test_a_row_that_comes_late_is_replayed_where_it_belongs(path: Path, tmp_path: Path, clock: Clock) -> None:
    early, late = row_of(A, Rating.EASY, NOON, "a" * 32), row_of(A, Rating.AGAIN, NOON + timedelta(days=9), "b" * 32)
    with window(path, clock) as one, window(tmp_path / "other.sqlite", clock) as other:
        one.take_in((early, late))
        other.take_in((late,))
        other.take_in((early,))

        assert known(one) == known(other)
        assert one.standing(A).lapses == 1


def test_what_is_taken_back_before_it_comes_stays_taken_back(learner: Learner) -> None:
    rated = row_of(A, Rating.EASY, NOON, "a" * 32)
    undone = Row(id="b" * 32, device="other", at=NOON, entry=Undone(item=A, row=rated.id))

    learner.take_in((undone,))
    learner.take_in((rated,))

    assert not learner.standing(A).is_begun
    assert learner.history(A) == ()


def test_an_item_of_which_all_was_taken_back_leaves_nothing(learner: Learner, clock: Clock) -> None:
    before = stored(learner)
    rate(A, Rating.GOOD)(learner, clock)

    undo()(learner, clock)

    assert stored(learner) == before
    assert A not in learner.standings()


def test_taking_in_tells_how_many_rows_were_new(learner: Learner) -> None:
    one, two = row_of(A, Rating.EASY, NOON, "a" * 32), row_of(A, Rating.EASY, NOON, "b" * 32)

    assert [learner.take_in((one,)), learner.take_in((one, two)), learner.take_in((one, two))] == [1, 1, 0]


def test_opening_a_journal_that_is_understood_replays_nothing(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with window(path, clock) as learner:
        for act in ONE_OF_EACH:
            act(learner, clock)
        before = known(learner)
    monkeypatch.setattr(bookkeeping, "replay", None)
    monkeypatch.setattr(bookkeeping, "proceed", None)

    with window(path, clock) as learner:
        assert known(learner) == before


def test_opening_it_needs_no_leave_to_write(path: Path, clock: Clock) -> None:
    with window(path, clock) as learner:
        learner.rate(A, Rating.GOOD, 5)
    other = connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with Journal(path, busy_seconds=0.01) as journal:
        assert Learner(journal, (PACK,), new_per_day=10, clock=clock).standing(A).reviews == 1
    other.close()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM steps",
        "UPDATE items SET stability = 1, due = 0",
        "INSERT INTO items (id, state, reviews, lapses, passed, is_open, failures, spent, suspended, note)"
        " VALUES ('p/l/z', 0, 0, 0, 0, 0, 0, 0.0, 0, '')",
    ],
)
def test_tables_by_other_rules_are_rebuilt_when_the_journal_is_opened(path: Path, clock: Clock, damage: str) -> None:
    with window(path, clock) as learner:
        for act in ONE_OF_EACH:
            act(learner, clock)
        before = known(learner)
    with connect(path) as connection:
        connection.execute(damage)
        connection.execute("UPDATE derived SET rules = '0'")
    connection.close()

    with window(path, clock) as learner:
        assert known(learner) == before


def test_a_rebuild_by_another_window_is_taken_notice_of(path: Path, clock: Clock) -> None:
    with window(path, clock) as one, window(path, clock) as other:
        one.rate(A, Rating.EASY, 5)
        other.refresh()
        one.tune(Tuning(retention=0.8, fuzz=False))

        other.refresh()

        assert other.tuning == Tuning(retention=0.8, fuzz=False)
        assert known(other) == known(one)


def test_a_journal_of_the_first_version_is_understood_when_it_is_opened(path: Path, clock: Clock) -> None:
    with window(path, clock) as learner:
        for act in ONE_OF_EACH:
            act(learner, clock)
        before = known(learner)
    make_first_version(path)

    with window(path, clock) as learner:
        assert known(learner) == before


def test_a_journal_of_the_first_version_may_take_the_place_of_one_that_is_open(path: Path, clock: Clock) -> None:
    with window(path, clock) as learner:
        learner.rate(A, Rating.EASY, 5)
        before = known(learner)
        learner.rate(B, Rating.EASY, 5)
        with connect(path) as connection:
            connection.execute("DROP TRIGGER rows_never_go")
            connection.execute("DELETE FROM rows WHERE item = ?", (B,))
        connection.close()
        make_first_version(path)

        learner.refresh()

        assert known(learner) == before


def make_first_version(path: Path) -> None:
    """Take away what the second version added."""
    with connect(path) as connection:
        for table in ("items", "steps", "slips", "derived"):
            connection.execute(f"DROP TABLE {table}")
        for index in ("rows_of_item", "rows_of_device", "rows_but_reviews"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def test_a_rebuild_tells_how_far_it_is(learner: Learner) -> None:
    learner.take_in(row_of(f"p/l/{number}", Rating.GOOD, NOON, f"{number:032}") for number in range(120))
    told: list[tuple[int, int]] = []

    learner.rebuild(lambda done, of: told.append((done, of)))

    assert told == [(50, 120), (100, 120), (120, 120)]


def test_opening_tells_how_far_it_is_if_it_must_rebuild(path: Path, clock: Clock) -> None:
    with Journal(path) as journal:
        journal.append(Rated(item=A, rating=Rating.GOOD, seconds=5), NOON)
        told: list[tuple[int, int]] = []

        Learner(journal, (), new_per_day=10, clock=clock, on_progress=lambda done, of: told.append((done, of)))
        Learner(journal, (), new_per_day=10, clock=clock, on_progress=lambda done, of: told.append((done, of)))

    assert told == [(1, 1)]


def test_a_tuning_that_can_not_be_written_changes_no_schedule(path: Path, clock: Clock) -> None:
    with Journal(path, busy_seconds=0.01) as journal:
        learner = Learner(journal, (PACK,), new_per_day=10, clock=clock)
        learner.rate(A, Rating.EASY, 5)
        before = known(learner)
        other = connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(JournalError):
            learner.tune(Tuning(retention=0.8))
        other.close()

        assert known(learner) == before


def test_the_last_tuning_counts_whichever_device_set_it(learner: Learner) -> None:
    def tuned(retention: float, days: int) -> Row:
        entry = Tuned(tuning=Tuning(retention=retention))
        return Row(id=f"{days:032}", device="other", at=NOON + timedelta(days=days), entry=entry)

    learner.take_in((tuned(0.8, days=2), tuned(0.85, days=1)))

    assert learner.tuning == Tuning(retention=0.8)


def test_of_two_tunings_at_the_same_moment_the_later_counts(learner: Learner) -> None:
    for retention in (0.8, 0.85, 0.95, 0.75, 0.9, 0.87):
        learner.tune(Tuning(retention=retention))

        assert learner.tuning.retention == retention


def test_what_a_quiz_keeps_stays_in_order_though_the_clock_is_set_back(learner: Learner, clock: Clock) -> None:
    for seconds in range(4):
        learner.append((QuizPaused(item="quiz/0", seconds=seconds),))
        clock.forward(days=-1)

    entries = [row.entry for row in learner.entries(QuizPaused)]
    assert entries == [QuizPaused(item="quiz/0", seconds=seconds) for seconds in range(4)]


def test_what_is_done_after_the_clock_was_set_back_far_counts_as_done(learner: Learner, clock: Clock) -> None:
    clock.forward(days=-30)

    learner.rate(A, Rating.EASY, 5)

    assert learner.today().done == 1


@pytest.mark.parametrize("year", [1, 1969, 2100, 9500, 9999])
def test_a_row_of_any_time_spoils_nothing(path: Path, clock: Clock, year: int) -> None:
    with window(path, clock) as learner:
        learner.take_in((row_of(A, Rating.EASY, datetime(year, 12, 30, tzinfo=UTC)),))
        learner.set_due((B,), datetime(year, 12, 30, tzinfo=UTC))
        wait(5)(learner, clock)
        learner.rate(B, Rating.GOOD, 5)
        learner.rebuild()
        before = known(learner)

    with window(path, clock) as learner:
        assert known(learner) == before


def test_a_time_that_no_clock_measures_spoils_nothing(learner: Learner) -> None:
    rated = Rated(item=A, rating=Rating.GOOD, seconds=1e300)

    learner.take_in((Row(id="a" * 32, device="other", at=NOON, entry=rated),))

    assert learner.standing(A).reviews == 1
    assert learner.history(A)[0].seconds > 0
