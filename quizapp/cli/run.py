"""`quizapp run`: runs any program in the sandbox and prints how it ended."""

import argparse
import math
from typing import Any, Final

import msgspec

from quizapp.cli.console import Console
from quizapp.cli.files import read_code
from quizapp.cli.sandboxed import open_sandbox
from quizapp.judging.printing import shown
from quizapp.message import SaysError, message
from quizapp.sandbox.messages import Ending, Outcome, Program, RunLimits
from quizapp.sandbox.observation import Observation, Values
from quizapp.sandbox.text import readable
from quizapp.sandbox.trace import TraceSeen
from quizapp.wording import Wording
from quizapp.wording.line_notes import line_note, trace_note
from quizapp.wording.outcomes import outcome_sentence

MOST_SECONDS = 30.0
_WIDEST_CODE: Final = 80
"""Notes stand behind the widest line, of those that are not wider than this."""


def run(options: argparse.Namespace, console: Console) -> int:
    """Run the file; exit code 0 if it finished, 1 if it ended in another way."""
    if not 0 < options.seconds <= MOST_SECONDS:
        raise SaysError(message("--seconds takes a number above 0 and up to {most}.", most=f"{MOST_SECONDS:g}"))
    program = Program(code=read_code(options.file), observe=tuple(options.observe), trace=options.trace)
    with open_sandbox(console) as sandbox:
        outcome = sandbox.run(program, RunLimits(seconds=options.seconds))
    if options.json:
        console.tell_json(outcome_as_json(outcome, console.wording, options.seconds))
    else:
        if outcome.trace is not None:
            _tell_trace(program.code, outcome.trace, console)
        _tell(outcome, console, options.seconds)
    return 0 if outcome.ending is Ending.FINISHED else 1


def outcome_as_json(outcome: Outcome, wording: Wording, seconds: float) -> dict[str, Any]:
    """Return the object that `run --json` prints; its keys are a promise to other programs.

    `seconds` is how long the run was allowed to take.
    """
    error = outcome.error
    return {
        "outcome": outcome.ending.value,
        "error": {"type": error.type_name, "message": error.message, "line": error.line} if error is not None else None,
        "says": outcome_sentence(outcome, wording, seconds_allowed=seconds),
        "stdout": outcome.stdout,
        "stderr": outcome.stderr,
        "output_cut": outcome.output_cut,
        "observations": {name: _as_json(seen) for name, seen in outcome.observations.items()},
        **({} if outcome.trace is None else {"trace": _as_json(outcome.trace)}),
        "seconds": round(outcome.seconds, 6) if math.isfinite(outcome.seconds) else None,
        "peak_bytes": outcome.peak_bytes,
    }


def _as_json(seen: Observation | TraceSeen) -> Any:
    return msgspec.to_builtins(seen, enc_hook=_values_as_json)


def _values_as_json(value: object) -> str:
    """Numbers travel as the hexadecimal text of their little-endian bytes: exact, for every dtype."""
    if isinstance(value, Values):
        return bytes(value.data).hex()
    raise NotImplementedError(type(value).__name__)


def _tell_trace(code: str, trace: TraceSeen, console: Console) -> None:
    """Print the code with what each line made beside it."""
    notes = {line.line: line_note(line, console.wording, trace) for line in trace.lines}
    lines = code.removesuffix("\n").split("\n")
    widest = max((wide for line in lines if (wide := len(line)) <= _WIDEST_CODE), default=0)
    for number, line in enumerate(lines, 1):
        note = notes.get(number, "")
        console.tell(readable(f"{line.ljust(widest)}  # {note}" if note else line))
    if sentence := trace_note(trace, console.wording):
        console.complain(sentence)


def _tell(outcome: Outcome, console: Console, seconds: float) -> None:
    if outcome.stdout:
        console.tell(outcome.stdout.rstrip("\n"))
    if outcome.stderr:
        console.complain(outcome.stderr.rstrip("\n"))
    for name, seen in outcome.observations.items():
        console.tell(f"{name} = {shown(seen)}")
    if outcome.error is not None and outcome.error.traceback:
        console.complain(outcome.error.traceback.rstrip("\n"))
    if outcome.ending is not Ending.FINISHED:
        console.complain(outcome_sentence(outcome, console.wording, seconds_allowed=seconds))
