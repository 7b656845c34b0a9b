import subprocess
import sys
from collections.abc import Iterator

import msgspec
import psutil
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizapp.fitting.choosing import NEEDED, choose
from quizapp.fitting.messages import Studied, Task
from quizapp.fitting.process import Fitting, FittingBroken, FittingCancelled
from quizapp.message import message
from tests.fitting.made_up import ratings_of_learner

BROKEN = "tests.fitting.broken_process"
ITEMS = (Studied(since=(0,), ratings=(3,), held_out_from=1),)


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert [] == [each for each in psutil.Process().children() if "fitting" in " ".join(each.cmdline())]


def broken(reason: str) -> object:
    return message("The fit ended before it was done ({reason}). Nothing was changed; try again.", reason=reason)


def reason_of(ending: str, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setenv("QUIZAPP_TEST_ENDING", ending)
    monkeypatch.setenv("PYTHONPATH", ".")
    with pytest.raises(FittingBroken) as caught:
        Fitting(module=BROKEN).run(ITEMS, DEFAULT_PARAMETERS, lambda share: None)
    return caught.value.says


def test_a_process_that_fails_gives_its_last_words_as_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    assert broken("ModuleNotFoundError: No module named 'pandas'") == reason_of("raises", monkeypatch)


def test_a_process_that_ends_without_a_word_gives_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    assert broken("exit code 3") == reason_of("silent", monkeypatch)


def test_a_process_that_says_what_nobody_understands_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "exit code -9" in str(reason_of("nonsense", monkeypatch))


def test_a_process_that_does_not_start_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with pytest.raises(FittingBroken):
        Fitting().run(ITEMS, DEFAULT_PARAMETERS, lambda share: None)


def test_what_the_process_has_started_is_gone_too_when_it_is_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_TEST_ENDING", "with a child")
    monkeypatch.setenv("PYTHONPATH", ".")
    fitting, seen = Fitting(module=BROKEN), list[psutil.Process]()
    others = set(psutil.Process().children(recursive=True))

    def cancel(share: float) -> None:
        seen.extend(set(psutil.Process().children(recursive=True)) - others)
        fitting.cancel()

    with pytest.raises(FittingCancelled):
        fitting.run(ITEMS, DEFAULT_PARAMETERS, cancel)

    assert 2 == len(seen)
    # One that is dead already may wait for the system to note it.
    assert [] == psutil.wait_procs(seen, timeout=20)[1]


def test_a_fit_that_was_cancelled_before_it_began_starts_nothing() -> None:
    fitting = Fitting()
    fitting.cancel()

    with pytest.raises(FittingCancelled):
        fitting.run(ITEMS, DEFAULT_PARAMETERS, lambda share: None)


def test_a_real_fit_is_cancelled_in_the_middle() -> None:
    fitting, choice = Fitting(), choose(ratings_of_learner(2 * NEEDED))

    with pytest.raises(FittingCancelled):
        fitting.run(choice.items, DEFAULT_PARAMETERS, lambda share: fitting.cancel())


@pytest.mark.slow
def test_the_process_ends_by_itself_when_the_program_that_started_it_is_gone() -> None:
    items = choose(ratings_of_learner(2 * NEEDED)).items
    task = Task(parameters=DEFAULT_PARAMETERS, items=len(items))
    process = subprocess.Popen(
        [sys.executable, "-m", "quizapp.fitting.inside"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(b"".join(msgspec.json.encode(line) + b"\n" for line in (task, *items)))
    process.stdin.flush()
    process.stdout.readline()

    process.stdin.close()

    assert 0 == process.wait()
    process.stdout.close()


def test_the_host_does_not_import_torch() -> None:
    program = "import sys, quizapp.fitting.fit, quizapp.fitting.effect; print({'torch', 'pandas'} & set(sys.modules))"

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "set()\n" == said.stdout
