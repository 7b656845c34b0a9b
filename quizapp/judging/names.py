"""Lists of names: which are missing, which are too many, which are in another order."""

from collections import Counter

from quizapp.judging.place import Place
from quizapp.judging.printing import shown_names
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.text import readable


def compare_names(
    place: Place, aspect: Aspect, expected: tuple[str, ...], got: tuple[str, ...], *, in_order: bool
) -> Finding | None:
    """Compare two lists of names; `names` of the finding are the missing ones, or else the extra ones."""
    missing, extra = without(expected, got), without(got, expected)
    if not missing and not extra:
        if not in_order or expected == got:
            return None
        return place.finding(aspect, shown_names(expected), shown_names(got), Diagnosis.NAMES_OTHER_ORDER)
    diagnosis = Diagnosis.NAMES_MISSING if missing else Diagnosis.NAMES_EXTRA
    names, also = map(_safe_to_show, (missing, extra) if missing else (extra, ()))
    return place.finding(aspect, shown_names(expected), shown_names(got), diagnosis, names, also)


def _safe_to_show(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(readable, names))


def without(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that are not among the others, in their order; each counts as often as it occurs."""
    left = Counter(others)
    result = []
    for name in names:
        if left[name]:
            left[name] -= 1
        else:
            result.append(name)
    return tuple(result)
