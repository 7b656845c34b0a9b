"""What the inspector looks at: one value that a run left behind. Knows no Qt."""

from dataclasses import dataclass

from quizapp.sandbox.observation import Observation


@dataclass(frozen=True)
class Subject:
    """One value to look at.

    Attributes:
        name: as the learner would write it: `net[0].weight`.
        got: what the run left behind. Labels of memory and identity mean something among the subjects of one run.
        expected: what the solution left behind, None where nothing is expected.
    """

    name: str
    got: Observation
    expected: Observation | None = None
