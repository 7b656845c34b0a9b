"""A fit from beginning to end: which ratings, what was found, whether it is better than what is in use."""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec import Struct

from quizapp.fitting.choosing import ItemRatings, choose
from quizapp.fitting.messages import Losses
from quizapp.fitting.process import Fitting
from quizapp.fitting.workload import parameters_of, with_parameters
from quizapp.study.model import Tuning

SMALLEST_GAIN: Final = 0.0005
"""Of log loss. What is less than half of the last figure that is shown would only stir the schedule up."""


class Fit(Struct, frozen=True, kw_only=True):
    """What came of a fit.

    Attributes:
        tuning: the one in use with the parameters that were found.
        earlier: how well old and new predict the ratings that the new ones were fitted to.
        later: the same for the later fifth, which the fit did not see: this is what counts.
        chosen, of: to how many of the learner's ratings it was made.
    """

    tuning: Tuning
    earlier: Losses
    later: Losses
    chosen: int
    of: int

    @property
    def is_better(self) -> bool:
        """Whether the found parameters predict ratings better that they were not fitted to."""
        return self.later.before - self.later.after >= SMALLEST_GAIN


def fit(items: Iterable[ItemRatings], tuning: Tuning, fitting: Fitting, on_progress: Callable[[float], None]) -> Fit:
    """Fit the parameters to a learner's ratings; takes seconds to minutes, most of it in another process.

    Args:
        items: all ratings that the schedule uses.
        tuning: the one in use.
        fitting: not run before; cancel it to end this.
        on_progress: is told which share is done, from 0 to 1.

    Raises:
        TooFewRatings: if there is too little to go by.
        FittingCancelled: if it was cancelled.
        FittingBroken: if the process does not finish.
    """
    choice = choose(items)
    found = fitting.run(choice.items, parameters_of(tuning), on_progress)
    return Fit(
        tuning=with_parameters(tuning, found.parameters),
        earlier=found.earlier,
        later=found.later,
        chosen=choice.chosen,
        of=choice.of,
    )
