"""What the Packs page says, in the reader's language. Knows no Qt."""

from collections.abc import Iterator, Sequence
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


def about_words(line: PackLine, wording: Wording) -> str:
    """Say how much there is of a pack, how large it is, and where it is from."""
    if line.trouble is not None:
        return wording.say("It can't be read: {why}", why=wording.sentence(line.trouble))
    lessons = wording.say_many("{count} lesson", "{count} lessons", line.lessons)
    items = wording.say_many("{count} item", "{count} items", line.items)
    return "  ·  ".join((lessons, items, size_in_words(line.size), origin_word(line.origin, wording)))


def maker_words(line: PackLine, wording: Wording) -> str:
    """Say who wrote a pack and under which licence; "" where neither is told."""
    authors = wording.say("By {authors}", authors=", ".join(line.authors)) if line.authors else ""
    licence = wording.say("Licence: {licence}", licence=line.licence) if line.licence else ""
    return "  ·  ".join(part for part in (authors, licence) if part)


def asks_words(line: PackLine, wording: Wording) -> str:
    """Say what a pack asks for: whether code of it runs."""
    if line.trouble is not None:
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
    return wording.say(
        "Update “{title}” from version {before} to {version}?",
        title=title,
        before=delivery.before.version,
        version=delivery.pack.version,
    )


def install_lines(delivery: "Delivery", line: PackLine, wording: Wording) -> tuple[str, ...]:
    """Say what would be installed, what changes, and what is doubtful about it."""
    lines = [about for about in (maker_words(line, wording), _size_words(line, wording)) if about]
    lines.append(asks_words(line, wording))
    if delivery.before is not None:
        lines += _change_lines(delivery, delivery.before, wording)
        lines.append(wording.say("What you have learnt of its items stays."))
    lines += [wording.sentence(doubt) for doubt in delivery.doubts]
    problems = delivery.reading.problems
    if problems:
        count = len(problems)
        lines.append(
            wording.say_many(
                "{count} part of it can't be read and is left out:",
                "{count} parts of it can't be read and are left out:",
                count,
            )
        )
        lines += [f"{each.place()}: {wording.sentence(each.says)}" for each in problems[:MOST_PROBLEMS]]
    return tuple(lines)


def _size_words(line: PackLine, wording: Wording) -> str:
    lessons = wording.say_many("{count} lesson", "{count} lessons", line.lessons)
    items = wording.say_many("{count} item", "{count} items", line.items)
    return "  ·  ".join((lessons, items, size_in_words(line.size)))


def _change_lines(delivery: "Delivery", before: Pack, wording: Wording) -> Iterator[str]:
    changes = delivery.changes
    if not changes:
        yield wording.say("Its items are the same.")
    if changes.new:
        yield wording.say("New: {items}", items=_named(changes.new, delivery.pack, wording))
    if changes.changed:
        yield wording.say("Changed: {items}", items=_named(changes.changed, delivery.pack, wording))
    if changes.gone:
        yield wording.say("Gone: {items}", items=_named(changes.gone, before, wording))


def _named(items: Sequence[str], pack: Pack, wording: Wording) -> str:
    named, more = titles(items, pack, wording.language, MOST_TITLES)
    listed = ", ".join(named)
    return (
        wording.say_many("{listed} and {count} more", "{listed} and {count} more", more, listed=listed)
        if more
        else listed
    )
