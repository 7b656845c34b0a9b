"""The host's handle of one process of the pool: it warms up, gets one job, and is gone."""

import contextlib
import os
import subprocess
import threading
from functools import partial
from typing import IO, Final

import msgspec

from quizapp.sandbox.interpreter import worker_command, worker_environment
from quizapp.sandbox.jobs import receive_with_length
from quizapp.sandbox.pool.control import OneShotReady, OneShotSetting
from quizapp.sandbox.pool.family import Family
from quizapp.sandbox.pool.printed import Printed, remove_file
from quizapp.sandbox.reception import Reception
from quizapp.sandbox.runner import RunnerBroken
from quizapp.sandbox.scratch import Scratch
from quizapp.sandbox.way import Way

_PIECE: Final = 1 << 18
_DEATH_SECONDS: Final = 5.0
_LEFT_BEHIND_SECONDS: Final = 1.0
# A program with a window has no console; Windows would open one for each process.
_NO_CONSOLE: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_ready = msgspec.msgpack.Decoder(OneShotReady)


class OneShot:
    """Started, ready, taken for a run, released, buried; ended at any time.

    Attributes:
        number: of its slot; each process has another one.
        is_replacement: whether it was started because another one broke.
        reception: what it sends in answer to a job.
        hung_up: set once nothing more comes from it.
        released: set once nobody wants anything from it any more.
        memory: bytes that it occupied when it was ready.
    """

    def __init__(self, scratch: Scratch, number: int, *, is_replacement: bool) -> None:
        """Start the process.

        Raises:
            OSError: if that can't be done.
        """
        self.number = number
        self.is_replacement = is_replacement
        self.reception = Reception()
        self.hung_up = threading.Event()
        self.released = threading.Event()
        self.memory = 0
        self._scratch = scratch
        self._lock = threading.Lock()
        self._is_ended = False
        self._is_heard = True
        self._reader: threading.Thread | None = None
        self._pipes: tuple[IO[bytes], IO[bytes]]
        with contextlib.ExitStack() as undo:
            scratch.wipe(number)
            undo.callback(scratch.drop, number)
            self._log = scratch.folder / f"{number}.log"
            self._stdout = Printed(scratch.folder / f"{number}.out")
            undo.callback(self._stdout.remove)
            self._stderr = Printed(scratch.folder / f"{number}.err")
            undo.callback(self._stderr.remove)
            self._process = self._launch()
            undo.callback(self._let_go)
            self.family = Family(self._process.pid)
            undo.pop_all()
        self.pid = self._process.pid

    def await_ready(self) -> OneShotReady:
        """Wait until it is warm.

        Raises:
            RunnerBroken: with its last words, if it ends before.
        """
        try:
            said = receive_with_length(partial(os.read, self._pipes[1].fileno()))
            ready = None if said is None else _ready.decode(said)
        except (OSError, ValueError) as error:
            raise RunnerBroken(str(error)) from error
        if ready is None:
            raise RunnerBroken(self._last_words())
        self.memory = self.family.memory()
        self._reader = threading.Thread(target=self._listen, name="sandbox process reader", daemon=True)
        self._reader.start()
        return ready

    def submit(self, job: bytes) -> bool:
        """Hand over an encoded job; False if the process is gone."""
        left = memoryview(job)
        try:
            while left:
                left = left[self._pipes[0].write(left) or 0 :]
        except OSError:
            return False
        return True

    def stop_listening(self) -> None:
        """Let nothing more be added to the reception."""
        with self._lock:
            self._is_heard = False

    def printed(self) -> int:
        """Return how many bytes the program printed."""
        return self._stdout.size() + self._stderr.size()

    def outputs(self) -> tuple[Printed, Printed]:
        """Return what the program printed to stdout and to stderr."""
        return self._stdout, self._stderr

    def exit_code(self, seconds: float) -> int | None:
        """Return what it ended with by itself, None if it doesn't end within so many seconds."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def end(self) -> None:
        """Kill the process and what it started; from any thread, as often as you like."""
        with self._lock:
            if self._is_ended:
                return
            self._is_ended = True
        self.family.end()
        # Who is told by the closed pipe alone waits for all that have it open, also those that weren't found.
        self.hung_up.set()

    def bury(self) -> None:
        """End it, wait until it is gone, take back all it had. Its own keeper does that, once."""
        self.end()
        self._let_go()
        self._stdout.remove()
        self._stderr.remove()
        remove_file(self._log)
        self._scratch.drop(self.number)

    def _launch(self) -> "subprocess.Popen[bytes]":
        scratch = self._scratch.folder
        home = scratch / str(self.number)
        setting = OneShotSetting(scratch=str(scratch), stdout=str(self._stdout.path), stderr=str(self._stderr.path))
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                worker_command(Way.POOL, msgspec.json.encode(setting).decode()),
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=worker_environment(scratch, home),
                cwd=home,
                start_new_session=True,
                creationflags=_NO_CONSOLE,
            )
        assert process.stdin is not None and process.stdout is not None
        self._pipes = (process.stdin, process.stdout)
        return process

    def _let_go(self) -> None:
        """Wait until the process is gone, and close what leads to it."""
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_DEATH_SECONDS)
        if self._reader is not None:
            self._reader.join(_LEFT_BEHIND_SECONDS)
        # Something that can't be found may keep the pipe open. Closing it under the reader's hands is no way out.
        if self._reader is None or not self._reader.is_alive():
            self._pipes[1].close()
        self._pipes[0].close()

    def _listen(self) -> None:
        """Take in what comes, to the end; the reader's thread."""
        with contextlib.suppress(OSError):
            while piece := os.read(self._pipes[1].fileno(), _PIECE):
                with self._lock:
                    if self._is_heard:
                        self.reception.add(piece)
        self.hung_up.set()

    def _last_words(self) -> str:
        lines = self._log.read_bytes().decode("utf-8", "replace").strip().splitlines()
        return lines[-1][:500] if lines else "a process ended without a word"
