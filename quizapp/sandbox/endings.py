"""From what was seen of a run to its outcome."""

import errno
import signal
from typing import Final

from quizapp.sandbox.frames import read_report
from quizapp.sandbox.messages import Ending, Outcome, Report, RunError
from quizapp.sandbox.strictness import Unreadable
from quizapp.sandbox.text import readable, readable_output
from quizapp.sandbox.watching import KEPT_OUTPUT_BYTES, Output, Seen, Watch

_MEMORY_WORDS: Final = ("can't allocate memory", "DefaultCPUAllocator", "std::bad_alloc")
_REFUSALS: Final = (errno.EPERM, errno.EACCES)
_REFUSED_WORDS: Final = "strerror: Permission denied"  # as torch.save says it
# What looking for a host becomes where no socket can be made.
_REFUSED_KINDS: Final = frozenset({"PermissionError", "gaierror", "URLError"})


def outcome_of(
    seen: Seen, watch: Watch, expressions: tuple[str, ...], exit_code: int | None, *, stopped: bool
) -> Outcome:
    """Say how a run ended.

    Args:
        seen: what ended the watching.
        watch: what was seen meanwhile.
        expressions: what was to be observed.
        exit_code: of the child if it ended by itself without a report.
        stopped: whether the learner stopped it.
    """
    if stopped and seen is not Seen.REPORT:
        return _without_report(Ending.STOPPED, watch)
    if seen is Seen.REPORT:
        try:
            return _with_report(read_report(watch.header, watch.body, expressions), watch)
        except Unreadable as error:
            return _without_report(Ending.UNREADABLE, watch, detail=str(error))
    if seen is Seen.BAD_REPORT:
        return _without_report(Ending.UNREADABLE, watch, detail=watch.why)
    if seen is Seen.TIME_UP:
        return _without_report(Ending.TIMED_OUT, watch)
    if seen is Seen.FLOOD:
        return _without_report(Ending.TOO_MUCH_OUTPUT, watch)
    return _without_report(_ending_of_exit(exit_code), watch, exit_code=exit_code, detail=_exit_detail(exit_code))


def _ending_of_exit(exit_code: int | None) -> Ending:
    if exit_code is None or exit_code >= 0:
        return Ending.ENDED_EARLY
    if -exit_code == signal.SIGSYS:
        return Ending.REFUSED
    if -exit_code == signal.SIGXCPU:
        return Ending.TIMED_OUT
    return Ending.CRASHED


def _exit_detail(exit_code: int | None) -> str:
    if exit_code is None or exit_code >= 0:
        return ""
    try:
        return signal.Signals(-exit_code).name
    except ValueError:
        return f"signal {-exit_code}"


def _ending_of_error(error: RunError | None) -> Ending:
    if error is None:
        return Ending.FINISHED
    if "MemoryError" in error.bases or any(words in error.message for words in _MEMORY_WORDS):
        return Ending.OUT_OF_MEMORY
    if _REFUSED_KINDS.intersection(error.bases) or _REFUSED_WORDS in error.message:
        return Ending.REFUSED
    if "OSError" in error.bases and error.errno in _REFUSALS:
        return Ending.REFUSED
    return Ending.RAISED


def _with_report(report: Report, watch: Watch) -> Outcome:
    return Outcome(
        ending=_ending_of_error(report.error),
        observations=report.observations,
        error=_shown(report.error),
        stdout=_text(watch.stdout),
        stderr=_text(watch.stderr),
        output_cut=_is_cut(watch),
        warnings=tuple(readable(warning) for warning in report.warnings),
        seconds=report.seconds,
        cpu_seconds=report.cpu_seconds,
        peak_bytes=report.peak_bytes,
    )


def _without_report(ending: Ending, watch: Watch, *, exit_code: int | None = None, detail: str = "") -> Outcome:
    return Outcome(
        ending=ending,
        stdout=_text(watch.stdout),
        stderr=_text(watch.stderr),
        output_cut=_is_cut(watch),
        seconds=watch.seconds,
        exit_code=exit_code,
        detail=detail,
    )


def _text(output: Output) -> str:
    return readable_output(bytes(output.kept))[:KEPT_OUTPUT_BYTES]


def _is_cut(watch: Watch) -> bool:
    return any(output.total > len(output.kept) for output in (watch.stdout, watch.stderr))


def _shown(error: RunError | None) -> RunError | None:
    """Return the error with its texts safe to show."""
    if error is None:
        return None
    return RunError(
        part=error.part,
        type_name=error.type_name,
        message=readable(error.message),
        bases=error.bases,
        line=error.line,
        column=error.column,
        end_column=error.end_column,
        traceback=readable(error.traceback),
        errno=error.errno,
    )
