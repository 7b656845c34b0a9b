"""Asks whoever sits at the terminal, in their language."""

import sys


def is_somebody_there() -> bool:
    """Tell whether an answer can be had: input and output are a terminal's."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def agrees(question: str) -> bool:
    """Ask for a yes or a no; anything but a yes is a no."""
    print(question, end=" ", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def answer_to(question: str, usual: str) -> str:
    """Ask for a word or a few; Enter alone gives the usual ones."""
    print(f"{question} [{usual}]", end=" ", flush=True)
    return sys.stdin.readline().strip() or usual
