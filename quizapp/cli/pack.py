"""`quizapp pack record` and `quizapp pack verify`: an instructor's work on a pack."""

import argparse

import msgspec

from quizapp.cli.console import Console
from quizapp.cli.files import find_pack
from quizapp.message import SaysError, message
from quizapp.packs.model import Pack
from quizapp.packs.problems import nearest
from quizapp.packs.reading import PackReading


def run(options: argparse.Namespace, console: Console) -> int:
    """Record or verify the pack in the folder; exit code 1 if something in it does not hold."""
    reading = find_pack(options.folder)
    for problem in reading.problems:
        console.complain_of(problem)
    pack = reading.pack if options.item is None else _only(reading.pack, options.item)
    work = {"record": _record, "verify": _verify}[options.work]
    return work(options, msgspec.structs.replace(reading, pack=pack), console)


def _only(pack: Pack, name: str) -> Pack:
    """Return the pack with this one item.

    Raises:
        SaysError: if it has no such item.
    """
    item_id = name if name.startswith(f"{pack.id}/") else f"{pack.id}/{name}"
    if pack.find(item_id) is None:
        if meant := nearest(item_id, [each.id for each in pack.items()]):
            raise SaysError(message("The pack has no item {item}. Did you mean {nearest}?", item=name, nearest=meant))
        raise SaysError(message("The pack has no item {item}. Write it as LESSON/ITEM.", item=name))
    return pack.only({item_id})


def _record(options: argparse.Namespace, reading: PackReading, console: Console) -> int:
    from quizapp.cli.pack_record import record

    return record(options, reading, console)


def _verify(options: argparse.Namespace, reading: PackReading, console: Console) -> int:
    from quizapp.cli.pack_verify import verify

    problems, survivors = verify(options, reading, console)
    if options.json:
        return 1 if problems else 0
    return _conclude(problems, _holds(survivors, console), console)


def _holds(survivors: int, console: Console) -> str:
    """Say that nothing is wrong with a pack, and whether wrong programs pass its checks all the same."""
    if not survivors:
        return console.wording.say("The pack holds.")
    return console.wording.say_many(
        "The pack holds, but {count} wrong program passes its checks, see above.",
        "The pack holds, but {count} wrong programs pass its checks, see above.",
        survivors,
    )


def _conclude(problems: int, all_is_well: str, console: Console) -> int:
    """Say how the work on a pack came out, and return its exit code."""
    seen = console.wording.say_many("{count} problem, see above.", "{count} problems, see above.", problems)
    console.tell(seen if problems else all_is_well)
    return 1 if problems else 0
