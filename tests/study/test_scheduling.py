from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.model import Rating, Tuning
from quizapp.study.scheduling import (
    Pace,
    TuningError,
    card_of,
    check_tuning,
    intervals,
    pace_of,
    retrievability,
    review,
)
from quizapp.study.standing import UNTOUCHED, Stage, Standing, StepKind
from tests.study.sample import NOON

PLAIN = pace_of(Tuning(fuzz=False))
FUZZY = pace_of(Tuning())
LEARNT = Standing(
    state=Stage.REVIEW, stability=30.0, difficulty=5.0, memory_due=NOON + timedelta(days=30), rated_at=NOON, reviews=3
)

# The library's own examples begin then.
THEN = datetime(2022, 11, 29, 12, 30, tzinfo=UTC)
GOODS_AND_TWO_LAPSES = (*[Rating.GOOD] * 6, Rating.AGAIN, Rating.AGAIN, *[Rating.GOOD] * 5)


def rated(standing: Standing, rating: Rating, at: datetime, pace: Pace = PLAIN) -> Standing:
    return review("p/l/a", standing, rating, at, StepKind.CARD, pace)


def due_of(standing: Standing) -> datetime:
    assert standing.memory_due is not None
    return standing.memory_due


def days_when_due(ratings: Iterable[Rating], pace: Pace = PLAIN) -> list[int]:
    """Return the days until an item comes back after each of these ratings, given whenever it is due."""
    standing, at, days = UNTOUCHED, THEN, []
    for rating in ratings:
        standing = rated(standing, rating, at, pace)
        days.append((due_of(standing) - at).days)
        at = due_of(standing)
    return days


def test_the_library_s_example_of_intervals() -> None:
    assert days_when_due(GOODS_AND_TWO_LAPSES) == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


def test_the_library_s_example_of_a_memory() -> None:
    standing, at = UNTOUCHED, THEN
    for rating, days in zip((Rating.AGAIN, *[Rating.GOOD] * 5), (0, 0, 1, 3, 8, 21), strict=True):
        at += timedelta(days=days)
        standing = rated(standing, rating, at)

    assert standing.stability == pytest.approx(53.62691, abs=1e-4)
    assert standing.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_the_library_s_example_of_easy_ratings_in_a_row() -> None:
    standing = UNTOUCHED
    for number in range(10):
        standing = rated(standing, Rating.EASY, THEN + timedelta(microseconds=number))

    assert standing.difficulty == 1.0


def test_the_library_s_example_of_a_longest_interval() -> None:
    pace = pace_of(Tuning(longest_days=100))
    standing, at = UNTOUCHED, THEN
    for rating in (Rating.EASY, Rating.GOOD, Rating.EASY, Rating.GOOD) * 3:
        standing = rated(standing, rating, at, pace)
        assert due_of(standing) - at <= timedelta(days=100)
        at = due_of(standing)


def test_the_library_s_example_of_one_learning_step_and_hard() -> None:
    pace = pace_of(Tuning(steps=(600,), fuzz=False))

    assert due_of(rated(UNTOUCHED, Rating.HARD, THEN, pace)) == THEN + timedelta(minutes=15)


def test_the_library_s_example_without_learning_steps() -> None:
    once = rated(UNTOUCHED, Rating.AGAIN, THEN, pace_of(Tuning(steps=())))

    assert (once.state, once.learning_step) == (Stage.REVIEW, None)
    assert due_of(once) - THEN >= timedelta(days=1)


def test_the_library_s_example_without_relearning_steps() -> None:
    pace = pace_of(Tuning(relearning_steps=(), fuzz=False))
    standing, at = UNTOUCHED, THEN
    for rating in (Rating.GOOD, Rating.GOOD, Rating.GOOD, Rating.AGAIN):
        standing = rated(standing, rating, at, pace)
        at = due_of(standing)

    assert standing.state is Stage.REVIEW
    assert standing.memory_due is not None
    assert standing.rated_at is not None
    assert standing.memory_due - standing.rated_at >= timedelta(days=1)


def test_the_library_s_example_of_a_stability_that_does_not_vanish() -> None:
    standing, at = UNTOUCHED, THEN
    for _ in range(1000):
        standing = rated(standing, Rating.AGAIN, at)
        assert standing.stability is not None
        assert standing.stability >= fsrs.scheduler.STABILITY_MIN
        at = due_of(standing) + timedelta(days=1)


def test_the_library_s_example_of_one_card_and_several_schedulers() -> None:
    two, one, none = (pace_of(Tuning(steps=steps, relearning_steps=steps)) for steps in ((60, 600), (60,), ()))
    acts = [(two, Rating.GOOD), (one, Rating.AGAIN), (none, Rating.HARD)]
    acts += [(two, Rating.AGAIN), (two, Rating.GOOD), (one, Rating.AGAIN), (none, Rating.HARD)]
    standing, seen = UNTOUCHED, []
    for pace, rating in acts:
        standing = rated(standing, rating, THEN, pace)
        seen.append((standing.state, standing.learning_step))

    learning, relearning, review_ = Stage.LEARNING, Stage.RELEARNING, (Stage.REVIEW, None)
    assert seen == [(learning, 1), (learning, 0), review_, (relearning, 0), (relearning, 1), (relearning, 0), review_]


steps = st.lists(st.integers(1, 90_000), max_size=3).map(tuple)
tunings = st.builds(
    Tuning,
    retention=st.floats(0.7, 0.97),
    longest_days=st.integers(1, 36_500),
    steps=steps,
    relearning_steps=steps,
    fuzz=st.just(False),
    parameters=st.sampled_from([(), tuple(weight * 1.01 for weight in fsrs.scheduler.DEFAULT_PARAMETERS[:17])]).map(
        lambda first: first and (*first, *fsrs.scheduler.DEFAULT_PARAMETERS[17:])
    ),
)
logs = st.lists(
    st.tuples(st.sampled_from(Rating), st.timedeltas(timedelta(0), timedelta(days=400))), min_size=1, max_size=60
)


def library_of(tuning: Tuning, *, by_days: bool = False) -> fsrs.Scheduler:
    """Return the library's scheduler as anybody would make it."""
    return fsrs.Scheduler(
        parameters=tuning.parameters or fsrs.scheduler.DEFAULT_PARAMETERS,
        desired_retention=tuning.retention,
        learning_steps=[] if by_days else [timedelta(seconds=each) for each in tuning.steps],
        relearning_steps=[] if by_days else [timedelta(seconds=each) for each in tuning.relearning_steps],
        maximum_interval=tuning.longest_days,
        enable_fuzzing=False,
    )


@given(logs, tunings, st.sampled_from(StepKind))
def test_app_and_library_agree_on_every_row_of_a_log(
    log: list[tuple[Rating, timedelta]], tuning: Tuning, kind: StepKind
) -> None:
    library = library_of(tuning, by_days=kind is StepKind.EXERCISE)
    expected, standing, at = fsrs.Card(card_id=0, due=NOON), UNTOUCHED, NOON
    for rating, pause in log:
        at += pause
        expected, _ = library.review_card(expected, fsrs.Rating(int(rating)), at)
        standing = review("p/l/a", standing, rating, at, kind, pace_of(tuning))

        assert card_of(standing, at) == expected


@pytest.mark.parametrize(
    ("rating", "minutes"), [(Rating.AGAIN, 1), (Rating.HARD, 5.5), (Rating.GOOD, 10), (Rating.EASY, 8 * 24 * 60)]
)
def test_a_first_rating_leads_into_the_learning_steps_or_past_them(rating: Rating, minutes: float) -> None:
    assert due_of(rated(UNTOUCHED, rating, NOON)) == NOON + timedelta(minutes=minutes)


@pytest.mark.parametrize("pace", [PLAIN, FUZZY])
def test_intervals_say_what_each_rating_would_give(pace: Pace) -> None:
    later = NOON + timedelta(days=29)

    told = intervals("p/l/a", LEARNT, later, StepKind.CARD, pace)

    assert told == {rating: due_of(rated(LEARNT, rating, later, pace)) - later for rating in Rating}


def test_two_goods_leave_the_learning_steps_and_one_does_not() -> None:
    once = rated(UNTOUCHED, Rating.GOOD, NOON)
    twice = rated(once, Rating.GOOD, due_of(once))

    assert (once.is_learnt, twice.is_learnt) == (False, True)


def test_forgetting_leads_back_into_them() -> None:
    assert rated(LEARNT, Rating.AGAIN, due_of(LEARNT)).state is Stage.RELEARNING


@pytest.mark.parametrize("rating", list(Rating))
def test_an_exercise_comes_back_in_days_whatever_its_rating(rating: Rating) -> None:
    standing = review("p/l/x", UNTOUCHED, rating, NOON, StepKind.EXERCISE, PLAIN)

    assert due_of(standing) - NOON >= timedelta(days=1)


def test_the_higher_the_retention_wanted_the_sooner_it_comes_back() -> None:
    dues = [
        due_of(rated(LEARNT, Rating.GOOD, due_of(LEARNT), pace_of(Tuning(retention=retention, fuzz=False))))
        for retention in (0.97, 0.9, 0.8, 0.7)
    ]

    assert dues == sorted(set(dues))


@pytest.mark.parametrize("fuzz", [True, False])
@pytest.mark.parametrize("longest", [1, 2, 3, 7, 30])
def test_no_interval_is_longer_than_the_longest(longest: int, fuzz: bool) -> None:
    after = rated(LEARNT, Rating.EASY, due_of(LEARNT), pace_of(Tuning(longest_days=longest, fuzz=fuzz)))

    assert due_of(after) - due_of(LEARNT) <= timedelta(days=longest)


def test_fuzz_moves_what_comes_back_in_days_and_only_that() -> None:
    at = due_of(LEARNT)
    moved = {
        item: review(item, LEARNT, Rating.GOOD, at, StepKind.CARD, FUZZY).memory_due for item in map(str, range(20))
    }
    forgotten = {review(str(n), LEARNT, Rating.AGAIN, at, StepKind.CARD, FUZZY).memory_due for n in range(20)}

    assert len(moved) > 5
    assert forgotten == {at + timedelta(minutes=10)}


def test_fuzz_leaves_the_memory_as_it_is() -> None:
    at = due_of(LEARNT)
    plain, fuzzy = rated(LEARNT, Rating.GOOD, at), rated(LEARNT, Rating.GOOD, at, FUZZY)

    assert (fuzzy.stability, fuzzy.difficulty, fuzzy.state) == (plain.stability, plain.difficulty, plain.state)


def test_an_item_that_was_never_rated_has_no_retrievability() -> None:
    assert retrievability(UNTOUCHED, NOON, PLAIN) is None


def test_after_its_stability_in_days_nine_of_ten_are_still_known() -> None:
    assert retrievability(LEARNT, NOON + timedelta(days=30), PLAIN) == pytest.approx(0.9)


@pytest.mark.parametrize("parameters", [(1.0,), (1.0,) * 20, (-1.0,) * 21])
def test_parameters_that_fsrs_refuses_are_refused_with_its_reason(parameters: tuple[float, ...]) -> None:
    with pytest.raises(TuningError, match=r"no parameters that FSRS can work with: (Expected 21|One or more)"):
        check_tuning(Tuning(parameters=parameters))


def test_parameters_that_another_version_wrote_and_fsrs_refuses_count_as_its_own() -> None:
    assert pace_of(Tuning(parameters=(1.0,))).step_by_step == pace_of(Tuning()).step_by_step
