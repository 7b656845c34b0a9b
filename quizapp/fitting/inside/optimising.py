"""The `fsrs` library's optimizer, watched while it works."""

from collections.abc import Callable, Sequence
from typing import Any

import fsrs
from fsrs.optimizer import Optimizer, num_epochs

from quizapp.fitting.loss import moment
from quizapp.fitting.messages import Studied

_DECIMALS = 4
"""As the library's own parameters have."""

_LEARNING, _MEASURING = 3, 1
"""What a pass over all items takes, in relation to each other; each epoch has one of both, after one that counts."""


class Watched(dict[int, Any]):
    """The histories that the optimizer goes through, which tell how far it is.

    It looks up each once in every pass, and does nothing else for long.
    """

    def __init__(self, histories: dict[int, Any], tell: Callable[[float], None]) -> None:
        super().__init__(histories)
        self._tell = tell
        self._looked_up = 0
        self._work = num_epochs * (_LEARNING + _MEASURING)

    def __getitem__(self, item: int) -> Any:
        """Give a history, and say which share of all the work came before."""
        self._tell(self._done(*divmod(self._looked_up, len(self))) / self._work)
        self._looked_up += 1
        return super().__getitem__(item)

    def _done(self, passed: int, looked_up: int) -> float:
        if passed == 0:  # it only counts
            return 0.0
        epochs, measures = divmod(passed - 1, 2)
        within = looked_up / len(self) * (_MEASURING if measures else _LEARNING)
        return epochs * (_LEARNING + _MEASURING) + measures * _LEARNING + within


def optimise(items: Sequence[Studied], tell: Callable[[float], None]) -> tuple[float, ...]:
    """Return the parameters that the library finds for the ratings that are not held out.

    The same ratings give the same parameters: the library draws its order of items from a seed.

    Args:
        items: with enough ratings; with fewer the library returns its own parameters.
        tell: is told which share of the work is done.
    """
    optimizer = Optimizer([log for number, item in enumerate(items) for log in _logs(number, item)])
    optimizer._revlogs_train = Watched(optimizer._revlogs_train, tell)
    found = optimizer.compute_optimal_parameters()
    return tuple(round(float(parameter), _DECIMALS) for parameter in found)


def _logs(number: int, item: Studied) -> list[fsrs.ReviewLog]:
    seen = list(zip(item.since, item.ratings, strict=True))[: item.held_out_from]
    return [fsrs.ReviewLog(number, fsrs.Rating(rating), moment(since), None) for since, rating in seen]
