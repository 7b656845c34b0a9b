"""A tensor's place in autograd: whether it needs a gradient, is a leaf, and what made it."""

from quizapp.judging.place import Place
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import TensorSeen


def compare_requires_grad(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare requires_grad; of a parameter this is whether it is frozen."""
    frozen = Diagnosis.FROZEN_TOO_LITTLE if got.requires_grad else Diagnosis.FROZEN_TOO_MUCH
    diagnosis = frozen if got.is_parameter else _cut_or_joined(expected, got)
    return _compare(place, Aspect.REQUIRES_GRAD, str(expected.requires_grad), str(got.requires_grad), diagnosis)


def compare_is_leaf(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare whether autograd sees a leaf."""
    return _compare(place, Aspect.IS_LEAF, str(expected.is_leaf), str(got.is_leaf), _cut_or_joined(expected, got))


def compare_grad_fn(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare the names of the functions that made them, without the trailing number."""
    one, other = (str(seen.grad_fn).rstrip("0123456789") for seen in (expected, got))
    return _compare(place, Aspect.GRAD_FN, one, other, _cut_or_joined(expected, got))


def _cut_or_joined(expected: TensorSeen, got: TensorSeen) -> Diagnosis | None:
    """Return what is true if one of the two was made by a function of the graph and the other was not."""
    if (expected.grad_fn is None) == (got.grad_fn is None):
        return None
    if got.grad_fn is None:
        return Diagnosis.DETACHED
    return Diagnosis.NOT_A_LEAF if expected.requires_grad else Diagnosis.NOT_DETACHED


def _compare(place: Place, aspect: Aspect, expected: str, got: str, diagnosis: Diagnosis | None) -> Finding | None:
    return None if expected == got else place.finding(aspect, expected, got, diagnosis)
