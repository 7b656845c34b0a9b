"""What is printed in the terminal and asked there, with rich; input comes by the line, so that any terminal does."""

import re
from typing import Final

from rich.console import Console as RichConsole
from rich.markdown import Markdown
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.syntax import Syntax
from rich.text import Text as Line

from quizapp.sandbox.text import readable

WIDEST: Final = 100
"""Columns of running text; longer lines are hard to read."""

_THEMES = {True: "ansi_dark", False: "bw"}


class Left(Exception):
    """The learner has left: said so, or closed the input."""


class Screen:
    """A terminal, or files that stand for one."""

    def __init__(self, console: RichConsole | None = None) -> None:
        self._console = console or RichConsole(highlight=False)
        if self._console.width > WIDEST:
            self._console.width = WIDEST

    def print(self, text: str, style: str = "") -> None:
        """Print plain text."""
        self._console.print(Line(readable(text), style=style))

    def head(self, text: str) -> None:
        """Print a line across with a title in it."""
        self._console.print()
        self._console.print(Rule(Line(text, style="bold"), align="left", style="dim"))

    def show_markdown(self, text: str) -> None:
        """Print Markdown."""
        self._console.print(Markdown(_plain_formulas(text), code_theme=self._theme))

    def show_code(self, code: str, title: str = "", *, numbered: bool = False) -> None:
        """Print Python code in a frame."""
        drawn = Syntax(code.rstrip("\n"), "python", theme=self._theme, line_numbers=numbered, word_wrap=True)
        self._console.print(Panel(drawn, title=title or None, title_align="left", border_style="dim"))

    def show_rows(self, rows: list[str], style: str = "") -> None:
        """Print short lines, set in a little."""
        for row in rows:
            self._console.print(Padding(Line(readable(row), style=style), (0, 0, 0, 2)))

    def ask(self, prompt: str) -> str:
        """Print the prompt and return the line that was typed, without white space around it.

        Raises:
            Left: if there is no more input.
        """
        try:
            return self._console.input(Line(f"\n{prompt} › ", style="bold cyan")).strip()
        except EOFError as error:
            raise Left from error

    @property
    def _theme(self) -> str:
        return _THEMES[self._console.color_system is not None]


_CODE_OR_FORMULA = re.compile(r"(```.*?```|`[^`]*`)|\$\$?([^$]+?)\$\$?", re.DOTALL)


def _plain_formulas(text: str) -> str:
    """Return Markdown in which formulas stand as code: a terminal can't draw them."""
    return _CODE_OR_FORMULA.sub(lambda found: found[1] or f"`{found[2].strip()}`", text)
