import numpy as np
import pytest

from quizapp.judging.expectations import Expectations
from quizapp.judging.judge import judge
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import Observation, TensorSeen
from tests.judging.sample import exercise, finished, parameter, tensor

X = np.array([[1.0, 2.5, 4.0], [0.5, 3.0, 8.0], [7.0, 6.5, 2.0]])
RAMP = np.arange(1.0, 7.0)


def first_finding(expected: dict[str, Observation], got: dict[str, Observation], *checks: Check) -> Finding:
    asked = exercise(*checks, *(Check(observe=name, aspects=(Aspect.DTYPE,)) for name in expected))
    return judge(asked, Expectations("2.13.0", {"default": expected}), {"default": finished(**got)}, "").findings[0]


def finding_of_y(x: TensorSeen, y: TensorSeen, got_x: TensorSeen, got_y: TensorSeen) -> Finding:
    return first_finding({"x": x, "y": y}, {"x": got_x, "y": got_y}, Check(observe="y"))


def test_a_value_that_was_reduced_over_another_axis_of_what_is_right_is_told_so() -> None:
    x = tensor(X)

    finding = finding_of_y(x, tensor(X.mean(0)), x, tensor(X.mean(1)))

    assert (finding.diagnosis, finding.names, finding.where) == (Diagnosis.REDUCED_WRONG_AXIS, ("1", "0"), "y")


def test_another_length_may_come_of_it_too() -> None:
    x = tensor(X[:2])

    finding = finding_of_y(x, tensor(X[:2].sum(1)), x, tensor(X[:2].sum(0)))

    assert (finding.aspect, finding.diagnosis, finding.names) == (
        Aspect.SHAPE,
        Diagnosis.REDUCED_WRONG_AXIS,
        ("0", "1"),
    )


def test_axes_that_are_kept_count_as_well() -> None:
    x = tensor(X)

    finding = finding_of_y(x, tensor(X.max(0, keepdims=True)), x, tensor(X.max(1, keepdims=True)))

    assert finding.diagnosis is Diagnosis.REDUCED_WRONG_AXIS


def test_indices_of_the_largest_say_so_only_where_there_are_enough() -> None:
    numbers = np.random.default_rng(0).standard_normal((5, 6))
    x, few = tensor(numbers), tensor(numbers[:3, :3])

    finding = finding_of_y(x, tensor(numbers.argmax(1), "int64"), x, tensor(numbers.argmax(0), "int64"))
    silent = finding_of_y(
        few, tensor(numbers[:3, :3].argmax(1), "int64"), few, tensor(numbers[:3, :3].argmax(0), "int64")
    )

    assert (finding.diagnosis, finding.names) == (Diagnosis.REDUCED_WRONG_AXIS, ("0", "1"))
    assert silent.diagnosis is not Diagnosis.REDUCED_WRONG_AXIS


@pytest.mark.parametrize(
    ("got_x", "got_y"),
    [
        (X + 1, (X + 1).mean(1)),
        (X, X.sum(1)),
        (X, X.mean(1) + 0.01),
        (X, np.array([1.0, 1.0, 1.0])),
    ],
)
def test_without_evidence_it_is_not_told(got_x: np.ndarray, got_y: np.ndarray) -> None:
    finding = finding_of_y(tensor(X), tensor(X.mean(0)), tensor(got_x), tensor(got_y))

    assert finding.diagnosis is not Diagnosis.REDUCED_WRONG_AXIS


def gradients(factor: float, loss: float, grad_fn: str | None = "MeanBackward0") -> dict[str, Observation]:
    return {
        "w": parameter(RAMP, gradient=tensor(RAMP * factor)),
        "loss": tensor(loss, requires_grad=grad_fn is not None, grad_fn=grad_fn),
    }


GRADIENT = Check(observe="w", aspects=(Aspect.GRADIENT,))


def test_a_gradient_as_many_times_too_large_as_the_loss_was_not_divided() -> None:
    finding = first_finding(gradients(1, 0.25), gradients(8, 2.0), GRADIENT)

    assert (finding.diagnosis, finding.names) == (Diagnosis.GRADIENT_NOT_DIVIDED, ("8",))


@pytest.mark.parametrize(("loss", "grad_fn"), [(0.25, "MeanBackward0"), (1.0, "MeanBackward0"), (2.0, None)])
def test_a_gradient_beside_another_loss_is_just_a_multiple(loss: float, grad_fn: str | None) -> None:
    finding = first_finding(gradients(1, 0.25, grad_fn), gradients(8, loss, grad_fn), GRADIENT)

    assert finding.diagnosis is Diagnosis.GRADIENT_MULTIPLE
