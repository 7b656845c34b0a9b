"""Rows of the table: modules."""

from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from tests.judging.diagnosis_rows.row import Row

NET = (Check(observe="net"),)


def asks(*aspects: Aspect, ordered: bool | None = None) -> tuple[Check, ...]:
    """A check that asks for these aspects of the net."""
    return (Check(observe="net", aspects=aspects, ordered=ordered),)


def module(*lines: str, forward: str = "return x") -> str:
    """A module whose `__init__` has these lines, and one of it as `net`."""
    body = "".join(f"        {line}\n" for line in ("super().__init__()", *lines))
    return (
        f"class Net(nn.Module):\n    def __init__(self):\n{body}"
        f"    def forward(self, x):\n        {forward}\ntorch.manual_seed(0)\nnet = Net()\n"
    )


TWO_LAYERS = module("self.first = nn.Linear(3, 4)", "self.second = nn.Linear(4, 2)")

REGISTERED = (
    Row(
        diagnosis=Diagnosis.PLAIN_TENSOR,
        solution=module("self.scale = nn.Parameter(torch.ones(3))", forward="return x * self.scale"),
        wrong=module("self.scale = torch.ones(3, requires_grad=True)", forward="return x * self.scale"),
        near_miss=module("self.scale = nn.Parameter(torch.zeros(3))", forward="return x * self.scale"),
        checks=NET,
        where="net.scale",
    ),
    # The style of others: a Parameter that an operation turned into its result.
    Row(
        diagnosis=Diagnosis.PLAIN_TENSOR,
        solution=module("self.weight = nn.Parameter(torch.ones(4, 3) * 0.1)", forward="return x @ self.weight.T"),
        wrong=module("self.weight = nn.Parameter(torch.ones(4, 3)) * 0.1", forward="return x @ self.weight.T"),
        near_miss=module("self.weights = nn.Parameter(torch.ones(4, 3) * 0.1)", forward="return x @ self.weights.T"),
        checks=NET,
        where="net.weight",
    ),
    Row(
        diagnosis=Diagnosis.PLAIN_TENSOR,
        solution=module("self.register_buffer('mean', torch.zeros(3))", forward="return x - self.mean"),
        wrong=module("self.mean = torch.zeros(3)", forward="return x - self.mean"),
        near_miss=module("self.register_buffer('mean', torch.ones(3))", forward="return x - self.mean"),
        checks=asks(Aspect.BUFFERS),
        where="net.mean",
    ),
    Row(
        diagnosis=Diagnosis.HIDDEN_IN_LIST,
        solution=module("self.layers = nn.ModuleList([nn.Linear(3, 3) for _ in range(2)])"),
        wrong=module("self.layers = [nn.Linear(3, 3) for _ in range(2)]"),
        # A list of layers that are registered elsewhere hides nothing; something else is missing.
        near_miss=module("self.first = nn.Linear(3, 3)", "self.layers = [self.first]"),
        checks=NET,
        where="net.layers",
    ),
    Row(
        diagnosis=Diagnosis.HIDDEN_IN_LIST,
        solution=module("self.heads = nn.ModuleDict({'a': nn.Linear(3, 1)})"),
        wrong=module("self.heads = {'a': nn.Linear(3, 1)}"),
        near_miss=module("self.heads = nn.ModuleDict({'b': nn.Linear(3, 1)})"),
        checks=asks(Aspect.CHILDREN, Aspect.PARAMETERS),
        where="net.heads",
    ),
    Row(
        diagnosis=Diagnosis.HIDDEN_IN_LIST,
        solution=module("self.scales = nn.ParameterList([nn.Parameter(torch.ones(2)) for _ in range(3)])"),
        wrong=module("self.weights = [nn.Parameter(torch.ones(2)) for _ in range(3)]"),
        near_miss=module("self.acts = [nn.ReLU()]", "self.scale = nn.Parameter(torch.ones(2))"),
        checks=asks(Aspect.TRAINABLE),
        where="net.weights",
    ),
    Row(
        diagnosis=Diagnosis.HIDDEN_IN_LIST,
        solution=module("self.body = nn.Linear(3, 3)", "self.head = nn.Linear(3, 1)"),
        wrong=module("self.body = nn.Linear(3, 3)", "self.head = (nn.Linear(3, 1),)"),
        # A list of layers without parameters hides none of them: the head was forgotten.
        near_miss=module("self.body = nn.Linear(3, 3)", "self.acts = [nn.ReLU()]"),
        checks=NET,
        where="net.head",
    ),
    Row(
        diagnosis=Diagnosis.BUFFER_NOT_PARAMETER,
        solution=module("self.scale = nn.Parameter(torch.ones(3))"),
        wrong=module("self.register_buffer('scale', torch.ones(3))"),
        near_miss=module("self.scale = torch.ones(3)"),
        checks=NET,
        where="net.scale",
    ),
    Row(
        diagnosis=Diagnosis.PARAMETER_NOT_BUFFER,
        solution=module("self.register_buffer('mean', torch.zeros(3))"),
        wrong=module("self.mean = nn.Parameter(torch.zeros(3), requires_grad=False)"),
        near_miss=module("self.register_buffer('mean', torch.zeros(3))", "self.scale = nn.Parameter(torch.ones(3))"),
        checks=NET,
        where="net.mean",
    ),
    Row(
        diagnosis=Diagnosis.NOT_SAVED,
        solution=module("self.register_buffer('mean', torch.zeros(3))"),
        wrong=module("self.register_buffer('mean', torch.zeros(3), persistent=False)"),
        near_miss=module("self.mean = torch.zeros(3)"),
        checks=asks(Aspect.STATE_KEYS),
        where="net.mean",
    ),
    Row(
        diagnosis=Diagnosis.SAVED,
        solution=module("self.register_buffer('mask', torch.ones(3), persistent=False)"),
        wrong=module("self.register_buffer('mask', torch.ones(3))"),
        near_miss=module("self.mask = torch.ones(3)"),
        checks=asks(Aspect.BUFFERS),
        where="net.mask",
    ),
)

NAMED = (
    Row(
        diagnosis=Diagnosis.OTHER_NAME,
        solution=module("self.linear = nn.Linear(3, 4)", forward="return self.linear(x)"),
        wrong=module("self.lin = nn.Linear(3, 4)", forward="return self.lin(x)"),
        near_miss=module("self.lin = nn.Linear(3, 5)", forward="return self.lin(x)"),
        checks=NET,
        where="net",
    ),
    Row(
        diagnosis=Diagnosis.OTHER_NAME,
        solution=module("self.gamma = nn.Parameter(torch.ones(3))", "self.beta = nn.Parameter(torch.zeros(3))"),
        wrong=module("self.scale = nn.Parameter(torch.ones(3))", "self.shift = nn.Parameter(torch.zeros(3))"),
        # Of the same shape, but another number: who knows what it is.
        near_miss=module("self.gamma = nn.Parameter(torch.ones(3))", "self.eps = nn.Parameter(torch.full((3,), 0.1))"),
        checks=NET,
        where="net",
    ),
    Row(
        diagnosis=Diagnosis.OTHER_NAME,
        solution=TWO_LAYERS,
        wrong=TWO_LAYERS.replace("first", "fc1").replace("second", "fc2"),
        near_miss=TWO_LAYERS.replace("first", "fc1").replace("self.second = nn.Linear(4, 2)", "pass"),
        checks=asks(Aspect.CHILDREN),
        where="net",
    ),
    Row(
        diagnosis=Diagnosis.NAMES_MISSING,
        solution=module("self.linear = nn.Linear(3, 4)"),
        wrong=module("self.linear = nn.Linear(3, 4, bias=False)"),
        near_miss=module("self.linear = nn.Linear(3, 5)"),
        checks=NET,
        where="net",
    ),
    Row(
        diagnosis=Diagnosis.NAMES_EXTRA,
        solution=module("self.linear = nn.Linear(3, 4, bias=False)"),
        wrong=module("self.linear = nn.Linear(3, 4)"),
        near_miss=module("self.linear = nn.Linear(3, 4, bias=False)", "self.layers = [self.linear]").replace("4", "5"),
        checks=NET,
        where="net",
    ),
    Row(
        diagnosis=Diagnosis.NAMES_OTHER_ORDER,
        solution=TWO_LAYERS,
        wrong=module("self.second = nn.Linear(4, 2)", "self.first = nn.Linear(3, 4)"),
        near_miss=TWO_LAYERS.replace("second", "third"),
        checks=asks(Aspect.PARAMETERS, ordered=True),
        where="net",
    ),
)

NETS = "import torch\nfrom torch import nn\nnet = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))\n"

STATES = (
    Row(
        diagnosis=Diagnosis.FROZEN_TOO_LITTLE,
        solution="for p in net[0].parameters():\n    p.requires_grad = False",
        wrong="for p in net[0].parameters():\n    p.require_grad = False",
        near_miss="net.requires_grad_(False)",
        checks=asks(Aspect.TRAINABLE),
        where="net",
        given=NETS,
    ),
    Row(
        diagnosis=Diagnosis.FROZEN_TOO_MUCH,
        solution="net[0].requires_grad_(False)",
        wrong="for name, p in net.named_parameters():\n    p.requires_grad = name.startswith('2')",
        near_miss="net[0].weight.requires_grad_(False)",
        checks=asks(Aspect.TRAINABLE),
        where="net",
        given=NETS,
    ),
    Row(
        diagnosis=Diagnosis.FROZEN_TOO_MUCH_AND_TOO_LITTLE,
        solution="net[0].requires_grad_(False)",
        wrong="for i, p in enumerate(net.parameters()):\n    p.requires_grad = i != 2",
        near_miss="for i, p in enumerate(net.parameters()):\n    p.requires_grad = i > 2",
        checks=asks(Aspect.TRAINABLE),
        where="net",
        given=NETS,
    ),
    Row(
        diagnosis=Diagnosis.WRONG_MODE,
        solution="net.train()\nnet[1].eval()",
        wrong="net[1].eval()\nnet.train()",
        near_miss="net.train()\nnet[1].eval()\nnet = nn.Sequential(net[0], net[1])",
        checks=asks(Aspect.MODE),
        where="net",
        given=NETS,
    ),
    Row(
        diagnosis=Diagnosis.NOT_TIED,
        solution=module(
            "self.table = nn.Embedding(5, 3)",
            "self.head = nn.Linear(3, 5, bias=False)",
            "self.head.weight = self.table.weight",
        ),
        wrong=module(
            "self.table = nn.Embedding(5, 3)",
            "self.head = nn.Linear(3, 5, bias=False)",
            "self.head.weight.data.copy_(self.table.weight)",
        ),
        # Nothing is left to be tied.
        near_miss=module("self.table = nn.Embedding(5, 3)", "self.head = nn.Identity()"),
        checks=NET,
        where="net",
    ),
    Row(
        diagnosis=Diagnosis.TIED_UNEXPECTEDLY,
        solution=module("self.layers = nn.Sequential(*(nn.Linear(3, 3) for _ in range(2)))"),
        wrong=module("self.layers = nn.Sequential(*[nn.Linear(3, 3)] * 2)"),
        near_miss=module(
            "self.layers = nn.Sequential(*(nn.Linear(3, 3) for _ in range(2)))",
            "self.layers[1].load_state_dict(self.layers[0].state_dict())",
        ),
        checks=asks(Aspect.TIED),
        where="net",
    ),
)

ROWS: tuple[Row, ...] = (*REGISTERED, *NAMED, *STATES)
