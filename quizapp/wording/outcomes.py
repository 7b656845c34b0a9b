"""How a run ended, said to the learner: what happened, where, and what to do."""

import errno
from collections.abc import Callable

from quizapp.sandbox.messages import Ending, Outcome, Part, RunError, RunLimits
from quizapp.sandbox.scratch import READY_MADE
from quizapp.wording.speech import Wording

USUAL_SECONDS = RunLimits().seconds

_WORKERS = "torch/utils/data/dataloader.py"
_NETWORK_KINDS = frozenset({"gaierror", "URLError"})


def outcome_sentence(outcome: Outcome, wording: Wording, *, seconds_allowed: float = USUAL_SECONDS) -> str:
    """Say how the run ended; a finished one says that it did. `seconds_allowed` is what the run's limits were."""
    return _SENTENCES[outcome.ending](outcome, wording, seconds_allowed)


def _finished(_outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say("The code ran to its end.")


def _raised(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    if outcome.error is None:
        return wording.say("The code raised an exception.")
    return error_sentence(outcome.error, wording)


def _timed_out(outcome: Outcome, wording: Wording, seconds: float) -> str:
    if outcome.line is not None:
        return wording.say(
            "Still running after {seconds} s, in line {line}, so it was stopped. Is there a loop that never ends?",
            seconds=f"{seconds:g}",
            line=outcome.line,
        )
    return wording.say(
        "Still running after {seconds} s, so it was stopped. Is there a loop that never ends?", seconds=f"{seconds:g}"
    )


def _out_of_memory(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    if outcome.error is not None and outcome.error.line is not None:
        return wording.say(
            "Line {line} asked for more memory than a run may use. Is a shape much too large?", line=outcome.error.line
        )
    return wording.say("The code asked for more memory than a run may use. Is a shape much too large?")


def _crashed(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    if outcome.line is not None:
        return wording.say(
            "Line {line} crashed the process ({signal}), which Python by itself hardly ever does. "
            "Look for a call that works on raw memory, such as one of ctypes. Your code is kept.",
            line=outcome.line,
            signal=_signal_name(outcome.exit_code),
        )
    return wording.say(
        "The code crashed its process ({signal}), which Python by itself hardly ever does. "
        "Look for a call that works on raw memory, such as one of ctypes. Your code is kept.",
        signal=_signal_name(outcome.exit_code),
    )


def _too_much_output(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    kept = len(outcome.stdout.encode()) + len(outcome.stderr.encode())
    return wording.say(
        "The code printed more than {most}, so it was stopped. The first {kept} of it are shown. "
        "Is there a print in a loop that never ends?",
        most=_size(RunLimits().output_bytes),
        kept=_size(kept),
    )


def _refused(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    error = outcome.error
    if error is not None and error.line is not None:
        if _WORKERS in error.traceback:
            return wording.say(
                "Line {line} starts processes: a DataLoader's workers. "
                "Exercises run without them: use `num_workers=0`.",
                line=error.line,
            )
        if _NETWORK_KINDS.intersection(error.bases):
            return wording.say("Line {line} tried to use the network. Exercises run without it.", line=error.line)
        if error.errno in (errno.EACCES, errno.ENOENT):
            return wording.say(
                "Line {line} tried to reach a file that exercises can't use. These can be written: {files}.",
                line=error.line,
                files=", ".join(f"`{name}`" for name in READY_MADE),
            )
        return wording.say(
            "Line {line} tried to reach the network, another program or a file. Exercises run without them.",
            line=error.line,
        )
    return wording.say("The code tried to reach the network, another program or a file. Exercises run without them.")


def _unreadable(_outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say(
        "What the code left behind is too large or can't be read, so it was not judged. Is a tensor much too large?"
    )


def _ended_early(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say(
        "The process ended before it could be checked (exit code {code}). "
        "Remove the call that leaves Python, such as os._exit.",
        code=outcome.exit_code if outcome.exit_code is not None else "?",
    )


def _stopped(_outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say("Stopped.")


_SENTENCES: dict[Ending, Callable[[Outcome, Wording, float], str]] = {
    Ending.FINISHED: _finished,
    Ending.RAISED: _raised,
    Ending.TIMED_OUT: _timed_out,
    Ending.OUT_OF_MEMORY: _out_of_memory,
    Ending.CRASHED: _crashed,
    Ending.TOO_MUCH_OUTPUT: _too_much_output,
    Ending.REFUSED: _refused,
    Ending.UNREADABLE: _unreadable,
    Ending.ENDED_EARLY: _ended_early,
    Ending.STOPPED: _stopped,
}


def error_sentence(error: RunError, wording: Wording) -> str:
    """Say what was raised and at which line of the learner's code."""
    if error.type_name == "SystemExit" and error.line is not None:
        return wording.say(
            "Line {line} left Python with SystemExit, so nothing was checked. Remove that call.", line=error.line
        )
    if error.type_name == "SystemExit":
        return wording.say("The code left Python with sys.exit, so it was not checked. Remove that call.")
    if error.type_name == "EOFError" and error.line is not None:
        return wording.say(
            "Line {line} waits for the keyboard. Exercises can't ask with input(): write the value into the code.",
            line=error.line,
        )
    what = error_words(error)
    if error.part in (Part.GIVEN, Part.INPUTS):
        return wording.say("The exercise's own code raised {what}. Please tell its author.", what=what)
    if error.line is not None:
        return wording.say("Line {line}: {what}", line=error.line, what=what)
    if error.part is Part.PROBE:
        return wording.say("Using what you wrote raised {what}.", what=what.rstrip("."))
    return what


def error_words(error: RunError) -> str:
    """Return an exception as Python ends its traceback with it, in one line."""
    first = next((line.strip() for line in error.message.splitlines() if line.strip()), "")
    return f"{error.type_name}: {first}" if first else error.type_name


def _size(count: int) -> str:
    """Return a number of bytes in the largest unit of which there is one whole."""
    return f"{count >> 20} MiB" if count >= 1 << 20 else f"{count >> 10} KiB" if count >= 1 << 10 else f"{count} B"


def _signal_name(exit_code: int | None) -> str:
    import signal

    if exit_code is None or exit_code >= 0:
        return "?" if exit_code is None else str(exit_code)
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return str(-exit_code)
