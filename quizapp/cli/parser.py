"""What can be said on the command line: every command, its words and options."""

import argparse
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from quizapp import __version__
from quizapp.cli.exchange_parser import add_export, add_import
from quizapp.cli.grade_parser import add_grade
from quizapp.cli.pack_parser import add_having, add_making
from quizapp.packs.archives import ENDING
from quizapp.sandbox.layers import REMOVABLE
from quizapp.wording.speech import LANGUAGES, Wording

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What commands are added to; argparse has no public name for it."""

_PACK = "--pack"


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was said; `module` names the module of `quizapp.cli` that carries it out.

    Raises:
        SystemExit: after printing why, if it can't be understood, or after printing help.
    """
    return _parser(Wording(_language_of(argv))).parse_args(_with_pack_named(argv))


def _with_pack_named(argv: Sequence[str]) -> list[str]:
    """Return what was said with `--pack` before a pack in one file that stands alone: a double click says only that."""
    if argv and argv[-1].lower().endswith(ENDING) and all(word.startswith("-") for word in _without_values(argv[:-1])):
        return [*argv[:-1], *([] if argv[-2:-1] == [_PACK] else [_PACK]), argv[-1]]
    return list(argv)


def _without_values(argv: Sequence[str]) -> list[str]:
    """Return the words that are no value of an option before them."""
    return [word for before, word in pairwise(["", *argv]) if before not in ("--home", "--language")]


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
    parser.add_argument(
        _PACK, metavar="FILE", help=say("open the app and offer to install this pack; its name alone does it too")
    )
    parser.set_defaults(module="app")
    # Behind a command the same options count too, and where they don't stand they leave alone what stood before it.
    everywhere = _everywhere(wording, language=argparse.SUPPRESS, home=argparse.SUPPRESS)
    commands = parser.add_subparsers(
        title=say("commands"), metavar="COMMAND", description=say("Without one the app opens.")
    )
    _add_learn(commands, everywhere, wording)
    _add_tune(commands, everywhere, wording)
    _add_try(commands, everywhere, wording)
    _add_run(commands, everywhere, wording)
    _add_pack(commands, everywhere, wording)
    add_grade(commands, everywhere, wording)
    _add_journal(commands, everywhere, wording)
    _add_doctor(commands, everywhere, wording)
    _add_desktop_entry(commands, everywhere, wording)
    return parser


def _add_learn(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    learn = commands.add_parser("learn", parents=[everywhere], help=wording.say("study today's items in the terminal"))
    learn.set_defaults(module="learn")


def _add_tune(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    tune = commands.add_parser("tune", parents=[everywhere], help=say("fit the scheduler to how you remember"))
    tune.add_argument("--yes", action="store_true", help=say("use what is found if it is better, without asking"))
    tune.set_defaults(module="tune")


def _add_try(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    attempt = commands.add_parser("try", parents=[everywhere], help=say("check a file as an attempt at an exercise"))
    attempt.add_argument("item", help=say("the exercise: PACK/LESSON/ITEM, or its folder"))
    attempt.add_argument("file", help=say("the Python file with your code"))
    attempt.add_argument("--json", action="store_true", help=say("print one JSON object"))
    attempt.set_defaults(module="attempt")


def _add_run(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    run = commands.add_parser("run", parents=[everywhere], help=say("run any program in the sandbox"))
    run.add_argument("file", help=say("the Python file to run"))
    run.add_argument(
        "--observe", metavar="EXPR", action="append", default=[], help=say("show this expression afterwards")
    )
    run.add_argument("--trace", action="store_true", help=say("show beside each line what it made"))
    run.add_argument("--seconds", type=float, default=5.0, help=say("stop after so many seconds (5)"))
    run.add_argument("--json", action="store_true", help=say("print one JSON object"))
    run.set_defaults(module="run")


def _add_pack(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    pack = commands.add_parser("pack", parents=[everywhere], help=say("an instructor's work on a pack"))
    works = pack.add_subparsers(title=say("commands"), metavar="COMMAND", required=True)
    for name, help_text in (
        ("record", say("run the solutions and store what they leave behind")),
        ("verify", say("check that right answers pass and wrong ones fail")),
    ):
        work = works.add_parser(name, parents=[everywhere], help=help_text)
        work.add_argument("folder", help=say("the pack's folder"))
        work.add_argument("--item", metavar="ITEM", help=say("only this item: LESSON/ITEM"))
        work.set_defaults(module="pack", work=name)
        if name == "verify":
            work.add_argument(
                "--no-attacks", action="store_true", help=say("don't try whether wrong programs pass, to be quicker")
            )
        else:
            work.add_argument("--yes", action="store_true", help=say("store what differs without asking"))
        work.add_argument("--json", action="store_true", help=say("print one JSON object"))
    add_making(works, everywhere, wording)
    add_having(works, everywhere, wording)
    add_import(works, everywhere, wording)
    add_export(works, everywhere, wording)


def _add_journal(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    journal = commands.add_parser("journal", parents=[everywhere], help=say("your data: keep it safe, take it along"))
    works = journal.add_subparsers(title=say("commands"), metavar="COMMAND", required=True)

    def add(name: str, help_text: str) -> argparse.ArgumentParser:
        work = works.add_parser(name, parents=[everywhere], help=help_text)
        work.set_defaults(module="journal", work=name)
        return work

    show = add("show", say("say what the journal holds, where it lies, which backups there are"))
    show.add_argument("--json", action="store_true", help=say("print one JSON object"))
    add("backup", say("make a backup now"))
    restore = add("restore", say("put a backup in the place of the journal; without one they are listed"))
    restore.add_argument("backup", nargs="?", help=say("its number in the list, or a file"))
    restore.add_argument("--yes", action="store_true", help=say("don't ask"))
    export = add(
        "export",
        say("write your data to a file: .jsonl for the journal, .csv for the reviews, .apkg for your own cards"),
    )
    export.add_argument("file", help=say("the file to write"))
    export.add_argument("--pack", metavar="PACK", help=say("with .apkg: the cards of this pack instead of your own"))
    export.add_argument("--replace", action="store_true", help=say("also if there is such a file already"))
    bring_in = add(
        "import",
        say("take in what files hold: journals (.jsonl, .sqlite), reviews or cards (.csv), Anki (.apkg, .colpkg)"),
    )
    bring_in.add_argument("files", nargs="+", metavar="file", help=say("a file to read; it stays as it is"))
    merge = add("merge", say("take in the journals of other devices"))
    merge.add_argument("files", nargs="+", metavar="file", help=say("a file to read; it stays as it is"))
    sync = add("sync", say("take in what other devices wrote into a shared folder, and write there what is new here"))
    sync.add_argument("folder", nargs="?", help=say("the shared folder; without it the one in the settings"))


def _add_doctor(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    doctor = commands.add_parser("doctor", parents=[everywhere], help=say("say what this machine enforces and lacks"))
    doctor.add_argument(
        "--without",
        metavar="LAYER",
        choices=[str(layer) for layer in REMOVABLE],
        action="append",
        default=[],
        help=say(
            "leave a layer out, to see what a machine without it would have: {layers}", layers=", ".join(REMOVABLE)
        ),
    )
    doctor.add_argument("--json", action="store_true", help=say("print one JSON object"))
    doctor.set_defaults(module="doctor")


def _add_desktop_entry(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    say = wording.say
    entry = commands.add_parser(
        "desktop-entry", parents=[everywhere], help=say("let a double click on a .quizpack file open the app, or not")
    )
    works = entry.add_subparsers(title=say("commands"), metavar="COMMAND", required=True)
    for name, help_text in (
        ("install", say("put quizapp among your programs, and let it open .quizpack files")),
        ("remove", say("remove what `install` wrote, and nothing else")),
    ):
        work = works.add_parser(name, parents=[everywhere], help=help_text)
        work.set_defaults(module="desktop_entry", work=name)


def _everywhere(wording: Wording, *, language: str, home: str | None) -> argparse.ArgumentParser:
    """Return the options that every command takes, with their defaults."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--language", choices=LANGUAGES, default=language, help=wording.say("speak this language"))
    parser.add_argument(
        "--home", metavar="DIR", default=home, help=wording.say("keep the learner's data in this folder")
    )
    return parser
