from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.study.entries import Entry, QuizAnswered
from quizapp.study.quizzes.quiz import When, quizzes, with_entry
from tests.study.quizzes.sample import ID, answered, begun, ended, paused, quiz, rows, skipped, told
from tests.study.sample import NOON

A, B, C = "p/l/a", "p/l/b", "p/l/c"


def test_a_quiz_begins_with_everything_left() -> None:
    begun_now = quiz(A, B, C, seconds=300.0, feedback="at_the_end", counts=True)

    assert (ID, NOON, 300.0, When.AT_THE_END, True) == (
        begun_now.id,
        begun_now.begun_at,
        begun_now.limit,
        begun_now.feedback,
        begun_now.counts,
    )
    assert ((A, B, C), 0.0, False) == (begun_now.left, begun_now.used, begun_now.is_over)


def test_what_is_answered_is_no_longer_left() -> None:
    after = told(begun(A, B, C), answered(B))

    assert (A, C) == after.left


def test_what_is_skipped_comes_last_in_the_order_in_which_it_was_skipped() -> None:
    assert (C, B, A) == told(begun(A, B, C), skipped(B), skipped(A)).left


def test_what_is_skipped_again_goes_behind_the_other_skipped_ones() -> None:
    assert (B, A) == told(begun(A, B), skipped(A), skipped(B), skipped(A)).left


def test_a_skipped_item_that_is_answered_is_done() -> None:
    after = told(begun(A, B), skipped(A), answered(A))

    assert ((B,), ()) == (after.left, after.skipped)


def test_the_first_answer_to_an_item_counts() -> None:
    after = told(begun(A), answered(A, right=False), answered(A, right=True, seconds=99.0))

    assert (0, 10.0) == (after.right, after.used)


def test_right_ones_are_counted_and_the_others_are_missed() -> None:
    after = told(begun(A, B, C), answered(B, right=False), answered(C))

    assert (1, (A, B)) == (after.right, after.missed)


def test_time_is_at_least_the_sum_of_the_answers() -> None:
    assert 25.0 == told(begun(A, B), answered(A, seconds=10.0), skipped(B, seconds=15.0)).used


def test_a_pause_tells_of_the_time_that_no_answer_has() -> None:
    after = told(begun(A, B, C), answered(A, seconds=10.0), paused(17.0), answered(B, seconds=5.0))

    assert 22.0 == after.used


def test_a_pause_that_knows_of_less_than_the_answers_takes_nothing_away() -> None:
    assert 10.0 == told(begun(A, B), answered(A, seconds=10.0), paused(3.0)).used


def test_the_end_is_the_first_one() -> None:
    after = told(begun(A, B), answered(A, seconds=10.0), ended(12.0), ended(99.0))

    assert (True, NOON + timedelta(minutes=2), (A, B)[1:]) == (after.is_over, after.ended_at, after.left)


def test_a_limit_that_is_used_up_is_out_of_time() -> None:
    assert told(begun(A, B, seconds=60.0), answered(A, seconds=60.0)).is_out_of_time
    assert not told(begun(A, B, seconds=60.0), answered(A, seconds=59.0)).is_out_of_time
    assert not told(begun(A, B), answered(A, seconds=9999.0)).is_out_of_time


def test_an_answer_to_what_was_not_asked_is_passed_over() -> None:
    assert (A,) == told(begun(A), answered(B)).left


def test_an_item_that_stands_twice_is_asked_once() -> None:
    assert (A, B) == quiz(A, B, A).items


def test_a_time_of_feedback_that_is_not_known_means_at_once() -> None:
    assert quiz(A, feedback="never").feedback is When.AT_ONCE


def test_rows_without_a_beginning_are_passed_over() -> None:
    assert () == quizzes(rows(answered(A), ended(3.0)))


def test_the_last_quiz_comes_first_and_each_has_its_own_rows() -> None:
    other = "quiz/" + "1" * 32

    def of_other(entry: Entry) -> Entry:
        return replace(entry, item=other)

    found = quizzes(rows(begun(A, B), of_other(begun(A)), answered(A), of_other(ended(2.0))))

    assert [(other, True, 0), (ID, False, 1)] == [(each.id, each.is_over, len(each.given)) for each in found]


def test_an_entry_of_another_kind_changes_nothing() -> None:
    before = quiz(A)

    assert before == with_entry(before, "something else", NOON)


entries = st.one_of(
    st.builds(answered, st.sampled_from((A, B, C)), st.booleans(), st.floats(0.0, 500.0), st.sampled_from(("", "1"))),
    st.builds(paused, st.floats(0.0, 500.0)),
    st.builds(ended, st.floats(0.0, 500.0)),
)


@given(st.lists(entries, max_size=12))
def test_whatever_is_told_every_item_is_answered_or_left_and_no_time_is_lost(told_later: list[Entry]) -> None:
    after = told(begun(A, B, C), *told_later)

    assert sorted((A, B, C)) == sorted([*after.left, *(given.item for given in after.given)])
    assert after.used >= sum(given.seconds for given in after.given)
    assert after.right + len(after.missed) == 3


@given(st.lists(entries, max_size=12), st.integers(0, 12))
def test_a_quiz_that_is_told_in_two_parts_is_the_same_quiz(told_later: list[Entry], cut: int) -> None:
    everything = rows(begun(A, B, C), *told_later)
    (after,) = quizzes(everything[: cut + 1])
    for row in everything[cut + 1 :]:
        after = with_entry(after, row.entry, row.at)

    assert quizzes(everything) == (after,)


def test_an_answer_keeps_what_its_writer_needs() -> None:
    entry = QuizAnswered(item=ID, asked=A, answer="two", right=True, seconds=4.0, detail="[1]")

    assert "[1]" == told(begun(A), entry).given[0].detail
