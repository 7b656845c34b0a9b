"""What a run says about what was predicted: real runs, and what a learner may have typed."""

import pytest
from msgspec.structs import replace

from quizapp.judging.predictions import (
    NoGradient,
    Reality,
    can_be_meant,
    is_right,
    predicted_expressions,
    reality_of,
)
from quizapp.packs.model import Asked, Prediction
from quizapp.sandbox.messages import Ending, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox
from tests.judging.sample import exercise

SHAPE = Prediction(observe="y", asks=Asked.SHAPE)

CODE = """\
import torch

x = torch.zeros(2, 3)
y = x.t()
copied = y.contiguous()
array = x.numpy()
scalar = x.sum()
size = y.shape
numbers = [3, 2]
nothing = None
frozen, untouched, zero, filled = (torch.ones(3, requires_grad=True) for _ in range(4))
frozen.requires_grad_(False)
result = (zero * 0 + filled * 2).relu()
result.sum().backward()
"""


def shape_of(expression: str) -> Prediction:
    return Prediction(observe=expression, asks=Asked.SHAPE)


def gradient_of(expression: str) -> Prediction:
    return Prediction(observe=expression, asks=Asked.GRADIENT)


def sharing_of(one: str, other: str) -> Prediction:
    return Prediction(observe=one, asks=Asked.SHARING, shares_with=other)


REALITIES = {
    shape_of("y"): Reality("(3, 2)"),
    shape_of("array"): Reality("(2, 3)"),
    shape_of("scalar"): Reality("()"),
    shape_of("size"): Reality("(3, 2)"),
    shape_of("numbers"): None,
    shape_of("nothing"): None,
    shape_of("missing"): None,
    gradient_of("filled"): Reality("nonzero"),
    gradient_of("zero"): Reality("zero"),
    gradient_of("untouched"): Reality("absent", NoGradient.NOT_REACHED),
    gradient_of("frozen"): Reality("absent", NoGradient.NOT_REQUIRED),
    gradient_of("result"): Reality("absent", NoGradient.NOT_KEPT),
    gradient_of("numbers"): None,
    sharing_of("y", "x"): Reality("yes"),
    sharing_of("array", "x"): Reality("yes"),
    sharing_of("copied", "x"): Reality("no"),
    sharing_of("copied", "nothing"): None,
    sharing_of("missing", "x"): None,
}


def test_a_run_tells_shapes_gradients_and_sharing(sandbox: Sandbox) -> None:
    observe = tuple(dict.fromkeys(each for prediction in REALITIES for each in prediction.observed))

    outcome = sandbox.run(Program(code=CODE, observe=observe), RunLimits())

    assert outcome.ending is Ending.FINISHED
    assert {prediction: reality_of(prediction, outcome.observations) for prediction in REALITIES} == REALITIES


@pytest.mark.parametrize("prediction", REALITIES)
def test_a_run_that_observed_nothing_tells_nothing(prediction: Prediction) -> None:
    assert reality_of(prediction, {}) is None


@pytest.mark.parametrize(
    "said", ["3,4", "3, 4", "(3, 4)", "[3,4]", "3 4", "3x4", "torch.Size([3, 4])", "（3，4）", "【3、4】"]
)
def test_a_shape_is_right_however_it_is_written(said: str) -> None:
    assert is_right(SHAPE, said, Reality("(3, 4)"))


@pytest.mark.parametrize("said", ["4, 3", "3", "3, 4, 1", "12", "()", "three, four"])
def test_another_shape_is_not_right(said: str) -> None:
    assert not is_right(SHAPE, said, Reality("(3, 4)"))


@pytest.mark.parametrize(("said", "reality"), [("()", "()"), ("3", "(3,)")])
def test_a_scalar_and_a_vector_have_shapes_too(said: str, reality: str) -> None:
    assert is_right(SHAPE, said, Reality(reality))


def test_a_choice_is_right_if_it_is_what_is() -> None:
    gradient = gradient_of("w")

    assert [is_right(gradient, said, Reality("absent")) for said in ("absent", "zero")] == [True, False]


@pytest.mark.parametrize(
    ("prediction", "said", "expected"),
    [(SHAPE, "3, 4", True), (SHAPE, "dunno", False), (SHAPE, "", False), (gradient_of("w"), "zero", True)],
)
def test_only_what_can_be_compared_is_a_prediction(prediction: Prediction, said: str, expected: bool) -> None:
    assert can_be_meant(prediction, said) is expected


def test_an_expression_of_two_predictions_is_observed_once() -> None:
    asking = replace(exercise(), predictions=(shape_of("y"), sharing_of("y", "x")))

    assert predicted_expressions(asking) == ("y", "x")
