"""A report comes back as it was sent; anything else is Unreadable, whatever the bytes."""

import random
import struct

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.sandbox.frames import MAX_BODY_BYTES, MAX_HEADER_BYTES, PREFIX, encode_report, read_prefix, read_report
from quizapp.sandbox.messages import Part, Report, RunError
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    GroupSeen,
    Mapping,
    ModuleSeen,
    Named,
    Nothing,
    Observation,
    OptimizerSeen,
    OtherSeen,
    Real,
    Sequence,
    SubmoduleSeen,
    TensorSeen,
    Truth,
    Values,
    Whole,
    Words,
)
from quizapp.sandbox.strictness import MAX_DEPTH, MAX_NODES, Unreadable
from quizapp.sandbox.trace import LineSeen, MadeSeen, SeriesSeen, StepSeen, TraceSeen


def tensor(*numbers: int, **more: object) -> TensorSeen:
    return TensorSeen(dtype="uint8", shape=(len(numbers),), values=Values(bytes(numbers)), **more)  # type: ignore[arg-type]


def with_part(part: SubmoduleSeen) -> ModuleSeen:
    return ModuleSeen(type_name="Net", training=True, submodules=(part,), parameters=(), buffers=())


WEIGHT = tensor(1, 2, stride=(1,), is_parameter=True, type_name="Parameter", gradient=tensor(3, 4))
EVERYTHING: dict[str, Observation] = {
    "plain": Sequence("list", 7, (Nothing(), Truth(True), Whole("-7"), Real("0x1.8p+1"), Words("é", cut=True))),
    "named": Mapping("dict", 1, ((Words("a"), Named("dtype", "torch.float32")),)),
    "tensor": WEIGHT,
    "array": ArraySeen(dtype="float32", shape=(1, 2), values=Values(bytes(8)), storage=0),
    "module": ModuleSeen(
        type_name="Net",
        training=True,
        submodules=(
            SubmoduleSeen("", "Net", True),
            SubmoduleSeen("words", "Embedding", True, (("padding_idx", Whole("0")),), (0, 3)),
        ),
        parameters=(("weight", WEIGHT),),
        buffers=(("steps", tensor(9), False),),
        loose=(("scale", tensor(8, 8)),),
        hidden=("layers",),
        state_keys=("weight",),
    ),
    "optimizer": OptimizerSeen(type_name="SGD", groups=(GroupSeen((0, 1), (("lr", tensor(5)),)),), state_keys=("m",)),
    "function": CallableSeen("f", "(x)"),
    "error": ErrorSeen("NameError", "name 'x'", ("NameError", "Exception"), "x", 3),
    "other": OtherSeen("object", 4),
}
REPORT = Report(
    observations=EVERYTHING,
    error=RunError(part=Part.CODE, type_name="ValueError", message="no", line=3, traceback="Traceback …\n"),
    warnings=("exercise.py:1: UserWarning: x",),
    seconds=0.5,
    peak_bytes=10,
)
KEYS = tuple(EVERYTHING)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def split(report: Report) -> tuple[bytes, bytes]:
    _, header, *body = encode_report(report)
    return bytes(header), b"".join(body)


def readable_or_refused(header: bytes, body: bytes) -> bool:
    try:
        read_report(header, body, KEYS)
    except Unreadable:
        return False
    return True


def seen(observation: Observation) -> Observation:
    header, body = split(Report(observations={"x": observation}))
    return read_report(header, body, ("x",)).observations["x"]


def test_a_report_comes_back_as_it_was_sent() -> None:
    assert read_report(*split(REPORT), KEYS) == REPORT


def test_the_prefix_tells_the_lengths() -> None:
    prefix, header, *body = encode_report(REPORT)

    assert read_prefix(bytes(prefix)) == (len(header), sum(map(len, body)))


@pytest.mark.parametrize(
    "prefix",
    [
        PREFIX.pack(b"QZR0", 1, 1),
        PREFIX.pack(b"QZR1", MAX_HEADER_BYTES + 1, 0),
        PREFIX.pack(b"QZR1", 0, MAX_BODY_BYTES + 1),
        PREFIX.pack(b"QZR1", 2**32 - 1, 2**64 - 1),
    ],
)
def test_a_prefix_beyond_the_limits_is_unreadable(prefix: bytes) -> None:
    with pytest.raises(Unreadable):
        read_prefix(prefix)


@pytest.mark.parametrize(
    "observation",
    [
        TensorSeen(dtype="float32", shape=(2, 3), values=Values(bytes(20))),
        TensorSeen(dtype="float32", shape=(2**32, 2**32), values=Values(bytes(4))),
        TensorSeen(dtype="float32", shape=(-2, -2), values=Values(bytes(16))),
        TensorSeen(dtype="object", shape=(1,), values=Values(bytes(8))),
        TensorSeen(dtype="bool", shape=(2,), values=Values(b"\1\2")),
        TensorSeen(dtype="uint8", shape=(20 << 20,), values=Values(bytes(20 << 20))),
        TensorSeen(dtype="uint8", shape=(2,), stride=(1, 1)),
        TensorSeen(dtype="uint8", shape=(0,) * 65),
        ArraySeen(dtype="float64", shape=(1,), values=Values(bytes(7))),
        Sequence("list", 0, (Nothing(),)),
        Whole("seven"),
        Whole("٧"),
        Whole("9" * 5000),
        Real("1.5x"),
        Real("0x1p99999"),
        OtherSeen("evil\u202ename"),
        TensorSeen(dtype="evil\u202ename", shape=()),
        TensorSeen(dtype="float32", shape=(), device="cp\u200bu"),
        TensorSeen(dtype="float32", shape=(), grad_fn="two\nlines"),
        ArraySeen(dtype="evil\u202ename", shape=()),
        ErrorSeen("NameError", "", missing="evil\u202ename"),
        ErrorSeen("NameError", "", bases=("evil\u202ename",)),
        CallableSeen("two\nlines", ""),
        with_part(SubmoduleSeen("", "Net", True, (("evil\u202ename", Nothing()),))),
        with_part(SubmoduleSeen("", "Net", True, (("p", Whole("seven")),))),
        with_part(SubmoduleSeen("", "Net", True, (), (0, -1))),
        with_part(SubmoduleSeen("", "Net", True, (), (1,) * 5000)),
    ],
)
def test_an_observation_that_can_not_be_is_unreadable(observation: Observation) -> None:
    with pytest.raises(Unreadable):
        seen(observation)


@pytest.mark.parametrize("dtype", ["float32", "bfloat16", "float8_e4m3fn"])
def test_small_floats_are_carried_as_float32(dtype: str) -> None:
    observation = TensorSeen(dtype=dtype, shape=(2,), values=Values(bytes(8)))

    assert seen(observation) == observation


def test_too_many_values_are_unreadable() -> None:
    with pytest.raises(Unreadable, match="too many values"):
        seen(Sequence("list", MAX_NODES, (Nothing(),) * MAX_NODES))


def test_values_nested_too_deeply_are_unreadable() -> None:
    observation: Observation = Nothing()
    for _ in range(MAX_DEPTH + 1):
        observation = Sequence("list", 1, (observation,))

    with pytest.raises(Unreadable, match="nested too deeply"):
        seen(observation)


def test_nesting_that_would_exhaust_the_stack_is_unreadable() -> None:
    level = b"\x84\xa4type\xa8sequence\xa9type_name\xa1a\xa6length\x01\xa5items\x91"

    with pytest.raises(Unreadable, match="RecursionError"):
        read_report(b"\x81\xacobservations\x81\xa1x" + level * 20_000, b"", ("x",))


@pytest.mark.parametrize(
    "announced",
    [b"\xdd\xff\xff\xff\xff", b"\xdf\xff\xff\xff\xff", b"\xc6\xff\xff\xff\xff", b"\xc9\xff\xff\xff\xff\x01"],
)
def test_a_length_that_is_announced_but_not_there_is_unreadable(announced: bytes) -> None:
    with pytest.raises(Unreadable):
        read_report(b"\x81\xacobservations" + announced, b"", ())


@pytest.mark.parametrize("body", [b"", bytes(21), bytes(100)])
def test_a_body_of_another_length_is_unreadable(body: bytes) -> None:
    header, _ = split(REPORT)

    with pytest.raises(Unreadable):
        read_report(header, body, KEYS)


@pytest.mark.parametrize("reference", [(0, 1 << 63), ((1 << 64) - 8, 8), (4, 4), (0, 0)])
def test_a_reference_outside_its_place_is_unreadable(reference: tuple[int, int]) -> None:
    header, body = split(Report(observations={"x": tensor(1, 2, 3, 4)}))
    honest = (0).to_bytes(8, "little") + (4).to_bytes(8, "little")
    lie = b"".join(number.to_bytes(8, "little") for number in reference)

    with pytest.raises(Unreadable):
        read_report(header.replace(honest, lie), body, ("x",))


def test_other_observations_than_asked_for_are_unreadable() -> None:
    header, body = split(Report(observations={"y": Nothing()}))

    with pytest.raises(Unreadable, match="other observations"):
        read_report(header, body, ("x",))


@pytest.mark.parametrize(
    "change", [{"seconds": float("nan")}, {"seconds": -1.0}, {"peak_bytes": -1}, {"warnings": ("",) * 101}]
)
def test_numbers_that_can_not_be_are_unreadable(change: dict[str, object]) -> None:
    header, body = split(msgspec.structs.replace(REPORT, **change))

    with pytest.raises(Unreadable):
        read_report(header, body, KEYS)


@given(st.binary(max_size=400), st.binary(max_size=40))
@example(b"", b"")
@settings(max_examples=300, deadline=None, database=None)
def test_no_bytes_raise_anything_else(header: bytes, body: bytes) -> None:
    readable_or_refused(header, body)


@given(VALUES)
@settings(max_examples=200, deadline=None, database=None)
def test_no_msgpack_raises_anything_else(value: object) -> None:
    assert not readable_or_refused(msgspec.msgpack.encode({"observations": value}), b"")


@pytest.mark.parametrize("seed", range(4))
def test_no_mutation_of_a_real_frame_raises_anything_else(seed: int) -> None:
    chance = random.Random(seed)
    header, body = split(REPORT)
    results = [readable_or_refused(*mutated(header, body, chance)) for _ in range(1500)]

    assert {*results} == {True, False}


def mutated(header: bytes, body: bytes, chance: random.Random) -> tuple[bytes, bytes]:
    changed = bytearray(header)
    at = chance.randrange(len(changed))
    match chance.randrange(4):
        case 0:
            for _ in range(chance.randint(1, 4)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
        case 1:
            del changed[at : at + chance.randint(1, 50)]
        case 2:
            changed[at:at] = chance.choice([b"\xc0", b"\x91" * 3000, b"\xdd\x7f\xff\xff\xff", chance.randbytes(9)])
        case _:
            return header, body[: chance.randrange(len(body))]
    return bytes(changed), body


def row(*values: float) -> ArraySeen:
    return ArraySeen(dtype="float64", shape=(len(values),), values=Values(struct.pack(f"<{len(values)}d", *values)))


TRACE = TraceSeen(
    lines=(LineSeen(line=3, times=2, scope=1, made=(MadeSeen("x", tensor(1, 2)), MadeSeen("n", Whole("3")))),),
    steps=(StepSeen(line=3, made=(MadeSeen("x", tensor(1, 2)),)), StepSeen(line=3, depth=1)),
    series=(SeriesSeen(line=3, name="loss", values=row(0.5, 0.25)),),
    cut=True,
)


def test_a_trace_comes_back_as_it_was_sent() -> None:
    report = msgspec.structs.replace(REPORT, trace=TRACE)

    assert read_report(*split(report), KEYS, traced=True) == report


def test_a_trace_that_nobody_asked_for_is_unreadable() -> None:
    header, body = split(Report(observations={}, trace=TraceSeen()))

    with pytest.raises(Unreadable, match="nobody asked for"):
        read_report(header, body, ())


@pytest.mark.parametrize(
    "trace",
    [
        TraceSeen(lines=(LineSeen(line=0, times=1),)),
        TraceSeen(lines=(LineSeen(line=1, times=0),)),
        TraceSeen(lines=(LineSeen(line=1, times=1, scope=-1),)),
        TraceSeen(lines=(LineSeen(line=1, times=1, made=(MadeSeen("x\x1b[1m", Nothing()),)),)),
        TraceSeen(lines=(LineSeen(line=1, times=1, made=(MadeSeen("x" * 401, Nothing()),)),)),
        TraceSeen(steps=(StepSeen(line=-1),)),
        TraceSeen(steps=(StepSeen(line=1, depth=-1),)),
        TraceSeen(steps=(StepSeen(line=1, made=(MadeSeen("x", Whole("one")),)),)),
        TraceSeen(steps=(StepSeen(line=1, made=(MadeSeen("x", Nothing()),) * 20_001),)),
        TraceSeen(series=(SeriesSeen(line=1, name="x\n", values=row(1)),)),
        TraceSeen(series=(SeriesSeen(line=1, name="x", values=row(*range(10_001))),)),
        TraceSeen(series=(SeriesSeen(line=1, name="x", values=ArraySeen(dtype="float64", shape=(2,))),)),
        TraceSeen(
            series=(SeriesSeen(line=1, name="x", values=ArraySeen(dtype="int8", shape=(1,), values=Values(b"1"))),)
        ),
    ],
    ids=lambda trace: str(trace)[:60],
)
def test_what_no_trace_says_is_unreadable(trace: TraceSeen) -> None:
    header, body = split(Report(observations={}, trace=trace))

    with pytest.raises(Unreadable):
        read_report(header, body, (), traced=True)
