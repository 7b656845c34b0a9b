from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.fitting.choosing import MOST_RATINGS, NEEDED, ItemRatings, TooFewRatings, choose
from quizapp.message import message

DAY = timedelta(days=1) // timedelta(microseconds=1)


def item(name: str, *days: float, rating: int = 3) -> ItemRatings:
    return ItemRatings(name, tuple(round(day * DAY) for day in days), (rating,) * len(days))


def enough(count: int = NEEDED) -> list[ItemRatings]:
    """Items with one rating each that counts, a day apart from each other."""
    return [item(f"p/l/{number:05}", number, number + 2) for number in range(count)]


def test_too_few_ratings_are_refused_with_how_many_there_are_and_how_many_it_takes() -> None:
    with pytest.raises(TooFewRatings) as caught:
        choose([*enough(NEEDED - 1), item("p/l/once", 0), item("p/l/same-day", 0, 0.1, 0.9)])

    assert caught.value.says == message(
        "FSRS can be fitted to you after {needed} reviews that came a day or more after the one before; "
        "so far there are {found}. Go on studying, and try again later.",
        needed=640,
        found=639,
    )


def test_the_earlier_four_fifths_are_fitted_to() -> None:
    choice = choose(enough(1000))

    assert [1] * 200 == [each.held_out_from for each in choice.items[800:]]
    assert [2] * 800 == [each.held_out_from for each in choice.items[:800]]


def test_of_one_item_the_later_ratings_are_held_out_and_the_earlier_fitted_to() -> None:
    choice = choose([*enough(639), item("p/l/a", 0, 0.5, 10, 2000, 2001)])

    assert 3 == choice.items[-1].held_out_from


def test_the_same_moments_for_all_are_divided_all_the_same() -> None:
    choice = choose([item(f"p/l/{number}", 0, 5) for number in range(1000)])

    assert 200 == sum(each.held_out_from == 1 for each in choice.items)


def test_what_never_came_back_after_a_day_is_left_out() -> None:
    choice = choose([*enough(), item("p/l/once", 0)])

    assert (2 * NEEDED, 2 * NEEDED + 1) == (choice.chosen, choice.of)


def test_of_very_many_ratings_some_items_are_drawn_by_lot_and_always_the_same() -> None:
    items = enough(MOST_RATINGS)
    other_order = Random(1).sample(items, len(items))

    choice = choose(items)

    assert choice == choose(other_order)
    assert (MOST_RATINGS, 2 * MOST_RATINGS) == (choice.chosen, choice.of)


def test_only_the_first_64_ratings_of_an_item_are_taken() -> None:
    choice = choose([*enough(), item("p/l/a", *range(100))])

    assert 64 == len(choice.items[-1].since)


def test_a_clock_that_jumped_by_centuries_leaves_a_century_between_two_ratings() -> None:
    choice = choose([*enough(), item("p/l/a", 0, 1, 2_000_000)])

    assert (0, DAY, 36501 * DAY) == choice.items[-1].since


@given(st.lists(st.lists(st.integers(-(10**16), 10**17), min_size=1, max_size=70), max_size=20))
def test_whatever_the_clock_did_time_never_runs_backwards(moments: list[list[int]]) -> None:
    odd = [ItemRatings(f"q/{number}", tuple(sorted(at)), (1,) * len(at)) for number, at in enumerate(moments)]

    choice = choose([*enough(), *odd])

    assert all(list(each.since) == sorted(each.since) for each in choice.items)
    assert all(1 <= each.held_out_from <= len(each.since) == len(each.ratings) for each in choice.items)
