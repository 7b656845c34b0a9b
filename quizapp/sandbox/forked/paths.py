"""Which files a run may read: Python, its packages and the system's libraries; never the app, its content or data."""

import importlib
import site
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

_SYSTEM: Final = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/etc/ld.so.cache",
    "/dev/urandom",
    "/usr/share/zoneinfo",
    "/sys/devices/system/cpu",
    # Without it oneDNN picks other kernels, and the last digits change.
    "/proc/cpuinfo",
)


def readable_paths(app: Path, packs: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return files and folders that a run may read, those that exist.

    Args:
        app: the folder of the app's package. Landlock can't subtract, so a folder that holds it is listed by its
            entries without it.
        packs: folders of packs that lie among Python's packages; they hold solutions.
    """
    hidden = _hidden(app) | {pack.resolve() for pack in packs}
    roots = [*map(Path, _SYSTEM), *_python_roots()]
    return tuple(dict.fromkeys(path for root in roots for path in without(root.resolve(), hidden) if path.exists()))


def _hidden(app: Path) -> frozenset[Path]:
    """Return the app's package and, in a checkout, what lies beside it."""
    app = app.resolve()
    names = ("content", "assets", "tests", ".git")
    beside = (app.parent / name for name in names) if (app.parent / "pyproject.toml").is_file() else ()
    return frozenset({app, *beside})


def _python_roots() -> Iterator[Path]:
    """Yield where the interpreter keeps its library, its extension modules and its packages."""
    for name in ("stdlib", "platstdlib", "purelib", "platlib"):
        yield Path(sysconfig.get_path(name))
    yield from map(Path, site.getsitepackages())
    if site.ENABLE_USER_SITE:
        yield Path(site.getusersitepackages())
    # The interpreter's own shared libraries, and in conda's environments everybody's.
    yield Path(sys.base_prefix) / "lib"
    yield from (Path(entry) for entry in sys.path if Path(entry).is_file())


def without(root: Path, hidden: frozenset[Path]) -> Iterator[Path]:
    """Yield the root, or its entries where something hidden lies under it."""
    if root in hidden:
        return
    if not any(root in path.parents for path in hidden):
        yield root
    elif root.is_dir():
        for entry in sorted(root.iterdir()):
            # A link out of the tree is resolved by nobody here: what it points to has to be allowed by itself.
            if not entry.is_symlink():
                yield from without(entry, hidden)


def fill_import_caches() -> None:
    """Let the import system read the folders that are listed by entry only: later it can't."""
    importlib.invalidate_caches()
    try:
        importlib.import_module("quizapp_has_no_such_module_")
    except ModuleNotFoundError:
        return
