"""A pack's own modules in a run: all its code imports them, and the probe gets them as they were."""

from typing import Any

import pytest

from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.observation import Truth, Whole
from quizapp.sandbox.sandbox import Sandbox

HELPER = "import more\ndef twice(x):\n    return more.factor * x\nclass Layer:\n    size = 3\n"
MODULES = {"helper": HELPER, "more": "factor = 2\n"}


def run(sandbox: Sandbox, code: str, *observe: str, **more: Any) -> Outcome:
    return sandbox.run(Program(code=code, observe=observe, modules=MODULES, **more), RunLimits(seconds=20))


def test_given_code_and_probe_import_them(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        "b = a + 1",
        *("b", "c"),
        given="from helper import twice\na = twice(4)",
        probe="import helper\nc = helper.twice(b)",
    )

    assert (Ending.FINISHED, Whole("9"), Whole("18")) == (
        outcome.ending,
        outcome.observations["b"],
        outcome.observations["c"],
    )


def test_a_class_is_the_same_one_for_given_code_and_probe(sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        "",
        "same",
        given="from helper import Layer\nlayer = Layer()",
        probe="import helper\nsame = type(layer) is helper.Layer",
    )

    assert Truth(True) == outcome.observations["same"]


@pytest.mark.parametrize(
    "attempt",
    [
        "import helper\nhelper.twice = lambda x: 0",
        "import helper\nhelper.twice.__code__ = (lambda x: 0).__code__",
        "import helper\nhelper.Layer.size = 0\nhelper.more.factor = 0",
        "import sys, types\nsys.modules['helper'] = types.SimpleNamespace(twice=lambda x: 0, Layer=None)",
        "import sys\nsys.meta_path.clear()\nsys.modules.pop('helper', None)",
        "import helper\nhelper.__builtins__['int'] = None",
    ],
)
def test_the_probe_gets_them_as_they_were_whatever_the_learner_replaced(attempt: str, sandbox: Sandbox) -> None:
    outcome = run(
        sandbox,
        f"try:\n    {attempt.replace(chr(10), chr(10) + '    ')}\nexcept Exception:\n    pass",
        "seen",
        probe="import helper\nseen = helper.twice(21) + helper.Layer.size",
    )

    assert Whole("45") == outcome.observations["seen"]


def test_an_error_in_one_is_told_with_its_file_and_line(sandbox: Sandbox) -> None:
    outcome = run(sandbox, "import helper\nhelper.twice(None)")

    assert outcome.error is not None
    assert ("TypeError", 2) == (outcome.error.type_name, outcome.error.line)
    assert 'File "python/helper.py", line 3, in twice\n    return more.factor * x' in outcome.error.traceback


def test_without_modules_there_are_none(sandbox: Sandbox) -> None:
    outcome = sandbox.run(Program(code="import helper"))

    assert outcome.error is not None
    assert "ModuleNotFoundError" == outcome.error.type_name


def test_a_module_is_confined_as_all_code_is(sandbox: Sandbox) -> None:
    program = Program(code="import reader", modules={"reader": "text = open('/etc/passwd').read()"})
    outcome = sandbox.run(program)

    assert outcome.ending is not Ending.FINISHED
