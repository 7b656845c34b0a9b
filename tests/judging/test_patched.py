"""A program that patches what could judge it is judged as it is: wrong stays wrong, right stays right."""

import pytest

from quizapp.judging.expectations import Expectations
from quizapp.judging.verdict import Diagnosis, Finding, Verdict
from quizapp.packs.model import Aspect, Check, Exercise
from quizapp.practice import judge_against, run_variants
from quizapp.sandbox.sandbox import Sandbox
from tests.judging.sample import exercise

GIVEN = """import torch
from torch import nn
from quizapp.probe import fill_, ramp
model = fill_(nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2)))
x = ramp(4, 3)
"""
RIGHT = """class Scale(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(2))

layer = Scale()
model[0].weight.requires_grad = False
part = x[1:]
doubled = 2 * x
names = ["a", "b"]
words = {"a": 1}

def train(net, steps):
    optimizer = torch.optim.SGD([net[2].weight, net[2].bias], lr=0.1)
    for _ in range(steps):
        net[2](ramp(2, 4)).sum().backward()
        optimizer.step()
        optimizer.zero_grad()

def refuse():
    raise ValueError

def validate(net):
    with torch.no_grad():
        return net[2](ramp(2, 4))
"""
WRONG = """class Scale(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = torch.ones(2)

layer = Scale()
model[0].weight.require_grad = False
part = x[1:].clone()
doubled = 2 * x + 1e-3
names = ["a"]
words = {"a": 2}

def train(net, steps):
    optimizer = torch.optim.SGD([net[0].bias, net[2].bias], lr=0.5)
    net[2](ramp(2, 4)).sum().backward()
    optimizer.step()

def refuse():
    pass

def validate(net):
    return net[2](ramp(2, 4))
"""
PROBE = """from quizapp.probe import *
before = snapshot(model)
with trace_steps(model) as log:
    train(model, 2)
moved = changed(model, before)
grads = gradient_states(model)
trains = trainable(model)
shared = shares_memory(part, x)
near = close(doubled, 2 * ramp(4, 3))
raised = raises(refuse)
saved = saved_for_backward(lambda: validate(model))
with trace_forward(model[2]) as calls:
    validate(model)
"""
PLAIN = ("doubled", "log.moved", "log.lr", "moved", "grads", "trains", "shared", "near", "raised", "saved")
TOLD: Exercise = exercise(
    Check(observe="model", aspects=(Aspect.TRAINABLE, Aspect.GRADIENT_STATE)),
    Check(observe="layer"),
    Check(observe="part", shares_with="x"),
    *(Check(observe=each) for each in PLAIN),
    Check(observe="len(log.steps)"),
    Check(observe="calls.recorded"),
    Check(observe="sorted(names)"),
    Check(observe="len(names)"),
    Check(observe="isinstance(names, dict) or dict(words)"),
    given=GIVEN,
    probe=PROBE,
    solution=RIGHT,
)

PATCHES = {
    # comparisons
    "torch.allclose": "torch.allclose = lambda *a, **k: True",
    "torch.equal": "torch.equal = lambda *a: True",
    "torch.isclose": "torch.isclose = lambda a, b, **k: torch.ones(1, dtype=torch.bool)",
    "torch.testing.assert_close": "torch.testing.assert_close = lambda *a, **k: None",
    "Tensor.__eq__": "torch.Tensor.__eq__ = lambda a, b: torch.ones(1, dtype=torch.bool)",
    "Tensor.__ne__": "torch.Tensor.__ne__ = lambda a, b: torch.zeros(1, dtype=torch.bool)",
    "Tensor.equal": "torch.Tensor.equal = lambda a, b: True",
    "Tensor.allclose": "torch.Tensor.allclose = lambda *a, **k: True",
    "every comparison of arrays": "import numpy as np\nnp.allclose = np.array_equal = np.equal = lambda *a, **k: True",
    # what tensors say of themselves
    "Tensor.clone": "torch.Tensor.clone = lambda self, **k: self",
    "Tensor.detach": "torch.Tensor.detach = lambda self: torch.zeros(1)",
    "Tensor.any and all": "torch.Tensor.any = torch.Tensor.all = lambda self, *a: torch.tensor(True)",
    "Tensor.data_ptr": "torch.Tensor.data_ptr = torch.Tensor.untyped_storage = lambda self: 1",
    "Tensor.numpy": "torch.Tensor.numpy = torch.Tensor.tolist = torch.Tensor.__array__ = lambda self, *a, **k: [1]",
    "Tensor.shape": "torch.Tensor.shape = property(lambda self: (1, 1))",
    "Tensor.__repr__": "torch.Tensor.__repr__ = lambda self, **k: 'tensor(1.)'",
    "torch.zeros": "torch.zeros = torch.ones = torch.arange = lambda *a, **k: x",
    "a function mode": """from torch.overrides import TorchFunctionMode
class Lie(TorchFunctionMode):
    def __torch_function__(self, function, types, args=(), kwargs=None):
        if function.__name__ in ("equal", "allclose", "isclose", "eq", "any", "all"):
            return True
        return function(*args, **kwargs or {})
Lie().__enter__()""",
    "a default device": "torch.set_default_device('meta')\ntorch.set_default_device(None)",
    "a default dtype": "torch.set_default_dtype(torch.float32)",
    "no gradients": "torch.no_grad().__enter__()\ntorch.enable_grad().__enter__()",
    # modules and optimizers
    "Module.named_parameters": "nn.Module.named_parameters = lambda self, *a, **k: iter(())",
    "Module.parameters": "nn.Module.parameters = lambda self, *a: iter(())",
    "Module.named_modules": "nn.Module.named_modules = lambda self, *a, **k: iter(())",
    "Module.state_dict": "nn.Module.state_dict = lambda self, *a, **k: {}",
    "Module.requires_grad": "nn.Module.requires_grad = False",
    "the class of all parameters": "nn.Parameter = lambda data, requires_grad=True: data",
    "an attribute that says parameter": "torch.ones(1)._is_param = True",
    "the saved tensors hooks": "torch.autograd.graph.saved_tensors_hooks = None",
    "the registries of hooks": """import torch.optim.optimizer as o, torch.nn.modules.module as m
o.register_optimizer_step_pre_hook = o.register_optimizer_step_post_hook = lambda hook: None
m.register_module_forward_hook = m.register_module_forward_pre_hook = lambda *a, **k: None""",
    # the toolkit
    "changed": "import quizapp.probe\nquizapp.probe.changed = lambda *a: ['2.weight', '2.bias']",
    "every function of the toolkit": """import quizapp.probe as p
for name in p.__all__:
    setattr(p, name, lambda *a, **k: True)""",
    "the modules of the toolkit": """import sys, types
for name in list(sys.modules):
    if name.startswith('quizapp.probe'):
        sys.modules[name] = types.ModuleType(name)""",
    "no modules at all": "import sys\nsys.modules = {}",
    "the toolkit is gone": """import sys
for name in [name for name in sys.modules if name.startswith('quizapp')]:
    del sys.modules[name]""",
    "the code of a function": "import quizapp.probe as p\np.raises.__code__ = (lambda call: 'ValueError').__code__",
    "the defaults of a function": "import quizapp.probe as p\np.close.__defaults__ = (10.0, 10.0)",
    "what a function uses": """import quizapp.probe.states as s, quizapp.probe.native as n
s.copy_of = s.are_same = n.are_same = n.requires_grad = lambda *a: True""",
    "a class of the toolkit": "import quizapp.probe as p\np.Trace.moved = p.Trace.lr = [['2.weight', '2.bias']] * 2",
    "names of the toolkit": "changed = trainable = close = snapshot = raises = lambda *a, **k: None",
    # the observer
    "the capture": """import sys
for name, module in list(sys.modules.items()):
    if name.startswith('quizapp.worker') or name.startswith('quizapp.sandbox'):
        for each in list(vars(module)):
            if callable(getattr(module, each)) and not each.startswith('__'):
                setattr(module, each, None)""",
    "a method of the capture": """import sys
sys.modules['quizapp.worker.capture'].Capture.see = lambda self, value, depth=0: None""",
    "the observing itself": """import sys
sys.modules['quizapp.worker.execution'].Execution.observe = lambda self: {}""",
    "json": "import json\njson.dumps = json.loads = json.dump = json.load = lambda *a, **k: '{}'",
    "msgspec": "import msgspec\nmsgspec.msgpack.encode = lambda *a, **k: b''\nmsgspec.msgpack.Encoder = None",
    "numpy": "import numpy as np\nnp.ndarray = np.asarray = np.dtype = None",
    "ctypes": "import ctypes\nctypes.c_char = None",
    "struct": "import struct\nstruct.Struct = struct.pack = None",
    "the clock": "import time\ntime.perf_counter = time.process_time = time.monotonic = lambda: 'late'",
    # Python
    "len": "import builtins\nbuiltins.len = lambda value: 2",
    "sorted": "import builtins\nbuiltins.sorted = lambda value, **k: ['a', 'b']",
    "dict and isinstance": """import builtins
builtins.dict = lambda value: {'a': 1}
builtins.isinstance = lambda value, kind: False""",
    "bool, all and any": "import builtins\nbuiltins.bool = builtins.all = builtins.any = lambda *a: True",
    "names of Python's own": "len = sorted = isinstance = dict = list = lambda *a, **k: ['a', 'b']",
    "variables called like them": "list, dict, type, len = [1], {}, 'cnn', 3\nstr, sorted, isinstance = 'a', 5, 6",
    "import": "import builtins, types\nbuiltins.__import__ = lambda name, *a, **k: types.ModuleType(name)",
    "all built-in names": """import builtins
for name in list(vars(builtins)):
    if name[0].islower() and name not in ("range", "super"):
        setattr(builtins, name, lambda *a, **k: True)""",
    "its own built-in names": "__builtins__ = {'range': range, 'ValueError': ValueError, 'super': super}",
    "its name": "__name__ = '__probe__'",
    "settrace": "import sys\nsys.settrace(lambda *a: None)\nsys.setprofile(lambda *a: None)",
    "settings of Python": "import sys\nsys.settrace = sys.setprofile = sys.setrecursionlimit = sys.gettrace = None",
    "descriptors": "import os\nos.dup2 = os.close = os.dup = lambda *a, **k: 1 / 0",
    "random": "import random, numpy\nrandom.seed = numpy.random.seed = torch.manual_seed = None",
    "gc": "import gc\ngc.disable()\ngc.callbacks.append(lambda *a: 1 / 0)\ngc.set_threshold(1)",
    "the recursion limit": "import sys\nsys.setrecursionlimit(200)",
    "warnings as errors": "import warnings\nwarnings.simplefilter('error')",
    "excepthook and displayhook": "import sys\nsys.excepthook = sys.displayhook = sys.unraisablehook = None",
    "streams": "import sys\nsys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = None",
    "a failing atexit": "import atexit\natexit.register(lambda: 1 / 0)",
    "an exit at exit": "import atexit, os\natexit.register(os._exit, 0)",
    "a destructor": "import os\nclass Last:\n    def __del__(self): os._exit(0)\nlast = Last()",
    "exit functions": "import os, sys\nos._exit = os.write = sys.exit = lambda *a: None",
    "a thread": "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
    "a signal handler": "import signal\nsignal.signal(signal.SIGALRM, lambda *a: 1 / 0)",
}


@pytest.fixture(scope="module")
def solved(sandbox: Sandbox) -> Expectations:
    runs = run_variants(TOLD, RIGHT, sandbox)
    return Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})


@pytest.fixture(scope="module")
def plainly_wrong(sandbox: Sandbox, solved: Expectations) -> Verdict:
    return judge_against(solved, TOLD, WRONG, sandbox)


def told(finding: Finding) -> tuple[object, ...]:
    return finding.check, finding.where, finding.aspect, finding.expected, finding.got, finding.diagnosis


def test_each_check_finds_fault_with_the_wrong_program(plainly_wrong: Verdict) -> None:
    assert sorted({finding.check or 0 for finding in plainly_wrong.findings}) == list(range(len(TOLD.checks)))


@pytest.mark.parametrize("patch", PATCHES.values(), ids=PATCHES)
def test_a_wrong_program_gets_the_findings_that_it_gets_without_the_patch(
    sandbox: Sandbox, solved: Expectations, plainly_wrong: Verdict, patch: str
) -> None:
    verdict = judge_against(solved, TOLD, f"{WRONG}\n{patch}\n", sandbox)

    assert [told(each) for each in verdict.findings] == [told(each) for each in plainly_wrong.findings]
    assert not verdict.passed


@pytest.mark.parametrize("patch", PATCHES.values(), ids=PATCHES)
def test_a_right_program_passes_with_the_patch(sandbox: Sandbox, solved: Expectations, patch: str) -> None:
    verdict = judge_against(solved, TOLD, f"{RIGHT}\n{patch}\n", sandbox)

    assert ([told(each) for each in verdict.findings], verdict.outcome.error) == ([], None)
    assert verdict.passed


STATE = exercise(
    Check(observe="net", aspects=(Aspect.TRAINABLE, Aspect.GRADIENT_STATE, Aspect.MODE)),
    Check(observe="net[0].weight", aspects=(Aspect.VALUE, Aspect.GRADIENT, Aspect.IS_PARAMETER, Aspect.SHAPE)),
    Check(observe="trains"),
    Check(observe="grads"),
    Check(observe="there"),
    given="""import torch
from torch import nn
from quizapp.probe import *
net = fill_(nn.Sequential(nn.Linear(2, 1)))
""",
    probe="from quizapp.probe import *\ntrains, grads, there = trainable(net), gradient_states(net), modes(net)\n",
    solution="net[0].bias.requires_grad = False\nnet[0](torch.ones(1, 2)).sum().backward()\nnet.eval()",
)
HALF_DONE = "net[0](2 * torch.ones(1, 2)).sum().backward()\nnet[0].eval()"

BREAKING = {
    "Tensor.requires_grad": "torch.Tensor.requires_grad = property(lambda self: False)",
    "Tensor.grad": "torch.Tensor.grad = property(lambda self: None)",
    "Tensor.__getattribute__": "torch.Tensor.__getattribute__ = lambda self, name: None",
    "Module.__setattr__": "nn.Module.__setattr__ = nn.Module.__delattr__ = nn.Module.__dir__ = lambda *a: None",
    "Module.training": "nn.Module.training = property(lambda self: False, lambda self, mode: None)",
    "the class of all tensors": "torch.Tensor = torch.nn.Module",
    "the class of all modules": "nn.Module = dict",
    "the class of all parameters": "nn.Parameter = torch.Tensor",
    "torch itself": "import sys\nsys.modules['torch'] = torch = None",
    "nn itself": "import sys\nsys.modules['torch.nn'] = torch.nn = None",
    "the C functions": "torch._C.TensorBase = torch._C.DisableTorchFunction = torch._C._DisableTorchDispatch = None",
}


@pytest.mark.parametrize("patch", BREAKING.values(), ids=BREAKING)
def test_state_is_seen_though_nothing_can_be_computed_any_more(sandbox: Sandbox, patch: str) -> None:
    runs = run_variants(STATE, STATE.solution, sandbox)
    recorded = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    right, wrong, half = (
        judge_against(recorded, STATE, code, sandbox)
        for code in (f"{STATE.solution}\n{patch}", f"{HALF_DONE}\n{patch}", HALF_DONE)
    )

    assert ([told(each) for each in right.findings], right.passed) == ([], True)
    assert [told(each) for each in wrong.findings] == [told(each) for each in half.findings] != []


LAYER = exercise(
    Check(observe="layer", aspects=(Aspect.PARAMETERS, Aspect.TRAINABLE)),
    Check(observe="layer.scale", aspects=(Aspect.IS_PARAMETER,)),
    given="import torch\nfrom torch import nn\n",
    solution="layer = nn.Module()\nlayer.scale = nn.Parameter(torch.ones(3))",
)

NOT_PARAMETERS = {
    "a factory in place of the class": "nn.Parameter = lambda data: data\nlayer = nn.Module()\n"
    "layer.scale = nn.Parameter(torch.ones(3))",
    "a factory of trainable tensors": "nn.Parameter = lambda data: data.requires_grad_()\nlayer = nn.Module()\n"
    "layer.scale = nn.Parameter(torch.ones(3))",
    "a mark that isinstance believes": "layer = nn.Module()\nlayer.scale = torch.ones(3)\nlayer.scale._is_param = True",
    "a class that says so": "class Parameter(torch.Tensor):\n    __class__ = nn.Parameter\nlayer = nn.Module()\n"
    "layer.scale = torch.ones(3).as_subclass(Parameter)",
    "a class of the same name": "class Parameter(torch.Tensor): pass\nnn.Parameter = Parameter\nlayer = nn.Module()\n"
    "layer.scale = torch.ones(3).as_subclass(Parameter)",
}


@pytest.mark.parametrize("code", NOT_PARAMETERS.values(), ids=NOT_PARAMETERS)
def test_what_only_looks_like_a_parameter_is_a_plain_tensor(sandbox: Sandbox, code: str) -> None:
    runs = run_variants(LAYER, LAYER.solution, sandbox)
    recorded = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    verdict = judge_against(recorded, LAYER, code, sandbox)

    assert Diagnosis.PLAIN_TENSOR in [finding.diagnosis for finding in verdict.findings]
    assert not verdict.passed


SUBCLASSES = {
    "values": """class Lie(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        if function.__name__ in ("equal", "eq", "allclose", "__get__", "detach", "clone", "tolist", "numpy"):
            return torch.tensor([1.0, 2.0])
        return super().__torch_function__(function, types, args, kwargs or {})
y = torch.tensor([1.0, 3.0]).as_subclass(Lie)""",
    "dispatch": """class Lie(torch.Tensor):
    @staticmethod
    def __new__(cls, numbers):
        return torch.Tensor._make_subclass(cls, numbers)
    @classmethod
    def __torch_dispatch__(cls, function, types, args=(), kwargs=None):
        return torch.tensor([1.0, 2.0])
y = Lie(torch.tensor([1.0, 3.0]))""",
    "attributes": """class Lie(torch.Tensor):
    shape = property(lambda self: (2,))
    dtype = torch.float32
    def __getattribute__(self, name):
        return getattr(torch.tensor([1.0, 2.0]), name)
y = torch.tensor([1.0, 3.0]).as_subclass(Lie)""",
}


@pytest.mark.parametrize("code", SUBCLASSES.values(), ids=SUBCLASSES)
def test_a_subclass_that_lies_about_its_numbers_is_found_out(sandbox: Sandbox, code: str) -> None:
    about = exercise(
        Check(observe="y", aspects=(Aspect.VALUE,)),
        Check(observe="near"),
        given="import torch\n",
        probe="from quizapp.probe import close\nnear = close(y, [1.0, 2.0])",
        solution="y = torch.tensor([1.0, 2.0])",
    )
    runs = run_variants(about, about.solution, sandbox)
    recorded = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    verdict = judge_against(recorded, about, code, sandbox)

    assert [(finding.where, finding.got) for finding in verdict.findings] == [
        ("y[1]", "[1.0, 3.0]"),
        ("near", "False"),
    ]


def test_a_process_that_leaves_before_it_is_looked_at_has_not_passed(sandbox: Sandbox, solved: Expectations) -> None:
    verdict = judge_against(solved, TOLD, f"{RIGHT}\nimport os\nos._exit(0)", sandbox)

    assert (verdict.passed, len(verdict.unchecked)) == (False, len(TOLD.checks))
