"""What is seen of each kind of value."""

import collections
import enum
import functools
import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pytest
import torch

from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    Mapping,
    Named,
    Nothing,
    Observation,
    OtherSeen,
    Real,
    Sequence,
    TensorSeen,
    Truth,
    Values,
    Whole,
    Words,
)
from quizapp.worker.capture import Capture


def see(value: object) -> Observation:
    return Capture().see(value)


def tensor_of(value: object) -> TensorSeen:
    seen = see(value)
    assert isinstance(seen, TensorSeen)
    return seen


def numbers(seen: TensorSeen | ArraySeen, dtype: str) -> Any:
    assert seen.values is not None
    return np.frombuffer(seen.values.data, dtype).reshape(seen.shape).tolist()


class Colour(enum.Enum):
    RED = 1


@dataclass
class Point:
    x: int
    y: list[int]


@dataclass(slots=True)
class Slotted:
    x: int


class Pair(NamedTuple):
    one: int
    other: int


def add(a: int, b: int = 2) -> int:
    return a + b


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (None, Nothing()),
        (True, Truth(True)),
        (-7, Whole("-7")),
        (10**400, Whole(str(10**400))),
        (1 << 9000, Named("int", "an integer of 9001 bits")),
        (1.5, Real("0x1.8000000000000p+0")),
        (float("nan"), Real("nan")),
        ("a", Words("a")),
        ("a" * 2001, Words("a" * 2000, cut=True)),
        ("\ud800", Words("\\ud800")),
        (torch.float32, Named("dtype", "torch.float32")),
        (torch.device("cpu"), Named("device", "cpu")),
        (Colour.RED, Named("Colour", "Colour.RED")),
        (1 + 2j, Named("complex", "(1+2j)")),
        (b"x", Named("bytes", "b'x'")),
        ([1], Sequence("list", 1, (Whole("1"),))),
        ((), Sequence("tuple", 0, ())),
        (torch.Size([2, 3]), Sequence("Size", 2, (Whole("2"), Whole("3")))),
        (range(2), Sequence("range", 2, (Whole("0"), Whole("1")))),
        ({3, 1, 2}, Sequence("set", 3, (Whole("1"), Whole("2"), Whole("3")))),
        (collections.deque([1]), Sequence("deque", 1, (Whole("1"),))),
        ({"a": 1}.keys(), Sequence("dict_keys", 1, (Words("a"),))),
        (collections.OrderedDict(b=1), Mapping("OrderedDict", 1, ((Words("b"), Whole("1")),))),
        (add, CallableSeen("add", "(a: int, b: int = 2) -> int")),
        (functools.partial(add, 1), CallableSeen("partial", "(b: int = 2) -> int")),
        (ValueError("no"), ErrorSeen("ValueError", "no", ("ValueError", "Exception", "BaseException"))),
        (
            Point(1, [2]),
            Mapping("Point", 2, ((Words("x"), Whole("1")), (Words("y"), Sequence("list", 1, (Whole("2"),))))),
        ),
        (Pair(1, 2), Sequence("Pair", 2, (Whole("1"), Whole("2")))),
        (Slotted(1), OtherSeen("Slotted", 0)),
        (torch.nn.Linear(1, 1).parameters(), OtherSeen("generator", 0)),
        (torch.strided, Named("layout", "torch.strided")),
        (object(), OtherSeen("object", 0)),
    ],
    ids=lambda each: re.sub(r" at 0x\w+", "", repr(each)),
)
def test_plain_data_is_seen_as_it_is(value: object, seen: Observation) -> None:
    assert see(value) == seen


def test_a_dataclass_whose_field_was_never_set_is_seen_without_it() -> None:
    point = Point(1, [])
    del point.x

    assert see(point) == Mapping("Point", 1, ((Words("y"), Sequence("list", 0, ())),))


def test_a_packed_sequence_is_seen_as_the_tuple_that_it_is() -> None:
    packed = torch.nn.utils.rnn.pack_sequence([torch.ones(3), torch.ones(1)])
    seen = see(packed)

    assert isinstance(seen, Sequence) and seen.type_name == "PackedSequence"
    assert [type(item) for item in seen.items] == [TensorSeen, TensorSeen, Nothing, Nothing]


def test_a_state_dict_is_seen_as_a_dict_of_tensors() -> None:
    seen = see(torch.nn.Linear(1, 1).state_dict())

    assert isinstance(seen, Mapping) and seen.type_name == "OrderedDict"
    assert [(key, type(value)) for key, value in seen.items] == [
        (Words("weight"), TensorSeen),
        (Words("bias"), TensorSeen),
    ]


def test_the_state_of_an_optimizer_is_seen_by_parameter() -> None:
    weight = torch.nn.Parameter(torch.ones(2))
    optimizer = torch.optim.SGD([weight], lr=0.1, momentum=0.9)
    weight.grad = torch.ones(2)
    optimizer.step()
    seen = see(optimizer.state[weight])

    assert isinstance(seen, Mapping)
    assert [(key, type(value)) for key, value in seen.items] == [(Words("momentum_buffer"), TensorSeen)]


def test_a_class_is_seen_by_name() -> None:
    seen = see(torch.nn.Linear)

    assert isinstance(seen, CallableSeen)
    assert seen.name == "Linear" and "in_features: int" in seen.signature


def test_long_and_deep_data_is_bounded() -> None:
    deep: list[object] = []
    for _ in range(50):
        deep = [deep]
    long = see([0] * 1000)

    assert isinstance(long, Sequence)
    assert (long.length, len(long.items)) == (1000, 256)
    assert isinstance(see(deep), Sequence)


def test_data_that_holds_itself_is_bounded() -> None:
    loop: list[object] = []
    loop += [loop] * 300

    assert isinstance(see(loop), Sequence)


def test_an_iterator_is_not_consumed() -> None:
    iterator = iter([1, 2])
    see(iterator)

    assert list(iterator) == [1, 2]


def test_a_value_that_raises_when_looked_at_is_seen_as_an_error() -> None:
    class Evil(enum.Enum):
        ONE = 1

        def __str__(self) -> str:
            raise ValueError("no")

    seen = see([Evil.ONE, 1])

    assert isinstance(seen, Sequence)
    assert [type(item) for item in seen.items] == [ErrorSeen, Whole]


def test_a_tensor_is_seen_whole() -> None:
    base = torch.arange(6, dtype=torch.float32).reshape(2, 3)
    seen = tensor_of(base.T[1:])

    assert (seen.dtype, seen.shape, seen.stride, seen.offset) == ("float32", (2, 2), (1, 3), 1)
    assert (seen.contiguous, seen.requires_grad, seen.is_leaf, seen.is_parameter) == (False, False, True, False)
    assert (seen.storage, seen.storage_bytes, seen.identity, seen.version) == (0, 24, 0, 0)
    assert (seen.type_name, seen.grad_fn, seen.gradient) == ("Tensor", None, None)
    assert numbers(seen, "<f4") == [[1, 4], [2, 5]]


@pytest.mark.parametrize(
    ("dtype", "carried"),
    [
        (torch.bool, "?"),
        (torch.uint8, "u1"),
        (torch.int16, "<i2"),
        (torch.int64, "<i8"),
        (torch.float16, "<f2"),
        (torch.float64, "<f8"),
        (torch.bfloat16, "<f4"),
        (torch.float8_e4m3fn, "<f4"),
        (torch.float8_e5m2, "<f4"),
        (torch.complex64, "<c8"),
    ],
)
def test_every_dtype_carries_its_numbers(dtype: torch.dtype, carried: str) -> None:
    value = torch.tensor([[0, 1], [1, 0]]).to(dtype)

    assert numbers(tensor_of(value.T), carried) == [[0, 1], [1, 0]]


def test_lazy_conjugates_and_negatives_carry_the_numbers_that_they_show() -> None:
    value = torch.tensor([1 + 2j, 3 - 4j])

    assert numbers(tensor_of(value.conj()), "<c8") == [1 - 2j, 3 + 4j]
    assert numbers(tensor_of(value.conj().imag), "<f4") == [-2, 4]


def test_odd_numbers_pass_bit_by_bit() -> None:
    value = torch.tensor([float("nan"), float("inf"), -0.0, 1e-45])

    assert tensor_of(value).values == Values(value.numpy().tobytes())


def test_gradients_of_leaves_are_seen() -> None:
    leaf = torch.ones(2, requires_grad=True)
    absent = tensor_of(leaf)
    (leaf * 3).sum().backward()  # type: ignore[no-untyped-call]
    present = tensor_of(leaf).gradient

    assert absent.gradient is None
    assert present is not None and numbers(present, "<f4") == [3, 3]


def test_a_result_is_no_leaf_and_asking_for_its_gradient_does_not_warn() -> None:
    seen = tensor_of(torch.ones(2, requires_grad=True) * 2)

    assert (seen.is_leaf, seen.grad_fn, seen.retains_grad, seen.gradient) == (False, "MulBackward0", False, None)


def test_a_retained_gradient_is_seen() -> None:
    leaf = torch.ones(2, requires_grad=True)
    result = leaf * 2
    result.retain_grad()
    result.sum().backward()  # type: ignore[no-untyped-call]
    seen = tensor_of(result)

    assert seen.retains_grad and seen.gradient is not None


def test_an_inference_tensor_has_no_version() -> None:
    with torch.inference_mode():
        value = torch.ones(2)

    assert tensor_of(value).version is None


def test_writing_in_place_counts_the_version() -> None:
    value = torch.ones(2)
    value.add_(1)

    assert tensor_of(value).version == 1


@pytest.mark.parametrize(
    "value",
    [torch.zeros(1).expand(10**6, 10**6), torch.zeros((8 << 20) + 1, dtype=torch.uint8), torch.eye(2).to_sparse()],
    ids=["expanded", "large", "sparse"],
)
def test_what_is_too_large_or_not_strided_has_no_values(value: torch.Tensor) -> None:
    seen = tensor_of(value)

    assert (seen.shape, seen.values) == (tuple(value.shape), None)


def test_a_tensor_without_memory_has_no_values() -> None:
    freed = torch.zeros(1000)
    freed.untyped_storage().resize_(0)
    meta = torch.empty(3, device="meta")

    assert (tensor_of(freed).values, tensor_of(meta).values, tensor_of(meta).device) == (None, None, "meta")


def test_an_empty_tensor_has_no_storage_label() -> None:
    seen = tensor_of(torch.empty(0, 3))

    assert (seen.storage, seen.values) == (None, Values(b""))


def test_shared_memory_has_one_label_across_torch_and_numpy() -> None:
    array = np.arange(6.0)
    whole = torch.from_numpy(array)
    values = {"array": array, "slice": array[2:], "whole": whole, "view": whole.view(2, 3), "copy": whole.clone()}
    back = whole.numpy()
    capture = Capture()
    labels = {name: getattr(capture.see(value), "storage", None) for name, value in {**values, "back": back}.items()}

    assert labels == {"array": 0, "slice": 0, "whole": 0, "view": 0, "copy": 1, "back": 0}


def test_the_same_object_has_the_same_identity() -> None:
    capture, value = Capture(), torch.ones(1)
    seen = [capture.see(thing) for thing in (value, torch.ones(1), value)]

    assert [one.identity for one in seen if isinstance(one, TensorSeen)] == [0, 1, 0]


def test_a_subclass_that_lies_is_seen_as_it_is() -> None:
    class Liar(torch.Tensor):
        requires_grad = property(lambda self: False)
        shape = property(lambda self: (9, 9))

        @classmethod
        def __torch_function__(cls, *_: object, **__: object) -> bool:
            return False

    liar = torch.Tensor._make_subclass(Liar, torch.ones(2), True)
    seen = tensor_of(liar)

    assert (seen.type_name, seen.shape, seen.requires_grad) == ("Liar", (2,), True)


@pytest.mark.parametrize("dtype", [">f4", "<f4"])
def test_an_array_of_any_byte_order_carries_little_endian_numbers(dtype: str) -> None:
    seen = see(np.array([[1, 2], [3, 4]], dtype).T)

    assert isinstance(seen, ArraySeen)
    assert (seen.dtype, seen.shape, numbers(seen, "<f4")) == ("float32", (2, 2), [[1, 3], [2, 4]])


@pytest.mark.parametrize("value", [np.array([object()]), np.array(["a"]), np.zeros(2, "datetime64[s]")])
def test_an_array_of_no_plain_numbers_has_no_values(value: np.ndarray[Any, Any]) -> None:
    seen = see(value)

    assert isinstance(seen, ArraySeen) and seen.values is None


def test_a_numpy_scalar_is_an_array_without_dimensions() -> None:
    seen = see(np.float64(1.5))

    assert isinstance(seen, ArraySeen)
    assert (seen.dtype, seen.shape, numbers(seen, "<f8")) == ("float64", (), 1.5)


def test_all_tensors_together_fit_a_report() -> None:
    capture = Capture()
    seen = [capture.see(torch.zeros(8 << 20, dtype=torch.uint8)) for _ in range(6)]

    assert [one.values is not None for one in seen if isinstance(one, TensorSeen)] == [True] * 5 + [False]
