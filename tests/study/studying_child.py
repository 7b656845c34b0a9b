"""Studies at random in the home named on the command line until it is killed, and says what is done, line by line.

After each action that returned: `row ID` for every row that it left in the journal. Around each draft: `saving ITEM N`
before it is saved and `saved ITEM N` after it was, with the text `draft_text(ITEM, N)`.
"""

import sys
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path
from random import Random

from quizapp.home import Home
from quizapp.settings import Leeches
from quizapp.study.drafts import Drafts
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, AttemptMade, Rating, Tuning
from quizapp.study.own_cards import OwnCard
from tests.study.sample import NOON, Clock, exercise, pack, question

CARDS = tuple(f"own/kills/{number:012x}" for number in range(8))
QUESTIONS = tuple(f"p/l/question-{number}" for number in range(4))
EXERCISES = tuple(f"p/l/exercise-{number}" for number in range(4))
ITEMS = (*CARDS, *QUESTIONS, *EXERCISES)
PACK = pack(*(question(item, "freezing") for item in QUESTIONS), *(exercise(item, "freezing") for item in EXERCISES))


def draft_text(item: str, number: int) -> str:
    """The text of an item's draft; long enough to lie on several pages of the file."""
    return f"# {item} {number}\n" + f"x = {number}\n" * (500 + number % 7 * 400)


class Child:
    """One sitting."""

    def __init__(self, home: Home, seed: int) -> None:
        self.rng, self.saves = Random(seed), seed * 10_000
        self.clock = Clock(NOON + seed * timedelta(days=2))
        self.journal, self.drafts = Journal(home.journal), Drafts(home.drafts)
        self.learner = Learner(
            self.journal, (PACK,), new_per_day=10, clock=self.clock, zone=UTC, leeches=Leeches.SUSPEND
        )
        self.seen = self.journal.query("SELECT coalesce(max(seq), 0) FROM rows")[0][0]

    def go_on(self) -> None:
        """Do something, and say what came of it."""
        # Now and then the clock is set back.
        self.clock.forward(minutes=-90 if self.rng.random() < 0.02 else self.rng.expovariate(1 / 30))
        actions: tuple[tuple[int, Callable[[], object]], ...] = (
            (30, self.rate),
            (15, self.answer),
            (15, self.attempt),
            (12, self.learner.undo),
            (12, self.save_draft),
            (4, self.put_off),
            (4, self.note),
            (3, self.rerate),
            (3, self.write_card),
            (1, self.tune),
        )
        weights, chosen = zip(*actions, strict=True)
        self.rng.choices(chosen, weights)[0]()
        self.tell_rows()

    def tell_rows(self) -> None:
        for seq, row in self.journal.query("SELECT seq, id FROM rows WHERE seq > ? ORDER BY seq", (self.seen,)):
            self.seen = seq
            say(f"row {row}")

    def rate(self) -> None:
        self.learner.rate(self.rng.choice(CARDS), self.rng.choice(tuple(Rating)), self.rng.uniform(1, 20))

    def answer(self) -> None:
        item, right = self.rng.choice(QUESTIONS), self.rng.random() < 0.7
        self.learner.record_answer(AnsweredQuestion(item=item, answer="(2, 3)", right=right, seconds=5.0))

    def attempt(self) -> None:
        passed = self.rng.random() < 0.5
        self.learner.record_attempt(
            AttemptMade(
                item=self.rng.choice(EXERCISES),
                code="x = 1\n" * self.rng.randrange(400),
                passed=passed,
                ending="finished",
                mistake=None if passed else "typo",
                concept=None if passed else "freezing",
                seconds=20.0,
                hints=self.rng.randrange(3),
                solution_shown=self.rng.random() < 0.2,
            )
        )

    def save_draft(self) -> None:
        item, self.saves = self.rng.choice(EXERCISES), self.saves + 1
        say(f"saving {item} {self.saves}")
        self.drafts.save(item, draft_text(item, self.saves))
        say(f"saved {item} {self.saves}")

    def put_off(self) -> None:
        action = self.rng.choice((self.learner.bury, self.learner.suspend, self.learner.resume))
        action(self.rng.sample(ITEMS, 5))

    def note(self) -> None:
        self.learner.set_note(self.rng.choice(ITEMS), "A note.\n" * self.rng.randrange(50))

    def rerate(self) -> None:
        self.learner.rerate(self.rng.choice(ITEMS), self.rng.choice(tuple(Rating)))

    def write_card(self) -> None:
        item = self.rng.choice(CARDS)
        front = f"Front {self.rng.random()}"
        self.learner.write_cards((OwnCard(id=item, deck="kills", front=front, back="Back"),))

    def tune(self) -> None:
        self.learner.tune(Tuning(retention=self.rng.choice((0.8, 0.85, 0.9))))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    child = Child(Home(Path(sys.argv[1])), int(sys.argv[2]))
    say("begun")
    while True:
        child.go_on()
