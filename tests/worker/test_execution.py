"""The parts of a program in their order, and what is observed when one of them fails. Through the real sandbox."""

from typing import Any

from quizapp.sandbox.messages import Ending, Outcome, Part, Program, RunLimits
from quizapp.sandbox.observation import ErrorSeen, ModuleSeen, Sequence, TensorSeen, Truth, Whole, Words
from quizapp.sandbox.sandbox import Sandbox

SMALL = """
import torch, random, numpy
from torch import nn
model = nn.Sequential(nn.Linear(3, 4), nn.Dropout(), nn.Linear(4, 2))
optimizer = torch.optim.Adam(model.parameters())
model(torch.rand(5, 3)).sum().backward()
optimizer.step()
drawn = [random.random(), float(numpy.random.rand()), {"b", "a", "c"}]
order = [*{"one", "two", "three", "four"}]
"""


def run(sandbox: Sandbox, code: str, *observe: str, **more: Any) -> Outcome:
    return sandbox.run(Program(code=code, observe=observe, **more), RunLimits(seconds=20))


def error_of(outcome: Outcome, expression: str) -> ErrorSeen:
    seen = outcome.observations[expression]
    assert isinstance(seen, ErrorSeen)
    return seen


def test_inputs_given_code_and_probe_share_one_namespace_in_this_order(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        "log.append('code')",
        "log",
        inputs={"log": "['inputs']"},
        given="log.append('given')",
        probe="log.append('probe')",
    )

    assert outcome.observations["log"] == Sequence("list", 4, tuple(map(Words, ("inputs", "given", "code", "probe"))))


def test_inputs_know_torch_the_toolkit_and_one_another(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        "same = bool((y == 2 * x).all())",
        "same",
        "ramp",
        inputs={"x": "ramp(2, 3)", "y": "torch.stack([2 * row for row in x])"},
    )

    assert outcome.observations["same"] == Truth(True)
    assert error_of(outcome, "ramp").missing == "ramp"


def test_the_toolkit_can_be_imported_by_given_and_probe(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        "model.weight.requires_grad_(False)",
        "names",
        given="import torch\nfrom quizapp.probe import fill_\nmodel = fill_(torch.nn.Linear(2, 2))",
        probe="from quizapp.probe import trainable\nnames = trainable(model)",
    )

    assert outcome.observations["names"] == Sequence("list", 1, (Words("bias"),))


def test_an_error_in_inputs_says_so(sandbox: Sandbox) -> None:
    error = run(sandbox, "x = 1", inputs={"x": "1 / 0"}).error

    assert error is not None
    assert (error.part, error.line, error.traceback) == (
        Part.INPUTS,
        None,
        "ZeroDivisionError: division by zero\n",
    )


def test_after_an_error_in_the_code_the_probe_does_not_run_but_what_exists_is_observed(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "x = 1\ny = 1 / 0\nz = 3", "x", "y", "p", probe="p = 1")

    assert outcome.ending is Ending.RAISED
    assert outcome.observations["x"] == Whole("1")
    assert [error_of(outcome, name).missing for name in ("y", "p")] == ["y", "p"]


def test_a_failing_probe_statement_takes_only_its_own_names_with_it(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        "def half(x):\n    return x / 0",
        "r",
        "r + 1",
        "after",
        "s",
        "before",
        probe="before = 1\nr = 7\nr = half(3)\nafter = 2\ns = r + 1",
    )

    assert (outcome.ending, outcome.error and outcome.error.part) == (Ending.RAISED, Part.PROBE)
    assert (outcome.observations["before"], outcome.observations["after"]) == (Whole("1"), Whole("2"))
    assert {(error_of(outcome, name).type_name, error_of(outcome, name).line) for name in ("r", "r + 1", "s")} == {
        ("ZeroDivisionError", 2)
    }


def test_a_name_that_the_probe_misses_is_named(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "def other(): pass", "r", probe="r = wanted(3)")

    assert error_of(outcome, "r").missing == "wanted"


def test_a_name_that_comes_back_is_no_failure(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "", "r", probe="r = 1 / 0\nr = 5")

    assert outcome.observations["r"] == Whole("5")


def test_only_the_expressions_own_names_are_missing(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "def f():\n    return inner", "f()", "[gone for _ in [1]]", "f.gone")

    assert error_of(outcome, "f()").missing is None
    assert error_of(outcome, "f()").line == 2
    assert error_of(outcome, "[gone for _ in [1]]").missing == "gone"
    assert error_of(outcome, "f.gone").type_name == "AttributeError"


def test_an_expression_that_is_not_python_is_an_error(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "x = 1", "x +", "x")

    assert error_of(outcome, "x +").type_name == "SyntaxError"
    assert outcome.observations["x"] == Whole("1")


def test_a_probe_that_is_not_python_is_an_error_of_the_probe(sandbox: Sandbox) -> None:
    error = run(sandbox, "x = 1", probe="y = (").error

    assert error is not None and (error.part, error.type_name) == (Part.PROBE, "SyntaxError")


def test_two_runs_of_a_program_see_the_same(sandbox: Sandbox) -> None:
    observe = ("model", "optimizer", "drawn", "order", "model[0].weight.grad")
    with Sandbox() as other:
        first, second, third = (run(box, SMALL, *observe).observations for box in (sandbox, sandbox, other))

    assert first == second == third


def test_another_seed_sees_something_else(sandbox: Sandbox) -> None:
    first, second = (run(sandbox, SMALL, "drawn", seed=seed).observations for seed in (0, 1))

    assert first != second


def test_replaced_builtins_and_functions_do_not_change_what_is_seen(sandbox: Sandbox) -> None:
    code = """
import builtins, torch
model = torch.nn.Linear(2, 2)
for name in ("len", "type", "isinstance", "list", "dict", "str", "getattr", "tuple", "id", "issubclass", "sorted"):
    setattr(builtins, name, lambda *a, **k: 1)
torch.nn.Module.named_parameters = torch.Tensor.numpy = torch.Tensor.requires_grad = None
"""
    seen = run(sandbox, code, "model").observations["model"]

    assert isinstance(seen, ModuleSeen)
    assert [(name, tensor.requires_grad) for name, tensor in seen.parameters] == [("weight", True), ("bias", True)]


def test_a_mode_that_was_left_active_does_not_change_what_is_seen(sandbox: Sandbox) -> None:
    code = """
import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
x = torch.arange(2)
class D(TorchDispatchMode):
    def __torch_dispatch__(self, f, t, a=(), k=None): return torch.zeros(1)
class F(TorchFunctionMode):
    def __torch_function__(self, f, t, a=(), k=None): return False
F().__enter__(); D().__enter__()
"""
    seen = run(sandbox, code, "x").observations["x"]

    assert isinstance(seen, TensorSeen) and seen.values is not None
    assert bytes(seen.values.data) == b"\0\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0"


def test_shadowed_builtins_do_no_harm(sandbox: Sandbox) -> None:
    code = "list = [1]; type = 3; len = 4; str = 'a'; print = None; x = {'k': (1, 'a')}; import torch; torch = None"
    outcome = run(sandbox, code, "x", "list")

    assert outcome.observations["list"] == Sequence("list", 1, (Whole("1"),))


def test_many_parameters_are_cut_not_refused(sandbox: Sandbox) -> None:
    code = "from torch import nn\nmodel = nn.ModuleList([nn.Linear(2, 2) for _ in range(1500)])"
    outcome = run(sandbox, code, "model", "len(model)", "[model] * 20")

    assert outcome.ending is Ending.FINISHED
    assert outcome.observations["len(model)"] == Whole("1500")


def test_tensors_of_megabytes_travel_whole(sandbox: Sandbox) -> None:
    seen = run(sandbox, "import torch\nx = torch.ones(1 << 20)", "x").observations["x"]

    assert isinstance(seen, TensorSeen) and seen.values is not None
    assert len(seen.values.data) == 4 << 20


def test_what_was_used_is_told(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "import torch, time\nx = torch.ones(30_000_000)\ntime.sleep(0.05)")

    assert outcome.seconds >= 0.05
    assert outcome.peak_bytes >= 100_000_000
    assert outcome.cpu_seconds > 0


def test_ready_made_files_can_be_written_and_are_empty_in_the_next_run(sandbox: Sandbox) -> None:
    code = "\n".join(
        [
            "import torch",
            "size = len(open('checkpoint.pt', 'rb').read())",
            "torch.save(torch.ones(2), 'checkpoint.pt')",
            "x = torch.load('checkpoint.pt')",
        ]
    )
    outcomes = [run(sandbox, code, "size", "x") for _ in range(6)]

    assert [outcome.observations["size"] for outcome in outcomes] == [Whole("0")] * 6
    assert {outcome.ending for outcome in outcomes} == {Ending.FINISHED}


def test_lone_surrogates_in_the_code_do_no_harm(sandbox: Sandbox) -> None:
    assert run(sandbox, "x = 1  # \ud800", "x").observations["x"] == Whole("1")
