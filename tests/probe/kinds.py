"""Every kind of step that the exercises of the curriculum need, as checks and the toolkit express it."""

from dataclasses import dataclass

from quizapp.packs.model import Aspect, Check, Rule, RuleKind


@dataclass(frozen=True)
class Kind:
    """One kind of step in a real exercise: the solution passes, the wrong program fails at `check`, by its index.

    Attributes:
        check: None where a rule is broken.
    """

    name: str
    checks: tuple[Check, ...]
    solution: str
    wrong: str
    given: str = ""
    probe: str = ""
    rules: tuple[Rule, ...] = ()
    check: int | None = 0


def seen(observe: str, *aspects: Aspect, **more: object) -> tuple[Check, ...]:
    """One check."""
    return (Check(observe=observe, aspects=aspects, **more),)  # type: ignore[arg-type]


NET = "net = fill_(nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.5), nn.BatchNorm1d(4), nn.Linear(4, 1)))\n"
LINEAR = "net = fill_(nn.Linear(3, 1))\n"
X = "x = ramp(4, 3)\n"
TRAIN = """def train(net, x, steps):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for _ in range(steps):
        optimizer.zero_grad()
        net(x).pow(2).mean().backward()
        optimizer.step()
"""
EVALUATE = """def evaluate(net, x):
    with torch.no_grad():
        return net(x).mean().item()
"""
RECORDED = "def evaluate(net, x):\n    return net(x).mean().item()\n"
DROP = "def drop(x, p):\n    return x * (torch.rand_like(x) > p) / (1 - p)\n"
UNSCALED = "def drop(x, p):\n    return x * (torch.rand_like(x) > p)\n"
DROPPED = "y = numbers(drop(torch.ones(10_000), 0.2))\n"
INIT = "def start(layer):\n    nn.init.uniform_(layer.weight, -10, 10)\n"
NARROW = "def start(layer):\n    nn.init.uniform_(layer.weight, -2, 2)\n"
WIDE = "def start(layer):\n    nn.init.uniform_(layer.weight, -20, 20)\n"
STARTED = "layer = nn.Linear(100, 50)\nstart(layer)\nw = numbers(layer.weight)\n"


def about(name: str, observe: str, solution: str, wrong: str, *aspects: Aspect, **more: object) -> Kind:
    """A kind that one check expresses."""
    sides = {side: more.pop(side) for side in ("given", "probe", "rules", "check") if side in more}
    return Kind(name, seen(observe, *aspects, **more), solution, wrong, **sides)  # type: ignore[arg-type]


VALUES = (
    about("value", "y", "y = torch.tensor([1.0, 2.0])", "y = torch.tensor([1.0, 3.0])", Aspect.VALUE),
    about("value, with an inequality", "h[-1] < 0.5", "h = [1.0, 0.25]", "h = [1.0, 0.75]"),
    about("dtype", "y", "y = torch.tensor([1])", "y = torch.tensor([1.0])", Aspect.DTYPE),
    about("shape", "y", "y = torch.zeros(2, 3)", "y = torch.zeros(3, 2)", Aspect.SHAPE),
    about("stride", "y", "y = x.t()", "y = x.t().contiguous()", Aspect.STRIDE, given=X),
    about("contiguous", "y", "y = x.t().contiguous()", "y = x.t()", Aspect.CONTIGUOUS, given=X),
    about("requires_grad", "y", "y = x.clone().requires_grad_()", "y = x.clone()", Aspect.REQUIRES_GRAD, given=X),
    about("is_leaf", "y", "y = x.requires_grad_()", "y = x.requires_grad_() * 1", Aspect.IS_LEAF, given=X),
    about("has_graph", "y", "y = net(x).detach()", "y = net(x)", Aspect.GRAD_FN, given=LINEAR + X),
    about(
        "grad_state",
        "w",
        "w.sum().backward()\nw.grad = None",
        "w.sum().backward()\nw.grad.zero_()",
        Aspect.GRADIENT_STATE,
        given="w = torch.ones(2, requires_grad=True)\n",
    ),
    about("type", "r", "r = x.sum().item()", "r = x.sum()", Aspect.TYPE, given=X),
    about(
        "isa",
        "layer.weight",
        "layer = nn.Linear(1, 1)",
        "layer = nn.Module()\nlayer.weight = torch.ones(1, 1)",
        Aspect.IS_PARAMETER,
    ),
    about("len", "len(net)", "net = nn.Sequential(nn.ReLU(), nn.ReLU())", "net = nn.Sequential(nn.ReLU())"),
    about("shares", "y", "y = x[1:]", "y = x[1:].clone()", shares_with="x", given=X),
    about("same", "w", "w = net.weight", "w = net.weight.detach()", same_as="net.weight", given=LINEAR),
    about(
        "close",
        "all(near)",
        "def f(x):\n    return x * x",
        "def f(x):\n    return abs(x)",
        probe="near = [close(f(x), x**2) for x in (torch.randn(5), torch.randn(2, 3))]\n",
    ),
    about(
        "raised",
        "error",
        "def f(t):\n    if t.dtype != torch.long: raise TypeError",
        "def f(t):\n    pass",
        probe="error = raises(lambda: f(torch.ones(1)))\n",
    ),
    about(
        "raised, of a class or below it",
        "error",
        "def f():\n    raise LookupError",
        "def f():\n    raise ValueError",
        probe="error = caught(f)\n",
    ),
    about(
        "source",
        "y",
        "y = x @ x.t()",
        "y = torch.mm(x, x.t())",
        given=X,
        check=None,
        rules=(Rule(kind=RuleKind.MUST_NOT_CALL, name="mm"),),
    ),
)

STATISTICS = (
    about("absmax", "abs(w).max() <= 10", INIT, WIDE, probe=STARTED),
    about(
        "all_finite", "bool(np.isfinite(numbers(y)).all())", "y = x", "y = x / 0", given=X, probe="import numpy as np\n"
    ),
    about("frac_zero", "0.18 < (y == 0).mean() < 0.22", DROP, "def drop(x, p):\n    return x\n", probe=DROPPED),
    about("max", "w.max() > 9", INIT, NARROW, probe=STARTED),
    about("min", "w.min() < -9", INIT, NARROW, probe=STARTED),
    about("mean", "0.97 < y.mean() < 1.03", DROP, UNSCALED, probe=DROPPED),
    about("std", "w.std() > 5", INIT, NARROW, probe=STARTED),
    about(
        "min_nonzero_abs",
        "abs(w[w != 0]).min() >= 5",
        "def start(layer):\n    nn.init.constant_(layer.weight, 5)",
        INIT,
        probe=STARTED,
    ),
    about("unique", "sorted(set(y.tolist()))", DROP, UNSCALED, probe=DROPPED),
)

MODULES = (
    about(
        "buffer_names",
        "net",
        "net = nn.BatchNorm1d(2)",
        "net = nn.BatchNorm1d(2, track_running_stats=False)",
        Aspect.BUFFERS,
    ),
    about(
        "child_names",
        "net",
        "net = nn.ModuleDict({'a': nn.ReLU()})",
        "net = nn.ModuleDict({'b': nn.ReLU()})",
        Aspect.CHILDREN,
    ),
    about(
        "grad_states",
        "grads",
        "net(x).sum().backward()",
        "net.requires_grad_(False)",
        given=LINEAR + X,
        probe="grads = gradient_states(net)\n",
    ),
    about("modes", "net", "net.train()\nnet[2].eval()", "net.eval()", Aspect.MODE, given=NET),
    about("training", "net.training", "net.eval()", "net[2].eval()", given=NET),
    about("param_names", "net", "net = nn.Linear(2, 1, bias=False)", "net = nn.Linear(2, 1)", Aspect.PARAMETERS),
    about("param_shapes", "net", "net = nn.Linear(2, 1)", "net = nn.Linear(1, 1)", Aspect.SHAPE),
    about("state_keys", "net", "net = nn.BatchNorm1d(2)", "net = nn.LayerNorm(2)", Aspect.STATE_KEYS),
    about(
        "trainable", "net", "net[0].requires_grad_(False)", "net[0].require_grad = False", Aspect.TRAINABLE, given=NET
    ),
    about(
        "changed",
        "moved",
        TRAIN,
        TRAIN.replace("net.parameters()", "[net.bias]"),
        given=LINEAR + X,
        probe="before = snapshot(net)\ntrain(net, x, 1)\nmoved = changed(net, before)\n",
    ),
    about(
        "changed, in any order",
        "moved",
        "net(x)",
        "net.eval()(x)",
        ordered=False,
        given=f"{NET}{X}before = snapshot(net)\n",
        probe="moved = changed(net, before)\n",
    ),
    about(
        "settings", "words", "words = nn.Embedding(4, 2, padding_idx=0)", "words = nn.Embedding(4, 2)", Aspect.SETTINGS
    ),
)

OPTIMIZERS = (
    about(
        "opt_class",
        "opt",
        "opt = torch.optim.Adam(net.parameters(), 0.1)",
        "opt = torch.optim.SGD(net.parameters(), 0.1)",
        Aspect.TYPE,
        given=LINEAR,
    ),
    Kind(
        "opt_groups",
        (*seen("opt", Aspect.GROUPS), *seen("net", Aspect.PARAMETERS)),
        "opt = torch.optim.SGD([net.weight], lr=0.1)",
        "opt = torch.optim.SGD(net.parameters(), lr=0.1)",
        given=LINEAR,
    ),
    about(
        "opt_groups, some keys",
        "[group['lr'] for group in opt.param_groups]",
        "opt = torch.optim.Adam(net.parameters(), lr=0.1)",
        "opt = torch.optim.Adam(net.parameters(), 0.01)",
        given=LINEAR,
    ),
    about(
        "what it keeps",
        "opt",
        "opt = torch.optim.SGD([w], lr=0.1, momentum=0.9)",
        "opt = torch.optim.SGD([w], lr=0.1)",
        Aspect.STATE,
        given="w = torch.ones(1, requires_grad=True)\n",
        probe="w.grad = torch.ones(1)\nopt.step()\n",
    ),
)

TRACES = (
    about(
        "events of a step",
        "len(log)",
        TRAIN,
        TRAIN.replace("step()", "step()\n        optimizer.step()"),
        given=LINEAR + X,
        probe="with trace_steps(net) as log:\n    train(net, x, 3)\n",
    ),
    about(
        "trace of what moved",
        "log.moved",
        TRAIN,
        TRAIN.replace("net.parameters()", "[net.bias]"),
        given=LINEAR + X,
        probe="with trace_steps(net) as log:\n    train(net, x, 2)\n",
    ),
    about(
        "trace of what trains",
        "log.trainable",
        TRAIN,
        f"net.bias.requires_grad = False\n{TRAIN}",
        given=LINEAR + X,
        probe="with trace_steps(net) as log:\n    train(net, x, 2)\n",
    ),
    about(
        "events of a forward",
        "len(log.of(''))",
        EVALUATE,
        f"{EVALUATE[:-1]} + 0 * net(x).sum().item()\n",
        given=NET + X,
        probe="with trace_forward(net) as log:\n    evaluate(net, x)\n",
    ),
    about(
        "trace of whether it records",
        "log.recorded",
        EVALUATE,
        RECORDED,
        given=NET + X,
        probe="with trace_forward(net) as log:\n    evaluate(net, x)\n",
    ),
    about(
        "trace of the mode",
        "log.training",
        f"net.eval()\n{EVALUATE}",
        EVALUATE,
        given=NET + X,
        probe="with trace_forward(net) as log:\n    evaluate(net, x)\n",
    ),
    about(
        "count_saved",
        "saved",
        EVALUATE,
        RECORDED,
        given=NET + X,
        probe="saved = saved_for_backward(lambda: evaluate(net, x))\n",
    ),
    Kind(
        "count_saved, with the result and a trace",
        (*seen("saved.count"), *seen("r"), *seen("log.names")),
        EVALUATE,
        RECORDED,
        given=NET + X,
        probe="with trace_forward(net) as log, trace_saved() as saved:\n    r = evaluate(net, x)\n",
    ),
)

ACTIONS = (
    about(
        "let, from arithmetic",
        "y",
        "def f(x):\n    return x.sum()",
        "def f(x):\n    return x.mean()",
        probe="x = ramp(5, 3, k=2, scale=0.5).double().transpose(0, 1)\ny = f(x)\n",
    ),
    about(
        "let, at random",
        "near",
        "def f(i, w):\n    return w[i]",
        "def f(i, w):\n    return w[0]",
        probe="i, w = torch.randint(0, 6, (2, 4)), torch.rand(6, 3, requires_grad=True)\n"
        "near = close(f(i, w), nn.functional.embedding(i, w))\n",
    ),
    about(
        "backward",
        "w.grad",
        "def f(w):\n    return w.pow(2).sum()",
        "def f(w):\n    return w.sum()",
        probe="w = torch.tensor([3.0], requires_grad=True)\nf(w).backward()\n",
    ),
    about(
        "opt_step",
        "w",
        "def make(w):\n    return torch.optim.SGD([w], lr=0.5)",
        "def make(w):\n    return torch.optim.SGD([w], lr=0.1)",
        Aspect.VALUE,
        probe="w = torch.ones(1, requires_grad=True)\nopt = make(w)\nw.sum().backward()\nopt.step()\n",
    ),
    about(
        "mode",
        "modes(net)",
        "def f(net, x):\n    return net(x)",
        "def f(net, x):\n    return net.train()(x)",
        given=NET,
        probe="net.eval()\ny = f(net, ramp(4, 3))\n",
    ),
    about("mutate", "y", "y = x[0]", "y = x[0].clone()", given=X, probe="x.fill_(3.0)\n"),
    about(
        "an input that must stay",
        "x",
        "def f(x):\n    return x * 0",
        "def f(x):\n    return x.zero_()",
        Aspect.VALUE,
        Aspect.VERSION,
        probe="x = ramp(3)\nf(x)\n",
    ),
)

KINDS = (*VALUES, *STATISTICS, *MODULES, *OPTIMIZERS, *TRACES, *ACTIONS)
