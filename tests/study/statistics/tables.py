"""What statistics read of a real learner's journal."""

from dataclasses import dataclass

from quizapp.study.learner import Learner
from quizapp.study.statistics.items import Items, read_items
from quizapp.study.statistics.overview import Past, read_past
from quizapp.study.statistics.steps import Steps, read_steps


@dataclass(frozen=True)
class Told:
    """Reads a learner's journal whenever it is asked."""

    learner: Learner

    def steps(self) -> Steps:
        return read_steps(self.learner.query)

    def items(self) -> Items:
        return read_items(self.learner.query, self.learner.standings())

    def past(self) -> Past:
        return read_past(self.learner.query, self.learner.standings(), self.learner.tuning)
