"""What a traced run says of each line, in the real sandbox; and that the program doesn't notice."""

import pytest

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.observation import ModuleSeen, TensorSeen
from quizapp.sandbox.sandbox import Sandbox
from quizapp.sandbox.trace import TraceSeen
from quizapp.wording import Wording
from quizapp.wording.line_notes import line_note

ENGLISH = Wording("en")


def traced(
    sandbox: Sandbox, code: str, given: str = "import torch\nfrom torch import nn\n", probe: str = ""
) -> Outcome:
    return sandbox.run(Program(code=code, given=given, probe=probe, trace=True), RunLimits(seconds=20))


def trace_of(outcome: Outcome) -> TraceSeen:
    assert outcome.trace is not None, (outcome.ending, outcome.detail, outcome.error)
    return outcome.trace


def notes(sandbox: Sandbox, code: str, probe: str = "") -> dict[int, str]:
    trace = trace_of(traced(sandbox, code, probe=probe))
    return {line.line: line_note(line, ENGLISH, trace) for line in trace.lines}


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("x = torch.ones(3, 4)", "x (3, 4) f32"),
        ("x = y = torch.ones(2)", "x (2,) f32  y (2,) f32"),
        ("a, (b, *c) = 1, (2, 3, 4)", "a = 1  b = 2  c = [3, 4]"),
        ("x: torch.Tensor = torch.zeros(2, dtype=torch.int64)", "x (2,) i64"),
        ("w = nn.Parameter(torch.ones(2, 3))", "w (2, 3) f32 param"),
        ("w = nn.Parameter(torch.ones(2, 3), requires_grad=False)", "w (2, 3) f32 frozen"),
        ("loss = torch.ones(2, requires_grad=True).sum()", "loss () f32 grad"),
        ("turned = torch.ones(2, 3).T", "turned (3, 2) f32 strided"),
        ("names = list('abcdefghijkl')", "names [12]"),
        ("net = nn.Sequential(nn.Linear(2, 3))", "net Sequential"),
        ("if (n := 3) > 2: pass", "n = 3"),
        ("size = torch.ones(2, 3).shape", "size = (2, 3)"),
        ("_ = torch.ones(2)", ""),
        ("import math", ""),
        ("def f(): return 1", ""),
        ("print(torch.ones(2))", ""),
        ("squares = [i for i in range(9)]", "squares [9]"),
        ("x = torch.stack([\n    torch.ones(2),\n    torch.zeros(2),\n])", "x (2, 2) f32"),
        ("with torch.no_grad() as nothing:\n    x = 1", "nothing = None"),
    ],
)
def test_a_line_says_what_it_made(sandbox: Sandbox, code: str, note: str) -> None:
    assert notes(sandbox, code)[1] == note


@pytest.mark.parametrize(
    ("change", "note"),
    [
        ("x[0] = 1", "x (2, 3) f32"),
        ("x += 1", "x (2, 3) f32"),
        ("x.add_(1)", "x (2, 3) f32"),
        ("x.data[0] = 1", "x (2, 3) f32"),
        ("x.add_(1).mul_(2)", "x (2, 3) f32"),
        ("nn.init.zeros_(x)", "x (2, 3) f32"),
        ("torch.add(x, 1, out=x)", "x (2, 3) f32"),
        ("x.requires_grad = True", "x (2, 3) f32 grad"),
        ("net[0].weight.requires_grad = False", "net[0].weight (4, 3) f32 frozen"),
        ("net.scale = torch.ones(1)", "net.scale (1,) f32"),
        ("net.eval()", "net Sequential eval"),
        ("net[0].weight.requires_grad_(False)", "net[0].weight (4, 3) f32 frozen"),
        ("optimizer.step()", "optimizer SGD"),
        ("names.append(1)", "names = [1]"),
        ("x.add(1)", ""),
        ("net(x)", ""),
        ("x.shape", ""),
        ("del x", ""),
    ],
)
def test_a_line_says_what_it_changed_in_place(sandbox: Sandbox, change: str, note: str) -> None:
    before = "x, net, names = torch.ones(2, 3), nn.Sequential(nn.Linear(3, 4)), []\n"
    optimizer = "optimizer = torch.optim.SGD(net.parameters(), 0.1)\n"

    assert notes(sandbox, before + optimizer + change)[3] == note


def test_a_view_names_what_it_shares_memory_with(sandbox: Sandbox) -> None:
    assert notes(sandbox, "x = torch.arange(6.)\ny = x.view(2, 3)\nz = y\ncopy = x.clone()") == {
        1: "x (6,) f32",
        2: "y (2, 3) f32 view of x",
        3: "z (2, 3) f32 view of x",
        4: "copy (6,) f32",
    }


def test_the_same_object_is_no_view(sandbox: Sandbox) -> None:
    assert notes(sandbox, "x = torch.ones(2)\ny = x")[2] == "y (2,) f32 is x"


def test_a_loop_says_the_last_value_and_how_often(sandbox: Sandbox) -> None:
    code = "for i in range(5):\n    x = torch.ones(i)\nwith torch.no_grad():\n    y = x\ndone = True"

    assert notes(sandbox, code) == {
        1: "i = 4  ×5",
        2: "x (4,) f32  ×5",
        3: "",
        4: "y (4,) f32 is x",
        5: "done = True",
    }


def test_loops_over_nothing_make_nothing(sandbox: Sandbox) -> None:
    trace = trace_of(traced(sandbox, "i = 'before'\nfor i in []:\n    pass\ndone = 1"))

    assert [(line.line, line.times) for line in trace.lines] == [(1, 1), (4, 1)]


def test_the_head_of_with_runs_once(sandbox: Sandbox) -> None:
    trace = trace_of(traced(sandbox, "with torch.no_grad():\n    x = 1\ny = 2"))

    assert [line.times for line in trace.lines] == [1, 1, 1]


def test_a_function_says_what_it_returned_also_to_the_probe(sandbox: Sandbox) -> None:
    code = "def half(x):\n    y = x / 2\n    return y\n"

    assert notes(sandbox, code, probe="out = half(torch.ones(3, 2))") == {
        1: "",
        2: "y (3, 2) f32",
        3: "return (3, 2) f32",
    }


def test_steps_say_how_deep_they_ran(sandbox: Sandbox) -> None:
    code = "def f(x):\n    y = x + 1\n    return y\ndef g(x):\n    return f(x)\nz = g(1)"
    steps = trace_of(traced(sandbox, code)).steps

    assert [(step.line, step.depth) for step in steps] == [(1, 0), (4, 0), (2, 2), (3, 2), (5, 1), (6, 0)]


def test_generators_and_methods_are_followed(sandbox: Sandbox) -> None:
    code = (
        "class Net(nn.Module):\n    def __init__(self):\n        super().__init__()\n"
        "        self.scale = nn.Parameter(torch.ones(1))\n    def forward(self, x):\n        return x * self.scale\n"
        "def batches():\n    for size in (2, 3):\n        yield torch.ones(size)\n"
        "net = Net()\nfor x in batches():\n    y = net(x)\n"
    )
    said = notes(sandbox, code)

    assert said[4] == "self.scale (1,) f32 param"
    assert said[6] == "return (3,) f32 grad  ×2"
    assert said[8] == "size = 3  ×2"
    assert (said[11], said[12]) == ("x (3,) f32  ×2", "y (3,) f32 grad  ×2")


def test_the_head_of_a_class_runs_once(sandbox: Sandbox) -> None:
    trace = trace_of(traced(sandbox, "class A:\n    n = 1\na = A()"))

    assert [(line.line, line.times) for line in trace.lines] == [(1, 1), (2, 1), (3, 1)]


def test_a_line_that_raised_made_nothing(sandbox: Sandbox) -> None:
    outcome = traced(sandbox, "x = 1\nx = 1 / 0\ny = 2")

    assert outcome.ending is Ending.RAISED
    assert outcome.error is not None and outcome.error.line == 2
    assert [line.line for line in trace_of(outcome).lines] == [1]


def test_a_caught_error_leaves_its_line_out(sandbox: Sandbox) -> None:
    assert notes(sandbox, "try:\n    x = 1 / 0\nexcept ZeroDivisionError:\n    x = 2\ny = 3") == {
        1: "",
        3: "",
        4: "x = 2",
        5: "y = 3",
    }


def test_scalars_become_series(sandbox: Sandbox) -> None:
    code = "for i in range(600):\n    loss = torch.tensor(i / 2, requires_grad=True)\n    loss.backward()\nonce = 1.5"
    series = {(each.line, each.name): each.values for each in trace_of(traced(sandbox, code)).series}

    assert set(series) == {(1, "i"), (2, "loss")}
    values = series[2, "loss"].values
    assert values is not None and list(memoryview(values.data).cast("d")) == [i / 2 for i in range(600)]


def test_steps_hold_the_numbers_of_small_tensors_and_lines_none(sandbox: Sandbox) -> None:
    trace = trace_of(traced(sandbox, "x = torch.arange(3.)\nbig = torch.ones(100, 100)"))
    small, big = (step.made[0].value for step in trace.steps)

    assert isinstance(small, TensorSeen) and small.values is not None
    assert list(memoryview(small.values.data).cast("f")) == [0, 1, 2]
    assert isinstance(big, TensorSeen) and big.values is None
    assert all(isinstance(m.value, TensorSeen) and m.value.values is None for line in trace.lines for m in line.made)


def test_a_step_shows_a_module_after_the_optimizer_moved_it(sandbox: Sandbox) -> None:
    code = (
        "net = nn.Linear(2, 1)\nnet.bias.requires_grad = False\noptimizer = torch.optim.SGD(net.parameters(), 0.1)\n"
        "net(torch.ones(1, 2)).sum().backward()\noptimizer.step()\nnet.eval()"
    )
    module = trace_of(traced(sandbox, code)).steps[-1].made[0].value

    assert isinstance(module, ModuleSeen)
    assert {name: tensor.moved for name, tensor in module.parameters} == {"weight": True, "bias": False}


def test_a_loop_of_a_million_lines_is_cut_off_and_runs_on(sandbox: Sandbox) -> None:
    outcome = traced(sandbox, "i = 0\nwhile i < 1_000_000:\n    i += 1\nprint(i)")

    assert (outcome.ending, outcome.stdout) == (Ending.FINISHED, "1000000\n")
    assert trace_of(outcome).cut


def test_a_whole_trace_is_not_cut(sandbox: Sandbox) -> None:
    assert not trace_of(traced(sandbox, "x = 1")).cut


def test_code_that_is_no_python_has_no_lines(sandbox: Sandbox) -> None:
    outcome = traced(sandbox, "x = (")

    assert outcome.error is not None and outcome.error.type_name == "SyntaxError"
    assert outcome.trace is None or outcome.trace.lines == ()


def test_nobody_asked_nothing_is_traced(sandbox: Sandbox) -> None:
    assert sandbox.run(Program(code="x = 1"), RunLimits()).trace is None


UNNOTICED = {
    "its own tracer": """
import sys
seen = []
sys.settrace(lambda *a: seen.append(a[1]))
def f(): pass
f()
sys.settrace(None)
print('call' in seen)
""",
    "its own profiler": """
import sys
seen = []
sys.setprofile(lambda *a: seen.append(1))
len([])
sys.setprofile(None)
print(bool(seen))
""",
    "threads": """
import threading
found = []
t = threading.Thread(target=lambda: found.append(1))
t.start()
t.join()
print(found)
""",
    "deep recursion": """
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(800))
""",
    "endless recursion": """
def deep(n):
    return deep(n + 1)
try:
    deep(0)
except RecursionError as error:
    print(str(error)[:32])
""",
    "locals": """
def f():
    a = 1
    def g():
        nonlocal a
        a += 1
    g()
    return a, locals()['a']
print(f())
""",
    "properties": """
class A:
    @property
    def x(self):
        print('asked')
        return 1
    @x.setter
    def x(self, value):
        print('set')
a = A()
a.x = 2
""",
    "getattr": """
class A:
    def __getattr__(self, name):
        print('asked', name)
        raise AttributeError
    def __eq__(self, other):
        print('compared')
    __hash__ = None
a = A()
for i in range(500):
    a.b = a
""",
    "weak references": """
import weakref
x = torch.ones(3)
w = weakref.ref(x)
del x
print(w() is None)
""",
    "generators": """
def g():
    try:
        yield 1
    finally:
        print('closed')
x = g()
next(x)
x = None
print('after')
""",
    "function modes": """
from torch.overrides import TorchFunctionMode
class Mode(TorchFunctionMode):
    def __torch_function__(self, f, types, args=(), kwargs=None):
        print(f.__name__)
        return f(*args, **(kwargs or {}))
with Mode():
    x = torch.ones(3)
    for i in range(3):
        y = x.sum()
""",
    "warnings": """
import warnings
def f():
    warnings.warn('mind', stacklevel=2)
f()
""",
    "patched builtins": """
import builtins
builtins.len = builtins.isinstance = builtins.dict = None
x = [1]
print(x)
""",
    "patched sys": """
import sys
sys.settrace = sys.gettrace = None
x = 1
print(x)
""",
    "class bodies": """
class A(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return dict(n=1)
class B(metaclass=A):
    m = n + 1
print(B.m)
""",
}


@pytest.mark.parametrize("code", UNNOTICED.values(), ids=UNNOTICED)
def test_a_program_does_not_notice_that_it_is_traced(sandbox: Sandbox, code: str) -> None:
    plain = sandbox.run(Program(code="import torch\n" + code), RunLimits(seconds=20))
    observed = sandbox.run(Program(code="import torch\n" + code, trace=True), RunLimits(seconds=20))

    assert (observed.ending, observed.stdout, observed.stderr, observed.warnings, observed.error) == (
        plain.ending,
        plain.stdout,
        plain.stderr,
        plain.warnings,
        plain.error,
    )
    assert observed.ending is Ending.FINISHED


def test_large_tensors_in_a_loop_are_not_kept(sandbox: Sandbox) -> None:
    code = "for i in range(80):\n    x = torch.ones(4_000_000)"

    assert traced(sandbox, code).ending is Ending.FINISHED
