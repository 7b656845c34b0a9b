import numpy as np
import pytest

from quizapp.judging.compare import compare
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import Nothing, TensorSeen, Values
from tests.judging.sample import module, parameter, tensor

RAMP = np.arange(6.0).reshape(2, 3)
W = Check(observe="w", aspects=(Aspect.GRADIENT,))


def test_a_missing_gradient_is_told() -> None:
    check = Check(observe="w", aspects=(Aspect.GRADIENT,))

    (finding,) = compare(check, parameter(gradient=tensor([2.0])), parameter())

    assert (finding.where, finding.got, finding.diagnosis) == ("w.grad", "None", Diagnosis.GRADIENT_MISSING)


def test_an_unexpected_gradient_is_told() -> None:
    check = Check(observe="w", aspects=(Aspect.GRADIENT_STATE,))

    (finding,) = compare(check, parameter(), parameter(gradient=tensor([2.0])))

    assert (finding.expected, finding.got, finding.diagnosis) == ("absent", "nonzero", Diagnosis.GRADIENT_UNEXPECTED)


def test_a_wrong_gradient_is_told_with_its_index() -> None:
    check = Check(observe="net[0].weight", aspects=(Aspect.GRADIENT,))
    wanted = parameter(RAMP, gradient=tensor(RAMP))
    wrong = RAMP.copy()
    wrong[1, 2] = 9.0

    (finding,) = compare(check, wanted, parameter(RAMP, gradient=tensor(wrong)))

    assert (finding.where, finding.aspect) == ("net[0].weight.grad[1, 2]", Aspect.GRADIENT)


def test_none_where_a_gradient_was_observed_is_a_missing_gradient() -> None:
    (finding,) = compare(Check(observe="w.grad"), tensor([1.0]), Nothing())

    assert (finding.aspect, finding.diagnosis) == (Aspect.GRADIENT, Diagnosis.GRADIENT_MISSING)


def test_zero_where_none_was_due_is_told_as_such() -> None:
    check = Check(observe="w", aspects=(Aspect.GRADIENT_STATE,))

    (finding,) = compare(check, parameter(), parameter(gradient=tensor([0.0])))

    assert (finding.expected, finding.got, finding.diagnosis) == ("absent", "zero", Diagnosis.GRADIENT_ZERO)
    assert [each.diagnosis for each in compare(Check(observe="w.grad"), Nothing(), tensor([0.0]))] == [
        Diagnosis.GRADIENT_ZERO
    ]


def test_zero_where_a_value_was_due_is_there() -> None:
    (finding,) = compare(W, parameter(gradient=tensor([1.5])), parameter(gradient=tensor([0.0])))

    assert finding.diagnosis is None


@pytest.mark.parametrize(
    ("expected", "got", "diagnosis"),
    [
        (0, 2, Diagnosis.GRADIENT_ACCUMULATED),
        (1, 3, Diagnosis.GRADIENT_ACCUMULATED),
        (2, 2, Diagnosis.GRADIENT_NOT_DIVIDED),
        (3, 2, Diagnosis.GRADIENT_NOT_DIVIDED),
        (0, 0, Diagnosis.GRADIENT_MULTIPLE),
        (0, 1, Diagnosis.GRADIENT_MULTIPLE),
        (None, 2, Diagnosis.GRADIENT_MULTIPLE),
    ],
)
def test_the_writes_to_a_gradient_say_why_it_is_three_times_too_large(
    expected: int | None, got: int | None, diagnosis: Diagnosis
) -> None:
    one, other = tensor(RAMP, version=expected), tensor(RAMP * 3, version=got)

    (finding,) = compare(W, parameter(RAMP, gradient=one), parameter(RAMP, gradient=other))

    assert (finding.where, finding.diagnosis, finding.names) == ("w.grad", diagnosis, ("3",))
    assert [each.diagnosis for each in compare(Check(observe="w.grad"), one, other)] == [diagnosis]


def test_a_gradient_that_is_no_whole_multiple_is_scaled() -> None:
    (finding,) = compare(W, parameter(RAMP, gradient=tensor(RAMP)), parameter(RAMP, gradient=tensor(RAMP * 2.5)))

    assert (finding.diagnosis, finding.names) == (Diagnosis.SCALED, ("2.5",))


def test_a_value_that_is_a_whole_multiple_is_no_gradient() -> None:
    (finding,) = compare(Check(observe="w"), tensor(RAMP), tensor(RAMP * 3, version=2))

    assert finding.diagnosis is Diagnosis.SCALED


def test_a_modules_gradients_are_told_by_the_first_and_all_their_names() -> None:
    right = {name: parameter(RAMP, gradient=tensor(RAMP)) for name in ("0.weight", "1.weight")}
    doubled = {name: parameter(RAMP, gradient=tensor(RAMP * 2, version=1)) for name in right}

    (finding,) = compare(Check(observe="net", aspects=(Aspect.GRADIENT,)), module(right), module(doubled))

    assert (finding.where, finding.diagnosis) == ("net.0.weight.grad", Diagnosis.GRADIENT_ACCUMULATED)
    assert (finding.names, finding.also) == (("2",), ("0.weight", "1.weight"))


@pytest.mark.parametrize(("dtype", "signalling"), [("float32", b"\1\0\x80\x7f"), ("float64", b"\1\0\0\0\0\0\xf0\x7f")])
def test_a_gradient_of_signalling_nans_is_nonzero_and_no_warning(dtype: str, signalling: bytes) -> None:
    odd = TensorSeen(dtype=dtype, shape=(1,), values=Values(signalling))
    check = Check(observe="w", aspects=(Aspect.GRADIENT_STATE,))

    assert compare(check, parameter(gradient=tensor([1.0])), parameter(gradient=odd)) == ()
