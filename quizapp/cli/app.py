"""`quizapp`: opens the app; where there is no display, offers to learn in the terminal."""

import argparse
import sys
from os import environ
from pathlib import Path

from quizapp.cli.console import Console
from quizapp.cli.learn import learn
from quizapp.desktop.display import why_no_window

EXIT_NO_WINDOW = 2


def run(options: argparse.Namespace, console: Console) -> int:
    """Open the app and return when it is closed; 2 if there is no display, nor anybody to offer the terminal to."""
    # Asked before Qt is imported: a server without a display may lack the libraries that Qt is linked to.
    reason = why_no_window(environ)
    if reason is None:
        from quizapp.desktop.app import open_app

        return open_app(console.home, options.language, offered=Path(options.pack) if options.pack else None)
    console.complain(console.wording.sentence(reason))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return EXIT_NO_WINDOW
    return learn(console) if _wants_to(console) else 0


def _wants_to(console: Console) -> bool:
    print(console.wording.say("Study here, in the terminal? Enter starts, n ends."), end=" ", flush=True)
    typed = sys.stdin.readline()
    return bool(typed) and typed.strip().lower() in ("", "y", "yes", "是")
