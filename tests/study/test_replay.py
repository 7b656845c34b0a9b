from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from quizapp.study.entries import (
    Attempted,
    Buried,
    CardDropped,
    CardWritten,
    DateSet,
    Entry,
    Noted,
    QuizPaused,
    Rated,
    Rerated,
    Row,
    Suspended,
    Undone,
)
from quizapp.study.model import Rating, Tuning
from quizapp.study.replay import NOTHING, Replayed, is_about_item, replay
from quizapp.study.scheduling import pace_of, review
from quizapp.study.slips import Slip
from quizapp.study.standing import UNTOUCHED, Stage, StepKind
from tests.study.sample import NOON

A = "p/l/a"
PACE = pace_of(Tuning())
WRITTEN = CardWritten(item=A, deck="d", front="f", back="b")


def rated(rating: Rating = Rating.GOOD) -> Rated:
    return Rated(item=A, rating=rating, seconds=5)


def attempted(*, passed: bool = False, rating: Rating | None = None, concept: str | None = None) -> Attempted:
    return Attempted(
        item=A,
        code="",
        passed=passed,
        ending="finished",
        mistake=None,
        seconds=30,
        hints=1,
        solution_shown=False,
        rating=rating,
        concept=concept,
    )


def rows(*entries: Entry) -> list[Row]:
    """Return rows of these entries, a day apart, whose ids are their numbers."""
    return [
        Row(id=str(number), device="d", at=NOON + timedelta(days=number), entry=entry)
        for number, entry in enumerate(entries)
    ]


def replayed(*entries: Entry) -> Replayed:
    return replay(A, rows(*entries), PACE)


def test_without_rows_there_is_nothing() -> None:
    assert replayed() == Replayed(NOTHING)


def test_ratings_follow_one_another() -> None:
    once = review(A, UNTOUCHED, Rating.GOOD, NOON, StepKind.CARD, PACE)
    twice = review(A, once, Rating.EASY, NOON + timedelta(days=1), StepKind.CARD, PACE)

    standing = replayed(rated(), rated(Rating.EASY)).account.standing

    assert (standing.stability, standing.memory_due, standing.reviews) == (twice.stability, twice.memory_due, 2)


def test_the_order_in_which_rows_came_is_all_one() -> None:
    made = rows(
        rated(), rated(Rating.EASY), Undone(item=A, row="0"), Suspended(item=A, on=True), Noted(item=A, text="n")
    )

    assert {replay(A, order, PACE) == replay(A, made, PACE) for order in permutations(made)} == {True}


def test_rows_of_one_moment_go_by_their_ids() -> None:
    one, two = (Row(id=name, device="d", at=NOON, entry=Noted(item=A, text=name)) for name in "ab")

    assert replay(A, (two, one), PACE).account.note == replay(A, (one, two), PACE).account.note == "b"


def test_an_undone_row_is_as_if_it_had_never_been() -> None:
    assert replayed(rated(), Undone(item=A, row="0")) == Replayed(NOTHING)


def test_an_undoing_can_not_be_undone() -> None:
    assert replayed(rated(), Undone(item=A, row="0"), Undone(item=A, row="1")) == Replayed(NOTHING)


def test_a_changed_rating_takes_the_place_of_the_one_before() -> None:
    changed = replayed(rated(Rating.AGAIN), Rerated(item=A, row="0", rating=Rating.EASY))

    assert changed.steps[0].rating is Rating.EASY
    assert changed.account.standing.stability == replayed(rated(Rating.EASY)).account.standing.stability
    assert changed.steps[0].passed is False


def test_an_attempt_that_gave_no_rating_may_be_given_one() -> None:
    standing = replayed(attempted(), Rerated(item=A, row="0", rating=Rating.HARD)).account.standing

    assert (standing.reviews, standing.failures, standing.state) == (1, 0, Stage.REVIEW)


def test_a_step_tells_what_it_did() -> None:
    _, step = replayed(rated(Rating.EASY), rated(Rating.AGAIN)).steps

    assert (step.state, step.elapsed, step.rating) == (Stage.REVIEW, 1.0, Rating.AGAIN)
    assert step.retrievability is not None
    assert 0.9 < step.retrievability < 1
    assert step.due == NOON + timedelta(days=1, minutes=10)


def test_the_first_step_knows_of_nothing_before() -> None:
    (step,) = replayed(rated()).steps

    assert (step.state, step.elapsed, step.retrievability) == (Stage.NEW, None, None)


def test_a_step_without_a_rating_tells_of_no_memory() -> None:
    step = replayed(rated(), attempted()).steps[1]

    assert (step.state, step.elapsed, step.stability, step.due, step.taken) == (None,) * 5


def test_a_rating_took_the_time_of_all_attempts_up_to_it() -> None:
    steps = replayed(attempted(), attempted(passed=True, rating=Rating.HARD), attempted(passed=True)).steps

    assert [step.taken for step in steps] == [None, 60, None]


def test_failures_count_until_a_pass() -> None:
    standings = [
        replayed(*entries).account.standing
        for entries in (
            (attempted(),) * 2,
            (attempted(), attempted(passed=True)),
            (attempted(passed=True), attempted()),
        )
    ]

    assert [(each.failures, each.is_open, each.passed) for each in standings] == [
        (2, True, False),
        (0, False, True),
        (1, True, True),
    ]


def test_a_lapse_is_counted_once_while_it_is_learnt_again() -> None:
    standing = replayed(rated(Rating.EASY), rated(Rating.AGAIN), rated(Rating.AGAIN)).account.standing

    assert (standing.lapses, standing.state) == (1, Stage.RELEARNING)


@pytest.mark.parametrize("ends", [True, False])
def test_a_rating_ends_a_set_date(ends: bool) -> None:
    due = NOON + timedelta(days=90)
    standing = replayed(DateSet(item=A, due=due), *([rated()] if ends else [])).account.standing

    assert (standing.date_set, standing.due == due) == ((None, False) if ends else (due, True))


def test_what_is_put_off_stays_what_it_was() -> None:
    before = replayed(rated()).account.standing
    until = NOON + timedelta(days=3)

    after = replayed(rated(), Suspended(item=A, on=True), Buried(item=A, until=until)).account.standing

    assert (after.suspended, after.buried_until, after.memory_due) == (True, until, before.memory_due)


def test_a_card_that_is_dropped_and_written_again_keeps_its_place_and_what_was_learnt() -> None:
    account = replayed(WRITTEN, rated(), CardDropped(item=A), WRITTEN).account

    assert (account.card, account.written, account.standing.reviews) == (WRITTEN, (NOON, "0"), 1)


def test_a_dropped_card_is_none() -> None:
    assert replayed(WRITTEN, CardDropped(item=A)).account.card is None


def test_recognised_mistakes_are_slips_unless_undone() -> None:
    slip = Slip("0", NOON, ("p", "view"))

    assert replayed(attempted(concept="view"), attempted()).slips == (slip,)
    assert replayed(attempted(concept="view"), Undone(item=A, row="0")).slips == ()


@pytest.mark.parametrize(
    ("entry", "year", "counts"),
    [(rated(), 2026, True), (rated(), 9900, False), (QuizPaused(item="q", seconds=1), 2026, False)],
)
def test_what_is_of_a_quiz_or_from_the_end_of_the_calendar_is_not_about_an_item(
    entry: Entry, year: int, counts: bool
) -> None:
    assert is_about_item(Row(id="0", device="d", at=datetime(year, 1, 1, tzinfo=UTC), entry=entry)) is counts
