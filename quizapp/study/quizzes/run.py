"""A quiz while it is asked: what comes next, how much time is left, what is to be written of each thing done."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeVar

from quizapp.packs.model import ItemId
from quizapp.study.entries import QuizAnswered, QuizEnded, QuizPaused
from quizapp.study.quizzes.quiz import Quiz, with_entry
from quizapp.study.quizzes.stopwatch import Stopwatch

Told = TypeVar("Told", QuizAnswered, QuizPaused, QuizEnded)


class Run:
    """Goes through one quiz; time counts while its stopwatch runs.

    Each method that does something returns the entry to be written, and goes on as if it were.
    """

    def __init__(self, quiz: Quiz, watch: Stopwatch, knows: Callable[[ItemId], bool]) -> None:
        """Go on where the quiz stands.

        Args:
            quiz: not over.
            watch: stands still at the time that the quiz has used.
            knows: tells whether there still is such an item; what was taken out of its pack is not asked.
        """
        self._quiz = quiz
        self._knows = knows
        self.watch = watch

    @property
    def quiz(self) -> Quiz:
        """The quiz as it stands by now."""
        return self._quiz

    @property
    def item(self) -> ItemId | None:
        """What is to be asked next, None if nothing is left."""
        return next((item for item in self._quiz.left if self._knows(item)), None)

    @property
    def can_skip(self) -> bool:
        """Whether something else would come in place of the item that is asked."""
        return sum(self._knows(item) for item in self._quiz.left) > 1

    @property
    def seconds_left(self) -> float | None:
        """How much of the limit is left, never below zero; None without one."""
        return None if self._quiz.limit is None else max(self._quiz.limit - self.watch.read(), 0.0)

    @property
    def is_out_of_time(self) -> bool:
        """Whether the limit is used up by now."""
        return self.seconds_left == 0.0

    def answer(self, item: ItemId, answer: str, *, right: bool, detail: str = "") -> QuizAnswered:
        """Answer an item, in words that are not empty; `detail` is kept for the result."""
        return self._told(
            QuizAnswered(
                item=self._quiz.id,
                asked=item,
                answer=_well_formed(answer),
                right=right,
                seconds=self._since_last(),
                detail=_well_formed(detail),
            )
        )

    def skip(self, item: ItemId) -> QuizAnswered:
        """Pass an item over; it comes again after the others."""
        seconds = self._since_last()
        return self._told(QuizAnswered(item=self._quiz.id, asked=item, answer="", right=False, seconds=seconds))

    def pause(self) -> QuizPaused | None:
        """Stop the time; None if everything that is to be known of it is written."""
        self.watch.stop()
        if self.watch.read() <= self._quiz.used:
            return None
        return self._told(QuizPaused(item=self._quiz.id, seconds=self.watch.read()))

    def end(self) -> QuizEnded:
        """End the quiz, whatever is left of it."""
        self.watch.stop()
        return self._told(QuizEnded(item=self._quiz.id, seconds=self.watch.read()))

    def _since_last(self) -> float:
        # The rows add up: what an earlier row tells of is not told again.
        return max(self.watch.read() - self._quiz.used, 0.0)

    def _told(self, entry: Told) -> Told:
        self._quiz = with_entry(self._quiz, entry, datetime.now(UTC))
        return entry


def _well_formed(text: str) -> str:
    """Return the text with `?` for halves of surrogate pairs, which an editor may hold and UTF-8 can't."""
    return text.encode("utf-8", "replace").decode("utf-8")
