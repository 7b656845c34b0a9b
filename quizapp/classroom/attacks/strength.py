"""What attacking gave: how many wrong programs the checks catch, and which pass."""

from msgspec import Struct

from quizapp.classroom.attacks.attack import Attack
from quizapp.classroom.verify import Complaint
from quizapp.packs.model import Equivalent, ItemId


class Strength(Struct, frozen=True, kw_only=True):
    """How one exercise stood its attacks.

    Attributes:
        caught: how many wrong programs did not pass.
        raised: how many of those did not even run to their end, which is no merit of the checks.
        survivors: those that passed and that nobody marked.
        equivalent: those that passed and that the author marked, each with the mark.
        derived: how many there are; only so many as were asked for are run.
    """

    item: ItemId
    caught: int
    raised: int = 0
    survivors: tuple[Attack, ...] = ()
    equivalent: tuple[tuple[Attack, Equivalent], ...] = ()
    derived: int = 0


class Strengths(Struct, frozen=True):
    """How all exercises of a pack stood their attacks. `unattacked` are those whose solution is no example."""

    exercises: tuple[Strength, ...]
    complaints: tuple[Complaint, ...] = ()
    unattacked: tuple[ItemId, ...] = ()

    @property
    def survivors(self) -> int:
        """How many wrong programs pass in all, without those that are marked."""
        return sum(len(each.survivors) for each in self.exercises)

    @property
    def attacks(self) -> int:
        """How many programs were run in all."""
        return sum(each.caught + len(each.survivors) + len(each.equivalent) for each in self.exercises)


def score(*exercises: Strength) -> float | None:
    """Return the share of wrong programs that were caught, from 0 to 1; None if there was none."""
    caught = sum(each.caught for each in exercises)
    in_all = caught + sum(len(each.survivors) for each in exercises)
    return caught / in_all if in_all else None
