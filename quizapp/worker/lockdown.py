"""Puts the layers together: what can be prepared is made once in the server, a child puts it in force."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from quizapp.sandbox.layers import LayerName
from quizapp.worker.confinement import process
from quizapp.worker.confinement.limits import limit_standby

if TYPE_CHECKING:
    from pyseccomp import SyscallFilter

    from quizapp.worker.confinement.landlock import LandlockLayer

_Made = TypeVar("_Made")


class Lockdown:
    """The layers of protection of one fork server. A layer that this machine lacks is left out and named."""

    def __init__(self, readable: tuple[Path, ...], scratch: Path, slots: int, left_out: frozenset[LayerName]) -> None:
        self._layers: dict[str, str] = {}
        self._left_out = left_out
        self._landlock = self._prepare(LayerName.LANDLOCK, lambda: _landlock(readable, scratch, slots))
        self._filter = self._prepare(LayerName.SECCOMP, _seccomp)
        if self._landlock is not None:
            self._layers[LayerName.LANDLOCK] = self._landlock.gap

    def confine_server(self) -> None:
        """Leave the server itself no more than it needs."""
        if self._landlock is not None:
            self._landlock.confine_server()

    def confine_standby(self, slot: int, threads: int) -> None:
        """All layers but the last; in the child. Its own files are still its to read."""
        has_landlock = self._landlock is not None
        own_user = process.give_up_root(slot, keep_reading=has_landlock)
        if self._landlock is not None:
            self._landlock.confine_child(slot)
        process.gain_no_privileges()
        process.hide_memory()
        limit_standby(0 if own_user else threads)
        self._layers[LayerName.USER] = process.user_gap()
        self._layers[LayerName.LIMITS] = ""

    def close_last_layer(self) -> dict[str, str]:
        """Put the system call filter in force; return each layer with what is missing of it, or ""."""
        if self._filter is not None:
            from quizapp.worker.confinement.syscalls import enforce_filter

            rules = self._filter
            self._prepare(LayerName.SECCOMP, lambda: enforce_filter(rules))
        return self._layers

    def _prepare(self, layer: LayerName, make: Callable[[], _Made]) -> _Made | None:
        """Make a part of a layer; its library, a system library behind that, or the kernel may not have it."""
        if layer in self._left_out:
            self._layers[layer] = "left out"
            return None
        try:
            made = make()
        except (ImportError, OSError, RuntimeError, AttributeError) as error:
            self._layers[layer] = str(error) or type(error).__name__
            return None
        self._layers[layer] = ""
        return made


def _landlock(readable: tuple[Path, ...], scratch: Path, slots: int) -> "LandlockLayer":
    from quizapp.worker.confinement.landlock import LandlockLayer

    return LandlockLayer(readable, scratch, slots)


def _seccomp() -> "SyscallFilter":
    from quizapp.worker.confinement.syscalls import begin_filter

    return begin_filter()
