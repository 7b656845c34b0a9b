"""An action of a probe that fails makes its own observation an error, and never hides the others."""

import pytest

from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import ErrorSeen, Truth
from quizapp.sandbox.sandbox import Sandbox

CODE = "import torch\nfrom torch import nn\nnet = nn.Linear(1, 1)\ndef broken(*_):\n    return 1 / 0\n"
ACTIONS = {
    "a trace of steps": "with trace_steps(net) as got:\n    broken()",
    "a trace of calls": "with trace_forward(net) as got:\n    broken()",
    "a trace of no module": "with trace_forward(None) as got:\n    pass",
    "a count": "got = saved_for_backward(broken)",
    "a count beside a result": "with trace_saved() as saved:\n    got = broken()",
    "numbers": "got = numbers(broken())",
    "a comparison": "got = close(broken(), 1)",
    "a snapshot": "got = snapshot(None)",
    "a change": "got = changed(net, None)",
    "memory": "got = shares_memory(net, net)",
    "a filler": "got = fill_([])",
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS)
def test_an_action_that_fails_hides_no_other(sandbox: Sandbox, action: str) -> None:
    probe = f"from quizapp.probe import *\nbefore = True\n{action}\nafter = raises(net) is not None\n"
    outcome = sandbox.run(Program(code=CODE, probe=probe, observe=("before", "got", "after")))
    seen = outcome.observations

    assert (seen["before"], seen["after"]) == (Truth(True), Truth(True))
    assert isinstance(seen["got"], ErrorSeen) and seen["got"].missing is None
    assert seen["got"].type_name in ("ZeroDivisionError", "TypeError", "AttributeError")


def test_after_a_trace_that_failed_the_next_one_works(sandbox: Sandbox) -> None:
    probe = """from quizapp.probe import *
with trace_forward(net) as first, trace_saved() as saved, trace_steps(net) as steps:
    broken()
with trace_forward(net) as log, trace_saved() as counted:
    net(torch.ones(1))
ok = (len(log), counted.count > 0) == (1, True)
"""
    outcome = sandbox.run(Program(code=CODE, probe=probe, observe=("ok",)))

    assert outcome.observations["ok"] == Truth(True)
