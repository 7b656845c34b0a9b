"""Finds what ships with the program: `content/` and `assets/`, in a wheel as in a checkout."""

from pathlib import Path


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder: `shipped("assets", "icons", "lock.svg")`.

    Raises:
        FileNotFoundError: if the installation is incomplete.
    """
    package = Path(__file__).resolve().parent
    for root in (package / "_shipped", package.parent):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"{'/'.join(parts)} is missing from this installation of quizapp; install it again")
