"""What every command prints with: words in the reader's language, JSON, progress."""

import codecs
import json
import sys
from dataclasses import dataclass
from io import TextIOWrapper
from typing import Any

from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.wording.rebuilding import rebuilding_words
from quizapp.wording.speech import Wording

BAR_WIDTH = 30


PLAIN_CHARACTERS = {"✓": "+", "✗": "x", "…": "...", "·": "-"}
"""What stands for a mark where it can't be printed; any other character becomes `?`."""


def print_every_character() -> None:
    """Print another character where one is lacking (✓ in a Chinese Windows), instead of failing."""
    codecs.register_error("quizapp.plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="quizapp.plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(PLAIN_CHARACTERS.get(character, "?") for character in lacking), error.end


@dataclass(frozen=True)
class Console:
    """The terminal that one command talks to."""

    wording: Wording
    home: Home

    def tell(self, text: str = "") -> None:
        """Print a line to standard output."""
        print(text)

    def complain(self, text: str) -> None:
        """Print a line to standard error."""
        print(text, file=sys.stderr)

    def complain_of(self, error: SaysError) -> None:
        """Say an error in the reader's language, with file, line and key where it is about a pack."""
        from quizapp.packs.problems import PackError

        place = f"{error.place()}: " if isinstance(error, PackError) else ""
        self.complain(place + self.wording.sentence(error.says))

    def tell_json(self, value: dict[str, Any]) -> None:
        """Print one JSON object; in ASCII where standard output has no UTF-8, so that no character is lost."""
        is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        print(json.dumps(value, ensure_ascii=not is_utf8, indent=2))

    def show_progress(self, done: int, of: int, words: str = "") -> None:
        """Draw a bar on standard error if someone watches it, behind words that say what is done."""
        if not sys.stderr.isatty():
            return
        filled = BAR_WIDTH * done // max(of, 1)
        bar = f"[{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {done}/{of}"
        end = "\n" if done == of else ""
        print(f"\r{words} {bar}" if words else f"\r{bar}", end=end, file=sys.stderr, flush=True)

    def show_rebuilding(self, done: int, of: int) -> None:
        """Draw how far the schedule is made anew, as it is once for a journal of another version."""
        self.show_progress(done, of, rebuilding_words(self.wording))
