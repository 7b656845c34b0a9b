"""The learner's own data in words: backups, what a restore or an import would do, what a sync came to."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from pathlib import Path

from quizapp.study.data.backups import Backup
from quizapp.study.data.importing import BroughtIn, Looked, Source
from quizapp.study.data.merging import Merged
from quizapp.study.data.reading import Unread
from quizapp.study.data.restoring import Preview
from quizapp.study.data.syncing import Synced
from quizapp.wording.anki import deck_words, left_out_words, taken_words
from quizapp.wording.speech import Wording

_STEP = 1000


def moment_words(at: datetime, zone: tzinfo | None = None) -> str:
    """Return a time to the minute, of this machine's zone or another."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def size_words(count: int) -> str:
    """Return a number of bytes as systems' file windows show it."""
    size = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if size < _STEP or unit == "GB":
            return f"{size:.0f} {unit}" if unit == "B" or size >= 10 else f"{size:.1f} {unit}"
        size /= _STEP
    raise AssertionError


def backup_words(backup: Backup, wording: Wording, zone: tzinfo | None = None) -> str:
    """Return a backup as a line of a list: when it was made, how large it is."""
    try:
        size = size_words(backup.path.stat().st_size)
    except OSError:
        size = "?"
    at = moment_words(backup.made, zone)
    if backup.before_restore:
        return wording.say("{at} · {size} · kept before a restore", at=at, size=size)
    return wording.say("{at} · {size}", at=at, size=size)


def preview_words(preview: Preview, wording: Wording, zone: tzinfo | None = None) -> tuple[str, ...]:
    """Return what a backup holds, and what would be lost and come back if it were put in place; a line each."""
    say = wording.say
    held = preview.held
    lines = [wording.say_many("It holds {count} entry.", "It holds {count} entries.", held.rows)]
    if held.last_review is not None:
        lines.append(say("The last review in it was at {at}.", at=moment_words(held.last_review, zone)))
    if preview.lost is None:
        lines.append(say("The present journal can't be read, so nobody knows what it has that the backup lacks."))
    elif not preview.lost or preview.lost_since is None:
        lines.append(say("Nothing that is in the present journal would be missing."))
    else:
        since = moment_words(preview.lost_since, zone)
        lines.append(
            wording.say_many(
                "{count} entry of the present journal would be missing, made at {since}.",
                "{count} entries of the present journal would be missing, the oldest made at {since}.",
                preview.lost,
                since=since,
            )
        )
    if preview.back:
        lines.append(
            wording.say_many(
                "{count} entry that is not here now would come back.",
                "{count} entries that are not here now would come back.",
                preview.back,
            )
        )
    lines.append(say("The present journal is backed up before, so that you can go back."))
    return tuple(lines)


def looked_words(looked: Looked, wording: Wording, zone: tzinfo | None = None) -> tuple[str, ...]:
    """Return what a file would bring; a line each."""
    if looked.anki is not None:
        return deck_words(looked.anki, wording)
    lines = [_held_words(looked, wording), _new_words(looked.new, wording)]
    if looked.first is not None and looked.last is not None:
        first, last = moment_words(looked.first, zone), moment_words(looked.last, zone)
        lines.append(wording.say("From {first} to {last}.", first=first, last=last))
    return (*lines, *unread_words(looked.path, looked.unread, looked.told, wording))


def _held_words(looked: Looked, wording: Wording) -> str:
    match looked.source:
        case Source.CARDS:
            return wording.say_many("It holds {count} card.", "It holds {count} cards.", looked.rows)
        case Source.REVIEWS:
            return wording.say_many("It holds {count} review.", "It holds {count} reviews.", looked.rows)
        case _:
            return wording.say_many("It holds {count} entry.", "It holds {count} entries.", looked.rows)


def _new_words(new: int, wording: Wording) -> str:
    if not new:
        return wording.say("Nothing in it is new here.")
    return wording.say_many("{count} of it is new here.", "{count} of them are new here.", new)


def brought_words(brought: BroughtIn, path: Path, wording: Wording) -> tuple[str, ...]:
    """Return what an import came to; a line each."""
    if brought.anki is not None and brought.deck is not None:
        return (taken_words(brought.anki, path, wording), *left_out_words(brought.deck, wording))
    return merged_words(brought.merged, path, wording)


def merged_words(merged: Merged, path: Path, wording: Wording) -> tuple[str, ...]:
    """Return what came of another file; a line each."""
    if merged.new:
        first = wording.say_many("{path}: {count} new.", "{path}: {count} new.", merged.new, path=str(path))
    else:
        first = wording.say("{path}: nothing new.", path=str(path))
    return (first, *unread_words(path, merged.unread, merged.told, wording))


def unread_words(path: Path, unread: int, told: Iterable[Unread], wording: Wording) -> tuple[str, ...]:
    """Return what could not be read of a file; a line each, the first few of many."""
    lines = [
        wording.say("{path}, line {number}: {why}.", path=path.name, number=each.number, why=wording.sentence(each.why))
        for each in told
    ]
    more = unread - len(lines)
    if more > 0:
        lines.append(wording.say_many("{count} more line can't be read.", "{count} more lines can't be read.", more))
    return tuple(lines)


def synced_words(synced: Synced, wording: Wording) -> tuple[str, ...]:
    """Return what a sync came to: a line, and one for each file that could not be used."""
    if not synced.files:
        first = wording.say("No other device has written into the folder yet.")
    elif synced.new:
        first = wording.say_many("{count} new entry came in.", "{count} new entries came in.", synced.new)
    else:
        first = wording.say("Everything was here already.")
    return (first, *(wording.sentence(skipped.why) for skipped in synced.skipped))
