"""Letters that command, and lines that only look like it."""

from quizapp.terminal.commands import EVERYWHERE, Command, help_rows, read_command
from quizapp.wording import Wording


def test_where_nothing_else_is_asked_a_letter_is_enough() -> None:
    assert read_command("U", EVERYWHERE, alone=True) is Command.UNDO


def test_where_an_answer_is_asked_a_colon_tells_a_command() -> None:
    assert read_command("u", EVERYWHERE, alone=False) is None
    assert read_command(":u", EVERYWHERE, alone=False) is Command.UNDO
    assert read_command("：u", EVERYWHERE, alone=False) is Command.UNDO


def test_what_can_not_be_asked_here_is_no_command() -> None:
    assert read_command("e", EVERYWHERE, alone=True) is None


def test_help_is_there_everywhere() -> None:
    assert read_command("?", (), alone=True) is Command.HELP


def test_every_command_is_explained() -> None:
    rows = help_rows(tuple(Command), Wording("en"), alone=False)

    assert [row.split("  ")[0] for row in rows] == [f":{command.value}" for command in Command]
    assert all(row.split("  ", 1)[1] for row in rows)
