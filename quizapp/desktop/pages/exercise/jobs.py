"""What the exercise page has done in the pool: a run, a check, a look at the code. Not for the GUI thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.desktop.pages.exercise.inspected import Subjects, subjects_of_check
from quizapp.desktop.pages.exercise.live_model import can_be_parsed
from quizapp.desktop.services import Services
from quizapp.judging.verdict import Verdict
from quizapp.packs.model import Exercise
from quizapp.sandbox.messages import Outcome

if TYPE_CHECKING:
    from quizapp.sandbox.stopper import Stopper

# practice brings numpy along, which the first paint must not wait for: it is imported where it is needed.


@dataclass(frozen=True)
class Checked:
    """A verdict, and by variant what there is to inspect."""

    verdict: Verdict
    subjects: tuple[tuple[str, Subjects], ...]


def check(exercise: Exercise, code: str, services: Services, stopper: "Stopper") -> Checked:
    """Judge the code.

    Raises:
        Unasked: if the learner has to say first that code may run.
        SaysError: if it can't be run or judged.
    """
    from quizapp import practice
    from quizapp.judging.expectations import read_expectations

    services.permission.demand(services.sandbox, stopper)
    expectations = read_expectations(exercise.folder)
    verdict = practice.judge_against(expectations, exercise, code, services.sandbox, stopper)
    return Checked(verdict, subjects_of_check(exercise, verdict, expectations))


def run(exercise: Exercise, code: str, services: Services, stopper: "Stopper") -> Outcome:
    """Run the code without judging it.

    Raises:
        Unasked: if the learner has to say first that code may run.
        SaysError: if it can't be run.
    """
    from quizapp import practice

    services.permission.demand(services.sandbox, stopper)
    return practice.run_once(exercise, code, services.sandbox, stopper)


def look(exercise: Exercise, code: str, services: Services, stopper: "Stopper") -> Outcome | None:
    """Run the code to see what each line makes; None if it is not Python yet, or nobody wants to know any more.

    Raises:
        Unasked: if the learner has to say first that code may run.
        SaysError: if it can't be run.
    """
    from quizapp import practice

    if stopper.stopped or not can_be_parsed(code):
        return None
    services.permission.demand(services.sandbox, stopper)
    return None if stopper.stopped else practice.look(exercise, code, services.sandbox, stopper)
