from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.study.attempted_code import AttemptedCode
from quizapp.study.entries import Attempted, Row
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import AttemptMade

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Journal(tmp_path / "journal.sqlite") as journal:
        yield Learner(journal, (), new_per_day=10)


def attempt(learner: Learner, item: str, code: str) -> None:
    made = AttemptMade(
        item=item, code=code, passed=False, ending="finished", mistake=None, seconds=9.0, hints=0, solution_shown=False
    )
    learner.record_attempt(made)


def test_of_each_exercise_the_code_that_was_checked_last_is_known(learner: Learner) -> None:
    for item, code in (("p/l/a", "x = 1"), ("p/l/b", "y = 1"), ("p/l/a", "x = 2")):
        attempt(learner, item, code)

    assert AttemptedCode().read(learner) == {"p/l/a": "x = 2", "p/l/b": "y = 1"}


def test_what_is_attempted_later_is_known_when_asked_again(learner: Learner) -> None:
    code = AttemptedCode()
    attempt(learner, "p/l/a", "x = 1")
    attempt(learner, "p/l/b", "y = 1")
    code.read(learner)

    attempt(learner, "p/l/a", "x = 2")

    assert code.read(learner) == {"p/l/a": "x = 2", "p/l/b": "y = 1"}


def test_an_older_attempt_of_another_device_does_not_take_the_place_of_a_later_one(learner: Learner) -> None:
    code = AttemptedCode()
    attempt(learner, "p/l/a", "x = 2")
    code.read(learner)
    older = Attempted(
        item="p/l/a", code="x = 1", passed=False, ending="finished", mistake=None, seconds=1, hints=0,
        solution_shown=False, rating=None,
    )  # fmt: skip

    learner.take_in((Row(id="a" * 32, device="other", at=NOON - timedelta(days=900), entry=older),))

    assert code.read(learner) == {"p/l/a": "x = 2"}


def test_without_attempts_there_is_no_code(learner: Learner) -> None:
    assert AttemptedCode().read(learner) == {}
