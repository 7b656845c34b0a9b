from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from math import inf, nan
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory

import fsrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.study.entries import Attempted, Rated, Row, Undone
from quizapp.study.journal import Journal, JournalError
from quizapp.study.learner import Learner, utc_now
from quizapp.study.memory import Memory
from quizapp.study.model import AnsweredQuestion, AttemptMade, ItemState, Progress, Rating, Tuning
from tests.study.sample import NOON, Clock, attempt, card, exercise, pack, question

A, B, C, X = "p/l/a", "p/l/b", "p/l/c", "p/l/x"
ITEMS = (card(A), card(B), question(C), exercise(X))


@pytest.fixture
def learner(learner_of: Callable[..., Learner]) -> Learner:
    return learner_of(*ITEMS)


def what_is_known(learner: Learner) -> object:
    """Return all that a learner says about the items, to compare two learners or two moments."""
    return (
        learner.today(),
        learner.can_undo(),
        [(learner.state(item.id), learner.due_at(item.id), learner.was_passed(item.id)) for item in ITEMS],
        [learner.intervals(item.id) for item in ITEMS],
        [learner.standing(item.id) for item in ITEMS],
        [learner.history(item.id) for item in ITEMS],
    )


def known_for_ever(learner: Learner) -> Memory:
    """Return what a learner has in memory, without what depends on when it was opened; `today` tells that."""
    return replace(learner._memory, since=NOON, lately={})


def memory_of(learner: Learner, item: str) -> tuple[object, ...]:
    """Return what the schedule says of an item's memory."""
    standing = learner.standing(item)
    return (standing.state.name.lower(), standing.stability, standing.difficulty, standing.memory_due)


def numbers_of(card: fsrs.Card) -> tuple[object, ...]:
    """Return the same of the library's card."""
    return (card.state.name.lower(), card.stability, card.difficulty, card.due)


def undo(learner: Learner) -> str | None:
    """Take the last action back and return the item that it was about, None if there was none."""
    taken = learner.undo()
    return taken.item if taken else None


def test_a_card_goes_from_new_through_learning_to_review_and_due(learner: Learner, clock: Clock) -> None:
    states = [learner.state(A)]
    learner.rate(A, Rating.GOOD, 5)
    states.append(learner.state(A))
    clock.forward(minutes=10)
    states.append(learner.state(A))
    learner.rate(A, Rating.GOOD, 5)
    states.append(learner.state(A))
    clock.forward(days=3)
    states.append(learner.state(A))

    assert states == [ItemState.NEW, ItemState.LEARNING, ItemState.DUE, ItemState.REVIEW, ItemState.DUE]


def test_a_forgotten_card_is_learnt_again(learner: Learner, clock: Clock) -> None:
    learner.rate(A, Rating.EASY, 5)
    clock.forward(days=8)

    learner.rate(A, Rating.AGAIN, 5)

    assert learner.state(A) is ItemState.LEARNING


def test_an_exercise_that_was_tried_is_started(learner: Learner) -> None:
    learner.record_attempt(attempt(X))

    assert learner.state(X) is ItemState.STARTED


def test_a_rating_gives_the_interval_that_was_foretold(learner: Learner, clock: Clock) -> None:
    for rating in (Rating.GOOD, Rating.HARD, Rating.GOOD, Rating.AGAIN, Rating.EASY):
        foretold = learner.intervals(A)[rating]
        learner.rate(A, rating, 5)

        assert learner.due_at(A) == clock.now + foretold
        clock.now += foretold


def test_the_schedule_is_the_fsrs_library_s(learner: Learner, clock: Clock) -> None:
    learner.tune(Tuning(fuzz=False))
    scheduler, expected = fsrs.Scheduler(enable_fuzzing=False), fsrs.Card(card_id=0, due=NOON)
    for days, rating in ((0, Rating.GOOD), (1, Rating.GOOD), (4, Rating.HARD), (30, Rating.AGAIN), (1, Rating.EASY)):
        clock.forward(days=days)
        learner.rate(A, rating, 5)
        learner.rate(B, Rating.GOOD, 5)
        expected, _ = scheduler.review_card(expected, fsrs.Rating(int(rating)), clock.now)

    assert memory_of(learner, A) == numbers_of(expected)


@pytest.mark.parametrize("rating", [Rating.HARD, Rating.GOOD, Rating.EASY])
def test_a_card_is_passed_once_it_was_known(learner: Learner, rating: Rating) -> None:
    learner.rate(A, Rating.AGAIN, 5)
    assert not learner.was_passed(A)

    learner.rate(A, rating, 5)

    assert learner.was_passed(A)


def test_an_exercise_stays_passed_when_it_fails_later(learner: Learner) -> None:
    learner.record_attempt(attempt(X))
    assert not learner.was_passed(X)
    learner.record_attempt(attempt(X, passed=True))

    learner.record_attempt(attempt(X))

    assert learner.was_passed(X)


def test_a_question_is_passed_once_it_was_right(learner: Learner) -> None:
    learner.record_answer(AnsweredQuestion(item=C, answer="2", right=False, seconds=5))
    assert not learner.was_passed(C)

    learner.record_answer(AnsweredQuestion(item=C, answer="1", right=True, seconds=5))

    assert learner.was_passed(C)


def test_progress_counts_what_was_begun_and_what_has_left_the_learning_steps(learner: Learner) -> None:
    learner.rate(A, Rating.EASY, 5)
    learner.rate(B, Rating.GOOD, 5)
    learner.record_attempt(attempt(X))

    assert learner.progress((A, B, C, X)) == Progress(total=4, begun=3, learnt=1)
    assert learner.progress(()) == Progress(total=0, begun=0, learnt=0)


def test_at_first_there_is_nothing_to_undo(learner: Learner, journal: Journal) -> None:
    assert (learner.can_undo(), learner.undo()) == (False, None)
    assert journal.entries() == ()


def test_undo_takes_ratings_back_one_by_one(learner: Learner, clock: Clock) -> None:
    known = [what_is_known(learner)]
    learner.rate(A, Rating.GOOD, 5)
    known.append(what_is_known(learner))
    learner.record_answer(AnsweredQuestion(item=C, answer="1", right=True, seconds=5))
    known.append(what_is_known(learner))
    learner.rate(A, Rating.AGAIN, 5)

    assert undo(learner) == A
    assert what_is_known(learner) == known.pop()
    assert undo(learner) == C
    assert what_is_known(learner) == known.pop()
    assert undo(learner) == A
    assert what_is_known(learner) == known.pop()
    assert undo(learner) is None


def test_a_rating_after_undo_is_taken_back_next(learner: Learner) -> None:
    learner.rate(A, Rating.GOOD, 5)
    learner.rate(B, Rating.GOOD, 5)
    learner.undo()
    learner.rate(C, Rating.GOOD, 5)

    assert [undo(learner), undo(learner), undo(learner)] == [C, A, None]


def test_undo_is_a_row_that_names_the_one_taken_back(learner: Learner, journal: Journal) -> None:
    learner.rate(A, Rating.GOOD, 5)
    learner.undo()

    rated, undone = journal.entries()
    assert undone.entry == Undone(item=A, row=rated.id)


def test_undo_passes_over_attempts_that_were_not_rated(learner: Learner) -> None:
    learner.rate(A, Rating.GOOD, 5)
    learner.record_attempt(attempt(X))

    assert undo(learner) == A
    assert learner.state(X) is ItemState.STARTED


def test_undoing_a_pass_takes_the_pass_back_and_keeps_the_failures(learner: Learner) -> None:
    learner.record_attempt(attempt(X))
    learner.record_attempt(attempt(X, passed=True))

    learner.undo()

    assert not learner.was_passed(X)
    assert learner.record_attempt(attempt(X, passed=True)) is Rating.HARD


def test_undo_works_after_the_app_was_opened_again(learner: Learner, learner_of: Callable[..., Learner]) -> None:
    learner.rate(A, Rating.GOOD, 5)

    assert undo(learner_of(*ITEMS)) == A


def test_another_device_s_rating_counts_and_is_not_undone_here(
    learner: Learner, learner_of: Callable[..., Learner], path: Path
) -> None:
    learner.rate(A, Rating.GOOD, 5)
    connection = connect(path)
    connection.execute("INSERT INTO rows SELECT NULL, 'i', 'other', at, kind, item, data FROM rows")
    connection.commit()
    connection.close()

    merged = learner_of(*ITEMS)

    assert merged.today().done == 2
    assert [undo(merged), undo(merged)] == [A, None]


def test_merged_rows_are_replayed_by_time(learner: Learner, learner_of: Callable[..., Learner], clock: Clock) -> None:
    learner.tune(Tuning(fuzz=False))
    clock.forward(days=2)
    learner.rate(A, Rating.AGAIN, 5)
    easy = Rated(item=A, rating=Rating.EASY, seconds=5)
    rows = (Row(id="f" * 32, device="other", at=NOON, entry=easy),)

    scheduler, expected = fsrs.Scheduler(enable_fuzzing=False), fsrs.Card(card_id=0, due=NOON)
    for rating, at in ((fsrs.Rating.Easy, NOON), (fsrs.Rating.Again, NOON + timedelta(days=2))):
        expected, _ = scheduler.review_card(expected, rating, at)
    learner.take_in(rows)

    assert memory_of(learner, A) == numbers_of(expected)
    assert memory_of(learner_of(*ITEMS), A) == numbers_of(expected)


def test_a_write_that_fails_leaves_everything_as_it_was(path: Path, clock: Clock) -> None:
    with Journal(path, busy_seconds=0.01) as journal:
        learner = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock)
        learner.rate(A, Rating.GOOD, 5)
        known, rows = what_is_known(learner), journal.entries()
        other = connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        writes: tuple[Callable[[], object], ...] = (
            lambda: learner.rate(A, Rating.AGAIN, 5),
            lambda: learner.record_answer(AnsweredQuestion(item=C, answer="1", right=True, seconds=5)),
            lambda: learner.record_attempt(attempt(X, passed=True)),
            learner.undo,
        )
        for write in writes:
            with pytest.raises(JournalError):
                write()
        other.close()

        assert what_is_known(learner) == known
        assert journal.entries() == rows


def test_after_a_full_disk_has_room_again_studying_goes_on(path: Path, clock: Clock) -> None:
    with Journal(path) as journal:
        learner = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock)
        connection = journal._database._connection
        connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(JournalError, match="disk is full"):
            for _ in range(1000):
                learner.rate(A, Rating.GOOD, 5)
        done = learner.today().done
        connection.execute("PRAGMA max_page_count = 100000")

        learner.rate(A, Rating.GOOD, 5)

        assert learner.today().done == done + 1


def test_threads_may_rate_at_once(learner: Learner, learner_of: Callable[..., Learner]) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: learner.rate((A, B)[number % 2], Rating.GOOD, 5), range(100)))

    assert learner.today().done == 100
    assert what_is_known(learner) == what_is_known(learner_of(*ITEMS))


def test_what_was_done_is_in_the_journal_whole(learner: Learner, journal: Journal) -> None:
    made = AttemptMade(
        item=X,
        code="x = 1",
        passed=True,
        ending="finished",
        mistake="typo",
        seconds=30.0,
        hints=2,
        solution_shown=False,
    )
    learner.record_attempt(made)

    assert [row.entry for row in journal.entries()] == [
        Attempted(
            item=X,
            code="x = 1",
            passed=True,
            ending="finished",
            mistake="typo",
            seconds=30.0,
            hints=2,
            solution_shown=False,
            rating=Rating.HARD,
        )
    ]


@pytest.mark.parametrize("seconds", [nan, inf, -3.0])
def test_a_time_that_can_not_be_is_none(learner: Learner, journal: Journal, seconds: float) -> None:
    learner.rate(A, Rating.GOOD, seconds)

    assert journal.entries()[0].entry == Rated(item=A, rating=Rating.GOOD, seconds=0.0)


def test_code_with_half_a_surrogate_pair_is_logged(learner: Learner, journal: Journal) -> None:
    half = AttemptMade(
        item=X, code="x = '\ud83d'", passed=False, ending="", mistake=None, seconds=1, hints=0, solution_shown=False
    )
    learner.record_attempt(half)

    entry = journal.entries()[0].entry
    assert isinstance(entry, Attempted)
    assert entry.code == "x = '?'"


def test_a_clock_of_any_zone_will_do(journal: Journal) -> None:
    east = datetime(2026, 3, 2, 20, tzinfo=timezone(timedelta(hours=8)))
    learner = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=lambda: east)

    learner.rate(A, Rating.GOOD, 5)

    assert learner.due_at(A) == NOON + timedelta(minutes=10)


def test_the_usual_clock_tells_the_present_in_utc() -> None:
    assert utc_now().utcoffset() == timedelta(0)


ratings = st.one_of(
    st.builds(lambda item, rating: ("rate", item, rating), st.sampled_from((A, B)), st.sampled_from(Rating)),
    st.builds(lambda right: ("answer", right), st.booleans()),
)
acts = st.one_of(
    ratings,
    st.builds(
        lambda passed, hints, shown: ("attempt", passed, hints, shown),
        st.booleans(),
        st.integers(0, 2),
        st.booleans(),
    ),
    st.just(("undo",)),
    # Also backwards, as when the learner sets the clock right.
    st.builds(lambda minutes: ("wait", minutes), st.sampled_from((0, 1, 10, 600, 1500, 20_000, -30, -3000))),
)


def perform(learner: Learner, clock: Clock, act: tuple[object, ...]) -> None:
    match act:
        case ("rate", str(item), Rating() as rating):
            learner.rate(item, rating, 5)
        case ("answer", bool(right)):
            learner.record_answer(AnsweredQuestion(item=C, answer="1", right=right, seconds=5))
        case ("attempt", bool(passed), int(hints), bool(shown)):
            learner.record_attempt(attempt(X, passed=passed, hints=hints, solution_shown=shown))
        case ("undo",):
            learner.undo()
        case ("wait", int(minutes)):
            clock.forward(minutes=minutes)


@settings(max_examples=60, deadline=None)
@given(st.lists(acts, max_size=30))
def test_replaying_the_journal_gives_what_was_kept_in_memory(acts: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder, Journal(Path(folder) / "journal.sqlite") as journal:
        clock = Clock()
        learner = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock)
        for act in acts:
            perform(learner, clock, act)

        again = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock)

        assert what_is_known(again) == what_is_known(learner)
        assert known_for_ever(again) == known_for_ever(learner)


@settings(max_examples=40, deadline=None)
@given(st.lists(acts, max_size=15), st.lists(ratings, max_size=8))
def test_undoing_everything_after_a_moment_leads_back_to_it(
    before: list[tuple[object, ...]], after: list[tuple[object, ...]]
) -> None:
    with TemporaryDirectory() as folder, Journal(Path(folder) / "journal.sqlite") as journal:
        clock = Clock()
        learner = Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock)
        for act in before:
            perform(learner, clock, act)
        known = what_is_known(learner)

        for act in after:
            perform(learner, clock, act)
        for _ in after:
            learner.undo()

        assert what_is_known(learner) == known
