"""From the learner's journal to parameters that can be taken or left: the one path of window and terminal."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from msgspec import Struct

from quizapp.fitting.effect import Effect, effect_of
from quizapp.fitting.fit import Fit, fit
from quizapp.fitting.process import Fitting
from quizapp.fitting.rated import RatedSteps, rated_steps
from quizapp.fitting.workload import with_parameters
from quizapp.study.learner import Learner
from quizapp.study.model import Tuning


class Proposal(Struct, frozen=True, kw_only=True):
    """What was found for a learner.

    Attributes:
        fit: what came of it.
        effect: what its tuning would change; None if it is no better, since it is not offered then.
    """

    fit: Fit
    effect: Effect | None

    def taken_into(self, tuning: Tuning) -> Tuning:
        """Return the tuning in use, which may have changed meanwhile, with the parameters that were found."""
        return with_parameters(tuning, self.fit.tuning.parameters)


def propose(learner: Learner, fitting: Fitting, on_progress: Callable[[float], None], now: datetime) -> Proposal:
    """Fit the parameters to a learner's ratings and work out what they would change; nothing is changed.

    Args:
        learner: whose ratings.
        fitting: not run before; cancel it to end this.
        on_progress: is told which share of the fit is done, from 0 to 1.
        now: UTC.

    Raises:
        TooFewRatings: if there is too little to go by.
        FittingCancelled: if it was cancelled.
        FittingBroken: if the process does not finish.
        JournalError: if the journal can't be read.
    """
    steps = tuple(_while_wanted(rated_steps(learner), fitting))
    found = fit((each.ratings for each in steps), learner.tuning, fitting, on_progress)
    if not found.is_better:
        return Proposal(fit=found, effect=None)
    effect = effect_of(found.tuning, _while_wanted(steps, fitting), learner.standings(), now)
    return Proposal(fit=found, effect=effect)


def _while_wanted(steps: Iterable[RatedSteps], fitting: Fitting) -> Iterator[RatedSteps]:
    for step in steps:
        fitting.raise_if_cancelled()
        yield step
