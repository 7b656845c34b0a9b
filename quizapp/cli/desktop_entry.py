"""`quizapp desktop-entry install` and `remove`: whether a double click on a pack in one file opens the app."""

import argparse

from quizapp.cli.console import Console
from quizapp.desktop_entry import DesktopEntry


def run(options: argparse.Namespace, console: Console) -> int:
    """Make the app known to the desktop, or unknown; exit code 1 if the desktop may not have heard of it."""
    entry = DesktopEntry(console.home)
    return _install(entry, console) if options.work == "install" else _remove(entry, console)


def _install(entry: DesktopEntry, console: Console) -> int:
    lacking = entry.install()
    console.tell(console.wording.say("A double click on a .quizpack file now opens quizapp."))
    for says in lacking:
        console.complain(console.wording.sentence(says))
    return 1 if lacking else 0


def _remove(entry: DesktopEntry, console: Console) -> int:
    say = console.wording.say
    was_there = entry.remove()
    console.tell(
        say("Removed. A double click on a .quizpack file no longer opens quizapp.")
        if was_there
        else say("There was nothing to remove.")
    )
    return 0
