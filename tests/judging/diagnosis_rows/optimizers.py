"""Rows of the table: optimizers."""

from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect, Check
from tests.judging.diagnosis_rows.row import Row

GIVEN = """import torch
from torch import nn
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 4)
        self.head = nn.Linear(4, 2)
net = Net()
"""
CHECKS = (Check(observe="opt"), Check(observe="net", aspects=(Aspect.PARAMETERS,)))

TWO_GROUPS = (
    "opt = torch.optim.SGD([{'params': net.body.parameters()}, {'params': net.head.parameters(), 'lr': 1.0}], 0.1)"
)
ONE_GROUP = "opt = torch.optim.SGD(net.parameters(), lr=0.1)"


def row(diagnosis: Diagnosis, solution: str, wrong: str, near_miss: str, where: str) -> Row:
    """A row whose learner makes an optimizer of a given net."""
    return Row(
        diagnosis=diagnosis,
        solution=solution,
        wrong=wrong,
        near_miss=near_miss,
        checks=CHECKS,
        where=where,
        given=GIVEN,
    )


ROWS: tuple[Row, ...] = (
    row(Diagnosis.GROUP_MISSING, TWO_GROUPS, ONE_GROUP, TWO_GROUPS.replace("1.0", "2.0"), "len(opt.param_groups)"),
    row(
        Diagnosis.GROUP_EXTRA,
        ONE_GROUP,
        TWO_GROUPS,
        "opt = torch.optim.SGD([{'params': net.head.parameters(), 'lr': 1.0}], 0.1)",
        "len(opt.param_groups)",
    ),
    row(
        Diagnosis.NOT_IN_OPTIMIZER,
        ONE_GROUP,
        "opt = torch.optim.SGD(net.head.parameters(), lr=0.1)",
        "opt = torch.optim.SGD(list(net.parameters())[::-1], lr=0.2)",
        "opt",
    ),
    # The style of others: an optimizer that was made before the head was replaced.
    row(
        Diagnosis.NOT_IN_OPTIMIZER,
        f"net.head = nn.Linear(4, 5)\n{ONE_GROUP}",
        f"{ONE_GROUP}\nnet.head = nn.Linear(4, 5)",
        f"net.head = nn.Linear(4, 6)\n{ONE_GROUP.replace('SGD', 'Adam')}",
        "opt",
    ),
    row(
        Diagnosis.NEEDLESSLY_IN_OPTIMIZER,
        "opt = torch.optim.SGD(net.head.parameters(), lr=0.1)",
        ONE_GROUP,
        "opt = torch.optim.SGD([net.head.weight], lr=0.1)",
        "opt",
    ),
    row(
        Diagnosis.IN_OTHER_GROUP,
        TWO_GROUPS,
        TWO_GROUPS.replace("net.body.parameters()", "[net.body.weight]").replace(
            "net.head.parameters()", "[net.body.bias, *net.head.parameters()]"
        ),
        # The groups stand the other way round, each with the rate of the other's parameters.
        "opt = torch.optim.SGD([{'params': net.head.parameters()}, {'params': net.body.parameters(), 'lr': 1.0}], 0.1)",
        "opt.param_groups[0]",
    ),
    row(
        Diagnosis.HYPERPARAMETER_OFF,
        "opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9, weight_decay=1e-4)",
        "opt = torch.optim.SGD(net.parameters(), 0.1, 0.9, 1e-4)",
        "opt = torch.optim.Adam(net.parameters(), lr=0.3, weight_decay=1e-4)",
        'opt.param_groups[0]["dampening"]',
    ),
    row(
        Diagnosis.HYPERPARAMETER_OFF,
        "opt = torch.optim.Adam(net.parameters(), betas=(0.9, 0.99))",
        "opt = torch.optim.Adam(net.parameters(), betas=(0.9, 0.999))",
        "opt = torch.optim.Adam(net.head.parameters(), betas=(0.9, 0.99))",
        'opt.param_groups[0]["betas"][1]',
    ),
    row(
        Diagnosis.HYPERPARAMETER_OFF,
        TWO_GROUPS,
        # The other way round: with the right parameters it would be right.
        "opt = torch.optim.SGD([{'params': net.head.parameters()}, {'params': net.body.parameters(), 'lr': 1.0}], 0.1)",
        ONE_GROUP,
        'opt.param_groups[1]["lr"]',
    ),
)
