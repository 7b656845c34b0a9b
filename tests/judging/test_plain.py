from typing import Any

import pytest

from quizapp.judging.compare import compare
from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Tolerance
from quizapp.sandbox.observation import ErrorSeen, Named, Nothing, OtherSeen, Sequence, Whole
from tests.judging.sample import plain, tensor

X = Check(observe="x")


def found(expected: Any, got: Any, check: Check = X) -> tuple[Finding, ...]:
    return compare(check, plain(expected), plain(got))


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (3, 3),
        (10**400, 10**400),
        (1.0, 1),
        (0.3, 0.1 + 0.2),
        (float("nan"), float("nan")),
        (float("inf"), float("inf")),
        ("a", "a"),
        ([1, 2], (1, 2)),
        ((4, 6), [4, 6]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ([], []),
        ({1, 2}, {1, 2}),
    ],
)
def test_equal_values_pass(expected: Any, got: Any) -> None:
    assert found(expected, got) == ()


@pytest.mark.parametrize(
    ("expected", "got", "aspect"),
    [
        (3, 4, Aspect.VALUE),
        (1, True, Aspect.TYPE),
        (True, 1, Aspect.TYPE),
        (True, False, Aspect.VALUE),
        (1, 1.0, Aspect.TYPE),
        (1, 1.5, Aspect.VALUE),
        (1.0, 1.001, Aspect.VALUE),
        (1.0, "1.0", Aspect.TYPE),
        (float("inf"), float("-inf"), Aspect.VALUE),
        (10**400, 10**400 + 1, Aspect.VALUE),
        ("a", "b", Aspect.VALUE),
        ([1, 2], [1, 3], Aspect.VALUE),
        ([1, 2], [1, 2, 3], Aspect.VALUE),
        ([1, 2], {1, 2}, Aspect.TYPE),
        ([1, 2], "12", Aspect.TYPE),
    ],
)
def test_other_values_are_told(expected: Any, got: Any, aspect: Aspect) -> None:
    assert [finding.aspect for finding in found(expected, got)] == [aspect]


def test_a_float_is_right_for_an_int_if_the_check_has_a_tolerance() -> None:
    loose = Check(observe="x", tolerance=Tolerance(relative=0.0, absolute=0.5))

    assert found(3, 3.2, loose) == ()


def test_the_type_counts_if_it_is_asked() -> None:
    strict = Check(observe="x", aspects=(Aspect.TYPE,))

    assert [(each.expected, each.got) for each in found([1], (1,), strict)] == [("list", "tuple")]


def test_the_place_within_lists_is_told() -> None:
    check = Check(observe="moved")

    (finding,) = found([["head"], ["head"], ["backbone", "head"]], [["head"], ["head"], ["head"]], check)

    assert (finding.where, finding.diagnosis, finding.names) == ("moved[2]", Diagnosis.NAMES_MISSING, ("backbone",))


def test_the_place_within_dicts_is_told_and_all_keys_that_differ_are_named() -> None:
    modes = {"": True, "backbone.1": False, "backbone.2": False}

    (finding,) = found(modes, {**modes, "backbone.1": True, "backbone.2": True}, Check(observe="modes"))

    assert (finding.where, finding.expected, finding.got) == ('modes["backbone.1"]', "False", "True")
    assert finding.names == ("backbone.1", "backbone.2")


def test_missing_keys_are_named() -> None:
    (finding,) = found({"a": 1, "b": 2}, {"a": 1})

    assert (finding.diagnosis, finding.names) == (Diagnosis.NAMES_MISSING, ("b",))


def test_the_order_of_names_counts_unless_the_check_says_not() -> None:
    free = Check(observe="x", ordered=False)

    assert [finding.diagnosis for finding in found(["a", "b"], ["b", "a"])] == [Diagnosis.NAMES_OTHER_ORDER]
    assert found(["a", "b"], ["b", "a"], free) == ()
    assert found([["a", "b"]], [["b", "a"]], free) == ()
    assert found([1, 2.5], [2.5, 1], free) == ()
    assert len(found([1, 1, 2], [1, 2, 2], free)) == 1


def test_a_name_that_occurs_twice_counts_twice() -> None:
    assert [finding.names for finding in found(["a", "a"], ["a"])] == [("a",)]


def test_lists_of_other_length_that_are_too_long_to_show_tell_their_lengths() -> None:
    (finding,) = found([10.5] * 50, [10.5] * 49, Check(observe="losses"))

    assert (finding.where, finding.expected, finding.got) == ("len(losses)", "50", "49")


def test_tensors_within_a_list_are_compared() -> None:
    one, other = (Sequence("list", 2, (tensor([1.0]), tensor([last]))) for last in (2.0, 3.0))

    assert [finding.where for finding in compare(X, one, other)] == ["x[1][0]"]


def test_none_where_a_value_was_expected_is_not_defined_yet() -> None:
    (finding,) = compare(X, plain(3), Nothing())

    assert (finding.expected, finding.got, finding.diagnosis) == ("3", "None", Diagnosis.NOT_DEFINED_YET)


def test_none_is_right_where_the_solution_gave_none() -> None:
    assert compare(X, Nothing(), Nothing()) == ()
    assert len(compare(X, Nothing(), plain(0))) == 1


def test_a_dtype_is_compared_by_its_name() -> None:
    one, other = Named("dtype", "torch.float32"), Named("dtype", "torch.float64")

    assert compare(X, one, one) == ()
    assert [(each.expected, each.got) for each in compare(X, one, other)] == [("torch.float32", "torch.float64")]


def test_an_expectation_that_was_cut_can_not_be_judged() -> None:
    with pytest.raises(ExpectationsError, match="only in part"):
        compare(X, Sequence("list", 300, (Whole("1"),)), Sequence("list", 300, (Whole("1"),)))


def test_of_an_unknown_object_only_the_type_counts() -> None:
    assert compare(X, OtherSeen("Thing", 3), OtherSeen("Thing", 8)) == ()
    assert [each.aspect for each in compare(X, OtherSeen("Thing", 3), OtherSeen("Other", 3))] == [Aspect.TYPE]


def test_the_message_of_an_exception_is_shown_without_marks_that_reorder_it() -> None:
    (finding,) = compare(X, plain(1), ErrorSeen("ValueError", "a\u202eb\x1b[2J"))

    assert finding.got == "ValueError: a\\u202eb\\x1b[2J"


def test_a_value_that_says_itself_what_it_is_is_shown_without_marks_that_reorder_it() -> None:
    (finding,) = compare(X, Named("Colour", "red"), Named("Colour", "re\u202ed"))

    assert finding.got == "re\\u202ed"
