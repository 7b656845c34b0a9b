"""Any bytes from a child end as an outcome, which can be judged, worded and printed: real frames, harmed."""

import random
import tracemalloc
from collections import Counter
from typing import get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.packs.library import Library
from quizapp.sandbox.frames import MAX_BODY_BYTES
from quizapp.sandbox.messages import Ending, Outcome, Report
from quizapp.sandbox.observation import Observation, TensorSeen, Values
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.strictness import CARRIED_BYTES
from tests.sandbox.fuzz.expanding import EXPANDING
from tests.sandbox.fuzz.mutations import joined, mutated
from tests.sandbox.fuzz.path import carry_on, received
from tests.sandbox.fuzz.subjects import Subject, frame_of, shipped_subjects, subject_of_every_kind

KINDS_ON_THE_WIRE = [str(kind.__struct_config__.tag) for kind in get_args(Observation)]
FIELDS = sorted({name for kind in get_args(Observation) for name in kind.__struct_fields__})
FEW = 600
MOST_FOR_A_HEADER = 32 << 20
MSGPACK = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=20) | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=8)
        | st.dictionaries(st.text(max_size=8), inner, max_size=8)
        | st.fixed_dictionaries({"type": st.sampled_from(KINDS_ON_THE_WIRE)}, optional=dict.fromkeys(FIELDS, inner))
    ),
    max_leaves=15,
)
MANY = 100_000


@pytest.fixture(scope="module")
def subjects(library: Library, sandbox: Sandbox) -> tuple[Subject, ...]:
    shipped = shipped_subjects(library)
    # Every kind of value comes more often than one exercise.
    return (*shipped, *(subject_of_every_kind(sandbox),) * (len(shipped) // 3))


def with_peak(frame: bytes, expressions: tuple[str, ...] = ("x",)) -> tuple[Outcome, int]:
    """Return the outcome, and how many bytes were held at most while it came about."""
    chance = random.Random(0)
    received(frame[:100], expressions, chance)
    tracemalloc.start()
    try:
        return received(frame, expressions, chance), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def fuzz(subjects: tuple[Subject, ...], numbers: range) -> Counter[Ending]:
    """Harm, receive and carry on one frame for each number, always the same one; count how they end."""
    frames = tuple(subject.frame for subject in subjects)
    endings: Counter[Ending] = Counter()
    for number in numbers:
        chance = random.Random(number)
        subject = subjects[number % len(subjects)]
        frame = mutated(subject.frame, frames, chance)
        try:
            outcome = received(frame, subject.expressions, chance, traced=subject.traced)
            carry_on(outcome, subject)
        except Exception as error:
            error.add_note(f"frame {number} of {subject.exercise.id}, {len(frame)} bytes: {frame[:2000].hex()}")
            raise
        endings[outcome.ending] += 1
    return endings


def test_real_frames_are_read_judged_and_worded(subjects: tuple[Subject, ...]) -> None:
    for subject in subjects:
        outcome = received(subject.frame, subject.expressions, random.Random(0), traced=subject.traced)
        assert outcome.observations == subject.expected
        carry_on(outcome, subject)


def test_harmed_frames_end_as_outcomes(subjects: tuple[Subject, ...]) -> None:
    endings = fuzz(subjects, range(FEW))

    assert endings.total() == FEW
    assert endings[Ending.UNREADABLE] > FEW / 10
    assert endings[Ending.FINISHED] + endings[Ending.RAISED] > FEW / 10


@pytest.mark.parametrize("dtype", sorted(CARRIED_BYTES))
def test_a_frame_with_a_tensor_of_each_dtype_is_read_as_it_was_sent(dtype: str) -> None:
    # A bool's numbers are 0 and 1, a float's may be anything.
    values = Values(bytes([0, 1, 1, 0]) * CARRIED_BYTES[dtype])
    sent: dict[str, Observation] = {"x": TensorSeen(dtype=dtype, shape=(2, 2), stride=(2, 1), values=values)}

    assert received(frame_of(Report(observations=sent)), ("x",), random.Random(0)).observations == sent


@given(st.binary(max_size=300), st.integers(0))
@settings(max_examples=300, deadline=None, database=None)
def test_any_bytes_end_as_an_outcome(data: bytes, seed: int) -> None:
    assert received(data, ("x",), random.Random(seed)).ending in (Ending.UNREADABLE, Ending.ENDED_EARLY)


@given(st.binary(max_size=300), st.binary(max_size=60), st.integers(0))
@settings(max_examples=300, deadline=None, database=None)
def test_any_header_and_body_end_as_an_outcome(header: bytes, body: bytes, seed: int) -> None:
    assert received(joined(header, body), ("x",), random.Random(seed)).ending is Ending.UNREADABLE


@given(MSGPACK, st.integers(0))
@settings(max_examples=150, deadline=None, database=None)
def test_any_msgpack_in_place_of_an_observation_ends_as_an_outcome(value: object, seed: int) -> None:
    frame = joined(msgspec.msgpack.encode({"observations": {"x": value}}), b"")

    assert received(frame, ("x",), random.Random(seed)).ending in (Ending.UNREADABLE, Ending.FINISHED)


@pytest.mark.parametrize("frame", EXPANDING.values(), ids=EXPANDING)
def test_what_is_small_to_send_is_not_large_to_hold(frame: bytes) -> None:
    outcome, peak = with_peak(frame)

    assert outcome.ending in (Ending.UNREADABLE, Ending.FINISHED)
    assert peak < MOST_FOR_A_HEADER


def test_a_body_is_held_no_more_than_twice() -> None:
    tensors = {f"x{i}": TensorSeen(dtype="uint8", shape=(8 << 20,), values=Values(bytes(8 << 20))) for i in range(5)}
    outcome, peak = with_peak(frame_of(Report(observations={**tensors})), tuple(tensors))

    assert outcome.ending is Ending.FINISHED
    assert peak < 2.5 * MAX_BODY_BYTES


@pytest.mark.slow
def test_many_harmed_frames_end_as_outcomes(subjects: tuple[Subject, ...], capsys: pytest.CaptureFixture[str]) -> None:
    endings = fuzz(subjects, range(FEW, FEW + MANY))

    with capsys.disabled():
        print(f"\n{endings.total()} harmed frames, no exception: {dict(endings.most_common())}")
    assert endings.total() == MANY
