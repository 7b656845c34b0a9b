"""What is known of a tensor besides its numbers, as short phrases. Knows no Qt."""

from quizapp.desktop.widgets.inspector.numeral import Numeral
from quizapp.judging.numbers import Array
from quizapp.judging.printing import shown_shape
from quizapp.sandbox.observation import ArraySeen, TensorSeen
from quizapp.wording import Wording

EDGES = (8, 10, 3, 1)
"""How much of an axis is written as text at each of its ends: of the last axis, the one before, and so on."""


def facts(seen: TensorSeen | ArraySeen, wording: Wording) -> tuple[str, ...]:
    """Return the facts of a tensor or array, the most asked first."""
    shape = wording.say("shape {shape}", shape=shown_shape(seen.shape))
    if isinstance(seen, ArraySeen):
        return (seen.dtype, shape, *(() if seen.writeable else (wording.say("read-only"),)))
    return (seen.dtype, shape, *_memory_facts(seen, wording), *_autograd_facts(seen, wording))


def facts_line(seen: TensorSeen | ArraySeen, wording: Wording) -> str:
    """Return the facts as one line."""
    return " · ".join(facts(seen, wording))


def why_no_numbers(seen: TensorSeen | ArraySeen, wording: Wording) -> str:
    """Return why a tensor's numbers are not to be seen."""
    if isinstance(seen, TensorSeen) and seen.layout != "strided":
        return wording.say("Its numbers are not shown: its layout is {layout}.", layout=seen.layout)
    if isinstance(seen, TensorSeen) and seen.device != "cpu":
        return wording.say("Its numbers are not shown: they are on the device {device}.", device=seen.device)
    return wording.say("Its numbers are not shown: they are too many, or of a kind that is not captured.")


def _memory_facts(seen: TensorSeen, wording: Wording) -> tuple[str, ...]:
    say = wording.say
    if seen.layout != "strided":
        return (say("layout {layout}", layout=seen.layout),)
    words = [say("strides {strides}", strides=shown_shape(seen.stride))] if seen.shape else []
    words.append(say("offset {offset}", offset=seen.offset))
    words.append(say("contiguous") if seen.contiguous else say("not contiguous"))
    return (*words, *(() if seen.device == "cpu" else (seen.device,)))


def _autograd_facts(seen: TensorSeen, wording: Wording) -> tuple[str, ...]:
    words = ["Parameter"] if seen.is_parameter else []
    if seen.requires_grad:
        words.append("requires_grad")
        words.append(f"grad_fn {seen.grad_fn}" if seen.grad_fn else wording.say("leaf"))
    if seen.moved is not None:
        words.append(wording.say("moved in the last step") if seen.moved else wording.say("did not move"))
    if seen.version:
        words.append(wording.say("version {version}", version=seen.version))
    return tuple(words)


def numbers_text(array: Array, numeral: Numeral) -> str:
    """Return numbers as aligned nested lists; of a long axis, the first and the last few."""
    if not array.ndim:
        return numeral.text(array[()])
    return _nested(array, numeral, 0)


def _nested(array: Array, numeral: Numeral, depth: int) -> str:
    keep = EDGES[min(array.ndim, len(EDGES)) - 1]
    size = len(array)
    places: list[int | None] = list(range(size))
    if size > 2 * keep:
        places = [*range(keep), None, *range(size - keep, size)]
    if array.ndim == 1:
        return f"[{', '.join('…' if at is None else numeral.text(array[at]).rjust(numeral.width) for at in places)}]"
    gap = ",\n" + " " * (depth + 1)
    return f"[{gap.join('…' if at is None else _nested(array[at], numeral, depth + 1) for at in places)}]"
