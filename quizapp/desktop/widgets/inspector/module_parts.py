"""What a module is made of, as a tree of values: what the view draws and the words say. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from quizapp.sandbox.observation import ModuleSeen, Observation, TensorSeen

DEEPEST = 64
"""Levels of the tree; what lies deeper hangs on the last one."""


class PartKind(StrEnum):
    """What hangs on a module under a name."""

    MODULE = "module"
    PARAMETER = "parameter"
    BUFFER = "buffer"
    LOOSE = "loose"
    HIDDEN = "hidden"


class Difference(StrEnum):
    """In what a part differs from the expected module's."""

    MISSING = "missing"
    EXTRA = "extra"
    SHOULD_TRAIN = "should_train"
    SHOULD_BE_FROZEN = "should_be_frozen"
    SHOULD_BE_IN_TRAIN_MODE = "should_be_in_train_mode"
    SHOULD_BE_IN_EVAL_MODE = "should_be_in_eval_mode"
    SHOULD_BE_PARAMETER = "should_be_parameter"
    SHOULD_BE_BUFFER = "should_be_buffer"
    SHOULD_BE_SAVED = "should_be_saved"
    SHOULD_NOT_BE_SAVED = "should_not_be_saved"
    SHOULD_BE_TIED = "should_be_tied"
    SHOULD_NOT_BE_TIED = "should_not_be_tied"
    OTHER_SHAPE = "other_shape"


class FlowState(StrEnum):
    """What is known of a gradient."""

    ABSENT = "absent"
    ZERO = "zero"
    NUMBER = "number"
    NOT_FINITE = "not_finite"
    UNKNOWN = "unknown"  # there is one, but it was too large to be carried


@dataclass(frozen=True)
class Flow:
    """The gradient of one tensor: its state and, for a number, its norm."""

    state: FlowState
    norm: float = 0.0


@dataclass(frozen=True)
class Tie:
    """One parameter under several names.

    Attributes:
        number: which of the module's ties this is, from 0: its colour.
        names: the others, in the module's order.
    """

    number: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A module, a tensor on one, or a list that hides some.

    Attributes:
        path: dotted, "" for the root. label: its last piece.
        training: of a module; `changes_mode` tells that its parent is in the other mode.
        tensor: what is there; of a missing one, what was expected. wanted: what was expected of a tensor that is there.
        saved: of a buffer, whether it is in the state_dict.
        same_as: the path under which the same module was met first, "" for all but its second places.
        total, trainable: elements of the parameters in it, each counted once.
        tensors, training_tensors: of a module, how many parameters are in it and how many of them train.
    """

    path: str
    kind: PartKind
    label: str = ""
    type_name: str = ""
    settings: tuple[tuple[str, Observation], ...] = ()
    training: bool | None = None
    changes_mode: bool = False
    tensor: TensorSeen | None = None
    wanted: TensorSeen | None = None
    flow: Flow | None = None
    saved: bool | None = None
    tie: Tie | None = None
    same_as: str = ""
    differences: tuple[Difference, ...] = ()
    total: int = 0
    trainable: int = 0
    tensors: int = 0
    training_tensors: int = 0
    parts: tuple["Part", ...] = ()

    @property
    def is_frozen(self) -> bool:
        """Whether it has parameters and none of them trains."""
        return self.total > 0 and self.trainable == 0

    @property
    def is_missing(self) -> bool:
        """Whether it was expected and is not there."""
        return Difference.MISSING in self.differences

    @property
    def is_flagged(self) -> bool:
        """Whether it is something that no optimizer finds."""
        return self.kind in (PartKind.LOOSE, PartKind.HIDDEN)


@dataclass(frozen=True)
class ModuleTree:
    """A whole module.

    Attributes:
        largest: the largest gradient norm: the scale of all bars. 0.0 where there is none.
        has_gradients, has_moves: whether any tensor has a gradient; whether an optimizer step was watched.
    """

    root: Part
    largest: float
    has_gradients: bool
    has_moves: bool


def walk(part: Part) -> Iterator[Part]:
    """Yield a part and all below it, in order."""
    yield part
    for child in part.parts:
        yield from walk(child)


def shared_difference(part: Part) -> Difference | None:
    """Return what all parameters of a module should do otherwise (train, be frozen), if it is the same for all."""
    shared: tuple[Difference, ...] = (Difference.SHOULD_TRAIN, Difference.SHOULD_BE_FROZEN)
    count = 0
    for one in walk(part):
        if one.kind is PartKind.PARAMETER and not one.is_missing:
            shared = tuple(difference for difference in shared if difference in one.differences)
            count += 1
        if not shared:
            return None
    return shared[0] if count > 1 else None


def pieces(path: str) -> tuple[str, str]:
    """Return the path of the module that something hangs on, and its name there."""
    names = path.split(".")
    cut = min(len(names) - 1, DEEPEST)
    return ".".join(names[:cut]), ".".join(names[cut:])


def ties_of(module: ModuleSeen) -> dict[str, Tie]:
    """Return for each parameter that has several names the others, and the number of its tie."""
    names: dict[int, list[str]] = {}
    for name, tensor in module.parameters:
        names.setdefault(tensor.identity, []).append(name)
    tied = [group for group in names.values() if len(group) > 1]
    return {
        name: Tie(number, tuple(other for other in group if other != name))
        for number, group in enumerate(tied)
        for name in group
    }


def expression(root: str, path: str, indexed: frozenset[str] = frozenset()) -> str:
    """Return a part as a learner writes it: `net[0].weight` for `0.weight` of `net`.

    Args:
        root: what the learner calls the module.
        path: dotted.
        indexed: paths of modules that hold others by key: `net.blocks["key"]`.
    """
    written, above = root, ""
    for name in path.split(".") if path else ():
        if name.isdecimal():
            written += f"[{name}]"
        else:
            written += f'["{name}"]' if above in indexed else f".{name}"
        above = f"{above}.{name}" if above else name
    return written
