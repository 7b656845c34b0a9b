"""How the worker is started: its interpreter, and everything that it finds in its environment."""

import os
import site
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

# No -I: it would ignore PYTHONHASHSEED, and sets would have another order at every start. -P and an environment of our
# own give the same isolation.
_FLAGS: Final = ("-P", "-B")
_LIBRARY_PATHS: Final[tuple[str, ...]] = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
# Windows starts no Python without the first, and looks for libraries in the last.
_NEEDED_BY_WINDOWS: Final = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATH")


def worker_command(*arguments: str) -> tuple[str, ...]:
    """Return the command that starts a worker."""
    return (sys.executable, *_FLAGS, "-m", "quizapp.worker", *arguments)


def worker_environment(
    scratch: Path, home: Path | None = None, given: Mapping[str, str] = os.environ
) -> dict[str, str]:
    """Return everything that a worker finds in its environment; nothing of the user's is in it.

    Args:
        scratch: folder for what libraries want to store.
        home: folder of the learner's code; `scratch` if None.
        given: our own environment.
    """
    folder = str(home or scratch)
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": folder,
        "TMPDIR": folder,
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        # One thread from the very first import on: threads hang what is forked later, and change the last digits.
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "VECLIB_MAXIMUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        "CUDA_VISIBLE_DEVICES": "",
        "TORCHINDUCTOR_CACHE_DIR": str(scratch / "inductor"),
    }
    if site.ENABLE_USER_SITE:
        # Where `pip install --user` puts things follows from HOME, which is not the user's here.
        environment["PYTHONUSERBASE"] = site.getuserbase()
    else:
        environment["PYTHONNOUSERSITE"] = "1"
    kept = _LIBRARY_PATHS
    if "SYSTEMROOT" in given:
        kept += _NEEDED_BY_WINDOWS
        environment |= dict.fromkeys(("USERPROFILE", "TEMP", "TMP"), folder)
    return environment | {name: given[name] for name in kept if name in given}
