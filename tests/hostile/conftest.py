"""A host with things worth stealing, and a watch over all that a hostile program might touch."""

import contextlib
import os
import resource
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import pytest

SECRET = "CANARY-" + "5c1f"


@dataclass
class Host:
    """What a program could reach if nothing held it: a home, listeners, this process."""

    home: Path
    tcp: int
    udp: int
    unix: Path
    visits: list[str] = field(default_factory=list)

    def fill_in(self, code: str) -> str:
        """Return the program with this host's places in it."""
        places = {"HOME": str(self.home), "HOST": str(os.getpid()), "TCP": str(self.tcp), "UDP": str(self.udp)}
        places |= {"UNIX": str(self.unix), "SITE": str(Path(pytest.__file__).parent.parent)}
        for name, value in places.items():
            code = code.replace(f"@{name}@", value)
        return code

    def state(self) -> dict[str, object]:
        """Return all that must be the same after a run."""
        files = sorted(self.home.rglob("*"))
        return {
            "files": [(str(file), os.stat(file).st_mode, os.stat(file).st_mtime_ns) for file in files],  # noqa: PTH116
            "texts": [file.read_text() for file in files if file.is_file()],
            "limits": [resource.getrlimit(what) for what in (resource.RLIMIT_NOFILE, resource.RLIMIT_CPU)],
            "processors": os.sched_getaffinity(0),
            "nice": os.getpriority(os.PRIO_PROCESS, 0),
            "visits": list(self.visits),
            "descendants": len({child.pid for child in psutil.Process().children()}),
        }


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    home = tmp_path_factory.mktemp("home")
    (home / ".ssh").mkdir()
    for name in (".ssh/id_rsa", "notes.txt", ".bashrc"):
        (home / name).write_text(f"{SECRET}\n")
    unix = tmp_path_factory.mktemp("sockets") / "socket"
    with contextlib.ExitStack() as stack:
        tcp, udp, local = (
            stack.enter_context(socket.socket(family, kind))
            for family, kind in (
                (socket.AF_INET, socket.SOCK_STREAM),
                (socket.AF_INET, socket.SOCK_DGRAM),
                (socket.AF_UNIX, socket.SOCK_STREAM),
            )
        )
        tcp.bind(("127.0.0.1", 0))
        udp.bind(("127.0.0.1", 0))
        local.bind(str(unix))
        made = Host(home, tcp.getsockname()[1], udp.getsockname()[1], unix)
        for name, listener in (("tcp", tcp), ("unix", local)):
            listener.listen()
            threading.Thread(target=_note_visits, args=(name, listener, made.visits), daemon=True).start()
        yield made


def _note_visits(name: str, listener: socket.socket, visits: list[str]) -> None:
    with contextlib.suppress(OSError):
        while True:
            listener.accept()[0].close()
            visits.append(name)
