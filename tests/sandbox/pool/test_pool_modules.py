"""A pack's own modules travel with the program also where processes are not forked."""

from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import Whole
from quizapp.sandbox.sandbox import Sandbox


def test_they_are_imported_and_the_probe_gets_them_untouched(pool: Sandbox) -> None:
    program = Program(
        code="import helper\na = helper.twice(4)\nhelper.twice = None",
        probe="import helper\nb = helper.twice(a)",
        modules={"helper": "def twice(x):\n    return 2 * x\n"},
        observe=("a", "b"),
    )

    assert {"a": Whole("8"), "b": Whole("16")} == pool.run(program).observations
