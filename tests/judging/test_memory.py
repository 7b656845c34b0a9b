"""How tensors lie in memory, how often they were written to, and what layers were made with."""

import pytest

from quizapp.judging.compare import compare
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import ModuleSeen, Nothing, OptimizerSeen, SubmoduleSeen, TensorSeen, Whole
from tests.judging.sample import module, tensor


def check(aspect: Aspect) -> Check:
    return Check(observe="x", aspects=(aspect,))


def written(*numbers: float, version: int | None) -> TensorSeen:
    return tensor(numbers, version=version)


def test_an_input_that_was_written_over_is_told_once_with_its_numbers() -> None:
    both = Check(observe="x", aspects=(Aspect.VALUE, Aspect.VERSION))

    (finding,) = compare(both, written(1.0, 2.0, version=0), written(0.0, 0.0, version=1))

    assert (finding.aspect, finding.diagnosis) == (Aspect.VERSION, Diagnosis.WRITTEN_IN_PLACE)
    assert (finding.expected, finding.got) == ("[1.0, 2.0]", "[0.0, 0.0]")


@pytest.mark.parametrize(
    ("expected", "got", "told"),
    [
        (written(1.0, version=0), written(1.0, version=2), ("0", "2")),
        (written(1.0, version=2), written(2.0, version=1), ("2", "1")),
        (written(1.0, version=0), written(2.0, version=None), ("0", "None")),
        (written(1.0, version=0), written(2.0, 3.0, version=1), ("0", "1")),
    ],
)
def test_a_write_that_changed_no_number_is_only_counted(
    expected: TensorSeen, got: TensorSeen, told: tuple[str, str]
) -> None:
    (finding,) = compare(check(Aspect.VERSION), expected, got)

    assert (finding.diagnosis, finding.expected, finding.got) == (None, *told)


def test_where_a_view_begins_is_compared_unless_it_is_empty() -> None:
    one, other = tensor([1.0], offset=2), tensor([1.0], offset=0)

    (finding,) = compare(check(Aspect.OFFSET), one, other)

    assert (finding.expected, finding.got) == ("2", "0")
    assert compare(check(Aspect.OFFSET), tensor([], offset=2), tensor([], offset=0)) == ()


def test_layouts_are_compared_by_name() -> None:
    (finding,) = compare(check(Aspect.LAYOUT), tensor([1.0]), tensor([1.0], layout="sparse_coo"))

    assert (finding.expected, finding.got) == ("strided", "sparse_coo")


def with_embedding(padding: object, **more: object) -> ModuleSeen:
    settings = (("padding_idx", padding), *more.items())
    parts = (SubmoduleSeen("", "Net", True), SubmoduleSeen("words", "Embedding", True, settings))  # type: ignore[arg-type]
    return ModuleSeen(type_name="Net", training=True, submodules=parts, parameters=(), buffers=())


def test_a_setting_that_differs_is_told_with_its_place() -> None:
    (finding,) = compare(check(Aspect.SETTINGS), with_embedding(Whole("0")), with_embedding(Nothing()))

    assert (finding.where, finding.expected, finding.got) == ("x.words.padding_idx", "0", "None")
    assert finding.names == ("padding_idx",)


def test_a_setting_that_only_the_learners_layer_has_does_not_count() -> None:
    assert (
        compare(check(Aspect.SETTINGS), with_embedding(Whole("0")), with_embedding(Whole("0"), more=Whole("1"))) == ()
    )


def test_a_layer_without_the_settings_of_the_solutions_is_told() -> None:
    (finding,) = compare(
        check(Aspect.SETTINGS), with_embedding(Whole("0")), module({}, modes={"": True, "words": True})
    )

    assert (finding.where, finding.diagnosis, finding.names) == (
        "x.words",
        Diagnosis.NAMES_MISSING,
        ("padding_idx",),
    )


def test_a_layer_that_is_not_there_is_named() -> None:
    (finding,) = compare(check(Aspect.SETTINGS), with_embedding(Whole("0")), module({}))

    assert (finding.aspect, finding.names) == (Aspect.CHILDREN, ("words",))


def test_settings_count_only_if_a_check_asks_for_them() -> None:
    assert compare(Check(observe="x"), with_embedding(Whole("0")), with_embedding(Nothing())) == ()


def test_what_an_optimizer_keeps_is_compared_by_name() -> None:
    expected = OptimizerSeen(type_name="SGD", groups=(), state_keys=("momentum_buffer",))

    (finding,) = compare(check(Aspect.STATE), expected, OptimizerSeen(type_name="SGD", groups=()))

    assert (finding.where, finding.diagnosis, finding.names) == (
        "x.state",
        Diagnosis.NAMES_MISSING,
        ("momentum_buffer",),
    )
