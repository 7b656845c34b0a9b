"""What the curriculum's exercises look at can be asked for, in the real sandbox."""

import pytest

from quizapp.judging.expectations import Expectations
from quizapp.practice import judge_against, run_variants
from quizapp.sandbox.sandbox import Sandbox
from tests.judging.sample import exercise
from tests.probe.kinds import KINDS, Kind

GIVEN = "import torch\nfrom torch import nn\nfrom quizapp.probe import *\n"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_of_step_is_judged(sandbox: Sandbox, kind: Kind) -> None:
    told = exercise(
        *kind.checks,
        rules=kind.rules,
        given=GIVEN + kind.given,
        probe=f"from quizapp.probe import *\n{kind.probe}",
        solution=kind.solution,
    )
    runs = run_variants(told, told.solution, sandbox)
    recorded = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    right, wrong = (judge_against(recorded, told, code, sandbox) for code in (kind.solution, kind.wrong))

    assert ([finding.where for finding in right.findings], right.outcome.error) == ([], None)
    assert kind.check in [finding.check for finding in wrong.findings]
    assert not wrong.passed
