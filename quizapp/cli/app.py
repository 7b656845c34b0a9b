"""`quizapp`: opens the app."""

import argparse

from quizapp.cli.console import Console


def run(options: argparse.Namespace, console: Console) -> int:
    """Open the app; returns when it is closed."""
    from quizapp.desktop.app import open_app

    return open_app(console.home, options.language)
