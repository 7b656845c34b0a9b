from quizapp.judging.compare import compare
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from quizapp.sandbox.observation import ModuleSeen, TensorSeen
from tests.judging.sample import module, parameter, tensor

NAMES = ("0.weight", "0.bias", "2.weight")


def net(*trainable: str) -> ModuleSeen:
    return module({name: parameter(trains=name in trainable) for name in NAMES})


def checks(aspect: Aspect, *, ordered: bool | None = None) -> Check:
    return Check(observe="net", aspects=(aspect,), ordered=ordered)


def test_what_still_trains_is_frozen_too_little() -> None:
    (finding,) = compare(checks(Aspect.TRAINABLE), net("2.weight"), net("0.bias", "2.weight"))

    assert (finding.where, finding.diagnosis, finding.names) == ("net", Diagnosis.FROZEN_TOO_LITTLE, ("0.bias",))


def test_what_should_train_is_frozen_too_much() -> None:
    (finding,) = compare(checks(Aspect.TRAINABLE), net(*NAMES), net("0.weight"))

    assert (finding.diagnosis, finding.names) == (Diagnosis.FROZEN_TOO_MUCH, ("0.bias", "2.weight"))


def test_both_sides_of_a_wrong_freeze_are_named() -> None:
    (finding,) = compare(checks(Aspect.TRAINABLE), net("2.weight"), net("0.bias"))

    assert (finding.diagnosis, finding.names, finding.also) == (
        Diagnosis.FROZEN_TOO_MUCH_AND_TOO_LITTLE,
        ("0.bias",),
        ("2.weight",),
    )


def test_the_order_of_parameters_counts_only_if_the_check_says_so() -> None:
    one, other = (module({name: parameter() for name in names}) for names in (NAMES, NAMES[::-1]))

    assert compare(checks(Aspect.PARAMETERS), one, other) == ()
    assert [finding.diagnosis for finding in compare(checks(Aspect.PARAMETERS, ordered=True), one, other)] == [
        Diagnosis.NAMES_OTHER_ORDER
    ]


def test_missing_and_extra_parameters_are_both_named() -> None:
    (finding,) = compare(checks(Aspect.PARAMETERS), module({"weight": parameter()}), module({"bias": parameter([0.0])}))

    assert (finding.diagnosis, finding.names, finding.also) == (Diagnosis.NAMES_MISSING, ("weight",), ("bias",))


def test_a_missing_parameter_that_hangs_there_as_a_tensor_is_told_as_such() -> None:
    loose = module({}, loose=(("scale", tensor([1.0])),))

    for aspect in (Aspect.PARAMETERS, Aspect.TRAINABLE, Aspect.VALUE):
        (finding,) = compare(checks(aspect), module({"scale": parameter()}), loose)
        assert (finding.where, finding.diagnosis, finding.names) == ("net.scale", Diagnosis.PLAIN_TENSOR, ("scale",))


def test_usually_names_shapes_and_values_are_compared() -> None:
    check = Check(observe="model")
    wanted = module({"a": parameter([1.0, 2.0]), "b": parameter([3.0, 4.0])})

    (finding,) = compare(check, wanted, module({"a": parameter([1.0, 2.0]), "b": parameter([3.0, 7.5])}))

    assert compare(check, wanted, wanted) == ()
    assert (finding.where, finding.aspect, finding.names) == ("model.b[1]", Aspect.VALUE, ("b",))


def test_modes_are_named_by_their_paths() -> None:
    wanted = module({}, modes={"": True, "backbone": False, "backbone.1": False})
    got = module({}, modes={"": True, "backbone": False, "backbone.1": True})

    (finding,) = compare(checks(Aspect.MODE), wanted, got)

    assert (finding.diagnosis, finding.names) == (Diagnosis.WRONG_MODE, ("net.backbone.1",))
    assert (finding.expected, finding.got) == ("backbone.1: eval", "backbone.1: train")


def test_children_are_the_direct_ones() -> None:
    wanted = module({}, modes={"": True, "head": True, "head.0": True})

    assert compare(checks(Aspect.CHILDREN), wanted, module({}, modes={"": True, "head": True})) == ()
    assert [
        finding.names
        for finding in compare(checks(Aspect.CHILDREN), wanted, module({}, modes={"": True, "Head": True}))
    ] == [("head",)]


def test_a_buffer_that_is_not_kept_differs_from_one_that_is() -> None:
    kept, lost = (module({}, buffers=(("mean", tensor([0.0]), keep),)) for keep in (True, False))

    assert compare(checks(Aspect.BUFFERS), kept, kept) == ()
    assert len(compare(checks(Aspect.BUFFERS), kept, lost)) == 1


def test_gradient_states_are_compared_for_each_parameter() -> None:
    wanted = module({"a": parameter(gradient=tensor([1.0])), "b": parameter()})
    got = module({"a": parameter(), "b": parameter(gradient=tensor([1.0]))})

    (finding,) = compare(checks(Aspect.GRADIENT_STATE), wanted, got)

    assert (finding.where, finding.diagnosis, finding.names) == ("net.a.grad", Diagnosis.GRADIENT_MISSING, ("a", "b"))


def test_parameters_that_should_be_one_object_are_told() -> None:
    tied = module({"a": parameter(identity=1), "b": parameter(identity=1)})
    apart = module({"a": parameter(identity=1), "b": parameter(identity=2)})

    assert [(each.diagnosis, each.names) for each in compare(checks(Aspect.TIED), tied, apart)] == [
        (Diagnosis.NOT_TIED, ("a", "b"))
    ]
    assert [each.diagnosis for each in compare(checks(Aspect.TIED), apart, tied)] == [Diagnosis.TIED_UNEXPECTEDLY]


def test_one_cause_of_two_differences_is_told_once() -> None:
    wanted = module({"layers.0.weight": parameter()}, buffers=(("layers.0.mean", tensor([0.0]), True),))

    (finding,) = compare(Check(observe="net"), wanted, module({}, hidden=("layers",)))

    assert (finding.where, finding.diagnosis, finding.names) == ("net.layers", Diagnosis.HIDDEN_IN_LIST, ("layers",))


def test_a_list_that_hides_layers_in_the_solution_too_is_no_cause() -> None:
    wanted = module({"a": parameter(), "b": parameter()}, hidden=("cache",))

    (finding,) = compare(checks(Aspect.PARAMETERS), wanted, module({"a": parameter()}, hidden=("cache",)))

    assert finding.diagnosis is Diagnosis.NAMES_MISSING


def test_of_layers_with_random_numbers_whole_modules_must_be_renamed() -> None:
    wanted = module({"linear.weight": parameter([1.0]), "linear.bias": parameter([2.0, 3.0])})
    moved = module({"lin.weight": parameter([7.0]), "lin.bias": parameter([8.0, 9.0])})
    torn = module({"lin.weight": parameter([7.0]), "other.bias": parameter([8.0, 9.0])})

    (finding,) = compare(checks(Aspect.PARAMETERS), wanted, moved)
    assert (finding.diagnosis, finding.names, finding.also) == (
        Diagnosis.OTHER_NAME,
        ("linear.weight", "linear.bias"),
        ("lin.weight", "lin.bias"),
    )
    assert [each.diagnosis for each in compare(checks(Aspect.PARAMETERS), wanted, torn)] == [Diagnosis.NAMES_MISSING]


def test_numbers_that_were_not_captured_say_nothing_about_a_name() -> None:
    unseen = TensorSeen(dtype="float32", shape=(1,))

    (finding,) = compare(checks(Aspect.PARAMETERS), module({"a": unseen}), module({"b": unseen}))

    assert finding.diagnosis is Diagnosis.NAMES_MISSING


def test_usually_buffers_and_tied_parameters_count_where_the_solution_has_some() -> None:
    check = Check(observe="net")
    plain = module({"a": parameter(identity=1), "b": parameter(identity=2)})
    tied = module({"a": parameter(identity=1), "b": parameter(identity=1)})
    buffered = module({"a": parameter(identity=1), "b": parameter(identity=2)}, buffers=(("m", tensor([0.0]), True),))

    assert compare(check, plain, tied) == compare(check, plain, buffered) == ()
    assert [each.diagnosis for each in compare(check, tied, plain)] == [Diagnosis.NOT_TIED]
    assert [each.diagnosis for each in compare(check, buffered, plain)] == [Diagnosis.NAMES_MISSING]
