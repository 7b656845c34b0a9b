from collections.abc import Callable

from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, Rating
from quizapp.study.standing import Stage, StepKind
from tests.study.sample import Clock, attempt, card, exercise, question
from tests.study.statistics.tables import Told

CARD, QUESTION, EXERCISE = card("p/l/card"), question("p/l/question"), exercise("p/l/exercise")


def test_every_step_of_a_learner_is_read_with_what_it_was(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(CARD, QUESTION, EXERCISE)
    learner.rate(CARD.id, Rating.EASY, 3.5)
    clock.forward(days=30)
    learner.rate(CARD.id, Rating.AGAIN, 8)
    clock.forward(minutes=1)
    learner.record_answer(AnsweredQuestion(item=QUESTION.id, answer="1", right=True, seconds=12))
    clock.forward(minutes=1)
    learner.record_attempt(attempt(EXERCISE.id, seconds=60))

    steps = told(learner).steps()

    order = steps.at.argsort()
    assert steps.at[order].tolist() == sorted(steps.at.tolist())
    assert steps.milliseconds[order].tolist() == [3500, 8000, 12000, 60000]
    assert steps.kind[order].tolist() == [StepKind.CARD, StepKind.CARD, StepKind.QUESTION, StepKind.EXERCISE]
    assert steps.rating[order].tolist() == [Rating.EASY, Rating.AGAIN, Rating.GOOD, 0]
    assert steps.state[order].tolist() == [Stage.NEW, Stage.REVIEW, Stage.NEW, Stage.NEW]
    assert steps.passed[order].tolist() == [1, 0, 1, 0]
    assert steps.is_review[order].tolist() == [True, True, True, False]
    assert steps.is_recall[order].tolist() == [False, True, False, False]
    assert steps.is_forgotten[order].tolist() == [False, True, False, False]


def test_what_comes_back_within_the_day_tells_nothing_of_memory(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(CARD)
    learner.rate(CARD.id, Rating.EASY, 3)
    clock.forward(hours=5)
    learner.rate(CARD.id, Rating.GOOD, 3)

    assert told(learner).steps().is_recall.tolist() == [False, False]


def test_what_was_undone_is_no_step(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(CARD)
    learner.rate(CARD.id, Rating.EASY, 3)
    learner.undo()

    assert told(learner).steps().at.size == 0


def test_a_solution_that_was_shown_is_known_of(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told]
) -> None:
    learner = learner_of(EXERCISE)
    learner.record_attempt(attempt(EXERCISE.id, solution_shown=True))

    assert told(learner).steps().shown.tolist() == [1]


def test_steps_stand_item_by_item_in_time(
    learner_of: Callable[..., Learner], told: Callable[[Learner], Told], clock: Clock
) -> None:
    learner = learner_of(CARD, QUESTION)
    for _ in range(3):
        for item in (CARD, QUESTION):
            learner.rate(item.id, Rating.GOOD, 3)
            clock.forward(days=9)

    steps = told(learner).steps().by_item()

    assert steps.item.tolist() == sorted(steps.item.tolist())
    assert all(steps.at[place : place + 3].tolist() == sorted(steps.at[place : place + 3].tolist()) for place in (0, 3))
