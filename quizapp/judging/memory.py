"""How a tensor lies in memory, and whether it was written to in place."""

from quizapp.judging.numbers import Array, array_of, default_tolerance, find_mismatch
from quizapp.judging.place import Place
from quizapp.judging.printing import beginning_text
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import TensorSeen


def compare_version(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare how often they were written to in place; where that changed the numbers, tell these."""
    if expected.version == got.version:
        return None
    changed = _numbers_changed(place, expected, got) if (got.version or 0) > (expected.version or 0) else None
    if changed is not None:
        one, other = (beginning_text(numbers) for numbers in changed)
        return place.finding(Aspect.VERSION, one, other, Diagnosis.WRITTEN_IN_PLACE)
    return place.finding(Aspect.VERSION, str(expected.version), str(got.version))


def compare_offset(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare where in their memory they begin, in elements; an empty one begins nowhere."""
    if expected.offset == got.offset or 0 in expected.shape:
        return None
    return place.finding(Aspect.OFFSET, str(expected.offset), str(got.offset))


def compare_layout(place: Place, expected: TensorSeen, got: TensorSeen) -> Finding | None:
    """Compare their layouts: strided, sparse_coo."""
    return None if expected.layout == got.layout else place.finding(Aspect.LAYOUT, expected.layout, got.layout)


def _numbers_changed(place: Place, expected: TensorSeen, got: TensorSeen) -> tuple[Array, Array] | None:
    """Return both sides' numbers if they can be compared and differ."""
    one, other = array_of(expected), array_of(got)
    if one is None or other is None or one.shape != other.shape or expected.dtype != got.dtype:
        return None
    tolerance = place.tolerance or default_tolerance(expected.dtype, got.dtype)
    return None if find_mismatch(one, other, tolerance) is None else (one, other)
