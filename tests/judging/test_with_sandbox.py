"""Judging what the real sandbox saw: solutions pass, typical mistakes are found and recognised."""

import pytest

from quizapp.judging.expectations import Expectations
from quizapp.judging.judge import judge
from quizapp.judging.mistakes import signature
from quizapp.judging.verdict import Diagnosis, Verdict
from quizapp.packs.model import Aspect, Check, Exercise, Mistake
from quizapp.practice import judge_against, run_variants
from quizapp.sandbox.messages import Ending
from quizapp.sandbox.sandbox import Sandbox
from tests.judging.sample import exercise, mistake

NET = """import torch
from torch import nn
from quizapp.probe import fill_
model = fill_(nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2)))
"""


def recorded(sandbox: Sandbox, told: Exercise) -> Expectations:
    """What the solution and each mistake of an exercise leave behind."""
    runs = run_variants(told, told.solution, sandbox)
    solved = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    assert judge(told, solved, runs, told.solution).passed
    mistakes = {
        each.name: signature(judge_against(solved, told, each.code, sandbox).findings) for each in told.mistakes
    }
    return Expectations(solved.torch, solved.observations, mistakes)


def attempted(sandbox: Sandbox, told: Exercise, code: str) -> Verdict:
    return judge_against(recorded(sandbox, told), told, code, sandbox)


FREEZE = exercise(
    Check(observe="model", aspects=(Aspect.TRAINABLE,)),
    Check(observe="model(torch.ones(2, 3))", aspects=(Aspect.REQUIRES_GRAD,)),
    given=NET,
    solution="for param in model.parameters():\n    param.requires_grad = False",
    mistakes=(
        mistake("typo", "for param in model.parameters():\n    param.require_grad = False", uses=("require_grad",)),
        mistake("eval", "model.eval()", uses=("eval",)),
        mistake("weights", "for n, p in model.named_parameters():\n    p.requires_grad = 'weight' not in n"),
    ),
)


@pytest.mark.parametrize("code", ["model.requires_grad_(False)", "for m in model: m.requires_grad_(False)"])
def test_another_way_to_freeze_passes(sandbox: Sandbox, code: str) -> None:
    assert attempted(sandbox, FREEZE, code).passed


@pytest.mark.parametrize("made", FREEZE.mistakes, ids=lambda made: made.name)
def test_each_mistake_is_found_and_recognised_by_its_own_code(sandbox: Sandbox, made: Mistake) -> None:
    verdict = attempted(sandbox, FREEZE, made.code)

    assert (verdict.passed, verdict.mistake) == (False, made)


def test_the_parameters_that_still_train_are_named(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, FREEZE, "model[0].requires_grad_(False); model[1].requires_grad_(False)")

    assert [(each.where, each.diagnosis, each.names) for each in verdict.findings] == [
        ("model", Diagnosis.FROZEN_TOO_LITTLE, ("3.weight", "3.bias")),
        ("model(torch.ones(2, 3))", Diagnosis.NOT_DETACHED, ()),
    ]


def test_the_same_mistake_in_other_words_is_recognised_by_what_it_left_behind(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, FREEZE, "for m in (0, 1, 3):\n    model[m].weight.requires_grad_(False)")

    assert verdict.mistake is not None
    assert verdict.mistake.name == "weights"


VIEWS = exercise(
    Check(observe="t", aspects=(Aspect.VALUE, Aspect.STRIDE)),
    Check(observe="t", shares_with="x"),
    Check(observe="c", aspects=(Aspect.VALUE, Aspect.CONTIGUOUS)),
    Check(observe="c", shares_with="x"),
    Check(observe="d", same_as="x"),
    given="import torch\nx = torch.tensor([[1., 2., 3.], [4., 5., 6.]])",
    solution="t = x.t()\nc = t.contiguous()\nd = x.contiguous()",
)


def test_a_reshape_is_no_transpose(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, VIEWS, "t = x.reshape(3, 2)\nc = t.contiguous()\nd = x.contiguous()")

    assert [(each.check, each.aspect, each.diagnosis) for each in verdict.findings] == [
        (0, Aspect.STRIDE, None),
        (0, Aspect.VALUE, Diagnosis.SAME_NUMBERS_OTHER_ORDER),
        (2, Aspect.VALUE, Diagnosis.SAME_NUMBERS_OTHER_ORDER),
        (3, Aspect.SHARING, Diagnosis.VIEW_NOT_COPY),
    ]


def test_a_clone_is_not_the_same_object(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, VIEWS, "t = x.t()\nc = t.contiguous()\nd = x.clone()")

    assert [(each.check, each.aspect, each.diagnosis) for each in verdict.findings] == [
        (4, Aspect.IDENTITY, Diagnosis.COPY_NOT_VIEW)
    ]


def test_a_name_that_is_missing_is_told_once_per_check_and_hides_no_other(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, VIEWS, "t = x.t()\nc = t.contiguous()")

    assert [(each.check, each.where, each.diagnosis) for each in verdict.findings] == [(4, "d", Diagnosis.MISSING_NAME)]


COLUMNS = exercise(
    Check(observe="first"),
    Check(observe="second"),
    probe="first = columns(torch.arange(6).view(2, 3))\nsecond = columns(torch.arange(6).view(2, 3).t())",
    solution="import torch\ndef columns(x):\n    return x.t().reshape(-1)",
)


def test_a_function_that_fails_in_the_probe_is_told_with_the_learners_line(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, COLUMNS, "import torch\ndef columns(x):\n    return x.view(-1)")

    assert [(each.where, each.diagnosis, each.line) for each in verdict.findings] == [
        ("exercise.py", Diagnosis.RAISED, 3),
        ("first", Diagnosis.SAME_NUMBERS_OTHER_ORDER, None),
        ("second", Diagnosis.RAISED, 3),
    ]


@pytest.mark.parametrize(
    ("code", "ending"),
    [("def columns(x)", Ending.RAISED), ("raise ValueError('no')", Ending.RAISED), ("exit()", Ending.ENDED_EARLY)],
)
def test_code_that_does_not_run_through_is_not_checked(sandbox: Sandbox, code: str, ending: Ending) -> None:
    verdict = attempted(sandbox, COLUMNS, code)

    assert (verdict.passed, verdict.unchecked) == (False, (0, 1))
    assert [each.where for each in verdict.findings] in ([], ["exercise.py"])


LAYER = exercise(
    Check(observe="layer"),
    Check(observe="layer", aspects=(Aspect.TRAINABLE,)),
    solution="""import torch
from torch import nn
class Scale(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(3))
layer = Scale()
""",
)


def test_a_plain_tensor_is_not_a_parameter(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, LAYER, LAYER.solution.replace("nn.Parameter(torch.ones(3))", "torch.ones(3)"))

    assert [(each.where, each.diagnosis) for each in verdict.findings] == [
        ("layer.scale", Diagnosis.PLAIN_TENSOR),
        ("layer.scale", Diagnosis.PLAIN_TENSOR),
    ]


OPTIMIZER = exercise(
    Check(observe="model", aspects=(Aspect.PARAMETERS,)),
    Check(observe="opt"),
    given=NET,
    solution="""opt = torch.optim.SGD(
    [{'params': model[0].parameters()}, {'params': model[3].parameters(), 'lr': 0.5}], lr=0.1
)""",
)


def test_an_optimizer_is_judged_by_the_names_of_its_parameters(sandbox: Sandbox) -> None:
    right = """opt = torch.optim.SGD(model[0].parameters(), 0.1)
opt.add_param_group({'params': list(model[3].parameters()), 'lr': 0.5})"""
    wrong = OPTIMIZER.solution.replace("model[3]", "model[1]")

    assert attempted(sandbox, OPTIMIZER, right).passed
    assert [(each.where, each.names, each.also) for each in attempted(sandbox, OPTIMIZER, wrong).findings] == [
        ("opt", ("model.3.weight", "model.3.bias"), ("model.1.weight", "model.1.bias"))
    ]


TRAINING = exercise(
    Check(observe="model", aspects=(Aspect.MODE,)),
    Check(observe="model", aspects=(Aspect.GRADIENT_STATE,)),
    Check(observe="model[3].bias", aspects=(Aspect.GRADIENT,)),
    given=NET,
    solution="model[1].eval()\nmodel[0].requires_grad_(False)\nmodel(torch.ones(2, 3)).sum().backward()",
)


def test_modes_and_gradients_are_told_by_name(sandbox: Sandbox) -> None:
    verdict = attempted(sandbox, TRAINING, "loss = model(torch.ones(2, 3)).mean()\nloss.backward()")

    assert [(each.where, each.diagnosis) for each in verdict.findings] == [
        ("model", Diagnosis.WRONG_MODE),
        ("model.0.weight.grad", Diagnosis.GRADIENT_ZERO),
        ("model[3].bias.grad[0]", None),
    ]
    assert verdict.findings[0].names == ("model.1",)
