from quizapp.desktop.pages.author.sandboxes import FEW, sandbox_for
from quizapp.sandbox.messages import Ending, Program
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable
from quizapp.sandbox.stopper import Stopper
from tests.desktop.desk import EXERCISE, VIEWS

MANY = (EXERCISE,) * (FEW + 1)


def is_closed(sandbox: Sandbox) -> bool:
    try:
        sandbox.start()
    except SandboxUnavailable:
        return True
    return False


def test_a_few_exercises_are_done_on_the_apps_own(sandbox: Sandbox) -> None:
    with sandbox_for((*VIEWS.items, EXERCISE), sandbox, Stopper()) as used:
        assert used is sandbox

    assert not is_closed(sandbox)


def test_many_get_one_of_their_own_that_is_closed_in_the_end(sandbox: Sandbox) -> None:
    with sandbox_for(MANY, sandbox, Stopper()) as used:
        assert used is not sandbox
        assert used.run(Program(code="x = 1")).ending is Ending.FINISHED

    assert is_closed(used)
    assert not is_closed(sandbox)


def test_who_stops_ends_it_at_once(sandbox: Sandbox) -> None:
    stopper = Stopper()
    with sandbox_for(MANY, sandbox, stopper) as used:
        stopper.stop()
        while not is_closed(used):
            pass

    assert not is_closed(sandbox)
