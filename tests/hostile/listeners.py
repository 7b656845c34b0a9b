"""Whoever a program could talk to: listeners of every kind on this machine, and who came."""

import contextlib
import socket
import threading
from pathlib import Path
from types import TracebackType
from typing import Self


class Listeners:
    """Listens from `with` to its end.

    Attributes:
        ports: of "TCP", "TCP6", "UDP" and "UDP6" on the loopback; 0 where the machine has no such address.
        visits: the names of those that somebody reached, in order.
    """

    def __init__(self, folder: Path, abstract: str) -> None:
        """Listen on the loopback, at `sock` and `dsock` in a folder, and at an abstract name."""
        self.visits: list[str] = []
        self.ports: dict[str, int] = {}
        self._stack = contextlib.ExitStack()
        for name, family, kind, address in (
            ("TCP", socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
            ("TCP6", socket.AF_INET6, socket.SOCK_STREAM, ("::1", 0)),
            ("UDP", socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
            ("UDP6", socket.AF_INET6, socket.SOCK_DGRAM, ("::1", 0)),
        ):
            self.ports[name] = self._listen(name, family, kind, address)
        for name, kind, place in (
            ("local stream", socket.SOCK_STREAM, str(folder / "sock")),
            ("local datagram", socket.SOCK_DGRAM, str(folder / "dsock")),
            ("abstract", socket.SOCK_STREAM, f"\0{abstract}"),
        ):
            self._listen(name, socket.AF_UNIX, kind, place)

    def _listen(
        self, name: str, family: socket.AddressFamily, kind: socket.SocketKind, address: tuple[str, int] | str
    ) -> int:
        try:
            listener = self._stack.enter_context(socket.socket(family, kind))
            listener.bind(address)
        except OSError:
            return 0
        if kind == socket.SOCK_STREAM:
            listener.listen()
        threading.Thread(target=self._note_visits, args=(name, listener, kind), daemon=True).start()
        return 0 if family == socket.AF_UNIX else int(listener.getsockname()[1])

    def _note_visits(self, name: str, listener: socket.socket, kind: socket.SocketKind) -> None:
        with contextlib.suppress(OSError):
            while True:
                if kind == socket.SOCK_STREAM:
                    listener.accept()[0].close()
                else:
                    listener.recv(100)
                self.visits.append(name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stack.close()
