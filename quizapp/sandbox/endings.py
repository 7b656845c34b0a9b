"""From what was seen of a run to its outcome."""

import errno
import signal
from typing import Final

from quizapp.sandbox.messages import Ending, Outcome, Report, RunError
from quizapp.sandbox.reception import KEPT_OUTPUT_BYTES, Output, Seen, Sighting
from quizapp.sandbox.strictness import Unreadable
from quizapp.sandbox.text import readable, readable_output

_ENDINGS: Final = {
    Seen.TIME_UP: Ending.TIMED_OUT,
    Seen.FLOOD: Ending.TOO_MUCH_OUTPUT,
    Seen.MEMORY: Ending.OUT_OF_MEMORY,
}
# By name: not every system has them.
_ENDINGS_BY_SIGNAL: Final = {"SIGSYS": Ending.REFUSED, "SIGXCPU": Ending.TIMED_OUT}
# Windows has no signals; what it ends a process for is an exit code from here on, such as 0xc0000005.
_WINDOWS_FAULTS: Final = 0xC0000000
_MEMORY_WORDS: Final = ("can't allocate memory", "DefaultCPUAllocator", "std::bad_alloc")
_REFUSALS: Final = (errno.EPERM, errno.EACCES)
_REFUSED_WORDS: Final = "strerror: Permission denied"  # as torch.save says it
_OUTSIDE: Final = ": '/"  # as Python says which file it did not find
# What looking for a host becomes where no socket can be made.
_REFUSED_KINDS: Final = frozenset({"PermissionError", "gaierror", "URLError"})


def outcome_of(
    sighting: Sighting, expressions: tuple[str, ...], exit_code: int | None, *, stopped: bool, traced: bool = False
) -> Outcome:
    """Say how a run ended.

    Args:
        sighting: what was seen of it.
        expressions: what was to be observed.
        exit_code: of the child if it ended by itself without a report.
        stopped: whether the learner stopped it.
        traced: whether the learner's lines were to be traced.
    """
    if stopped and sighting.seen is not Seen.REPORT:
        return _without_report(Ending.STOPPED, sighting)
    if sighting.seen in (Seen.REPORT, Seen.BAD_REPORT):
        try:
            return _with_report(sighting.reception.report(expressions, traced=traced), sighting)
        except Unreadable as error:
            return _without_report(Ending.UNREADABLE, sighting, detail=str(error))
    if sighting.seen in _ENDINGS:
        return _without_report(_ENDINGS[sighting.seen], sighting)
    return _without_report(_ending_of_exit(exit_code), sighting, exit_code=exit_code, detail=_exit_detail(exit_code))


def _ending_of_exit(exit_code: int | None) -> Ending:
    detail = _exit_detail(exit_code)
    return _ENDINGS_BY_SIGNAL.get(detail, Ending.CRASHED) if detail else Ending.ENDED_EARLY


def _exit_detail(exit_code: int | None) -> str:
    """Return what the system ended a process with, "" if the process left."""
    if exit_code is None or 0 <= exit_code < _WINDOWS_FAULTS:
        return ""
    if exit_code >= _WINDOWS_FAULTS:
        return f"{exit_code:#x}"
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
    if "OSError" in error.bases and (error.errno in _REFUSALS or _is_out_of_sight(error)):
        return Ending.REFUSED
    return Ending.RAISED


def _is_out_of_sight(error: RunError) -> bool:
    """Whether a file outside the run's own folder was looked for: where it is hidden, it seems not to exist."""
    return error.errno == errno.ENOENT and _OUTSIDE in error.message


def _with_report(report: Report, sighting: Sighting) -> Outcome:
    return Outcome(
        ending=_ending_of_error(report.error),
        observations=report.observations,
        error=_shown(report.error),
        trace=report.trace,
        stdout=_text(sighting.stdout),
        stderr=_text(sighting.stderr),
        output_cut=sighting.stdout.is_cut or sighting.stderr.is_cut,
        warnings=tuple(readable(warning) for warning in report.warnings),
        seconds=report.seconds,
        cpu_seconds=report.cpu_seconds,
        peak_bytes=report.peak_bytes,
    )


def _without_report(ending: Ending, sighting: Sighting, *, exit_code: int | None = None, detail: str = "") -> Outcome:
    return Outcome(
        ending=ending,
        stdout=_text(sighting.stdout),
        stderr=_text(sighting.stderr),
        output_cut=sighting.stdout.is_cut or sighting.stderr.is_cut,
        seconds=sighting.seconds,
        line=sighting.reception.line,
        exit_code=exit_code,
        detail=detail,
    )


def _text(output: Output) -> str:
    return readable_output(bytes(output.kept))[:KEPT_OUTPUT_BYTES]


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
