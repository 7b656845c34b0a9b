"""Which values get a mark because they are not what was expected."""

import numpy as np
import pytest
from msgspec.structs import replace

from quizapp.desktop.widgets.inspector.differing import differs
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.observation import (
    Mapping,
    ModuleSeen,
    Observation,
    OtherSeen,
    Real,
    Sequence,
    SubmoduleSeen,
    Whole,
    Words,
)
from tests.desktop.widgets.inspector.seen import tensor

ONE = tensor(np.ones(3, dtype=np.float32), identity=3)
NET = ModuleSeen(
    type_name="Net",
    training=True,
    submodules=(SubmoduleSeen("", "Net", True),),
    parameters=(("weight", ONE),),
    buffers=(),
)

SAME: list[tuple[Observation, Observation]] = [
    (ONE, replace(ONE, identity=7, storage=5, version=2)),
    (ONE, tensor(np.array([1, 1, 1.0000001], dtype=np.float32))),
    (NET, replace(NET, identity=9, type_name="MyNet")),
    (Real((0.1 + 0.2).hex()), Real((0.3).hex())),
    (Sequence("list", 1, (Whole("1"),)), Sequence("list", 1, (Whole("1"),))),
    (OtherSeen("Thing", 1), OtherSeen("Thing", 2)),
]
DIFFERENT: list[tuple[Observation, Observation]] = [
    (ONE, tensor(np.ones(3))),
    (ONE, tensor(np.ones((3, 1), dtype=np.float32))),
    (ONE, tensor(np.array([1, 1, 2], dtype=np.float32))),
    (ONE, replace(ONE, gradient=ONE)),
    (ONE, Whole("1")),
    (NET, replace(NET, submodules=(SubmoduleSeen("", "Net", False),))),
    (NET, replace(NET, parameters=(("weight", replace(ONE, requires_grad=True)),))),
    (NET, replace(NET, parameters=(), buffers=(("weight", ONE, True),))),
    (Real((1.0).hex()), Real((2.0).hex())),
    (Mapping("dict", 1, ((Words("a"), Whole("1")),)), Mapping("dict", 1, ((Words("a"), Whole("2")),))),
]


@pytest.mark.parametrize(("expected", "got"), SAME)
def test_what_only_another_run_makes_different_is_the_same(expected: Observation, got: Observation) -> None:
    assert not differs(Subject("x", got, expected))


@pytest.mark.parametrize(("expected", "got"), DIFFERENT)
def test_what_the_code_made_different_is_marked(expected: Observation, got: Observation) -> None:
    assert differs(Subject("x", got, expected))


def test_where_nothing_was_expected_nothing_differs() -> None:
    assert not differs(Subject("x", ONE))
