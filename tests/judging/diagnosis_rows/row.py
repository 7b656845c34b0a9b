"""One row of the table of diagnoses: a program that must get it, and a near miss that must not."""

from dataclasses import dataclass

from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Check, Rule


@dataclass(frozen=True)
class Row:
    """Real learner programs for one diagnosis; all run in the sandbox after `given`.

    Attributes:
        solution: what the expectation is recorded from.
        wrong: must get the diagnosis, and must not pass.
        near_miss: looks alike, and must not get it.
        checks: the first is what the diagnosis is about.
        probe: runs after each of them.
        where: of the finding, as the learner reads it.
    """

    diagnosis: Diagnosis
    solution: str
    wrong: str
    near_miss: str
    checks: tuple[Check, ...]
    where: str
    given: str = "import torch\nfrom torch import nn\n"
    probe: str = ""
    rules: tuple[Rule, ...] = ()

    @property
    def name(self) -> str:
        """What the row is called in a test's name."""
        return f"{self.diagnosis.value}:{self.where}"
