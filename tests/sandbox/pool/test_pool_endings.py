"""What a pool of processes holds, and what it doesn't: told from the outcome."""

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

from quizapp.sandbox.messages import Ending, Outcome
from quizapp.sandbox.observation import Whole

Run = Callable[..., Outcome]


def test_everything_printed_is_kept_apart_and_the_report_comes_through(run: Run) -> None:
    code = "import os, sys\nprint('out')\nprint('err', file=sys.stderr)\nos.write(1, b'1')\nos.write(2, b'2')\nx = 42"
    outcome = run(code, "x")

    assert (outcome.ending, outcome.stdout, outcome.stderr) == (Ending.FINISHED, "out\n1", "err\n2")
    assert outcome.observations == {"x": Whole("42")}


def test_asking_for_input_raises_and_leaves_the_pipe_to_the_host_alone(run: Run) -> None:
    outcome = run("import os\nassert os.read(0, 1) == b''\ninput()")

    assert (outcome.ending, outcome.error and outcome.error.type_name) == (Ending.RAISED, "EOFError")


def test_an_endless_loop_is_timed_out_with_its_output_and_its_line(run: Run) -> None:
    outcome = run("import itertools\nprint('before', end='')\nsum(itertools.repeat(0))", seconds=0.3)

    assert (outcome.ending, outcome.stdout, outcome.line) == (Ending.TIMED_OUT, "before", 3)


def test_memory_is_looked_at_while_it_grows(run: Run) -> None:
    code = "held = []\nwhile True: held.append(b'x' * (1 << 22))"

    assert run(code, memory_bytes=1 << 27).ending is Ending.OUT_OF_MEMORY


def test_memory_of_what_a_program_starts_counts(run: Run) -> None:
    hungry = "import time; held = b'x' * (1 << 28); time.sleep(60)"
    code = f"import subprocess, sys\nsubprocess.run([{sys.executable!r}, '-c', {hungry!r}])"

    assert run(code, memory_bytes=1 << 27).ending is Ending.OUT_OF_MEMORY


def test_ten_million_lines_are_too_much_output(run: Run) -> None:
    outcome = run("for i in range(10**7): print('line')")

    assert (outcome.ending, outcome.output_cut) == (Ending.TOO_MUCH_OUTPUT, True)
    assert outcome.stdout == ("line\n" * 60_000)[: 256 << 10]


def test_a_segmentation_fault_is_a_crash(run: Run) -> None:
    outcome = run("import ctypes\nctypes.string_at(0)")

    assert (outcome.ending, outcome.exit_code, outcome.detail) == (Ending.CRASHED, -11, "SIGSEGV")
    assert (outcome.line, outcome.stderr) == (2, "")


def test_nothing_here_refuses_anything(run: Run, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("a file of the learner")
    outcome = run(f"print(open({str(tmp_path / 'own')!r}).read())\nraise PermissionError(13, 'somebody else says no')")

    assert (outcome.ending, outcome.stdout) == (Ending.RAISED, "a file of the learner\n")


def test_bytes_on_the_report_channel_are_unreadable(run: Run) -> None:
    outcome = run("import os\nos.write(3, b'PASS' * 100)")

    assert (outcome.ending, outcome.detail) == (Ending.UNREADABLE, "not a report")


def test_a_process_that_outlives_its_parent_holds_nobody_up(run: Run) -> None:
    code = """
        import os, time
        if os.fork() == 0:
            time.sleep(60)
        os._exit(5)
    """
    outcome = run(textwrap.dedent(code), seconds=30)

    assert (outcome.ending, outcome.exit_code) == (Ending.ENDED_EARLY, 5)
    assert outcome.seconds < 20
