"""`quizapp pack new`, `schema` and `build`: a pack begins, its editor learns the keys, it becomes one file."""

import argparse
import getpass
from collections.abc import Callable
from pathlib import Path

from quizapp.cli.asking import answer_to, is_somebody_there
from quizapp.cli.console import Console
from quizapp.cli.files import find_pack


def run(options: argparse.Namespace, console: Console) -> int:
    """Carry out what was asked for; exit code 1 if the pack has problems."""
    works: dict[str, Callable[[argparse.Namespace, Console], int]] = {"new": _new, "schema": _schema, "build": _build}
    return works[options.work](options, console)


def _new(options: argparse.Namespace, console: Console) -> int:
    from quizapp.classroom.starting import NewPack, id_from, start_pack

    say = console.wording.say
    folder = Path(options.folder)
    ask = answer_to if is_somebody_there() else _usual
    pack_id = options.id or ask(say("Its id (a-z, 0-9, -):"), id_from(folder.resolve().name))
    new = NewPack(
        id=pack_id,
        title=options.title or ask(say("Its title:"), pack_id),
        language=options.pack_language or ask(say("The language that it is written in:"), console.wording.language),
        authors=_authors(options.author or [ask(say("Its author:"), _name())]),
        licence=options.licence or ask(say("Its licence:"), "MIT"),
    )
    start_pack(folder, new)
    console.tell(say("{folder} holds a pack with a card, a question and an exercise. Go on with", folder=str(folder)))
    for work in ("record", "verify", "install"):
        console.tell(f"  quizapp pack {work} {folder}")
    return 0


def _usual(_question: str, usual: str) -> str:
    return usual


def _authors(named: list[str]) -> tuple[str, ...]:
    return tuple(each.strip() for each in named if each.strip())


def _name() -> str:
    """Return what the system calls the user, "" if it doesn't say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _schema(options: argparse.Namespace, console: Console) -> int:
    from quizapp.packs.schema import FILE_KINDS, schema_of

    if options.kind is not None:
        console.tell_json(schema_of(options.kind))
    else:
        console.tell_json({kind: schema_of(kind) for kind in FILE_KINDS})
    return 0


def _build(options: argparse.Namespace, console: Console) -> int:
    from quizapp.classroom.building import build_pack, problems_of, usual_name
    from quizapp.packs.sizes import size_in_words

    reading = find_pack(options.folder)
    problems = list(problems_of(reading))
    for problem in problems:
        console.complain_of(problem)
    if problems:
        say_many = console.wording.say_many
        console.tell(
            say_many(
                "The pack has {count} problem, see above; nothing was built.",
                "The pack has {count} problems, see above; nothing was built.",
                len(problems),
            )
        )
        return 1
    out = Path(options.out or usual_name(reading.pack))
    if out.is_dir():
        out = out / usual_name(reading.pack)
    build_pack(reading, out)
    console.tell(f"{out}  {size_in_words(out.stat().st_size)}")
    return 0
