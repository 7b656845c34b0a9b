"""Sync through any folder that devices share: each writes one file, its own, and reads the others'.

What comes of it is the union of all rows, so the order in which devices come, and how often, is all one. A device
leaves the rows of another out of its file once all of them that it knows stand in that other's own file. Pictures of
own cards are files of their own, named by their content.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.home import Home
from quizapp.message import Message, message
from quizapp.study.data.backups import Progress
from quizapp.study.data.errors import DataError, cannot_read, cannot_write, no_folder
from quizapp.study.data.lines import head_line, row_line
from quizapp.study.data.merging import Merged, Take, merge
from quizapp.study.data.opening import opened_in_use
from quizapp.study.data.shared_pictures import exchange_pictures
from quizapp.study.data.stored import StoredRow, stored_rows
from quizapp.study.data.sync_state import Read, Stamp, SyncState, Written, load_state, save_state, stamp_of
from quizapp.whole_files import PART, writing

ABANDONED_AFTER: Final = timedelta(hours=1)
"""A file that is still being written after so long is none that will be finished."""

_NAME: Final = re.compile(r"quizapp-(.+)\.jsonl")


class Skipped(Struct, frozen=True):
    """A file of the shared folder that could not be used, or not all of it, and why."""

    name: str
    why: Message


class Synced(Struct, frozen=True, kw_only=True):
    """What came of a sync.

    Attributes:
        files: how many others' files there are.
        new: how many rows came from them.
        wrote: whether this device's own file had to be written.
        skipped: what could not be used; it is looked at again the next time.
    """

    files: int = 0
    new: int = 0
    wrote: bool = False
    skipped: tuple[Skipped, ...] = ()


def file_of(folder: Path, device: str) -> Path:
    """Return the one file that a device writes."""
    return folder / f"quizapp-{device}.jsonl"


def sync(folder: Path, home: Home, take: Take, now: datetime, on_progress: Progress | None = None) -> Synced:
    """Take in what other devices wrote into the folder, and write there what they can't have from elsewhere.

    Args:
        folder: the one that is shared.
        home: whose journal this is; it may be in use.
        take: puts rows into the journal.
        now: for the head of the file.
        on_progress: told how many files of how many were read.

    Raises:
        DataError: if there is no such folder, or the own file can't be written.
        JournalError: if the journal can't be written; rows of whole batches are then in it, and may come again.
    """
    state = _state_for(folder, home)
    device = _device_here(home)
    own = file_of(folder, device)
    paths = _files_in(folder)
    synced = Synced(files=sum(path != own for path in paths))
    read: dict[str, Read] = {}
    for done, path in enumerate(paths, 1):
        known = state.read.get(path.name)
        stamp = stamp_of(path)
        is_known = known is not None and known.stamp == stamp
        if known is not None and is_known:
            read[path.name] = known
        elif not (path == own and state.written is not None and state.written.stamp == stamp):
            synced = _read_one(path, stamp, take, read, synced)
        if on_progress is not None:
            on_progress(done, len(paths))
    state = replace(state, read=read)
    written = _write_own(folder, home, device, state, now)
    exchange_pictures(folder, home.pictures)
    save_state(replace(state, written=written or state.written, at=now.astimezone(UTC)), home.sync)
    return replace(synced, wrote=written is not None)


def share(folder: Path, home: Home, now: datetime) -> bool:
    """Write this device's file only, if something changed since the last sync: for when the app is closed.

    Raises:
        DataError: if there is no such folder, or the file can't be written.
    """
    state = _state_for(folder, home)
    written = _write_own(folder, home, _device_here(home), state, now)
    exchange_pictures(folder, home.pictures)
    if written is not None:
        save_state(replace(state, written=written, at=now.astimezone(UTC)), home.sync)
    return written is not None


def last_sync(home: Home, folder: str) -> datetime | None:
    """Return when the last sync with this folder ended; UTC."""
    state = load_state(home.sync)
    return state.at if folder and state.folder == str(Path(folder)) else None


def _state_for(folder: Path, home: Home) -> SyncState:
    """Return what is remembered of the folder; nothing if it is of another journal, as after a restore."""
    if not _is_folder(folder):
        raise no_folder(folder)
    state = load_state(home.sync)
    if state.folder == str(folder) and state.written is not None and _still_holds(home, state.written):
        return state
    return SyncState(folder=str(folder))


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):  # a network that is away, a name that can be none
        return False


def _still_holds(home: Home, written: Written) -> bool:
    with opened_in_use(home.journal) as connection:
        return _last_row(connection, written.upto) == (written.upto, written.last)


def _last_row(connection: sqlite3.Connection, upto: int | None = None) -> tuple[int, str]:
    """Return place and id of the journal's last row, or of the last one up to a place."""
    limit = "" if upto is None else f"WHERE seq <= {upto:d}"
    found = connection.execute(f"SELECT seq, id FROM rows {limit} ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(found[0]), str(found[1])) if found else (0, "")


def _device_here(home: Home) -> str:
    with opened_in_use(home.journal) as connection:
        return str(connection.execute("SELECT id FROM device").fetchone()[0])


def _files_in(folder: Path) -> list[Path]:
    """Return what may be devices' files, copies that a cloud's program made of them too."""
    try:
        return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())
    except OSError as error:
        raise cannot_read(folder, error) from error


def _read_one(path: Path, stamp: Stamp | None, take: Take, read: dict[str, Read], synced: Synced) -> Synced:
    counts: Counter[str] = Counter()

    def take_and_count(rows: Sequence[StoredRow]) -> int:
        counts.update(row.device for row in rows)
        return take(rows)

    try:
        merged = merge(path, take_and_count)
    except DataError as error:
        return replace(synced, skipped=(*synced.skipped, Skipped(path.name, error.says)))
    synced = replace(synced, new=synced.new + merged.new)
    if merged.unread:
        return replace(synced, skipped=(*synced.skipped, Skipped(path.name, _not_all(path, merged))))
    if stamp is not None and stamp == stamp_of(path):
        read[path.name] = Read(stamp, counts[_device_of(path.name)])
    return synced


def _not_all(path: Path, merged: Merged) -> Message:
    return message(
        "{path}: {unread} of {lines} lines can't be read, the first is line {number}. The others were taken in; the "
        "file is looked at again at the next sync.",
        path=str(path),
        unread=merged.unread,
        lines=merged.unread + merged.rows,
        number=merged.told[0].number,
    )


def _device_of(name: str) -> str:
    match = _NAME.fullmatch(name)
    return match[1] if match is not None else ""


def _write_own(folder: Path, home: Home, device: str, state: SyncState, now: datetime) -> Written | None:
    """Write the own file; None if it is there and would be the same."""
    own, before = file_of(folder, device), state.written
    with opened_in_use(home.journal) as connection:
        upto, last = _last_row(connection)
        left_out = _in_their_own_files(connection, state, device)
        if before is not None and (before.upto, before.left_out, before.stamp) == (upto, left_out, stamp_of(own)):
            return None
        rows = (row for _, row in stored_rows(connection) if row is not None and row.device not in left_out)
        try:
            _sweep(own, now - ABANDONED_AFTER)
            with writing(own) as file:
                file.write(head_line(device, now))
                file.writelines(row_line(row) for row in rows)
        except OSError as error:
            raise cannot_write(own, error) from error
    stamp = stamp_of(own)
    return Written(stamp, upto, last, left_out) if stamp is not None else None


def _in_their_own_files(connection: sqlite3.Connection, state: SyncState, device: str) -> tuple[str, ...]:
    """Return the devices of which every row that stands here stands in a file of their own too."""
    here = connection.execute("SELECT device, count(*) FROM rows WHERE device != ? GROUP BY device", (device,))
    there = {_device_of(name): read.rows for name, read in state.read.items()}
    return tuple(sorted(each for each, rows in here if rows <= there.get(each, 0)))


def _sweep(own: Path, before: datetime) -> None:
    """Delete what this device left half-written and nobody goes on with."""
    for part in own.parent.glob(f"{own.name}.*{PART}"):
        with suppress(OSError):
            if part.stat().st_mtime < before.timestamp():
                part.unlink()
