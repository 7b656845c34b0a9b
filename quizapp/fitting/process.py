"""The host's side of the process that fits: starts it, hands it the ratings, hears how far it is, ends it."""

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import IO, Final

import msgspec

from quizapp.fitting.messages import Fitted, Progress, Said, Studied, Task
from quizapp.message import SaysError, message
from quizapp.sandbox.pool.family import Family

_MODULE: Final = "quizapp.fitting.inside"
_DEATH_SECONDS: Final = 5.0
# A program with a window has no console; Windows would open one for each process.
_NO_CONSOLE: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_said: Final[msgspec.json.Decoder[Said]] = msgspec.json.Decoder(Said)


class FittingBroken(SaysError):
    """The process ended before it was done, or can't be started; nothing has changed."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            message("The fit ended before it was done ({reason}). Nothing was changed; try again.", reason=reason)
        )


class FittingCancelled(SaysError):
    """Somebody ended the fit."""

    def __init__(self) -> None:
        super().__init__(message("The fit was cancelled. Nothing was changed."))


class Fitting:
    """One fit: `run` it once, `cancel` it from any thread, before or meanwhile."""

    def __init__(self, *, module: str = _MODULE) -> None:
        """Start nothing yet."""
        self._module = module
        self._lock = threading.Lock()
        self._is_cancelled = False
        self._family: Family | None = None

    def run(
        self, items: Sequence[Studied], parameters: tuple[float, ...], on_progress: Callable[[float], None]
    ) -> Fitted:
        """Fit, which takes seconds to minutes; nothing of the process is left when this returns or raises.

        Args:
            items: what it is fitted to and tried on.
            parameters: those in use, to compare with.
            on_progress: is told which share is done, from 0 to 1.

        Raises:
            FittingCancelled: if it was cancelled.
            FittingBroken: if the process can't be started or doesn't finish.
        """
        with tempfile.TemporaryFile() as words:
            process = self._start(words)
            try:
                return self._converse(process, items, parameters, on_progress)
            except (OSError, msgspec.MsgspecError) as error:
                self._end(process)
                raise self._why(process, words) from error
            finally:
                self._end(process)

    def cancel(self) -> None:
        """End it at once; `run` raises FittingCancelled."""
        with self._lock:
            self._is_cancelled = True
            if self._family is not None:
                self._family.end()

    def raise_if_cancelled(self) -> None:
        """Go on only if nobody ended it.

        Raises:
            FittingCancelled: if it was cancelled.
        """
        if self._is_cancelled:
            raise FittingCancelled

    def _start(self, words: IO[bytes]) -> "subprocess.Popen[bytes]":
        with self._lock:
            self.raise_if_cancelled()
            try:
                process = subprocess.Popen(
                    [sys.executable, "-P", "-B", "-m", self._module],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=words,
                    env=_environment(os.environ),
                    start_new_session=True,
                    creationflags=_NO_CONSOLE,
                )
                self._family = Family(process.pid)
            except OSError as error:
                raise FittingBroken(error.strerror or str(error)) from error
            return process

    def _converse(
        self,
        process: "subprocess.Popen[bytes]",
        items: Sequence[Studied],
        parameters: tuple[float, ...],
        on_progress: Callable[[float], None],
    ) -> Fitted:
        assert process.stdin is not None and process.stdout is not None
        for sent in (Task(parameters=parameters, items=len(items)), *items):
            process.stdin.write(msgspec.json.encode(sent) + b"\n")
        process.stdin.flush()
        for line in process.stdout:
            said = _said.decode(line)
            if isinstance(said, Progress):
                on_progress(said.share)
            else:
                return said
        raise OSError("it said nothing more")

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        """Kill what is left of it, wait until it is gone, close what leads to it."""
        with self._lock:
            if self._family is None:
                return
            self._family.end()
            self._family = None
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_DEATH_SECONDS)
        for pipe in (process.stdin, process.stdout):
            # What could not be handed over is written once more by closing.
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _why(self, process: "subprocess.Popen[bytes]", words: IO[bytes]) -> SaysError:
        if self._is_cancelled:
            return FittingCancelled()
        words.seek(0)
        lines = words.read().decode("utf-8", "replace").strip().splitlines()
        return FittingBroken(lines[-1][:300] if lines else f"exit code {process.returncode}")


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    # It computes with single numbers: more threads would only take turns.
    return {**given, **dict.fromkeys(_THREADS, "1"), "PYTHONUTF8": "1"}
