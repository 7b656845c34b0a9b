import pytest

from quizapp.judging.compare import compare
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from tests.judging.sample import tensor

MADE = tensor([1.0], requires_grad=True, is_leaf=False, grad_fn="MulBackward0")
LEAF = tensor([1.0], requires_grad=True)
PLAIN = tensor([1.0])
CASES = [
    (MADE, PLAIN, Aspect.REQUIRES_GRAD, Diagnosis.DETACHED),
    (MADE, LEAF, Aspect.IS_LEAF, Diagnosis.DETACHED),
    (MADE, LEAF, Aspect.GRAD_FN, Diagnosis.DETACHED),
    (PLAIN, MADE, Aspect.REQUIRES_GRAD, Diagnosis.NOT_DETACHED),
    (PLAIN, MADE, Aspect.GRAD_FN, Diagnosis.NOT_DETACHED),
    (PLAIN, MADE, Aspect.IS_LEAF, Diagnosis.NOT_DETACHED),
    (LEAF, MADE, Aspect.IS_LEAF, Diagnosis.NOT_A_LEAF),
    (LEAF, MADE, Aspect.GRAD_FN, Diagnosis.NOT_A_LEAF),
    (LEAF, PLAIN, Aspect.REQUIRES_GRAD, None),
    (PLAIN, LEAF, Aspect.REQUIRES_GRAD, None),
]


@pytest.mark.parametrize(("expected", "got", "aspect", "diagnosis"), CASES)
def test_what_made_a_tensor_says_whether_it_was_cut_off(
    expected: object, got: object, aspect: Aspect, diagnosis: Diagnosis | None
) -> None:
    (finding,) = compare(Check(observe="y", aspects=(aspect,)), expected, got)  # type: ignore[arg-type]

    assert (finding.aspect, finding.diagnosis) == (aspect, diagnosis)


def test_another_function_of_the_graph_is_no_cut() -> None:
    other = tensor([1.0], requires_grad=True, is_leaf=False, grad_fn="AddBackward0")

    (finding,) = compare(Check(observe="y", aspects=(Aspect.GRAD_FN,)), MADE, other)

    assert (finding.expected, finding.got, finding.diagnosis) == ("MulBackward", "AddBackward", None)
