"""An agenda that was changed item by item is the one that a look at everything gives."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.study.agenda import agenda_after, agenda_of
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from quizapp.study.slipped import find_slipped
from tests.study.acts import PACK, A, Act, acts
from tests.study.sample import NOON, Clock, card, pack


@settings(max_examples=30, deadline=None)
@given(st.lists(acts, max_size=25))
def test_an_agenda_is_the_same_however_it_came_about(drawn: list[Act]) -> None:
    with TemporaryDirectory() as folder, Journal(Path(folder) / "journal.sqlite") as journal:
        clock = Clock()
        learner = Learner(journal, (PACK,), new_per_day=10, clock=clock)
        for act in drawn:
            act(learner, clock)

            agenda, memory = learner._agenda, learner._memory
            assert agenda == agenda_of(agenda.curriculum, memory, find_slipped(memory, agenda.curriculum))


def test_a_clock_that_was_set_back_is_noticed_even_if_nothing_is_written(journal: Journal, clock: Clock) -> None:
    learner = Learner(journal, (PACK,), new_per_day=10, clock=clock)
    clock.forward(hours=-3000)

    assert learner.undo() is None

    assert learner._agenda.memory is learner._memory


def test_many_items_at_once_are_looked_at_anew(journal: Journal, clock: Clock) -> None:
    items = tuple(card(f"p/l/{number}") for number in range(300))
    learner = Learner(journal, (pack(*items),), new_per_day=10, clock=clock)
    before = learner._agenda

    learner.set_due((item.id for item in items), NOON)

    assert len(learner.today().due) == 300
    again = agenda_after(before, (item.id for item in items), learner._memory, {})
    assert again == learner._agenda


def test_an_item_that_no_pack_holds_is_left_out(journal: Journal, clock: Clock) -> None:
    learner = Learner(journal, (pack(card(A)),), new_per_day=10, clock=clock)
    before = learner._agenda

    learner.rate("q/l/z", Rating.GOOD, 5)

    assert (learner._agenda.coming, learner._agenda.untouched) == (before.coming, before.untouched)
