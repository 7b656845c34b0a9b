"""Everything that a learner can do, as values to draw from, and what then stands in the journal and its tables."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

from hypothesis import strategies as st

from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, Rating, Tuning
from quizapp.study.own_cards import OwnCard
from tests.study.sample import NOON, Clock, attempt, card, exercise, pack, question

A, B, C, X, OWN = "p/l/a", "p/l/b", "p/l/c", "p/l/x", "own/mine/0123456789ab"
ITEMS = (card(A, "view"), card(B), question(C, "view", "stride"), exercise(X, "view"))
PACK = pack(*ITEMS)
EVERY = (A, B, C, X, OWN)

Act: TypeAlias = Callable[[Learner, Clock], object]

TUNINGS = (Tuning(), Tuning(retention=0.8, fuzz=False), Tuning(steps=(), relearning_steps=()), Tuning(longest_days=5))


def own_card(front: str) -> OwnCard:
    return OwnCard(id=OWN, deck="mine", front=front, back="b", concepts=("view",))


def rate(item: str, rating: Rating) -> Act:
    return lambda learner, _: learner.rate(item, rating, 5)


def answer(right: bool, seconds: float) -> Act:
    made = AnsweredQuestion(item=C, answer="1", right=right, seconds=seconds)
    return lambda learner, _: learner.record_answer(made)


def try_exercise(passed: bool, hints: int, shown: bool, concept: str | None) -> Act:
    made = attempt(X, passed=passed, hints=hints, solution_shown=shown, concept=concept)
    return lambda learner, _: learner.record_attempt(made)


def rerate(item: str, rating: Rating) -> Act:
    return lambda learner, _: learner.rerate(item, rating)


def wait(minutes: int) -> Act:
    return lambda _, clock: clock.forward(minutes=minutes)


def undo() -> Act:
    return lambda learner, _: learner.undo()


def bury(*items: str) -> Act:
    return lambda learner, _: learner.bury(items)


def suspend(*items: str) -> Act:
    return lambda learner, _: learner.suspend(items)


def resume(*items: str) -> Act:
    return lambda learner, _: learner.resume(items)


def set_due(days: int, *items: str) -> Act:
    return lambda learner, _: learner.set_due(items, NOON + timedelta(days=days))


def note(item: str, words: str) -> Act:
    return lambda learner, _: learner.set_note(item, words)


def write(front: str) -> Act:
    return lambda learner, _: learner.write_cards((own_card(front),))


def drop() -> Act:
    return lambda learner, _: learner.drop_cards((OWN,))


def tune(tuning: Tuning) -> Act:
    return lambda learner, _: learner.tune(tuning)


_item = st.sampled_from(EVERY)
_items = st.lists(_item, min_size=1, max_size=3)

acts: st.SearchStrategy[Act] = st.one_of(
    st.builds(rate, st.sampled_from((A, B, OWN)), st.sampled_from(Rating)),
    st.builds(answer, st.booleans(), st.sampled_from((1.0, 20.0, 300.0))),
    st.builds(try_exercise, st.booleans(), st.integers(0, 2), st.booleans(), st.sampled_from((None, "view", "stride"))),
    st.builds(undo),
    st.builds(rerate, _item, st.sampled_from(Rating)),
    # Also backwards, as when the learner sets the clock right.
    st.builds(wait, st.sampled_from((0, 1, 10, 600, 1500, 20_000, -30, -3000))),
    _items.map(lambda items: bury(*items)),
    _items.map(lambda items: suspend(*items)),
    _items.map(lambda items: resume(*items)),
    st.tuples(st.integers(-3, 30), _items).map(lambda drawn: set_due(drawn[0], *drawn[1])),
    st.builds(note, _item, st.sampled_from(("", "one", "two"))),
    st.builds(write, st.sampled_from(("f", "g"))),
    st.builds(drop),
    st.builds(tune, st.sampled_from(TUNINGS)),
)

ONE_OF_EACH: tuple[Act, ...] = (
    write("f"),
    rate(A, Rating.GOOD),
    rate(OWN, Rating.EASY),
    wait(10),
    answer(True, 20.0),
    rerate(C, Rating.AGAIN),
    try_exercise(False, 0, False, "view"),
    try_exercise(True, 1, False, None),
    rate(A, Rating.AGAIN),
    undo(),
    wait(-3000),
    rate(B, Rating.HARD),
    bury(A, B),
    suspend(C, X),
    undo(),
    suspend(A),
    resume(A, B),
    set_due(3, A, C),
    note(A, "one"),
    write("g"),
    tune(Tuning(retention=0.8)),
    undo(),
    rerate(B, Rating.EASY),
    undo(),
    drop(),
    undo(),
)


def stored(learner: Learner) -> list[list[tuple[object, ...]]]:
    """Return what the tables of the schedule hold, without the numbers by which they know items."""
    of_items = [name for _, name, *_ in learner.query("PRAGMA table_info(items)") if name != "no"]
    of_steps = [f"steps.{name}" for _, name, *_ in learner.query("PRAGMA table_info(steps)") if name != "item"]
    return [
        learner.query(f"SELECT {', '.join(of_items)} FROM items ORDER BY id"),
        learner.query(f"SELECT id, {', '.join(of_steps)} FROM steps JOIN items ON item = no ORDER BY id, at, row"),
        learner.query("SELECT id, pack, concept, at, row FROM slips JOIN items ON item = no ORDER BY id, at, row"),
        [(table, *learner.query(f"SELECT count(*) FROM {table}")[0]) for table in ("items", "steps", "slips")],
    ]


def known(learner: Learner) -> object:
    """Return what a learner says, from memory and from the disk."""
    return (
        learner.today(),
        learner.queue(),
        dict(learner.standings()),
        dict(learner.notes()),
        learner.own_cards(),
        learner.tuning,
        [learner.history(item) for item in EVERY],
        [learner.intervals(item) for item in EVERY],
        stored(learner),
    )
