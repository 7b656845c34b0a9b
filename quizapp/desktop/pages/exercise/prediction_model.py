"""What the learner said before a run, and what the run showed; per prediction of one exercise. Knows no Qt."""

from dataclasses import dataclass, replace
from enum import StrEnum

from quizapp.desktop.pages.exercise.model import ExerciseState, Latest
from quizapp.judging.predictions import Reality, can_be_meant, is_right, reality_of
from quizapp.packs.model import Exercise, Prediction
from quizapp.sandbox.messages import Ending, Outcome


class Stage(StrEnum):
    """How far one prediction is."""

    ASKED = "asked"
    UNSEEN = "unseen"  # still asked: a run did not make what it is about
    SHOWN = "shown"


@dataclass(frozen=True)
class Foretold:
    """One prediction: what was said of it, as typed or chosen, "" for nothing; and what is, once a run has shown it."""

    prediction: Prediction
    said: str = ""
    reality: Reality | None = None
    stage: Stage = Stage.ASKED

    @property
    def is_said(self) -> bool:
        """Whether something was said that can be compared."""
        return can_be_meant(self.prediction, self.said)

    @property
    def is_right(self) -> bool | None:
        """Whether it is as was said; None while one of the two is missing."""
        if self.reality is None or not self.is_said:
            return None
        return is_right(self.prediction, self.said, self.reality)


class PredictionModel:
    """Compares what was said with what each run shows; running without having said anything is fine.

    What was said is about the code as it then was: once that has changed, another run shows only what is, until the
    learner predicts again.
    """

    def __init__(self, exercise: Exercise) -> None:
        """Begin with nothing said."""
        self.foretold = tuple(Foretold(prediction) for prediction in exercise.predictions)
        self._has_probe = bool(exercise.probe)
        self._outcome: Outcome | None = None
        self._is_outdated = False

    @property
    def is_any_shown(self) -> bool:
        """Whether there is something to predict again."""
        return any(each.stage is Stage.SHOWN for each in self.foretold)

    def say(self, number: int, said: str) -> None:
        """Take what the learner says of a prediction; what a run has shown already can't be predicted any more."""
        if self.foretold[number].stage is not Stage.SHOWN:
            changed = replace(self.foretold[number], said=said)
            self.foretold = (*self.foretold[:number], changed, *self.foretold[number + 1 :])

    def ask_again(self) -> None:
        """Forget what was said and shown."""
        self.foretold = tuple(Foretold(each.prediction) for each in self.foretold)
        self._is_outdated = False

    def follow(self, state: ExerciseState) -> bool:
        """Take note of where the exercise stands; tell whether a run showed something, or failed to."""
        outcome = state.outcome
        if outcome is None or outcome is self._outcome:
            self._is_outdated = self._is_outdated or state.is_outdated
            return False
        self._outcome = outcome
        before = self.foretold
        self.foretold = tuple(self._after(each, outcome, state.latest) for each in before)
        self._is_outdated = state.is_outdated
        return self.foretold != before

    def _after(self, each: Foretold, outcome: Outcome, latest: Latest) -> Foretold:
        if outcome.ending is Ending.STOPPED or not self._is_looked_at(each.prediction, outcome, latest):
            return each
        said = "" if each.stage is Stage.SHOWN and self._is_outdated else each.said
        reality = reality_of(each.prediction, outcome.observations)
        return Foretold(each.prediction, said, reality, Stage.UNSEEN if reality is None else Stage.SHOWN)

    def _is_looked_at(self, prediction: Prediction, outcome: Outcome, latest: Latest) -> bool:
        """Tell whether the outcome is about a prediction: a run's is; a check's only if no probe came between."""
        if latest is Latest.RUN:
            return True
        return not self._has_probe and all(each in outcome.observations for each in prediction.observed)
