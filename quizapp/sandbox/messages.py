"""What host and worker say to each other: a program goes in, a report comes back; and what the host makes of it."""

from enum import StrEnum
from typing import Final

from msgspec import Struct, field

from quizapp.sandbox.observation import Observation
from quizapp.sandbox.trace import TraceSeen

LEARNER_FILE: Final = "exercise.py"
"""What the learner's code is called where a place in it is named: tracebacks, findings."""


class Program(Struct, frozen=True, kw_only=True):
    """What one run executes, in this order: inputs, given, code, probe; then each `observe` expression.

    Attributes:
        code: the learner's, run as LEARNER_FILE. given, probe: the instructor's, run in the same namespace.
        inputs: name to Python expression, evaluated with torch and the probe toolkit.
        modules: name to source of the instructor's modules, which all of these can import.
        seed: for torch, random and numpy.
        trace: whether to say what each line of the learner's code made, and what its optimizer steps moved.
    """

    code: str
    given: str = ""
    probe: str = ""
    inputs: dict[str, str] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)
    observe: tuple[str, ...] = ()
    seed: int = 0
    trace: bool = False


class RunLimits(Struct, frozen=True, kw_only=True):
    """What a run may use before it is stopped."""

    seconds: float = 5.0
    memory_bytes: int = 1 << 30
    output_bytes: int = 8 << 20


class Part(StrEnum):
    """The part of a program in which something happened."""

    INPUTS = "inputs"
    GIVEN = "given"
    CODE = "code"
    PROBE = "probe"


class RunError(Struct, frozen=True, kw_only=True):
    """An exception that ended a part of the program.

    Attributes:
        part: where it was raised; an error in the probe through the learner's function still names their line.
        line: the last line of the learner's code it passed through, or None.
        column, end_column: for a SyntaxError, 1-based, in code points.
        traceback: as Python prints it, with the learner's and the libraries' frames, none of ours.
        errno: of an OSError.
    """

    part: Part
    type_name: str
    message: str
    bases: tuple[str, ...] = ()
    line: int | None = None
    column: int | None = None
    end_column: int | None = None
    traceback: str = ""
    errno: int | None = None


class Report(Struct, frozen=True, kw_only=True):
    """What a child sends when its program is through."""

    observations: dict[str, Observation]
    error: RunError | None = None
    trace: TraceSeen | None = None
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_bytes: int = 0


class Ending(StrEnum):
    """How a run ended."""

    FINISHED = "finished"
    RAISED = "raised"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    CRASHED = "crashed"
    TOO_MUCH_OUTPUT = "too_much_output"
    REFUSED = "refused"  # the sandbox said no and the code did not handle it
    UNREADABLE = "unreadable"  # the child's message broke a limit or the schema
    ENDED_EARLY = "ended_early"  # the process left before it could be observed
    STOPPED = "stopped"  # by the learner


class Outcome(Struct, frozen=True, kw_only=True):
    """How a run ended, with everything that was seen of it.

    Attributes:
        stdout, stderr: sanitised text, at most 256 KiB each; `output_cut` tells that there was more.
        trace: of a traced run that came to its end.
        line: of the learner's code, at which a run stood that crashed or was ended; None if it couldn't say.
        exit_code: of a process that ended early; negative: the signal that ended it.
        restarted: whether the sandbox itself had broken, so that this run had to wait for a new one or begin anew.
        detail: a word for the isolation report or the reader of a log, never for the learner ("frame too large").
    """

    ending: Ending
    observations: dict[str, Observation] = field(default_factory=dict)
    error: RunError | None = None
    trace: TraceSeen | None = None
    stdout: str = ""
    stderr: str = ""
    output_cut: bool = False
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_bytes: int = 0
    line: int | None = None
    exit_code: int | None = None
    restarted: bool = False
    detail: str = ""
