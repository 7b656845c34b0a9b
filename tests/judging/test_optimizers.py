import pytest

from quizapp.judging.compare import compare
from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.optimizers import names_in
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import GroupSeen, ModuleSeen, OptimizerSeen
from tests.judging.sample import module, parameter, plain

OPT = Check(observe="opt")


def sgd(*groups: tuple[int, ...], lr: float = 0.1, type_name: str = "SGD") -> OptimizerSeen:
    parameters = (("lr", plain(lr)), ("foreach", plain(bool(groups[0][0] % 2))))
    return OptimizerSeen(type_name=type_name, groups=tuple(GroupSeen(group, parameters) for group in groups))


def net(weight: int, bias: int) -> ModuleSeen:
    return module({"weight": parameter(identity=weight), "bias": parameter(identity=bias)})


def test_groups_are_compared_by_the_names_of_their_parameters() -> None:
    names = names_in({"net": net(1, 2), "opt": sgd((1, 2))}), names_in({"net": net(4, 3), "opt": sgd((3, 4))})

    assert compare(OPT, sgd((1, 2)), sgd((3, 4)), names) == ()


def test_a_parameter_that_is_in_no_group_is_named() -> None:
    names = names_in({"net": net(1, 2)}), names_in({"net": net(4, 3)})

    (finding,) = compare(OPT, sgd((1, 2)), sgd((4,)), names)

    assert (finding.where, finding.aspect, finding.diagnosis, finding.names) == (
        "opt.param_groups[0]",
        Aspect.GROUPS,
        Diagnosis.NAMES_MISSING,
        ("net.bias",),
    )


def test_the_number_of_groups_counts() -> None:
    (finding,) = compare(OPT, sgd((1,), (2,)), sgd((1, 2)))

    assert (finding.where, finding.expected, finding.got) == ("len(opt.param_groups)", "2", "1")


def test_a_hyperparameter_is_told_with_its_place() -> None:
    (finding,) = compare(OPT, sgd((1,)), sgd((1,), lr=0.01))

    assert (finding.where, finding.expected, finding.got) == ('opt.param_groups[0]["lr"]', "0.1", "0.01")


def test_how_a_step_is_computed_does_not_count() -> None:
    assert compare(OPT, sgd((1,)), sgd((2,))) == ()


def test_another_optimizer_is_told_without_its_consequences() -> None:
    (finding,) = compare(OPT, sgd((1,)), sgd((1,), (2,), lr=3.0, type_name="Adam"))

    assert (finding.aspect, finding.expected, finding.got) == (Aspect.TYPE, "SGD", "Adam")


def test_groups_that_are_asked_for_need_names() -> None:
    with pytest.raises(ExpectationsError, match="observes their module"):
        compare(Check(observe="opt", aspects=(Aspect.GROUPS,)), sgd((1,)), sgd((1,)))
