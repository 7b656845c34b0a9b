"""What is put around the fork server before it starts: bubblewrap or bare namespaces, whichever works here.

Both are programs that other people keep well: bubblewrap, which Flatpak uses, and util-linux's unshare. Whether one
works is found by trying: distributions, containers and administrators forbid them in many ways.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import quizapp
from quizapp.pip_packs import pip_pack_folders
from quizapp.sandbox.forked.paths import readable_paths
from quizapp.sandbox.layers import LayerName

_TRIAL_SECONDS: Final = 5
_TRIAL_ENVIRONMENT: Final = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
_SYSTEM: Final = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
_ROOT_CAPABILITIES: Final = ("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP", "CAP_DAC_READ_SEARCH", "CAP_KILL", "CAP_CHOWN")
"""What a server that is root needs to give each child a user of its own and to bury it."""


@dataclass(frozen=True)
class Enclosure:
    """A command that runs another one with less around it.

    Attributes:
        layer: the strongest layer that it is, None if it is none.
        command: goes before the other one.
        layers: the layers that it is or could be, to what is missing of each, "" if nothing.
        counts_alone: whether the kernel counts this user's threads in it apart from those outside.
    """

    layer: LayerName | None = None
    command: tuple[str, ...] = ()
    layers: dict[LayerName, str] = field(default_factory=dict)
    counts_alone: bool = False


def find_enclosure(scratch: Path, unusable: Mapping[LayerName, str]) -> Enclosure:
    """Return the strongest enclosure that works here.

    Args:
        scratch: folder that stays writable in it.
        unusable: layers that are out of the question, and why.
    """
    missing: dict[LayerName, str] = {}
    for layers, command in _candidates(scratch):
        found = _find(layers, command, unusable)
        if not isinstance(found, str):
            alone = os.geteuid() != 0
            return Enclosure(layers[0], found, missing | dict.fromkeys(layers, ""), counts_alone=alone)
        missing.setdefault(layers[0], found)
    return Enclosure(layers=missing)


def _find(
    layers: tuple[LayerName, ...], command: tuple[str, ...], unusable: Mapping[LayerName, str]
) -> tuple[str, ...] | str:
    """Return the command with its program's path, or why it is no use."""
    for layer in layers:
        if layer in unusable:
            return unusable[layer] if layer is layers[0] else f"needs {layer}: {unusable[layer]}"
    program = shutil.which(command[0])
    if program is None:
        return f"{command[0]} is not installed"
    found = (program, *command[1:])
    return _try(found) or found


def _candidates(scratch: Path) -> Iterator[tuple[tuple[LayerName, ...], tuple[str, ...]]]:
    """Yield what can be tried, strongest first: the layers it would be, and the command."""
    yield (LayerName.BUBBLEWRAP, LayerName.NAMESPACES), _bubblewrap(scratch)
    # Where /proc is covered in part, as in containers, a fresh one may not be mounted.
    yield (LayerName.NAMESPACES,), _unshare("--mount-proc")
    yield (LayerName.NAMESPACES,), _unshare()


def _try(command: tuple[str, ...]) -> str:
    """Run a program that does nothing in it; return why that fails, "" if it works."""
    try:
        tried = subprocess.run(
            [*command, "true"],
            env=_TRIAL_ENVIRONMENT,
            capture_output=True,
            text=True,
            timeout=_TRIAL_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if tried.returncode == 0:
        return ""
    said = tried.stderr.strip().splitlines()
    return said[-1] if said else f"{command[0]} ended with {tried.returncode}"


def _unshare(*more: str) -> tuple[str, ...]:
    user = () if os.geteuid() == 0 else ("--map-current-user",)
    return ("unshare", *user, "--pid", "--kill-child", "--net", "--ipc", "--uts", "--mount", *more, "--")


def _bubblewrap(scratch: Path) -> tuple[str, ...]:
    visible = tuple(_visible())
    return (
        "bwrap",
        *_bubblewrap_namespaces(),
        "--die-with-parent",
        *("--proc", "/proc", "--dev", "/dev"),
        *_passable((*visible, scratch)),
        *(part for path in visible for part in _bind(path)),
        *("--bind", str(scratch), str(scratch), "--chdir", str(scratch)),
        "--",
    )


def _bubblewrap_namespaces() -> tuple[str, ...]:
    if os.geteuid() != 0:
        return ("--unshare-all",)
    # In a user namespace of its own root could not give its children users of their own.
    keep = [part for capability in _ROOT_CAPABILITIES for part in ("--cap-add", capability)]
    return ("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--cap-drop", "ALL", *keep)


def _passable(bound: tuple[Path, ...]) -> Iterator[str]:
    """Yield what lets the children of a server that is root pass, under users of their own, to what is bound."""
    if os.geteuid() == 0:
        above = {parent for path in bound for parent in path.parents if parent != Path("/")}
        for folder in sorted(above):
            yield from ("--perms", "0755", "--dir", str(folder))


def _bind(path: Path) -> tuple[str, ...]:
    if path.is_symlink():
        return ("--symlink", str(path.readlink()), str(path))
    return ("--ro-bind", str(path.resolve()), str(path))


def _visible() -> Iterator[Path]:
    """Yield what exists in the enclosure; Landlock then says what of it may be read."""
    app = Path(quizapp.__file__).parent
    interpreter = (Path(prefix) for prefix in (sys.prefix, sys.base_prefix))
    named = {*map(Path, _SYSTEM), *interpreter, app, *readable_paths(app, pip_pack_folders()[0].values())}
    wanted = {path for path in (*named, *(path.resolve() for path in named)) if path.exists()}
    for path in sorted(wanted):
        if path.parts[1] not in ("proc", "dev") and (path.is_symlink() or wanted.isdisjoint(path.parents)):
            yield path
