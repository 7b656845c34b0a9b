"""What an exercise is opened for when it is not to be studied: a quiz."""

from dataclasses import dataclass

from quizapp.desktop.pages.exercise.model import Manner, Record
from quizapp.packs.model import ItemId


@dataclass(frozen=True)
class Occasion:
    """How the exercise page behaves for something else than study.

    Attributes:
        name: what drafts are kept under; the learner's own draft of an exercise is left alone.
        record: takes the attempts.
    """

    name: str
    manner: Manner
    record: Record

    def draft_of(self, exercise: ItemId) -> ItemId:
        """Return what the draft of an exercise is kept under."""
        return f"{self.name}/{exercise}"
