"""What can be said of making, handing out and having packs: the words and options of these commands."""

import argparse
from typing import TypeAlias

from quizapp.wording.speech import Wording

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What commands are added to; argparse has no public name for it."""

SCHEMAS = ("pack", "lesson", "exercise", "card", "question", "translation")
"""What there are schemas of, as `quizapp.packs.schema` has them."""


def add_making(works: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    """Add `new`, `schema` and `build`."""
    say = wording.say
    new = works.add_parser("new", parents=[everywhere], help=say("begin a pack, with an example of each kind of item"))
    new.add_argument("folder", help=say("the folder to make"))
    new.add_argument("--id", help=say("what its items' ids begin with, for good"))
    new.add_argument("--title", help=say("what learners see"))
    new.add_argument("--pack-language", metavar="CODE", help=say("the language that it is written in, as en or zh"))
    new.add_argument("--author", action="append", help=say("who writes it; may be said several times"))
    new.add_argument("--licence", help=say("what others may do with it (MIT)"))
    new.set_defaults(module="pack_making", work="new")
    schema = works.add_parser("schema", parents=[everywhere], help=say("print JSON Schema of a pack's files"))
    schema.add_argument("kind", nargs="?", choices=SCHEMAS, help=say("of this kind of file only"))
    schema.set_defaults(module="pack_making", work="schema")
    build = works.add_parser("build", parents=[everywhere], help=say("make one file of a pack, to hand out"))
    build.add_argument("folder", help=say("the pack's folder"))
    build.add_argument("out", nargs="?", help=say("the file to write; without it, named after id and version"))
    build.set_defaults(module="pack_making", work="build")


def add_having(works: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    """Add `install`, `list` and `remove`."""
    say = wording.say
    install = works.add_parser("install", parents=[everywhere], help=say("install a pack, or update it"))
    install.add_argument("source", metavar="FILE", help=say("a .quizpack file, or a pack's folder"))
    install.add_argument("--yes", action="store_true", help=say("don't ask"))
    install.set_defaults(module="pack_library", work="install")
    listed = works.add_parser("list", parents=[everywhere], help=say("say which packs there are"))
    listed.add_argument("--json", action="store_true", help=say("print one JSON object"))
    listed.set_defaults(module="pack_library", work="list")
    remove = works.add_parser("remove", parents=[everywhere], help=say("remove a pack; your progress is kept"))
    remove.add_argument("pack", metavar="ID", help=say("the pack's id, as the list has it"))
    remove.set_defaults(module="pack_library", work="remove")
