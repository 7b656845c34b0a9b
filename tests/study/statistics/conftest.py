"""What statistics read of a learner."""

from collections.abc import Callable

import pytest

from quizapp.study.learner import Learner
from tests.study.statistics.tables import Told


@pytest.fixture
def told() -> Callable[[Learner], Told]:
    """Return a function that gives what there is to read of a learner."""
    return Told
