"""What is known of one part of a module, as pairs of what and how. Knows no Qt."""

from quizapp.desktop.widgets.inspector.module_parts import Part, PartKind
from quizapp.desktop.widgets.inspector.module_words import (
    differences_text,
    flow_sentence,
    kind_text,
    mode_word,
    moved_word,
    warning,
)
from quizapp.judging.printing import shown, shown_shape
from quizapp.sandbox.observation import Nothing
from quizapp.wording import Wording


def facts(part: Part, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return what is known of a part, as pairs of what and how."""
    say = wording.say
    own = _module_facts(part, wording) if part.kind is PartKind.MODULE else _tensor_facts(part, wording)
    rows = [
        *own,
        (say("Problem"), warning(part, wording)),
        (say("Expected"), differences_text(part, wording)),
    ]
    return tuple((what, how) for what, how in rows if how)


def _module_facts(part: Part, wording: Wording) -> list[tuple[str, str]]:
    say = wording.say
    settings = ", ".join(f"{name}={shown(value)}" for name, value in part.settings if not isinstance(value, Nothing))
    return [
        (say("Class"), part.type_name),
        (say("Made with"), settings),
        (say("Mode"), "" if part.training is None else mode_word(part.training, wording)),
        (say("Parameters"), _counts(part, wording)),
        (say("Same module as"), part.same_as),
    ]


def _counts(part: Part, wording: Wording) -> str:
    if not part.tensors:
        return ""
    return wording.say("{trainable} of {total} numbers train", trainable=f"{part.trainable:,}", total=f"{part.total:,}")


def _tensor_facts(part: Part, wording: Wording) -> list[tuple[str, str]]:
    say = wording.say
    tensor = part.tensor
    if tensor is None:
        return [(say("Kind"), say("Python list"))]
    return [
        (say("Kind"), kind_text(part, wording)),
        (say("Shape"), f"{shown_shape(tensor.shape)} {tensor.dtype}"),
        (say("Gradient"), _gradient(part, wording)),
        (say("Last step"), moved_word(tensor.moved, wording)),
        (say("Same tensor"), ", ".join(part.tie.names) if part.tie else ""),
    ]


def _gradient(part: Part, wording: Wording) -> str:
    if part.flow is None or part.is_missing:
        return ""
    return flow_sentence(part.flow, wording)
