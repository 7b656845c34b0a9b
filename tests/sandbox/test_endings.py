"""Each way in which a run can end, told from the outcome; and that a good run follows it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.sandbox.messages import Ending, Outcome, Part, Program, RunLimits
from quizapp.sandbox.observation import Whole
from quizapp.sandbox.sandbox import Sandbox

Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def a_good_run_follows(sandbox: Sandbox) -> Iterator[None]:
    yield
    outcome = sandbox.run(Program(code="x = 41 + 1", observe=("x",)), RunLimits(seconds=20))
    assert (outcome.ending, outcome.observations) == (Ending.FINISHED, {"x": Whole("42")})


def test_a_program_that_ends_is_finished(run: Run) -> None:
    outcome = run("print('seen')")

    assert (outcome.ending, outcome.error, outcome.stdout, outcome.output_cut) == (
        Ending.FINISHED,
        None,
        "seen\n",
        False,
    )


def test_stdout_and_stderr_are_kept_apart(run: Run) -> None:
    outcome = run("import sys\nprint('out')\nprint('err', file=sys.stderr)")

    assert (outcome.stdout, outcome.stderr) == ("out\n", "err\n")


def test_an_endless_loop_is_timed_out_and_keeps_its_output(run: Run) -> None:
    outcome = run("print('before', end='')\nwhile True: pass", seconds=0.5)

    assert (outcome.ending, outcome.stdout) == (Ending.TIMED_OUT, "before")


def test_a_loop_in_c_is_timed_out(run: Run) -> None:
    assert run("import itertools\nsum(itertools.repeat(0))", seconds=0.5).ending is Ending.TIMED_OUT


def test_a_process_that_stops_itself_is_timed_out(run: Run) -> None:
    code = "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)"

    assert run(code, seconds=0.5).ending is Ending.TIMED_OUT


@pytest.mark.parametrize(
    "code",
    [
        "import torch\ntorch.empty(10**11)",
        "text = 'x' * 10**10",
        "import numpy\nnumpy.ones(10**10)",
        "raise MemoryError",
    ],
)
def test_too_large_a_value_is_out_of_memory(run: Run, code: str) -> None:
    outcome = run(code)

    assert outcome.ending is Ending.OUT_OF_MEMORY
    assert outcome.error is not None and outcome.error.line == code.count("\n") + 1


def test_memory_counts_from_what_the_run_may_use(sandbox: Sandbox) -> None:
    code = "import torch\nx = torch.ones(50_000_000)"
    endings = [
        sandbox.run(Program(code=code), RunLimits(seconds=20, memory_bytes=size)).ending for size in (1 << 26, 1 << 30)
    ]

    assert endings == [Ending.OUT_OF_MEMORY, Ending.FINISHED]


def test_ten_million_lines_are_too_much_output(run: Run) -> None:
    outcome = run("for i in range(10**7): print('line')")

    assert outcome.ending is Ending.TOO_MUCH_OUTPUT
    assert outcome.output_cut
    assert outcome.stdout == ("line\n" * 60_000)[: 256 << 10]


def test_more_output_than_is_kept_is_cut_but_finishes(run: Run) -> None:
    outcome = run("print('x' * 300_000)")

    assert (outcome.ending, outcome.output_cut, len(outcome.stdout)) == (Ending.FINISHED, True, 256 << 10)


@pytest.mark.parametrize("code", [0, 3])
def test_leaving_the_process_is_ended_early(run: Run, code: int) -> None:
    outcome = run(f"import os\nos._exit({code})")

    assert (outcome.ending, outcome.exit_code) == (Ending.ENDED_EARLY, code)


def test_closing_the_descriptors_is_ended_early(run: Run) -> None:
    outcome = run("import os, time\nos.closerange(0, 64)\ntime.sleep(60)")

    assert (outcome.ending, outcome.exit_code) == (Ending.ENDED_EARLY, None)


def test_a_segmentation_fault_is_a_crash(run: Run) -> None:
    outcome = run("import ctypes\nctypes.string_at(0)")

    assert (outcome.ending, outcome.exit_code, outcome.detail) == (Ending.CRASHED, -11, "SIGSEGV")


def test_abort_is_a_crash(run: Run) -> None:
    assert run("import os\nos.abort()").exit_code == -6


@pytest.mark.parametrize(
    "code",
    [
        "import socket\nsocket.socket()",
        "import os\nos.fork()",
        "import subprocess\nsubprocess.run(['ls'])",
        "import os\nos.kill(os.getppid(), 9)",
        "open('new.txt', 'w')",
        "import torch\ntorch.save(torch.ones(1), 'new.pt')",
        "import urllib.request\nurllib.request.urlopen('http://example.org')",
        "import os\nos.remove('out.txt')",
    ],
)
def test_what_is_forbidden_is_refused(run: Run, code: str) -> None:
    outcome = run(code)

    assert outcome.ending is Ending.REFUSED
    assert outcome.error is not None and outcome.error.line == code.count("\n") + 1


def test_a_call_of_another_architecture_is_refused(run: Run) -> None:
    code = "\n".join(
        [
            "import ctypes, mmap",
            "memory = mmap.mmap(-1, 4096, prot=7)",
            "memory.write(bytes.fromhex('b802000000cd80c3'))",  # int 0x80: fork, by its 32-bit number
            "ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(memory)))()",
        ]
    )
    outcome = run(code)

    assert (outcome.ending, outcome.exit_code) == (Ending.REFUSED, -31)


def test_a_file_of_the_user_can_not_be_read(run: Run, tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.write_text("secret")
    outcome = run(f"print(open({str(private)!r}).read())")

    assert (outcome.ending, outcome.stdout) == (Ending.REFUSED, "")


def test_the_apps_own_files_can_not_be_read(run: Run) -> None:
    outcome = run("import quizapp.probe\nopen(quizapp.probe.__file__)")

    assert outcome.ending is Ending.REFUSED


def test_a_refusal_that_the_code_handles_is_no_ending(run: Run) -> None:
    code = "import socket\ntry:\n    socket.socket()\nexcept OSError:\n    print('handled')"

    assert (run(code).ending, run(code).stdout) == (Ending.FINISHED, "handled\n")


def test_asking_for_input_raises(run: Run) -> None:
    outcome = run("name = input()")

    assert (outcome.ending, outcome.error and outcome.error.type_name) == (Ending.RAISED, "EOFError")


@pytest.mark.parametrize(
    ("code", "kind"), [("import sys\nsys.exit(0)", "SystemExit"), ("raise KeyboardInterrupt", "KeyboardInterrupt")]
)
def test_leaving_by_exception_is_raised(run: Run, code: str, kind: str) -> None:
    outcome = run(code)

    assert (outcome.ending, outcome.error and outcome.error.type_name) == (Ending.RAISED, kind)


def test_a_syntax_error_names_its_place(run: Run) -> None:
    error = run("ok = 1\nif ok = 2:\n    print(1)").error

    assert error is not None
    assert (error.part, error.type_name, error.message) == (
        Part.CODE,
        "SyntaxError",
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
    )
    assert (error.line, error.column, error.end_column) == (2, 4, 10)


def test_an_exception_names_the_learners_last_line_and_the_libraries_frames(run: Run) -> None:
    code = "\n".join(
        [
            "import torch",
            "def inner(m):",
            "    return m(torch.ones(3, 3))",
            "def outer():",
            "    return inner(torch.nn.Linear(2, 3))",
            "outer()",
        ]
    )
    outcome = run(code)
    error = outcome.error

    assert outcome.ending is Ending.RAISED and error is not None
    assert (error.type_name, error.line) == ("RuntimeError", 3)
    assert error.bases == ("RuntimeError", "Exception", "BaseException")
    files = [line.split('"')[1] for line in error.traceback.splitlines() if line.startswith("  File")]
    assert files[:3] == ["exercise.py"] * 3
    assert set(files[3:]) == {"torch/nn/modules/module.py", "torch/nn/modules/linear.py"}
    assert "    return m(torch.ones(3, 3))" in error.traceback


def test_an_exception_in_given_is_not_the_learners(run: Run) -> None:
    error = run("x = 1", given="def f():\n    return 1 / 0\nf()").error

    assert error is not None
    assert (error.part, error.type_name, error.line) == (Part.GIVEN, "ZeroDivisionError", None)
    assert 'File "given.py", line 2, in f' in error.traceback


def test_an_error_in_the_probe_names_the_learners_line_and_hides_the_probe(run: Run) -> None:
    error = run("def half(x):\n    return x / 0\n", probe="result = half(3)").error

    assert error is not None
    assert (error.part, error.line) == (Part.PROBE, 2)
    assert "result = half(3)" not in error.traceback and "probe" not in error.traceback


def test_warnings_are_collected(run: Run) -> None:
    outcome = run("import warnings\nwarnings.warn('look out')\nx = 1 is 1")

    assert outcome.warnings[-1] == "exercise.py:2: UserWarning: look out"
    assert outcome.warnings[0].startswith("exercise.py:3: SyntaxWarning:")
    assert outcome.stderr == ""


def test_what_torch_warns_of_once_is_collected_in_every_run(run: Run) -> None:
    code = "import torch\nx = torch.ones(2, requires_grad=True) * 2\nx.grad"
    first, second = run(code).warnings, run(code).warnings

    assert len(first) == 1 and "not a leaf Tensor" in first[0]
    assert first == second


def test_output_is_made_safe_to_show(run: Run) -> None:
    outcome = run(r"print('a\x1b]0;x\x07\u202eb\ttab'); import os; os.write(1, b'\xff\n')")

    assert outcome.stdout == "a\\x1b]0;x\\x07\\u202eb\ttab\n\\xff\n"


def test_a_message_of_any_length_and_kind_is_cut(run: Run) -> None:
    error = run(r"raise ValueError('\ud800\u202e' + 'A' * 5_000_000)").error

    assert error is not None
    assert error.message.startswith("\\ud800\\u202eAAA")
    assert len(error.message) <= 2020 and len(error.traceback) <= 8100


def test_bytes_on_the_result_channel_are_unreadable(run: Run) -> None:
    outcome = run("import os\nos.write(3, b'PASS' * 100)")

    assert (outcome.ending, outcome.detail) == (Ending.UNREADABLE, "not a report")


def test_a_report_that_breaks_off_is_unreadable(run: Run) -> None:
    outcome = run("import os, struct\nos.write(3, struct.pack('<4sIQ', b'QZR1', 100, 0))\nos._exit(0)")

    assert (outcome.ending, outcome.detail) == (Ending.UNREADABLE, "the report broke off")


def test_a_second_report_is_unreadable(run: Run) -> None:
    code = "\n".join(
        [
            "import os, struct, msgspec",
            "header = msgspec.msgpack.encode({'observations': {}})",
            "os.write(3, struct.pack('<4sIQ', b'QZR1', len(header), 0) + header)",
        ]
    )

    assert run(code).ending is Ending.UNREADABLE


@pytest.mark.parametrize("sent", ["b' '", "b'Current thread'"])
def test_a_report_that_never_ends_does_not_outlast_the_limit(sent: str, run: Run) -> None:
    outcome = run(f"import os, time\nwhile True:\n    os.write(3, {sent})\n    time.sleep(0.001)", seconds=0.5)

    assert outcome.ending is Ending.TIMED_OUT
    assert outcome.seconds < 10


@pytest.mark.parametrize(
    ("code", "ending", "line"),
    [
        ("x = 1\nwhile True: pass", Ending.TIMED_OUT, 2),
        ("import itertools\n\nsum(itertools.repeat(0))", Ending.TIMED_OUT, 3),
        ("import ctypes\ndef read():\n    ctypes.string_at(0)\nread()", Ending.CRASHED, 3),
        ("while True:\n    print('x' * 1000)", Ending.TOO_MUCH_OUTPUT, 2),
        ("import signal\nsignal.signal(signal.SIGUSR1, signal.SIG_IGN)\nwhile True: pass", Ending.TIMED_OUT, None),
    ],
)
def test_a_run_that_is_ended_or_crashes_says_at_which_line(
    code: str, ending: Ending, line: int | None, run: Run
) -> None:
    outcome = run(code, seconds=0.5 if ending is Ending.TIMED_OUT else 20.0)

    assert (outcome.ending, outcome.line) == (ending, line)
