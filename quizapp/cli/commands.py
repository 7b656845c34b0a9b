"""Carries out one command; without any the app opens."""

import sys
from collections.abc import Sequence
from importlib import import_module

from quizapp.cli.console import Console
from quizapp.home import find_home
from quizapp.message import SaysError
from quizapp.settings import load_settings
from quizapp.wording.speech import Wording

CANNOT = 2
"""Exit code of a command that could not do its work; 1 means it did, and the answer is no."""

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    if not argv:
        return _open_app()
    from quizapp.cli.parser import parse

    options = parse(argv)
    home = find_home(options.home)
    try:
        language = options.language or load_settings(home.settings).language
    except SaysError:
        language = ""  # whoever opens the app is told there; other commands don't need the settings
    console = Console(Wording(language), home)
    try:
        command = import_module(f"quizapp.cli.{options.module}")
        return int(command.run(options, console))
    except SaysError as error:
        console.complain_of(error)
        return CANNOT
    except KeyboardInterrupt:
        return INTERRUPTED


def _open_app() -> int:
    """Open the app at once: nothing was said that would have to be understood first."""
    from quizapp.desktop.app import open_app

    return open_app(find_home())
