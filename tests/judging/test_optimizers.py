import pytest

from quizapp.judging.compare import compare
from quizapp.judging.expectations import ExpectationsError
from quizapp.judging.groups import names_in
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
        "opt",
        Aspect.GROUPS,
        Diagnosis.NOT_IN_OPTIMIZER,
        ("net.bias",),
    )


def test_the_number_of_groups_counts() -> None:
    (finding,) = compare(OPT, sgd((1,), (2,)), sgd((1, 2)))

    assert (finding.where, finding.expected, finding.got) == ("len(opt.param_groups)", "2", "1")
    assert finding.diagnosis is Diagnosis.GROUP_MISSING


def test_a_hyperparameter_is_told_with_its_place() -> None:
    (finding,) = compare(OPT, sgd((1,)), sgd((1,), lr=0.01))

    assert (finding.where, finding.expected, finding.got) == ('opt.param_groups[0]["lr"]', "0.1", "0.01")
    assert (finding.diagnosis, finding.names) == (Diagnosis.HYPERPARAMETER_OFF, ("lr",))


def test_how_a_step_is_computed_does_not_count() -> None:
    assert compare(OPT, sgd((1,)), sgd((2,))) == ()


def test_another_optimizer_is_told_without_its_consequences() -> None:
    (finding,) = compare(OPT, sgd((1,)), sgd((1,), (2,), lr=3.0, type_name="Adam"))

    assert (finding.aspect, finding.expected, finding.got) == (Aspect.TYPE, "SGD", "Adam")


def test_groups_that_are_asked_for_need_names() -> None:
    with pytest.raises(ExpectationsError, match="observes their module"):
        compare(Check(observe="opt", aspects=(Aspect.GROUPS,)), sgd((1,)), sgd((1,)))


BOTH = {"net": net(1, 2)}, {"net": net(1, 2)}


def test_the_order_of_groups_counts_only_if_the_check_says_so() -> None:
    names = names_in(BOTH[0]), names_in(BOTH[1])
    aspects = (Aspect.GROUPS,)

    assert compare(Check(observe="opt", aspects=aspects), sgd((1,), (2,)), sgd((2,), (1,)), names) == ()
    (finding,) = compare(Check(observe="opt", aspects=aspects, ordered=True), sgd((1,), (2,)), sgd((2,), (1,)), names)
    assert (finding.where, finding.diagnosis, finding.names) == (
        "opt.param_groups[0]",
        Diagnosis.IN_OTHER_GROUP,
        ("net.weight",),
    )


def test_a_needless_parameter_is_named() -> None:
    (finding,) = compare(OPT, sgd((1,)), sgd((1, 2)), (names_in(BOTH[0]), names_in(BOTH[1])))

    assert (finding.where, finding.diagnosis, finding.names) == (
        "opt",
        Diagnosis.NEEDLESSLY_IN_OPTIMIZER,
        ("net.bias",),
    )


def test_parameters_without_names_are_only_counted() -> None:
    (finding,) = compare(OPT, sgd((1, 2)), sgd((3,)))

    assert (finding.where, finding.expected, finding.got, finding.diagnosis) == (
        'len(opt.param_groups[0]["params"])',
        "2",
        "1",
        None,
    )


def test_names_do_not_depend_on_the_order_of_the_observations() -> None:
    model, part = net(1, 2), module({"0.weight": parameter(identity=1)})

    assert names_in({"net": model, "body": part}) == names_in({"body": part, "net": model})


def test_a_parameter_that_has_another_name_is_not_said_to_be_missing() -> None:
    renamed = module({"w": parameter(identity=1), "bias": parameter(identity=2)})

    (finding,) = compare(OPT, sgd((1, 2)), sgd((1, 2)), (names_in(BOTH[0]), names_in({"net": renamed})))

    assert (finding.aspect, finding.diagnosis) == (Aspect.GROUPS, None)


def test_without_the_module_nothing_is_said_to_be_missing() -> None:
    (finding,) = compare(OPT, sgd((1, 2)), sgd((1, 2)), (names_in(BOTH[0]), {}))

    assert (finding.aspect, finding.diagnosis) == (Aspect.GROUPS, None)
