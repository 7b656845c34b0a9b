"""The command `quizapp`: what can be said to it, and who answers. One module per command."""

from quizapp.cli.commands import main

__all__ = ["main"]
