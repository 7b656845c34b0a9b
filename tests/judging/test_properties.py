"""What must hold of every observation, not only of those that somebody thought of."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from quizapp.judging.compare import compare
from quizapp.judging.expectations import Expectations, read_expectations, write_expectations
from quizapp.judging.judge import judge
from quizapp.judging.modules import MODULE_ASPECTS
from quizapp.judging.numbers import CARRIED_AS, default_tolerance
from quizapp.judging.tensors import TENSOR_ASPECTS
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import (
    ArraySeen,
    CallableSeen,
    ErrorSeen,
    Mapping,
    ModuleSeen,
    Named,
    Nothing,
    Observation,
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
from tests.judging.sample import exercise, expectations, finished, tensor

SHAPES = st.lists(st.integers(0, 3), max_size=3).map(tuple)
NAMES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), max_size=8)
LABELS = st.integers(0, 5)


@st.composite
def numbers(draw: st.DrawFn, dtype: str, shape: tuple[int, ...]) -> Values:
    size = int(np.prod(shape)) * np.dtype(CARRIED_AS[dtype]).itemsize
    return Values(draw(st.binary(min_size=size, max_size=size)))


@st.composite
def tensors(draw: st.DrawFn, *, gradient: bool = True) -> TensorSeen:
    dtype, shape = draw(st.sampled_from(sorted(CARRIED_AS))), draw(SHAPES)
    return TensorSeen(
        dtype=dtype,
        shape=shape,
        stride=tuple(range(len(shape))),
        requires_grad=draw(st.booleans()),
        contiguous=draw(st.booleans()),
        grad_fn=draw(st.none() | NAMES),
        storage=draw(st.none() | LABELS),
        identity=draw(LABELS),
        values=draw(numbers(dtype, shape)),
        gradient=draw(st.none() | tensors(gradient=False)) if gradient else None,
    )


@st.composite
def arrays(draw: st.DrawFn) -> ArraySeen:
    dtype, shape = draw(st.sampled_from(("float64", "int32", "bool"))), draw(SHAPES)
    return ArraySeen(dtype=dtype, shape=shape, values=draw(numbers(dtype, shape)), identity=draw(LABELS))


@st.composite
def modules(draw: st.DrawFn) -> ModuleSeen:
    names = draw(st.lists(NAMES.filter(bool), max_size=3, unique=True))
    return ModuleSeen(
        type_name=draw(NAMES),
        training=draw(st.booleans()),
        submodules=tuple(SubmoduleSeen(name, "Linear", draw(st.booleans())) for name in ("", *names)),
        parameters=tuple((name, draw(tensors())) for name in names),
        buffers=tuple((name, draw(tensors(gradient=False)), draw(st.booleans())) for name in names),
        state_keys=tuple(names),
    )


def lists(items: SearchStrategy[Observation]) -> SearchStrategy[Observation]:
    sequences: SearchStrategy[Observation] = st.builds(
        lambda kind, held: Sequence(kind, len(held), tuple(held)),
        st.sampled_from(("list", "tuple", "set", "Size")),
        st.lists(items, max_size=4),
    )
    mappings: SearchStrategy[Observation] = st.dictionaries(NAMES.map(Words), items, max_size=3).map(
        lambda held: Mapping("dict", len(held), tuple(held.items()))
    )
    return sequences | mappings


LEAVES: SearchStrategy[Observation] = st.one_of(
    st.just(Nothing()),
    st.booleans().map(Truth),
    st.integers().map(str).map(Whole),
    st.floats().map(float.hex).map(Real),
    NAMES.map(Words),
    st.builds(Named, NAMES, NAMES),
    st.builds(CallableSeen, NAMES, NAMES),
    st.builds(OtherSeen, NAMES, LABELS),
    tensors(),
    arrays(),
)
OBSERVATIONS: SearchStrategy[Observation] = st.one_of(
    st.recursive(LEAVES, lists, max_leaves=8),
    modules(),
    st.builds(ErrorSeen, NAMES, NAMES, st.just(()), st.none() | NAMES, st.none() | st.integers(1, 9)),
)


@settings(deadline=None)
@given(seen=OBSERVATIONS)
def test_what_the_solution_gave_always_passes(seen: Observation) -> None:
    asked = exercise(Check(observe="x"))

    assert judge(asked, expectations(x=seen), {"default": finished(x=seen)}, "").passed


@settings(deadline=None)
@given(seen=modules())
def test_a_module_holds_against_itself_in_every_aspect(seen: ModuleSeen) -> None:
    assert compare(Check(observe="x", aspects=tuple(MODULE_ASPECTS)), seen, seen) == ()


@settings(deadline=None)
@given(expected=OBSERVATIONS, got=OBSERVATIONS)
def test_whatever_came_can_be_judged(expected: Observation, got: Observation) -> None:
    asked = exercise(Check(observe="x"))

    verdict = judge(asked, expectations(x=expected), {"default": finished(x=got)}, "")

    assert verdict.passed == (verdict.findings == ())
    assert all(len(text) <= 200 for each in verdict.findings for text in (each.expected, each.got))


@settings(deadline=None)
@given(
    dtype=st.sampled_from(("float16", "bfloat16", "float32", "float64", "int8", "int64", "bool", "complex64")),
    shape=st.lists(st.integers(1, 4), max_size=3).map(tuple),
    data=st.data(),
)
def test_one_changed_element_is_found_where_it_is(dtype: str, shape: tuple[int, ...], data: st.DataObject) -> None:
    # Odd multiples apart from one another: no rearrangement or factor can explain one changed element.
    wanted = (np.arange(int(np.prod(shape))) * 2 % (2 if dtype == "bool" else 101)).reshape(shape)
    index = tuple(data.draw(st.integers(0, size - 1)) for size in shape)
    tolerance = default_tolerance(dtype)
    changed = np.array(wanted, dtype=np.float64)
    changed[index] += max(1.0, 2 * (tolerance.absolute + tolerance.relative * abs(float(wanted[index]))))

    (finding,) = compare(Check(observe="x"), tensor(wanted, dtype), tensor(changed, dtype))

    place = f"[{', '.join(map(str, index))}]" if index else ""
    assert (finding.where, finding.aspect) == (f"x{place}", Aspect.VALUE)


@settings(max_examples=50, deadline=None)
@given(seen=st.dictionaries(NAMES, OBSERVATIONS, max_size=3))
def test_what_is_stored_comes_back(seen: dict[str, Observation]) -> None:
    written = Expectations("2.13.0", {"a": seen, "b/c": seen})
    with tempfile.TemporaryDirectory() as folder:
        write_expectations(Path(folder), written)

        assert read_expectations(Path(folder)) == written


@pytest.mark.parametrize("aspect", list(Aspect))
def test_every_aspect_belongs_to_some_value(aspect: Aspect) -> None:
    elsewhere = {Aspect.GROUPS, Aspect.HYPERPARAMETERS, Aspect.STATE, Aspect.SHARING, Aspect.IDENTITY}
    told_only = {Aspect.RULE, Aspect.NAME, Aspect.ERROR}

    assert aspect in {*MODULE_ASPECTS, *TENSOR_ASPECTS, *elsewhere, *told_only}
