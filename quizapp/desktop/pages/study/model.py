"""What studying a card or a question consists of: phases, what keys do in each, what is recorded. Without Qt."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from quizapp.desktop.pages.item import menu_model as item_menu_model
from quizapp.desktop.pages.item.menu_model import Offer
from quizapp.judging.marks import in_words
from quizapp.judging.questions import Answer, judge_answer
from quizapp.packs.model import Card, ItemId, Question
from quizapp.study.model import AnsweredQuestion, Rating

if TYPE_CHECKING:
    from quizapp.study.learner import Learner

Studied: TypeAlias = Card | Question


class Phase(StrEnum):
    """How far the learner is with what is shown."""

    FRONT = "front"
    BACK = "back"
    ASKING = "asking"
    ANSWERED = "answered"
    DONE = "done"  # rated or continued; the next item comes


class Command(StrEnum):
    """What a key or a button asks for; a `Rating` and an `Offer` of the item's menu are commands too."""

    REVEAL = "reveal"
    ANSWER = "answer"
    RUN = "run"
    CONTINUE = "continue"
    MORE = "more"
    LEAVE = "leave"


ENTER, SPACE, ESCAPE = "Enter", "Space", "Escape"
"""Names of keys; every other key is named by its character, in upper case."""

_RATINGS = {str(rating.value): rating for rating in Rating}
_MENU: dict[str, Command | Rating | Offer] = {**item_menu_model.KEYS, item_menu_model.MENU_KEY: Command.MORE}

KEYS: dict[Phase, dict[str, Command | Rating | Offer]] = {
    Phase.FRONT: {**_MENU, SPACE: Command.REVEAL, ENTER: Command.REVEAL},
    Phase.BACK: {**_MENU, **_RATINGS, SPACE: Rating.GOOD, ENTER: Rating.GOOD},
    # While one answers, B may be the second choice: what sends the item away is in the menu.
    Phase.ASKING: {**item_menu_model.KEYS_AT_WORK, ENTER: Command.ANSWER, item_menu_model.MENU_KEY: Command.MORE},
    Phase.ANSWERED: {**_MENU, **_RATINGS, ENTER: Command.CONTINUE, SPACE: Command.CONTINUE, "R": Command.RUN},
    Phase.DONE: {},
}
EVERYWHERE: dict[str, Command | Offer] = {"Z": Offer.UNDO, ESCAPE: Command.LEAVE}


@dataclass(frozen=True)
class CardRated:
    """A card's rating, to be written into the journal; `seconds` since the card was shown."""

    item: ItemId
    rating: Rating
    seconds: float


Record: TypeAlias = CardRated | AnsweredQuestion


def write(record: Record, learner: "Learner") -> None:
    """Write a record into the journal; slow, it waits for the disk.

    Raises:
        JournalError: if it can't be written; nothing has changed then.
    """
    if isinstance(record, CardRated):
        learner.rate(record.item, record.rating, record.seconds)
    else:
        learner.record_answer(record)


class StudyModel:
    """One item being studied, and the records that are not in the journal yet.

    A record stays in `unsaved`, in order, until `saved` says that it is written: nothing is lost when writing fails.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing; `clock` gives seconds that never go back."""
        self._clock = clock
        self._shown_at = clock()
        self._wants_on = False
        self.item: Studied | None = None
        self.phase = Phase.DONE
        self.answer: Answer | None = None
        self.is_right = False
        self.unsaved: tuple[Record, ...] = ()
        self._failed: tuple[Record, ...] = ()

    def open(self, item: Studied) -> None:
        """Begin with an item, from its front or its prompt."""
        self.item = item
        self.phase = Phase.FRONT if isinstance(item, Card) else Phase.ASKING
        self.answer = None
        self.is_right = self._wants_on = False
        self._shown_at = self._clock()

    def command(self, key: str) -> Command | Rating | Offer | None:
        """Return what a key means now, or None."""
        return KEYS[self.phase].get(key) or EVERYWHERE.get(key)

    def elapsed(self) -> float:
        """Return the seconds since the item was shown."""
        return self._clock() - self._shown_at

    def reveal(self) -> None:
        """Show the card's back."""
        if self.phase is Phase.FRONT:
            self.phase = Phase.BACK

    def rate(self, rating: Rating) -> Record | None:
        """Rate the card; return what is to be written, or None if this is not the moment."""
        if self.phase is not Phase.BACK or self.item is None:
            return None
        self.phase = Phase.DONE
        return self._keep(CardRated(self.item.id, rating, self.elapsed()))

    def give(self, answer: Answer) -> Record | None:
        """Answer the question; return what is to be written, or None if this is not the moment."""
        question = self.item
        if self.phase is not Phase.ASKING or not isinstance(question, Question):
            return None
        self.phase, self.answer = Phase.ANSWERED, answer
        self.is_right = judge_answer(question, answer)
        said = in_words(question, answer)
        return self._keep(AnsweredQuestion(item=question.id, answer=said, right=self.is_right, seconds=self.elapsed()))

    def go_on(self) -> bool:
        """Leave an answered question for the next item; False if its record must be written first."""
        if self.phase is not Phase.ANSWERED:
            return False
        self._wants_on = bool(self.unsaved)
        if not self._wants_on:
            self.phase = Phase.DONE
        return not self._wants_on

    def saved(self, record: Record) -> bool:
        """Take note that a record is written; return whether the item shown is finished by that."""
        self.unsaved = _without(record, self.unsaved)
        if self.item is None or record.item != self.item.id:
            return False
        return self.phase is Phase.DONE or (self._wants_on and self.go_on())

    def failed(self, record: Record) -> None:
        """Take note that a record could not be written; it is kept for `take_failed`."""
        self._failed = (*self._failed, record)

    def take_failed(self) -> tuple[Record, ...]:
        """Return the records to try again, each once."""
        failed, self._failed = self._failed, ()
        return failed

    def _keep(self, record: Record) -> Record:
        self.unsaved = (*self.unsaved, record)
        return record


def _without(record: Record, records: tuple[Record, ...]) -> tuple[Record, ...]:
    return tuple(kept for kept in records if kept is not record)
