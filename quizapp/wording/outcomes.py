"""How a run ended, said to the learner: what happened, where, and what to do."""

from collections.abc import Callable

from quizapp.sandbox.messages import Ending, Outcome, Part, RunError, RunLimits
from quizapp.wording.speech import Wording

USUAL_SECONDS = RunLimits().seconds


def outcome_sentence(outcome: Outcome, wording: Wording, *, seconds_allowed: float = USUAL_SECONDS) -> str:
    """Say how the run ended; a finished one says that it did. `seconds_allowed` is what the run's limits were."""
    return _SENTENCES[outcome.ending](outcome, wording, seconds_allowed)


def _finished(_outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say("The code ran to its end.")


def _raised(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    if outcome.error is None:
        return wording.say("The code raised an exception.")
    return error_sentence(outcome.error, wording)


def _timed_out(_outcome: Outcome, wording: Wording, seconds: float) -> str:
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
    return wording.say(
        "The code crashed its process ({signal}). Nothing else was harmed; your code is kept.",
        signal=_signal_name(outcome.exit_code),
    )


def _too_much_output(_outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say("The code printed too much, so it was stopped. The beginning of what it printed is kept.")


def _refused(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    if outcome.error is not None and outcome.error.line is not None:
        return wording.say(
            "Line {line} tried to reach the network, another program or a file. Exercises run without them.",
            line=outcome.error.line,
        )
    return wording.say("The code tried to reach the network, another program or a file. Exercises run without them.")


def _unreadable(_outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say(
        "What the code left behind is too large or can't be read, so it was not judged. Is a tensor much too large?"
    )


def _ended_early(outcome: Outcome, wording: Wording, _seconds: float) -> str:
    return wording.say(
        "The process ended before it could be checked (exit code {code}). Remove the call that leaves Python.",
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


def _signal_name(exit_code: int | None) -> str:
    import signal

    if exit_code is None or exit_code >= 0:
        return "?" if exit_code is None else str(exit_code)
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return str(-exit_code)
