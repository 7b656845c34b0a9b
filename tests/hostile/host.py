"""A host with things worth stealing, and a watch over all that a hostile program might touch."""

import contextlib
import os
import platform
import re
import resource
import secrets
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from importlib.util import cache_from_source
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import psutil
import pyseccomp

from tests.hostile.listeners import Listeners
from tests.hostile.traces import Traces

_APP: Final = Path(__file__).resolve().parents[2]
_PACKAGES: Final = Path(sysconfig.get_path("purelib"))
_LIMITS: Final = (resource.RLIMIT_NOFILE, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_CORE)
_NOTED_SIGNALS: Final = (signal.SIGIO, signal.SIGUSR1, signal.SIGUSR2, signal.SIGURG, signal.SIGALRM, signal.SIGPROF)
# Two runs of such a corpus at the same time must not take each other's traces for their own.
_KEY_OF_OTHER_CORPORA: Final = "0x4242"
_NUMBER: Final = re.compile(r"@@NR:(\w+)@@")
_HOME_FILES: Final = (".ssh/id_rsa", "notes.txt", ".bashrc")


class Host:
    """What a program could reach if nothing held it: a home, a neighbour, listeners, this process.

    Attributes:
        canaries: texts that only this process and its home know.
        home: a folder to throw away, with private files.
    """

    def __init__(self, *, alone: bool, holds: bool) -> None:
        """Make it.

        Args:
            alone: whether this process's user is nobody else's, so that all of its traces are ours.
            holds: whether programs are expected to be held; if not, what they take for the app and its packages is a
                copy to throw away.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="quizapp-hostile-")).resolve()
        self._folder.chmod(0o711)
        self.home = self._folder / "home"
        self._sockets = self._make_folder("sockets")
        self.canaries = tuple(f"CANARY-{secrets.token_hex(6)}" for _ in range(2))
        os.environ["TOKEN"] = self.canaries[0]
        self._packages, self._app = (_PACKAGES, _APP) if holds else self._make_copies()
        mark = f"hostile{os.getpid()}x{secrets.token_hex(4)}"
        users = frozenset({os.getuid()} if alone else ())
        outside = Path(tempfile.gettempdir())
        self._traces = Traces(mark, users, self._packages, self._app, outside)
        # Where the sandbox keeps what runs write: a station before this one may have left something.
        tempfile.tempdir = str(self._make_folder("temporary"))
        self._listeners = Listeners(self._sockets, mark)
        self._signals: list[int] = []
        for number in _NOTED_SIGNALS:
            signal.signal(number, lambda got, _: self._signals.append(got))
        self.neighbour = self._make_neighbour()
        self._make_home()

    def fill_in(self, code: str, *, confined: bool) -> str:
        """Return a program with this host's places in it.

        Args:
            code: of a program, with marks such as `@@HOME@@`.
            confined: whether system calls are filtered, so that a program may try all of them.
        """
        values = self._listeners.ports | {
            "GUI": os.getpid(),
            "HOME": self.home,
            "SP": self._packages,
            "APP": self._app,
            "TMP": self._sockets,
            "NEIGHBOUR": self.neighbour.pid,
            "MARK": self._traces.mark,
            "KEY": self._traces.key,
            "X86": platform.machine() == "x86_64",
            "CONFINED": confined,
            "LONG": "x" * (1 << 20),
            "HUGE": "x" * (9 << 20),
        }
        code = code.replace(_KEY_OF_OTHER_CORPORA, str(self._traces.key))
        for name, value in values.items():
            code = code.replace(f"@@{name}@@", str(value))
        return _NUMBER.sub(lambda found: str(_number_of(found[1])), code)

    def state(self) -> dict[str, object]:
        """Return all that must be the same after a run."""
        neighbour = psutil.Process(self.neighbour.pid)
        return {
            "home": tuple(_look(path) for path in (self.home, *sorted(self.home.rglob("*")))),
            "files": self._traces.files(),
            "shared objects": self._traces.shared_objects(),
            "queue": self._traces.queue(),
            "torch": _look(self._packages / "torch" / "version.py"),
            "limits": tuple(resource.getrlimit(what) for what in _LIMITS),
            "turns": _turns(psutil.Process()),
            "scheduler": os.sched_getscheduler(0),
            "neighbour": (neighbour.status() in ("sleeping", "running", "disk-sleep"), _turns(neighbour)),
            "neighbour's limits": tuple(_limit_of(self.neighbour.pid, what) for what in _LIMITS),
            "visits": tuple(self._listeners.visits),
            "signals": tuple(self._signals),
            "names": (os.uname().nodename, Path.cwd(), os.environ["TOKEN"]),
        }

    def restore(self) -> None:
        """Put right what can be put right by hand after something got out."""
        self._traces.remove()
        self._make_home()
        self._listeners.visits.clear()
        self._signals.clear()
        if self.neighbour.poll() is not None:
            self.neighbour = self._make_neighbour()

    def _make_folder(self, name: str) -> Path:
        """Make a folder of this process's; children of root are other users, and need to pass through."""
        folder = self._folder / name
        folder.mkdir()
        folder.chmod(0o711)
        return folder

    def _make_home(self) -> None:
        """Make the home as it was at first, whatever became of it."""
        if self.home.exists():
            self.home.chmod(0o700)
            shutil.rmtree(self.home)
        (self.home / ".ssh").mkdir(parents=True)
        (self.home / "empty").mkdir()
        for name in _HOME_FILES:
            file = self.home / name
            file.write_text(f"{self.canaries[1]}\n", encoding="ascii")
            file.chmod(0o600)
            os.utime(file, (1_700_000_000, 1_700_000_000))
            with contextlib.suppress(OSError):
                os.setxattr(file, "user.kept", b"1")

    def _make_copies(self) -> tuple[Path, Path]:
        """Make folders that look like the installed packages and the app to a program that writes into them."""
        packages, app = self._folder / "packages", self._folder / "app"
        cached = Path(cache_from_source("version.py"))
        files = [packages / "torch" / name for name in ("version.py", str(cached))]
        files += [app / name for name in ("quizapp/judging/judge.py", "quizapp/home.py", "quizapp/cli/__init__.py")]
        files += [app / name for name in ("content/pytorch-essentials/pack.toml", "tests/__init__.py", ".git/HEAD")]
        for file in files:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("# a copy\n", encoding="ascii")
        return packages, app

    def _make_neighbour(self) -> "subprocess.Popen[bytes]":
        """Start another program of this user's, which knows a secret too."""
        waits = "import sys; sys.stdin.buffer.read()"
        environment = {"TOKEN": self.canaries[0]}
        return subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", waits], stdin=subprocess.PIPE, env=environment, start_new_session=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._listeners.__exit__(kind, error, traceback)
        self.neighbour.kill()
        self.neighbour.communicate()
        self._traces.remove()
        shutil.rmtree(self._folder, ignore_errors=True)


def _number_of(call: str) -> int:
    """Return the number of a system call on this machine; below 0 if it has none."""
    return int(pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, call))


def _look(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    changed = None if path.is_dir() else status.st_mtime_ns
    try:
        attributes = tuple(os.listxattr(path, follow_symlinks=False))
    except OSError:
        attributes = ()
    return str(path), status.st_mode, status.st_uid, status.st_gid, status.st_nlink, status.st_size, changed, attributes


def _turns(process: psutil.Process) -> tuple[object, ...]:
    return process.nice(), tuple(process.cpu_affinity() or ()), tuple(process.ionice())


def _limit_of(process: int, what: int) -> object:
    try:
        return resource.prlimit(process, what)
    except OSError:
        return None
