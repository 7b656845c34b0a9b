"""What recording again would change, value by value."""

import struct

import pytest

from quizapp.classroom.record_changes import RecordChange, changes_between
from quizapp.judging.expectations import Expectations
from quizapp.judging.signature import Signature, Trait
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import (
    ModuleSeen,
    Nothing,
    Observation,
    Real,
    Sequence,
    SubmoduleSeen,
    TensorSeen,
    Values,
    Whole,
)


def tensor(*numbers: float, **more: object) -> TensorSeen:
    values = Values(struct.pack(f"<{len(numbers)}f", *numbers))
    return TensorSeen(**{"dtype": "float32", "shape": (len(numbers),), "values": values, **more})  # type: ignore[arg-type]


def module(**parameters: TensorSeen) -> ModuleSeen:
    return ModuleSeen(
        type_name="Net",
        training=True,
        submodules=(SubmoduleSeen("", "Net", training=True),),
        parameters=tuple(parameters.items()),
        buffers=(),
    )


def changes(before: Observation, after: Observation) -> list[tuple[str, str | None, str | None]]:
    """Return the changes of one expression in one variant."""
    found = changes_between(expected(before), expected(after))
    return [(change.where.removeprefix("default: "), change.before, change.after) for change in found]


def expected(seen: Observation) -> Expectations:
    return Expectations("2.13.0", {"default": {"x": seen}})


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (Whole("3"), Whole("4"), [("x", "3", "4")]),
        (Real((0.5).hex()), Real((0.25).hex()), [("x", "0.5", "0.25")]),
        (Whole("3"), Nothing(), [("x", "3", "None")]),
        (Whole("3"), tensor(1.0), [("x", "3", "float32(1)")]),
        (tensor(1.0, 2.0), tensor(1.0, 2.5), [("x[1]", "2", "2.5")]),
        (tensor(1.0), tensor(1.0, requires_grad=True), [("x.requires_grad", "False", "True")]),
        (tensor(1.0), tensor(1.0, 2.0), [("x.shape", "(1,)", "(2,)")]),
        (tensor(1.0), tensor(1.0, gradient=tensor(2.0)), [("x.gradient", "None", "float32(1)")]),
        (
            module(a=tensor(1.0), b=tensor(2.0)),
            module(a=tensor(1.0), c=tensor(2.0)),
            [("x.parameters[b]", "float32(1)", None), ("x.parameters[c]", None, "float32(1)")],
        ),
        (
            Sequence("list", 2, (Whole("1"), Whole("2"))),
            Sequence("list", 1, (Whole("1"),)),
            [("x.length", "2", "1"), ("x.items[1]", "2", None)],
        ),
    ],
)
def test_a_value_that_differs_is_told_with_its_place(
    before: Observation, after: Observation, told: list[tuple[str, str | None, str | None]]
) -> None:
    assert told == changes(before, after)


def test_equal_expectations_differ_in_nothing() -> None:
    nan = float("nan")

    assert () == changes_between(expected(tensor(1.0, nan)), expected(tensor(1.0, nan)))


def test_of_many_numbers_the_one_that_differs_most_is_told_and_how_many_do() -> None:
    before, after = tensor(1.0, 2.0, 3.0, 4.0), tensor(1.0, 2.1, 9.0, 4.0)

    assert (RecordChange(where="default: x[2]", before="3", after="9", differing=2, numbers=4),) == changes_between(
        expected(before), expected(after)
    )


def test_labels_of_memory_are_told_only_where_nothing_else_differs() -> None:
    one, other = tensor(1.0, storage=1), tensor(1.0, storage=2, identity=3)

    assert [("x.storage", "1", "2"), ("x.identity", "0", "3")] == changes(one, other)
    assert [("x[0]", "1", "2")] == changes(one, tensor(2.0, storage=2))


def test_other_torch_other_variants_and_other_findings_of_mistakes_are_told() -> None:
    before = Expectations("2.12.0", {"small": {"x": Whole("1")}}, {"typo": Signature((trait("a"),))})
    after = Expectations("2.13.0", {"wide": {"x": Whole("1")}}, {"typo": Signature((trait("b"),))})

    assert [
        ("torch", "2.12.0", "2.13.0"),
        ("small", "x", None),
        ("wide", None, "x"),
        ("mistakes.typo", "a: value", "b: value"),
    ] == [(change.where, change.before, change.after) for change in changes_between(before, after)]


def test_a_mistake_that_is_new_or_gone_is_told_by_what_it_is_recognised_by() -> None:
    one = Expectations("2.13.0", {}, {"typo": Signature((trait("a"), trait("b")))})
    none = Expectations("2.13.0", {}, {})

    assert [("mistakes.typo", "a: value; b: value", None)] == [
        (change.where, change.before, change.after) for change in changes_between(one, none)
    ]


def trait(where: str) -> Trait:
    return Trait(where=where, aspect=Aspect.VALUE, got="1", check=0)
