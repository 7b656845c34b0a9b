import fsrs
import pytest

from quizapp.fitting.workload import parameters_of, workload
from quizapp.study.model import Tuning
from tests.fitting.made_up import FORGETFUL

LONG = 10_000.0


@pytest.mark.parametrize("retention", [0.7, 0.85, 0.95, 0.97])
@pytest.mark.parametrize("parameters", [(), FORGETFUL])
def test_the_workload_is_how_much_shorter_the_intervals_of_the_library_are(
    retention: float, parameters: tuple[float, ...]
) -> None:
    given = parameters or fsrs.scheduler.DEFAULT_PARAMETERS
    usual, other = (
        fsrs.Scheduler(parameters=given, desired_retention=share, maximum_interval=10**9) for share in (0.9, retention)
    )

    shorter = usual._next_interval(stability=LONG) / other._next_interval(stability=LONG)

    assert shorter == pytest.approx(workload(retention, Tuning(parameters=parameters)), rel=1e-3)


def test_the_usual_retention_takes_what_it_takes() -> None:
    assert 1.0 == workload(0.9, Tuning(retention=0.8))


@pytest.mark.parametrize("parameters", [(), (1.0, 2.0), (-5.0,) * 21])
def test_parameters_that_fsrs_does_not_take_count_as_its_own(parameters: tuple[float, ...]) -> None:
    assert fsrs.scheduler.DEFAULT_PARAMETERS == parameters_of(Tuning(parameters=parameters))
