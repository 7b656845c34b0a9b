"""Each diagnosis is given to a program that deserves it, and not to a near miss; all in the real sandbox."""

import pytest

from quizapp.judging.expectations import Expectations
from quizapp.judging.verdict import Diagnosis, Verdict
from quizapp.packs.model import Exercise
from quizapp.practice import judge_against, run_variants
from quizapp.sandbox.sandbox import Sandbox
from tests.judging.diagnosis_rows import gradients, modules, optimizers, tensors, values
from tests.judging.diagnosis_rows.row import Row
from tests.judging.sample import exercise

ROWS = (*values.ROWS, *tensors.ROWS, *gradients.ROWS, *modules.ROWS, *optimizers.ROWS)


def verdicts(sandbox: Sandbox, row: Row, *codes: str) -> list[Verdict]:
    """Record the row's solution and judge the programs against it."""
    told: Exercise = exercise(*row.checks, given=row.given, probe=row.probe, solution=row.solution, rules=row.rules)
    runs = run_variants(told, row.solution, sandbox)
    solved = Expectations("2.13.0", {variant: outcome.observations for variant, outcome in runs.items()})
    return [judge_against(solved, told, code, sandbox) for code in codes]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_program_gets_the_diagnosis_that_it_deserves(sandbox: Sandbox, row: Row) -> None:
    right, wrong = verdicts(sandbox, row, row.solution, row.wrong)

    assert right.passed
    assert not wrong.passed
    assert (row.where, row.diagnosis) in [(finding.where, finding.diagnosis) for finding in wrong.findings]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_near_miss_does_not_get_it(sandbox: Sandbox, row: Row) -> None:
    (near,) = verdicts(sandbox, row, row.near_miss)

    assert row.diagnosis not in [finding.diagnosis for finding in near.findings]


def test_every_diagnosis_has_a_row() -> None:
    assert [] == sorted(set(Diagnosis) - {row.diagnosis for row in ROWS})
