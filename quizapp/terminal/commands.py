"""What may be typed besides an answer: a colon and a letter, or the letter alone where nothing else is asked."""

from enum import StrEnum

from quizapp.wording import Wording


class Command(StrEnum):
    """The letter that is typed."""

    LEAVE = "q"
    UNDO = "u"
    LATER = "n"
    BURY = "b"
    SUSPEND = "x"
    HELP = "?"
    # exercises only
    EDIT = "e"
    WATCH = "w"
    RUN = "r"
    CHECK = "c"
    HINT = "h"
    SOLUTION = "s"


EVERYWHERE = (Command.LATER, Command.UNDO, Command.BURY, Command.SUSPEND, Command.LEAVE)


def read_command(typed: str, among: tuple[Command, ...], *, alone: bool) -> Command | None:
    """Return the command that was typed, or None.

    Args:
        typed: the line.
        among: what may be asked for here.
        alone: whether the letter does without its colon.
    """
    word = typed[1:] if typed.startswith((":", "：")) else typed if alone else ""
    return next((command for command in (*among, Command.HELP) if command == word.lower()), None)


def help_rows(among: tuple[Command, ...], wording: Wording, *, alone: bool) -> list[str]:
    """Return a line for each command that may be typed here."""
    colon = "" if alone else ":"
    return [f"{colon}{command.value}  {_meaning(command, wording)}" for command in among]


def _meaning(command: Command, wording: Wording) -> str:
    say = wording.say
    return {
        Command.LEAVE: say("leave; everything is kept"),
        Command.UNDO: say("take back the last rating"),
        Command.LATER: say("leave this one for later"),
        Command.BURY: say("bury it until tomorrow"),
        Command.SUSPEND: say("suspend it: it does not come up any more"),
        Command.HELP: say("show this list"),
        Command.EDIT: say("open your editor; what you save is checked"),
        Command.WATCH: say("check the file whenever it is saved, from any editor"),
        Command.RUN: say("run without checking"),
        Command.CHECK: say("check the file as it is"),
        Command.HINT: say("show a hint"),
        Command.SOLUTION: say("show the solution; it then counts as not known"),
    }[command]
