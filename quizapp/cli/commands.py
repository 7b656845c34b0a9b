"""Reads the command line and hands it to the module of the command; without a command the app opens."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from quizapp import __version__
from quizapp.cli.console import Console
from quizapp.home import find_home
from quizapp.message import SaysError
from quizapp.settings import load_settings
from quizapp.wording.speech import LANGUAGES, Wording

CANNOT = 2
"""Exit code of a command that could not do its work; 1 means it did, and the answer is no."""

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code."""
    argv = list(sys.argv[1:] if arguments is None else arguments)
    wording = Wording(_language_of(argv))
    options = _parser(wording).parse_args(argv)
    home = find_home(options.home)
    try:
        language = options.language or load_settings(home.settings).language
    except SaysError:
        language = ""  # whoever opens the app is told there; other commands don't need the settings
    console = Console(Wording(language), home)
    try:
        command = import_module(f"quizapp.cli.{options.module}")
        return int(command.run(options, console))
    except SaysError as error:
        console.complain_of(error)
        return CANNOT
    except KeyboardInterrupt:
        return INTERRUPTED


def _language_of(argv: Sequence[str]) -> str:
    """Find --language before parsing, since the parser's own words are in it."""
    for word, following in pairwise([*argv, ""]):
        if word == "--language":
            return following
        if word.startswith("--language="):
            return word.partition("=")[2]
    return ""


def _parser(wording: Wording) -> argparse.ArgumentParser:
    say = wording.say
    parser = argparse.ArgumentParser(
        prog="quizapp",
        parents=[_everywhere(wording, language="", home=None)],
        description=say("Learn PyTorch's basics so that they stay learnt."),
    )
    parser.add_argument("--version", action="version", version=f"quizapp {__version__}")
    parser.set_defaults(module="app")
    # Behind a command the same options count too, and where they don't stand they leave alone what stood before it.
    everywhere = _everywhere(wording, language=argparse.SUPPRESS, home=argparse.SUPPRESS)
    commands = parser.add_subparsers(title=say("commands"), metavar="", description=say("Without one the app opens."))

    attempt = commands.add_parser("try", parents=[everywhere], help=say("check a file as an attempt at an exercise"))
    attempt.add_argument("item", help=say("the exercise: PACK/LESSON/ITEM, or its folder"))
    attempt.add_argument("file", help=say("the Python file with your code"))
    attempt.add_argument("--json", action="store_true", help=say("print one JSON object"))
    attempt.set_defaults(module="attempt")

    run = commands.add_parser("run", parents=[everywhere], help=say("run any program in the sandbox"))
    run.add_argument("file", help=say("the Python file to run"))
    run.add_argument(
        "--observe", metavar="EXPR", action="append", default=[], help=say("show this expression afterwards")
    )
    run.add_argument("--seconds", type=float, default=5.0, help=say("stop after so many seconds (5)"))
    run.add_argument("--json", action="store_true", help=say("print one JSON object"))
    run.set_defaults(module="run")

    pack = commands.add_parser("pack", parents=[everywhere], help=say("an instructor's work on a pack"))
    works = pack.add_subparsers(title=say("commands"), metavar="", required=True)
    for name, help_text in (
        ("record", say("run the solutions and store what they leave behind")),
        ("verify", say("check that right answers pass and wrong ones fail")),
    ):
        work = works.add_parser(name, parents=[everywhere], help=help_text)
        work.add_argument("folder", help=say("the pack's folder"))
        work.add_argument("--item", metavar="ITEM", help=say("only this item: LESSON/ITEM"))
        work.set_defaults(module="pack", work=name)

    doctor = commands.add_parser("doctor", parents=[everywhere], help=say("say what this machine enforces and lacks"))
    doctor.set_defaults(module="doctor")
    return parser


def _everywhere(wording: Wording, *, language: str, home: str | None) -> argparse.ArgumentParser:
    """Return the options that every command takes, with their defaults."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--language", choices=LANGUAGES, default=language, help=wording.say("speak this language"))
    parser.add_argument(
        "--home", metavar="DIR", default=home, help=wording.say("keep the learner's data in this folder")
    )
    return parser
