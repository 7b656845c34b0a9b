"""What a run says about what was asked before it, and whether the learner said so too."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from quizapp.judging.questions import read_shape
from quizapp.packs.model import Asked, Exercise, Prediction
from quizapp.sandbox.observation import ArraySeen, Observation, Sequence, TensorSeen, Whole


class NoGradient(StrEnum):
    """Why a tensor's `.grad` is None."""

    NOT_REQUIRED = "not_required"  # requires_grad is False
    NOT_KEPT = "not_kept"  # a result: autograd keeps the gradients of leaves only
    NOT_REACHED = "not_reached"  # no backward() has got there


class Reality(Struct, frozen=True):
    """What a prediction's value really is.

    Attributes:
        answer: a shape as `(4, 2)`, or one of `packs.model.CHOICES`.
        no_gradient: why there is no gradient, where there is none.
    """

    answer: str
    no_gradient: NoGradient | None = None


def reality_of(prediction: Prediction, observations: Mapping[str, Observation]) -> Reality | None:
    """Return what a run's observations say, by expression; None if they don't tell: no such name, no tensor."""
    seen = observations.get(prediction.observe)
    if prediction.asks is Asked.SHAPE:
        shape = _shape_of(seen)
        return None if shape is None else Reality(str(shape))
    if prediction.asks is Asked.GRADIENT:
        return _gradient_of(seen) if isinstance(seen, TensorSeen) else None
    return _sharing_of(seen, observations.get(prediction.shares_with or ""))


def predicted_expressions(exercise: Exercise) -> tuple[str, ...]:
    """Return every expression that an exercise's predictions are about, in their order, each once."""
    return tuple(dict.fromkeys(each for prediction in exercise.predictions for each in prediction.observed))


def is_right(prediction: Prediction, said: str, reality: Reality) -> bool:
    """Tell whether the learner said what is; a shape counts however it is written."""
    if prediction.asks is Asked.SHAPE:
        return read_shape(said) == read_shape(reality.answer)
    return said == reality.answer


def can_be_meant(prediction: Prediction, said: str) -> bool:
    """Tell whether something was said that can be compared at all: a shape that can be read, or any choice."""
    return bool(said) and (prediction.asks is not Asked.SHAPE or read_shape(said) is not None)


def _shape_of(seen: Observation | None) -> tuple[int, ...] | None:
    if isinstance(seen, TensorSeen | ArraySeen):
        return seen.shape
    if isinstance(seen, Sequence) and seen.type_name.endswith("Size"):
        return tuple(int(entry.value) for entry in seen.items if isinstance(entry, Whole))
    return None


# The comparisons bring NumPy along, which a page that only asks must not wait for; whoever has an outcome has it.
def _gradient_of(seen: TensorSeen) -> Reality:
    from quizapp.judging.gradients import gradient_state

    state = gradient_state(seen)
    return Reality(state, _why_absent(seen) if state == "absent" else None)


def _why_absent(seen: TensorSeen) -> NoGradient:
    if not seen.requires_grad:
        return NoGradient.NOT_REQUIRED
    return NoGradient.NOT_REACHED if seen.is_leaf or seen.retains_grad else NoGradient.NOT_KEPT


def _sharing_of(seen: Observation | None, other: Observation | None) -> Reality | None:
    from quizapp.judging.relations import share_memory

    if seen is None or other is None:
        return None
    shared = share_memory(seen, other)
    return None if shared is None else Reality("yes" if shared else "no")
