import numpy as np
import pytest

from quizapp.judging.compare import compare
from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check, Tolerance
from quizapp.sandbox.observation import TensorSeen, Values
from tests.judging.sample import array, parameter, plain, tensor

X = Check(observe="x")
RAMP = np.arange(6.0).reshape(2, 3)


def test_equal_tensors_have_no_findings() -> None:
    assert compare(X, tensor(RAMP), tensor(RAMP)) == ()


def test_the_worst_element_is_told_with_its_index() -> None:
    got = RAMP.copy()
    got[1, 2] = 7.0
    got[0, 1] = 1.5

    (finding,) = compare(X, tensor(RAMP), tensor(got))

    assert finding == Finding(
        where="x[1, 2]",
        aspect=Aspect.VALUE,
        expected="[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]",
        got="[[0.0, 1.5, 2.0], [3.0, 4.0, 7.0]]",
    )


def test_of_a_large_tensor_only_the_worst_element_is_shown() -> None:
    got = np.zeros((20, 20))
    got[3, 4] = 0.25

    (finding,) = compare(X, tensor(np.zeros((20, 20))), tensor(got))

    assert (finding.where, finding.expected, finding.got) == ("x[3, 4]", "0.0", "0.25")


def test_numbers_that_differ_late_are_shown_with_enough_digits() -> None:
    (finding,) = compare(X, tensor([1.0, 2.0]), tensor([1.0, 2.0001]))

    assert (finding.expected, finding.got) == ("[1.0, 2.0]", "[1.0, 2.0001]")


def test_an_expression_is_put_in_brackets_before_an_index() -> None:
    (finding,) = compare(Check(observe="a + b"), tensor([1.0, 5.0]), tensor([1.0, 9.0]))

    assert finding.where == "(a + b)[1]"


def test_a_wrong_shape_is_told_without_its_consequences() -> None:
    check = Check(observe="x", aspects=(Aspect.VALUE, Aspect.STRIDE, Aspect.CONTIGUOUS, Aspect.SHAPE))

    findings = compare(check, tensor(RAMP), tensor(np.ones((5, 2))))

    assert [(finding.aspect, finding.expected, finding.got) for finding in findings] == [
        (Aspect.SHAPE, "(2, 3)", "(5, 2)")
    ]


def test_independent_aspects_are_both_told() -> None:
    check = Check(observe="x", aspects=(Aspect.REQUIRES_GRAD, Aspect.DTYPE))

    findings = compare(check, tensor(RAMP, requires_grad=True), tensor(RAMP, "float64"))

    assert [finding.aspect for finding in findings] == [Aspect.DTYPE, Aspect.REQUIRES_GRAD]


def test_the_dtype_is_told_rather_than_the_numbers() -> None:
    (finding,) = compare(X, tensor([1.5, 2.0]), tensor([1, 2], "int64"))

    assert (finding.aspect, finding.expected, finding.got) == (Aspect.DTYPE, "float32", "int64")
    assert finding.diagnosis is Diagnosis.OTHER_DTYPE


@pytest.mark.parametrize("noise", [1e-7, -1e-7])
def test_noise_within_the_default_tolerance_passes(noise: float) -> None:
    assert compare(X, tensor(RAMP), tensor(RAMP * (1 + noise))) == ()


def test_the_check_may_set_a_tolerance() -> None:
    loose = Check(observe="x", tolerance=Tolerance(relative=0.0, absolute=0.1))

    assert compare(loose, tensor([1.0]), tensor([1.09])) == ()
    assert len(compare(loose, tensor([1.0]), tensor([1.11]))) == 1


def test_nan_equals_nan_and_infinity_equals_itself() -> None:
    odd = tensor([np.nan, np.inf, -np.inf])

    assert compare(X, odd, odd) == ()
    assert [finding.where for finding in compare(X, odd, tensor([np.nan, np.inf, np.inf]))] == ["x[2]"]


def test_large_integers_are_compared_exactly() -> None:
    (finding,) = compare(X, tensor([2**62, 1], "int64"), tensor([2**62 + 1, 1], "int64"))

    assert finding.where == "x[0]"


def test_a_transposed_tensor_is_recognised_by_its_numbers() -> None:
    (finding,) = compare(X, tensor(RAMP), tensor(RAMP.T))

    assert (finding.aspect, finding.diagnosis) == (Aspect.SHAPE, Diagnosis.TRANSPOSED)


def test_a_square_is_recognised_as_transposed_as_a_whole() -> None:
    square = np.arange(9.0).reshape(3, 3)

    (finding,) = compare(X, tensor(square), tensor(square.T))

    assert (finding.where, finding.diagnosis) == ("x", Diagnosis.TRANSPOSED)


def test_almost_transposed_is_not_transposed() -> None:
    turned = RAMP.T.copy()
    turned[0, 0] = 9.0

    (finding,) = compare(X, tensor(RAMP), tensor(turned))

    assert finding.diagnosis is None


def test_a_constant_of_another_shape_is_not_called_transposed() -> None:
    (finding,) = compare(X, tensor(np.ones((2, 3))), tensor(np.ones((3, 2))))

    assert finding.diagnosis is None


def test_regrouped_numbers_are_not_called_transposed() -> None:
    (finding,) = compare(X, tensor(RAMP), tensor(RAMP.reshape(3, 2)))

    assert finding.diagnosis is Diagnosis.SAME_NUMBERS_OTHER_SHAPE


def test_the_same_numbers_in_another_order_are_recognised() -> None:
    (finding,) = compare(X, tensor([1, 4, 2, 5], "int64"), tensor([1, 2, 4, 5], "int64"))

    assert (finding.diagnosis, finding.expected, finding.got) == (
        Diagnosis.SAME_NUMBERS_OTHER_ORDER,
        "[1, 4, 2, 5]",
        "[1, 2, 4, 5]",
    )


def test_nearly_the_same_numbers_in_another_order_are_not() -> None:
    (finding,) = compare(X, tensor([1, 4, 2, 5], "int64"), tensor([1, 2, 4, 6], "int64"))

    assert finding.diagnosis is None


def test_a_constant_factor_is_recognised_and_named() -> None:
    (finding,) = compare(X, tensor(RAMP), tensor(RAMP * 2))

    assert (finding.diagnosis, finding.names) == (Diagnosis.SCALED, ("2.0",))


def test_one_differing_number_is_no_factor() -> None:
    (finding,) = compare(X, tensor([0.0, 0.0, 5.0]), tensor([0.0, 0.0, 7.0]))

    assert finding.diagnosis is None


def test_the_stride_of_an_axis_of_one_never_counts() -> None:
    check = Check(observe="x", aspects=(Aspect.STRIDE,))
    column = np.ones((3, 1))

    assert compare(check, tensor(column, stride=(4, 1)), tensor(column, stride=(4, 9))) == ()
    assert len(compare(check, tensor(column, stride=(4, 1)), tensor(column, stride=(1, 1)))) == 1


def test_a_lost_contiguity_is_diagnosed() -> None:
    check = Check(observe="x", aspects=(Aspect.CONTIGUOUS,))

    (finding,) = compare(check, tensor(RAMP), tensor(RAMP, contiguous=False))

    assert (finding.expected, finding.got, finding.diagnosis) == ("True", "False", Diagnosis.NOT_CONTIGUOUS)


def test_a_parameter_that_still_trains_is_frozen_too_little() -> None:
    check = Check(observe="w", aspects=(Aspect.REQUIRES_GRAD,))

    (finding,) = compare(check, parameter(trains=False), parameter())

    assert finding.diagnosis is Diagnosis.FROZEN_TOO_LITTLE


def test_a_plain_tensor_is_no_parameter() -> None:
    check = Check(observe="w", aspects=(Aspect.IS_PARAMETER, Aspect.REQUIRES_GRAD))

    (finding,) = compare(check, parameter([1.0]), tensor([1.0]))

    assert (finding.aspect, finding.diagnosis) == (Aspect.IS_PARAMETER, Diagnosis.PLAIN_TENSOR)


def test_a_list_is_not_a_tensor() -> None:
    (finding,) = compare(X, tensor([1.0]), plain([1.0]))

    assert (finding.aspect, finding.expected, finding.got, finding.diagnosis) == (
        Aspect.TYPE,
        "Tensor",
        "list",
        Diagnosis.WRONG_TYPE,
    )


def test_an_array_is_compared_with_an_array_only() -> None:
    assert compare(X, array([1.0]), array([1.0])) == ()
    assert [finding.aspect for finding in compare(X, array([1.0]), tensor([1.0], "float64"))] == [Aspect.TYPE]


def test_numbers_that_do_not_fit_their_shape_differ_and_do_no_harm() -> None:
    broken = TensorSeen(dtype="float32", shape=(3,), values=tensor([1.0]).values)

    assert [finding.aspect for finding in compare(X, tensor([1.0, 2.0, 3.0]), broken)] == [Aspect.VALUE]


def test_an_expectation_without_numbers_can_not_be_judged() -> None:
    with pytest.raises(ExpectationsError, match="without its numbers"):
        compare(X, TensorSeen(dtype="float32", shape=(3,)), tensor([1.0, 2.0, 3.0]))


def test_an_aspect_that_the_value_has_not_is_the_authors_error() -> None:
    with pytest.raises(ExpectationsError, match="asks for the shape of `n`"):
        compare(Check(observe="n", aspects=(Aspect.SHAPE,)), plain(3), plain(3))


def test_a_factor_between_numbers_near_the_end_of_their_range_is_found() -> None:
    (finding,) = compare(X, tensor([30000.0, 1.5], "float16"), tensor([-60000.0, -3.0], "float16"))

    assert (finding.diagnosis, finding.names) == (Diagnosis.SCALED, ("-2.0",))


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64", "bfloat16", "complex64"])
def test_a_signalling_nan_is_a_nan(dtype: str) -> None:
    bits = {"float16": "017d", "float64": "010000000000f47f", "complex64": "0100a07f0100a07f"}.get(dtype, "0100a07f")
    odd = TensorSeen(dtype=dtype, shape=(1,), values=Values(bytes.fromhex(bits)))

    assert compare(X, odd, odd) == ()
    assert [finding.where for finding in compare(X, tensor([1.0], dtype), odd)] == ["x[0]"]


def test_an_empty_tensor_whose_other_sizes_no_array_can_have_is_of_another_shape() -> None:
    got = TensorSeen(dtype="float32", shape=(0, 2**31, 2**31), values=Values(b""))

    (finding,) = compare(X, tensor(RAMP), got)

    assert (finding.aspect, finding.got) == (Aspect.SHAPE, "(0, 2147483648, 2147483648)")


def test_a_wrong_slice_is_shown_alone() -> None:
    got = RAMP.copy()
    got[:, 1] = 7, 8

    (finding,) = compare(X, tensor(RAMP), tensor(got))

    assert (finding.where, finding.expected, finding.got) == ("x[:, 1]", "[1.0, 4.0]", "[7.0, 8.0]")
    assert (finding.diagnosis, finding.names) == (Diagnosis.ONE_SLICE_WRONG, ("1", "1"))


def test_the_first_nan_is_shown_where_it_is() -> None:
    (finding,) = compare(X, tensor(RAMP), tensor(np.where(RAMP > 3, np.nan, RAMP)))

    assert (finding.where, finding.expected, finding.got) == ("x[1, 1]", "4.0", "nan")
    assert (finding.diagnosis, finding.names) == (Diagnosis.NAN, ("2",))


def test_sizes_say_which_axis_it_is_even_without_numbers() -> None:
    got = TensorSeen(dtype="float32", shape=(2, 3, 9))

    (finding,) = compare(X, tensor(RAMP), got)

    assert (finding.diagnosis, finding.names) == (Diagnosis.AXIS_EXTRA, ("2",))
