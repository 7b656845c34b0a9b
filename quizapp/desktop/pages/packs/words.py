"""What the Packs page says, in the reader's language. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from quizapp.desktop.pages.packs.model import Origin, PackLine, titles
from quizapp.packs.model import Pack
from quizapp.packs.sizes import size_in_words
from quizapp.wording import Wording

if TYPE_CHECKING:
    from quizapp.packs.installed import Delivery

MOST_TITLES: Final = 5
"""Items of each sort that are named before an update."""

MOST_PROBLEMS: Final = 4


@dataclass(frozen=True)
class InstallPart:
    """Some lines of what is said before a pack is installed, under a heading or none; `rest`: what is left out."""

    lines: tuple[str, ...]
    heading: str = ""
    rest: str = ""


def about_words(line: PackLine, wording: Wording) -> str:
    """Say how much there is of a pack, how large it is, and where it is from."""
    if line.trouble is not None:
        return wording.say("It can't be read: {why}", why=wording.sentence(line.trouble))
    lessons = wording.say_many("{count} lesson", "{count} lessons", line.lessons)
    items = wording.say_many("{count} item", "{count} items", line.items)
    return "  ·  ".join((lessons, items, _size_words(line, wording), origin_word(line.origin, wording)))


def maker_words(line: PackLine, wording: Wording) -> str:
    """Say who wrote a pack and under which licence; "" where neither is told."""
    authors = wording.say("By {authors}", authors=", ".join(line.authors)) if line.authors else ""
    licence = wording.say("Licence: {licence}", licence=line.licence) if line.licence else ""
    return "  ·  ".join(part for part in (authors, licence) if part)


def asks_words(line: PackLine, wording: Wording) -> str:
    """Say what a pack asks for: whether code of it runs."""
    if line.trouble is not None or line.programs is None:
        return ""
    if not line.programs:
        return wording.say("Runs no code.")
    return wording.say_many(
        "Runs code in the sandbox, in {count} item.", "Runs code in the sandbox, in {count} items.", line.programs
    )


def origin_word(origin: Origin, wording: Wording) -> str:
    """Say where a pack is from."""
    words = {
        Origin.SHIPPED: wording.say("comes with quizapp"),
        Origin.INSTALLED: wording.say("installed"),
        Origin.PIP: wording.say("installed with pip"),
    }
    return words[origin]


def install_question(delivery: "Delivery", wording: Wording) -> str:
    """Ask whether a pack is to be installed, or which update."""
    title = delivery.pack.title.read(wording.language)
    if delivery.before is None:
        return wording.say("Install “{title}”, version {version}?", title=title, version=delivery.pack.version)
    if delivery.before.version == delivery.pack.version:
        return wording.say(
            "“{title}” is installed already, as version {version}. Install this one in its place?",
            title=title,
            version=delivery.pack.version,
        )
    return wording.say(
        "Update “{title}” from version {before} to {version}?",
        title=title,
        before=delivery.before.version,
        version=delivery.pack.version,
    )


def install_parts(delivery: "Delivery", line: PackLine, wording: Wording) -> tuple[InstallPart, ...]:
    """Say what would be installed, what changes, and what is doubtful about it."""
    about = (maker_words(line, wording), _amount_words(line, wording), asks_words(line, wording))
    parts = [InstallPart(tuple(words for words in about if words))]
    if delivery.doubts:
        parts.append(InstallPart(tuple(wording.sentence(doubt) for doubt in delivery.doubts)))
    if delivery.before is not None:
        parts += _change_parts(delivery, delivery.before, wording)
    if problems := delivery.reading.problems:
        heading = wording.say_many(
            "{count} part of it can't be read and is left out:",
            "{count} parts of it can't be read and are left out:",
            len(problems),
        )
        said = tuple(f"{each.place()}: {wording.sentence(each.says)}" for each in problems[:MOST_PROBLEMS])
        parts.append(InstallPart(said, heading, _rest_words(len(problems) - MOST_PROBLEMS, wording)))
    return tuple(parts)


def _amount_words(line: PackLine, wording: Wording) -> str:
    lessons = wording.say_many("{count} lesson", "{count} lessons", line.lessons)
    items = wording.say_many("{count} item", "{count} items", line.items)
    return "  ·  ".join((lessons, items, _size_words(line, wording)))


def _size_words(line: PackLine, wording: Wording) -> str:
    # The file that a pack travels in is smaller.
    return wording.say("{size} on disk", size=size_in_words(line.size))


def _change_parts(delivery: "Delivery", before: Pack, wording: Wording) -> Iterator[InstallPart]:
    changes = delivery.changes
    if not changes:
        yield InstallPart((wording.say("Its items are the same."),))
    for heading, items, pack in (
        (wording.say("New: {count}", count=len(changes.new)), changes.new, delivery.pack),
        (wording.say("Changed: {count}", count=len(changes.changed)), changes.changed, delivery.pack),
        (wording.say("Gone: {count}", count=len(changes.gone)), changes.gone, before),
    ):
        if items:
            named, more = titles(items, pack, wording.language, MOST_TITLES)
            yield InstallPart(named, heading, _rest_words(more, wording))
    yield InstallPart((wording.say("What you have learnt of its items stays."),))


def _rest_words(more: int, wording: Wording) -> str:
    return wording.say_many("… and {count} more", "… and {count} more", more) if more > 0 else ""
