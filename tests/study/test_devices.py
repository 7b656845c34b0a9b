"""Three devices of one learner: whatever is done where, however it is merged, comes to one journal, one schedule."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.study.entries import Row
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from tests.study.acts import ITEMS, Act, acts, known
from tests.study.sample import Clock, pack

Day: TypeAlias = tuple[int, Act | int]
"""What happens next: on which device, and what is done there, or which other device it meets."""

DEVICES = 3
device = st.integers(0, DEVICES - 1)
on_a_device = st.tuples(device, acts)
meetings = st.tuples(device, device)
lives = st.lists(st.one_of(on_a_device, on_a_device, on_a_device, meetings), max_size=25)


class Devices:
    """Three journals, each with its learner and its clock."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.journals = [stack.enter_context(Journal(folder / f"{number}.sqlite")) for number in range(DEVICES)]
        self.clocks = [Clock() for _ in self.journals]
        self.learners = [
            Learner(journal, (pack(*ITEMS),), new_per_day=10, clock=clock)
            for journal, clock in zip(self.journals, self.clocks, strict=True)
        ]

    def live(self, days: Sequence[Day]) -> None:
        """Do on each device what was drawn for it, or let one device take in what another has."""
        for number, what in days:
            if isinstance(what, int):
                self.learners[number].take_in(self.journals[what].entries())
            else:
                what(self.learners[number], self.clocks[number])

    def rows(self) -> list[Row]:
        """Return the rows of all, each once."""
        return list({row.id: row for journal in self.journals for row in journal.entries()}.values())


@contextmanager
def devices() -> Iterator[Devices]:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        yield Devices(Path(folder), stack)


def demand_one_schedule(days: Sequence[Day], chance: Random) -> None:
    """Let three devices live, give each what all have in an order of its own, in pieces and twice; all must agree."""
    with devices() as all_:
        all_.live(days)
        rows = all_.rows()
        for learner, clock in zip(all_.learners, all_.clocks, strict=True):
            clock.now = max(each.now for each in all_.clocks)
            chance.shuffle(rows)
            cut = chance.randint(0, len(rows))
            for piece in (rows[:cut], rows[cut // 2 :], rows):
                learner.take_in(piece)

        journals = [{row.id: row for row in journal.entries()} for journal in all_.journals]
        schedules = [known(learner) for learner in all_.learners]
        assert journals == [{row.id: row for row in rows}] * DEVICES
        assert schedules == [schedules[0]] * DEVICES
        all_.learners[0].rebuild()
        assert known(all_.learners[0]) == schedules[0]


@settings(max_examples=40, deadline=None)
@given(lives, st.integers(0, 2**32).map(Random))
def test_any_interleaving_merged_in_any_order_gives_one_journal_and_one_schedule(
    days: list[Day], chance: Random
) -> None:
    demand_one_schedule(days, chance)


@pytest.mark.slow
@pytest.mark.timeout(1200)
@settings(max_examples=2000, deadline=None)
@given(lives, st.integers(0, 2**32).map(Random))
def test_many_interleavings_give_one_journal_and_one_schedule(days: list[Day], chance: Random) -> None:
    demand_one_schedule(days, chance)
