"""`quizapp pack install`, `list` and `remove`: the packs that a learner has."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from quizapp.cli.asking import agrees, is_somebody_there
from quizapp.cli.console import Console
from quizapp.message import SaysError, message
from quizapp.opening import catalogue_at_hand, installed_packs
from quizapp.shipped import shipped

if TYPE_CHECKING:
    from quizapp.packs.installed import Delivery
    from quizapp.packs.outline import Outline

MOST_SHOWN: Final = 20
"""Ids of items that are printed of each sort."""


def run(options: argparse.Namespace, console: Console) -> int:
    """Carry out what was asked for; exit code 1 if somebody has to agree and doesn't."""
    works: dict[str, Callable[[argparse.Namespace, Console], int]] = {
        "install": _install,
        "list": _list,
        "remove": _remove,
    }
    return works[options.work](options, console)


def _install(options: argparse.Namespace, console: Console) -> int:
    console.home.make()
    packs = installed_packs(console.home, shipped("content"))
    source = Path(options.source)
    if not source.exists():
        raise SaysError(message("There is no file or folder {path}.", path=str(source)))
    delivery = packs.receive(source)
    try:
        _tell_delivery(delivery, console)
        if delivery.doubts and not (options.yes or _agrees(delivery, console)):
            console.tell(console.wording.say("Nothing was changed."))
            return 1
        packs.put_in_place(delivery)
    finally:
        packs.send_back(delivery)
    console.tell(console.wording.say("Installed. An app that is open has it once you look at Packs there."))
    return 0


def _agrees(delivery: "Delivery", console: Console) -> bool:
    for doubt in delivery.doubts:
        console.complain(console.wording.sentence(doubt))
    if not is_somebody_there():
        console.complain(console.wording.say("Say --yes to install it all the same."))
        return False
    return agrees(console.wording.say("Install it all the same? y/n"))


def _tell_delivery(delivery: "Delivery", console: Console) -> None:
    from quizapp.packs.sizes import size_in_words

    pack = delivery.pack
    before = "" if delivery.before is None else f"{delivery.before.version} → "
    console.tell(f"{pack.title.read(console.wording.language)}  {pack.id} {before}{pack.version}")
    count = console.wording.say_many("{count} item", "{count} items", len(pack.items()))
    console.tell(
        " · ".join(each for each in (count, size_in_words(delivery.size), *pack.authors, pack.licence) if each)
    )
    for problem in delivery.reading.problems:
        console.complain_of(problem)
    if delivery.before is not None:
        for line in change_lines(delivery, console):
            console.tell(line)


def change_lines(delivery: "Delivery", console: Console) -> Iterator[str]:
    """Yield what an update changes, in lines to print."""
    say_many = console.wording.say_many
    changes = delivery.changes
    if not changes:
        yield console.wording.say("Its items are the same.")
    for items, words in (
        (changes.new, say_many("{count} new item:", "{count} new items:", len(changes.new))),
        (changes.changed, say_many("{count} changed item:", "{count} changed items:", len(changes.changed))),
        (
            changes.gone,
            say_many(
                "{count} item is gone; what you did with it is kept:",
                "{count} items are gone; what you did with them is kept:",
                len(changes.gone),
            ),
        ),
    ):
        if items:
            yield words
            yield from (f"  {item}" for item in items[:MOST_SHOWN])
            if len(items) > MOST_SHOWN:
                yield "  …"


def _list(options: argparse.Namespace, console: Console) -> int:
    catalogue, missing = catalogue_at_hand(console.home, shipped("content"))
    if options.json:
        console.tell_json({"packs": [_as_json(pack, console) for pack in catalogue.outlines]})
    else:
        for pack in catalogue.outlines:
            count = console.wording.say_many("{count} item", "{count} items", pack.count)
            title = pack.title.read(console.wording.language)
            console.tell(f"{pack.id} {pack.version}  {title} · {count} · {_origin_words(pack, console)}")
    for problem in catalogue.problems:
        console.complain_of(problem)
    for says in missing:
        console.complain(console.wording.sentence(says))
    return 0


def _as_json(pack: "Outline", console: Console) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title.read(console.wording.language),
        "authors": list(pack.authors),
        "licence": pack.licence,
        "items": pack.count,
        "origin": _origin(pack, console),
        "folder": str(pack.folder),
    }


def _origin(pack: "Outline", console: Console) -> str:
    if pack.folder.parent == console.home.packs:
        return "installed"
    return "shipped" if pack.folder.parent == shipped("content") else "pip"


def _origin_words(pack: "Outline", console: Console) -> str:
    say = console.wording.say
    words = {"installed": say("installed"), "shipped": say("comes with quizapp"), "pip": say("installed with pip")}
    return words[_origin(pack, console)]


def _remove(options: argparse.Namespace, console: Console) -> int:
    installed_packs(console.home, shipped("content")).remove(options.pack)
    console.tell(console.wording.say("Removed. What you did with its items is kept, should it come back."))
    return 0
