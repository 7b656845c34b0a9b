"""What a line made, as the short note beside it: `x (3, 4) f32`, `loss () f32 grad`, `n = 3  ×5`.

The marks are what PyTorch calls these things; all but how names relate stay as they are in every language:

| mark | means |
|---|---|
| `strided` | its elements don't lie in a row: not contiguous |
| `param`, `frozen` | a Parameter; one that doesn't require a gradient |
| `grad` | no Parameter, and requires a gradient |
| `view of x`, `is x` | shares its memory with an earlier name; is the same object |
| `eval` | a module that is not in training mode |
| `×5` | the line ran five times; what it made is of the last |
"""

from collections.abc import Iterator
from typing import Final

from quizapp.judging.printing import cut, shown, shown_shape, type_name
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    Mapping,
    ModuleSeen,
    Named,
    Nothing,
    Observation,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Whole,
    Words,
)
from quizapp.sandbox.trace import RETURNED, LineSeen, MadeSeen, TraceSeen
from quizapp.wording.speech import Wording

WIDEST: Final = 100
"""Characters of the longest note, without how often the line ran."""

_BETWEEN: Final = "  "
_WIDEST_VALUE: Final = 30
_SHORT_DTYPES: Final = {
    "float64": "f64",
    "float32": "f32",
    "float16": "f16",
    "bfloat16": "bf16",
    "int64": "i64",
    "int32": "i32",
    "int16": "i16",
    "int8": "i8",
    "uint64": "u64",
    "uint32": "u32",
    "uint16": "u16",
    "uint8": "u8",
    "complex64": "c64",
    "complex128": "c128",
}


def line_note(line: LineSeen, wording: Wording, trace: TraceSeen | None = None) -> str:
    """Return the note of a line, "" if it made nothing.

    Args:
        line: what was seen of it.
        wording: the reader's language.
        trace: in which names of earlier lines of its scope are looked up that share memory with this one's.
    """
    earlier = () if trace is None else tuple(_made_before(line, trace))
    note = cut(_BETWEEN.join(made_note(made, wording, earlier) for made in line.made), WIDEST)
    if not note or line.times == 1:
        return note
    return f"{note}{_BETWEEN}×{line.times}"


def made_note(made: MadeSeen, wording: Wording, earlier: tuple[MadeSeen, ...] = ()) -> str:
    """Return one name and its value; `earlier` are the names that it may share its memory with."""
    value = made.value
    if isinstance(value, Truth | Whole | Real | Words | Nothing | Named) or _is_short(value):
        text = cut(shown(value), _WIDEST_VALUE)
        return f"{RETURNED} {text}" if made.name == RETURNED else f"{made.name} = {text}"
    return " ".join((made.name, *_marks(value), *_relation(made, wording, earlier)))


def trace_note(trace: TraceSeen, wording: Wording) -> str | None:
    """Return the sentence about a trace that was cut off; None for one that is whole."""
    if not trace.cut:
        return None
    count = sum(line.times for line in trace.lines)
    return wording.say(
        "This ran too long to be followed to its end: the notes are of the first {count} lines.", count=count
    )


def _marks(value: Observation) -> Iterator[str]:
    match value:
        case TensorSeen():
            yield from _tensor_marks(value)
        case ArraySeen():
            yield from (shown_shape(value.shape), _SHORT_DTYPES.get(value.dtype, value.dtype), "array")
        case Sequence() | Mapping():
            yield f"{'' if value.type_name == 'list' else value.type_name}[{value.length}]"
        case ModuleSeen():
            yield value.type_name
            if not value.training:
                yield "eval"
        case OptimizerSeen() | OtherSeen() | ErrorSeen() | CallableSeen():
            yield type_name(value)


def _tensor_marks(value: TensorSeen) -> Iterator[str]:
    yield shown_shape(value.shape)
    yield _SHORT_DTYPES.get(value.dtype, value.dtype)
    if value.layout != "strided":
        yield value.layout
    elif not value.contiguous:
        yield "strided"
    if value.device != "cpu":
        yield value.device
    if value.is_parameter:
        yield "param" if value.requires_grad else "frozen"
    elif value.requires_grad or value.grad_fn is not None:
        yield "grad"


def _made_before(line: LineSeen, trace: TraceSeen) -> Iterator[MadeSeen]:
    for other in trace.lines:
        if other.line < line.line and other.scope == line.scope:
            yield from other.made


def _relation(made: MadeSeen, wording: Wording, earlier: tuple[MadeSeen, ...]) -> Iterator[str]:
    """Yield how a tensor relates to the first of the earlier names that is in the same memory."""
    value = made.value
    if not isinstance(value, TensorSeen) or value.storage is None:
        return
    for other in earlier:
        seen = other.value
        if isinstance(seen, TensorSeen) and seen.storage == value.storage:
            is_same = seen.identity == value.identity
            if not is_same and other.name != made.name:
                yield wording.say("view of {name}", name=other.name)
            elif is_same and made.name not in (other.name, RETURNED):
                yield wording.say("is {name}", name=other.name)
            return


def _is_short(value: Observation) -> bool:
    """Whether it is a list or tuple whose items are all there, and are plain: `(3, 4)`."""
    if not isinstance(value, Sequence) or not value.items or len(value.items) != value.length:
        return False
    are_plain = all(isinstance(item, Truth | Whole | Real | Words | Nothing | Named) for item in value.items)
    return are_plain and len(shown(value)) <= _WIDEST_VALUE
