"""What the other observations of a run say about a finding: from what a value was reduced, what else is off alike."""

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from typing import TypeAlias

import numpy as np
from msgspec.structs import replace

from quizapp.judging.numbers import WITHOUT_WARNINGS, Array, are_close, array_of, default_tolerance
from quizapp.judging.patterns.pair import Pair
from quizapp.judging.printing import beginning_text
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect, Tolerance
from quizapp.sandbox.observation import Observation, TensorSeen

Observations: TypeAlias = Mapping[str, Observation]

VAGUE = (None, Diagnosis.AXIS_LENGTH)
"""Diagnoses that do not say why, so that a reduction along the wrong axis may."""

MOST_REDUCED = 1 << 20
"""Elements of the largest value that is reduced anew to see whether another one came of it."""

REDUCTIONS: tuple[Callable[..., Array], ...] = (np.sum, np.mean, np.max, np.min, np.argmax)

LEAST_INDICES = 4
"""Fewer indices than that may be those of the largest numbers by chance."""


def with_evidence(finding: Finding, observe: str, expected: Observations, got: Observations) -> Finding:
    """Return a finding with a diagnosis that the run's other observations prove, or as it is.

    Args:
        finding: of a check's own value.
        observe: the expression that the check looks at.
        expected: every observation of the solution's run, by expression.
        got: every observation of the learner's run.
    """
    if finding.diagnosis is Diagnosis.GRADIENT_MULTIPLE and _is_loss_off(finding, expected, got):
        return replace(finding, diagnosis=Diagnosis.GRADIENT_NOT_DIVIDED)
    if finding.aspect not in (Aspect.SHAPE, Aspect.VALUE) or finding.diagnosis not in VAGUE:
        return finding
    pair = _pair_of(expected.get(observe), got.get(observe))
    axes = None if pair is None else _reduced_axes(pair, _right_sources(observe, expected, got))
    return finding if pair is None or axes is None else _reduced(finding, observe, pair, axes)


def _reduced(finding: Finding, observe: str, pair: Pair, axes: tuple[int, int]) -> Finding:
    """Return the finding as one of the whole value, not of its worst element."""
    diagnosis, names = Diagnosis.REDUCED_WRONG_AXIS, tuple(map(str, axes))
    if finding.aspect is Aspect.SHAPE:
        return replace(finding, diagnosis=diagnosis, names=names)
    one, other = beginning_text(pair.expected), beginning_text(pair.got)
    return replace(finding, where=observe, expected=one, got=other, diagnosis=diagnosis, names=names)


def _is_loss_off(finding: Finding, expected: Observations, got: Observations) -> bool:
    """Tell whether the loss, a single number that hangs on the graph, is as many times too large as the gradient."""
    multiple = float(finding.names[0])
    near = Tolerance(relative=1e-5, absolute=0.0)
    for name, seen in expected.items():
        one, other = _loss(seen), _loss(got.get(name))
        if one and other and are_close(np.array([multiple * one]), np.array([other]), near):
            return True
    return False


def _loss(seen: Observation | None) -> float | None:
    if not isinstance(seen, TensorSeen) or seen.shape != () or seen.grad_fn is None:
        return None
    numbers = array_of(seen)
    return None if numbers is None or numbers.dtype.kind != "f" else float(numbers)


def _pair_of(expected: Observation | None, got: Observation | None) -> Pair | None:
    """Return the numbers of two tensors, if each has at least two that are clearly different."""
    if not isinstance(expected, TensorSeen) or not isinstance(got, TensorSeen):
        return None
    one, other = array_of(expected), array_of(got)
    if one is None or other is None or one.size < 2 or other.size < 2:
        return None
    tolerance = default_tolerance(expected.dtype, got.dtype)
    varied = all(Pair(side, side, tolerance).distinct > 1 for side in (one, other))
    return Pair(one, other, tolerance) if varied else None


@WITHOUT_WARNINGS
def _reduced_axes(pair: Pair, sources: Iterator[Array]) -> tuple[int, int] | None:
    """Return the wrong and the right axis, if both values came of one source, and there is no doubt."""
    found = {axes for source in sources for axes in _axes_of(source, pair)}
    return found.pop() if len(found) == 1 else None


def _right_sources(observe: str, expected: Observations, got: Observations) -> Iterator[Array]:
    """Go through the other tensors of the run that are as they should be."""
    for name, seen in expected.items():
        same = got.get(name)
        if name == observe or not isinstance(seen, TensorSeen) or not isinstance(same, TensorSeen):
            continue
        one, other = array_of(seen), array_of(same)
        if one is None or other is None or one.shape != other.shape or not 1 < one.size <= MOST_REDUCED:
            continue
        if one.ndim > 1 and are_close(one, other, default_tolerance(seen.dtype)):
            yield one


def _axes_of(source: Array, pair: Pair) -> Iterator[tuple[int, int]]:
    """Go through the axes, wrong and right, over which this source was reduced, in one way, to both values."""
    wide = source.astype(np.float64) if source.dtype.kind == "f" else source
    for reduce in REDUCTIONS:
        if reduce is np.argmax and min(pair.expected.size, pair.got.size) < LEAST_INDICES:
            continue
        for wrong, right in permutations(range(source.ndim), 2):
            if _is_reduced(wide, reduce, right, pair.expected, pair.tolerance) and _is_reduced(
                wide, reduce, wrong, pair.got, pair.tolerance
            ):
                yield wrong, right


def _is_reduced(source: Array, reduce: Callable[..., Array], axis: int, result: Array, tolerance: Tolerance) -> bool:
    keeps = result.ndim == source.ndim
    shape = list(source.shape)
    shape[axis : axis + 1] = [1] if keeps else []
    if tuple(shape) != result.shape:
        return False
    return are_close(reduce(source, axis=axis, keepdims=keeps), result, tolerance)
