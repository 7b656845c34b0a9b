"""Carries out one command; without any the app opens."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from quizapp.cli.console import Console, print_every_character
from quizapp.desktop.display import why_no_window
from quizapp.home import find_home
from quizapp.message import SaysError, message
from quizapp.settings import load_settings
from quizapp.wording.speech import Wording

CANNOT = 2
"""Exit code of a command that could not do its work; 1 means it did, and the answer is no."""

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    if not argv and why_no_window(os.environ) is None:
        return _open_app()
    from quizapp.cli.parser import parse

    print_every_character()
    options = parse(argv)
    home = find_home(options.home)
    try:
        language = options.language or load_settings(home.settings).language
    except SaysError:
        language = ""  # whoever opens the app is told there; other commands don't need the settings
    console = Console(Wording(language), home)
    try:
        command = import_module(f"quizapp.cli.{options.module}")
        status = int(command.run(options, console))
        # What is still in the buffer must meet its errors here, not when Python is gone.
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except SaysError as error:
        console.complain_of(error)
        return CANNOT
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads what we print has had enough, as `head` has; nobody is left to be told.
        return CANNOT
    except OSError as error:
        console.complain_of(_cannot_use(error))
        return CANNOT
    finally:
        _empty_buffer()


def _cannot_use(error: OSError) -> SaysError:
    reason = error.strerror or str(error)
    if error.filename is None:
        return SaysError(message("That could not be done: {reason}.", reason=reason))
    return SaysError(message("{path} can't be used: {reason}.", path=str(error.filename), reason=reason))


def _empty_buffer() -> None:
    """Write what is still to be printed; where that can't be, let Python's own last try succeed."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_app() -> int:
    """Open the app at once: nothing was said that would have to be understood first."""
    from quizapp.desktop.app import open_app

    return open_app(find_home())
