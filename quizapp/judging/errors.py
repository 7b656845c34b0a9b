"""What a run's own shortcomings become: a missing name, a value that is still None, an exception."""

from quizapp.judging.gradients import presence_diagnosis
from quizapp.judging.place import Place
from quizapp.judging.printing import shown, shown_error, type_name
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ErrorSeen, Nothing, Observation, TensorSeen


def compare_errors(place: Place, expected: ErrorSeen, got: Observation) -> Finding | None:
    """Compare where the solution raises: the exception's class counts (or a subclass), never its message."""
    if not isinstance(got, ErrorSeen):
        return place.finding(Aspect.ERROR, expected.type_name, shown(got), Diagnosis.SHOULD_HAVE_RAISED)
    if got.missing != expected.missing:
        return unexpected_error(place, expected, got)
    if expected.type_name in (got.type_name, *got.bases):
        return None
    return place.finding(Aspect.ERROR, expected.type_name, shown_error(got.type_name, got.message), Diagnosis.RAISED)


def unexpected_error(place: Place, expected: Observation, got: ErrorSeen) -> Finding:
    """Return the finding for an observation that raised where the solution gave a value."""
    if got.missing is not None:
        return Finding(
            where=got.missing,
            aspect=Aspect.NAME,
            expected=shown(expected),
            got=got.type_name,
            diagnosis=Diagnosis.MISSING_NAME,
            names=(got.missing,),
        )
    return Finding(
        where=place.where,
        aspect=Aspect.ERROR,
        expected=shown(expected),
        got=shown_error(got.type_name, got.message),
        diagnosis=Diagnosis.RAISED,
        line=got.line,
    )


def other_kind(place: Place, expected: Observation, got: Observation) -> Finding:
    """Return the finding for a value of another kind than the solution's: a list where a tensor should be."""
    if place.where.endswith(".grad") and isinstance(got, Nothing):
        return place.finding(Aspect.GRADIENT, shown(expected), "None", Diagnosis.GRADIENT_MISSING)
    if place.where.endswith(".grad") and isinstance(expected, Nothing) and isinstance(got, TensorSeen):
        return place.finding(Aspect.GRADIENT, "None", shown(got), presence_diagnosis(None, got))
    if isinstance(got, Nothing):
        return place.finding(Aspect.TYPE, shown(expected), "None", Diagnosis.NOT_DEFINED_YET)
    return place.finding(Aspect.TYPE, type_name(expected), type_name(got), Diagnosis.WRONG_TYPE)
