"""The learner's code is `__main__`, as in a script."""

import pytest

from quizapp.sandbox.messages import Ending, Program, RunLimits
from quizapp.sandbox.sandbox import Sandbox


@pytest.mark.parametrize(
    "code",
    [
        "if __name__ == '__main__':\n    x = 1\nx",
        "import torch\nclass Net(torch.nn.Module): pass\ntorch.save(Net(), 'model.pt')\n"
        "assert type(torch.load('model.pt', weights_only=False)) is Net",
        "from dataclasses import dataclass\n@dataclass\nclass A:\n    x: 'int' = 1\nassert A() == A()",
        "import torch\nclass Net(torch.nn.Module):\n    def forward(self, x):\n        return x\n"
        "torch.jit.script(Net())",
        "import inspect\ndef f():\n    return 1\nassert inspect.getsource(f) == 'def f():\\n    return 1\\n'",
        "import torch\nassert torch.compile(lambda x: x + 1, backend='eager')(torch.ones(2)).sum() == 4",
    ],
    ids=["name", "pickle", "dataclass", "script", "source", "compile"],
)
def test_code_that_looks_itself_up_finds_itself(sandbox: Sandbox, code: str) -> None:
    outcome = sandbox.run(Program(code=code), RunLimits(seconds=30))

    assert (outcome.ending, outcome.error) == (Ending.FINISHED, None)
