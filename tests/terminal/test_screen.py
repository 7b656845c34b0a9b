"""What is printed stays readable, and can't command the terminal."""

import io

from rich.console import Console

from quizapp.terminal.screen import WIDEST, Screen


def printed(write: str, *texts: str, width: int = 80) -> str:
    file = io.StringIO()
    getattr(Screen(Console(file=file, width=width, highlight=False)), write)(*texts)
    return file.getvalue()


def test_formulas_stand_as_they_are_written() -> None:
    assert printed("show_markdown", "The sum $\\sum_i x_i$ of `$a$`.").strip() == "The sum \\sum_i x_i of $a$."


def test_a_formula_among_prose_loses_its_signs() -> None:
    assert printed("show_markdown", "The sum $a + b$.").strip() == "The sum a + b."


def test_codes_that_command_a_terminal_are_shown_not_obeyed() -> None:
    assert "\x1b" not in printed("print", "\x1b[2Jgone")


def test_running_text_is_never_wider_than_one_can_read() -> None:
    lines = printed("show_markdown", "word " * 100, width=300).splitlines()

    assert max(map(len, lines)) <= WIDEST


def test_dollars_in_code_are_no_formulas() -> None:
    assert "a = '$b$'" in printed("show_markdown", "```\na = '$b$'\n```\nand $c$")
