"""What can be seen of a value after a run: plain data, never a live object, never pickled.

The same values travel from the worker (msgpack header and raw buffers), rest in a pack (`expected.json` and
`expected.safetensors`) and are compared by `quizapp.judging`.
"""

from typing import TypeAlias

from msgspec import Struct


class Values:
    """The raw numbers of a tensor or array: little-endian, row-major, of the dtype that stands beside it.

    bfloat16 and float8 are carried as float32. Not a Struct: on the wire it is a reference into the frame's
    buffers, in a pack the key of a stored tensor.
    """

    __slots__ = ("data",)

    def __init__(self, data: bytes | memoryview) -> None:
        self.data = data

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Values) and self.data == other.data

    def __hash__(self) -> int:
        return hash(bytes(self.data))

    def __repr__(self) -> str:
        return f"Values({len(self.data)} bytes)"


class Nothing(Struct, frozen=True, tag="none"):
    """None."""


class Truth(Struct, frozen=True, tag="bool"):
    """A bool."""

    value: bool


class Whole(Struct, frozen=True, tag="int"):
    """An int, in decimal: Python's have no limit, the wire's do."""

    value: str


class Real(Struct, frozen=True, tag="float"):
    """A float, as float.hex gives it: exact, and NaN and infinity travel too."""

    value: str


class Words(Struct, frozen=True, tag="str"):
    """A str, cut after 2,000 characters (`cut` is then true)."""

    value: str
    cut: bool = False


class Named(Struct, frozen=True, tag="named"):
    """A dtype, device, layout, torch.Size's cousin or another value that its text says whole: `torch.float32`."""

    type_name: str
    value: str


class Sequence(Struct, frozen=True, tag="sequence"):
    """A list, tuple, set, torch.Size or range; `length` counts also what was not captured."""

    type_name: str
    length: int
    items: "tuple[Observation, ...]"


class Mapping(Struct, frozen=True, tag="mapping"):
    """A dict, in its order."""

    type_name: str
    length: int
    items: "tuple[tuple[Observation, Observation], ...]"


class TensorSeen(Struct, frozen=True, kw_only=True, tag="tensor"):
    """A tensor.

    Attributes:
        dtype: without the `torch.` prefix. shape, stride: in elements.
        storage: a label; tensors and arrays of one run with the same label share memory. None if it has none.
        storage_bytes: the size of that memory. offset: in elements from its start.
        identity: a label; the same object has the same label.
        version: how often it was written in place, None for inference tensors.
        grad_fn: the name of the function that made it, or None.
        values: None if too large, or not strided.
        gradient: None if absent.
        moved: whether the last optimizer step changed it; None if no step was watched.
    """

    dtype: str
    shape: tuple[int, ...]
    stride: tuple[int, ...] = ()
    offset: int = 0
    contiguous: bool = True
    device: str = "cpu"
    layout: str = "strided"
    requires_grad: bool = False
    is_leaf: bool = True
    is_parameter: bool = False
    retains_grad: bool = False
    grad_fn: str | None = None
    type_name: str = "Tensor"
    storage: int | None = None
    storage_bytes: int = 0
    identity: int = 0
    version: int | None = 0
    values: Values | None = None
    gradient: "TensorSeen | None" = None
    moved: bool | None = None


class ArraySeen(Struct, frozen=True, kw_only=True, tag="array"):
    """A NumPy array; `storage` is a label of the same space as a tensor's."""

    dtype: str
    shape: tuple[int, ...]
    writeable: bool = True
    storage: int | None = None
    identity: int = 0
    values: Values | None = None


class SubmoduleSeen(Struct, frozen=True):
    """One module of a tree.

    Attributes:
        name: its dotted path, "" for the root.
        settings: what one of torch's own layers was made with, as far as it is plain: in_features, padding_idx, p.
        looked_up: the rows that an embedding was asked for, sorted; None if that was not watched.
    """

    name: str
    type_name: str
    training: bool
    settings: "tuple[tuple[str, Observation], ...]" = ()
    looked_up: tuple[int, ...] | None = None


class ModuleSeen(Struct, frozen=True, kw_only=True, tag="module"):
    """An nn.Module.

    Attributes:
        submodules: the root first, in registration order.
        parameters: dotted name and tensor, tied ones under each of their names (same identity).
        buffers: dotted name, tensor, and whether it is in the state_dict.
        loose: tensors hanging on modules as plain attributes: neither parameter nor buffer.
        hidden: dotted attribute names of lists, tuples or dicts that hold modules or parameters nobody registers.
        state_keys: the keys of its state_dict.
    """

    type_name: str
    training: bool
    submodules: tuple[SubmoduleSeen, ...]
    parameters: tuple[tuple[str, TensorSeen], ...]
    buffers: tuple[tuple[str, TensorSeen, bool], ...]
    loose: tuple[tuple[str, TensorSeen], ...] = ()
    hidden: tuple[str, ...] = ()
    state_keys: tuple[str, ...] = ()
    identity: int = 0


class GroupSeen(Struct, frozen=True):
    """One parameter group: identity labels of its parameters, and its hyper-parameters by name."""

    parameters: tuple[int, ...]
    hyperparameters: "tuple[tuple[str, Observation], ...]"


class OptimizerSeen(Struct, frozen=True, kw_only=True, tag="optimizer"):
    """An optimizer; `state_keys` are the names kept per parameter, such as `momentum_buffer`."""

    type_name: str
    groups: tuple[GroupSeen, ...]
    state_keys: tuple[str, ...] = ()


class CallableSeen(Struct, frozen=True, tag="callable"):
    """A function or class: its name and signature (`(x, n)`), the latter empty where Python has none."""

    name: str
    signature: str


class ErrorSeen(Struct, frozen=True, tag="error"):
    """Observing raised, or the value is an exception.

    Attributes:
        type_name: of the exception. bases: names of its classes up to Exception, itself first.
        missing: the name that does not exist, if it is a NameError about one of the expression's own names.
        line: in the learner's file, if it passed there.
    """

    type_name: str
    message: str
    bases: tuple[str, ...] = ()
    missing: str | None = None
    line: int | None = None


class OtherSeen(Struct, frozen=True, tag="other"):
    """A value of which only the type is told."""

    type_name: str
    identity: int = 0


Observation: TypeAlias = (
    Nothing
    | Truth
    | Whole
    | Real
    | Words
    | Named
    | Sequence
    | Mapping
    | TensorSeen
    | ArraySeen
    | ModuleSeen
    | OptimizerSeen
    | CallableSeen
    | ErrorSeen
    | OtherSeen
)
