"""Makes one file of a pack that has nothing wrong in it, to hand out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from quizapp.judging.expectations import ExpectationsError, read_expectations
from quizapp.judging.judge import require_expectations
from quizapp.message import SaysError
from quizapp.packs.archive_making import pack_up
from quizapp.packs.archives import ENDING
from quizapp.packs.model import Exercise, Pack
from quizapp.packs.reading import PackReading

_NOT_IN_FILE_NAMES: Final = re.compile(r"[^\w.+-]+")


def usual_name(pack: Pack) -> str:
    """Return what the file of a pack is called if its author says nothing: `my-pack-1.0.quizpack`."""
    return f"{pack.id}-{_NOT_IN_FILE_NAMES.sub('-', pack.version)}{ENDING}"


def problems_of(reading: PackReading) -> Iterator[SaysError]:
    """Yield what is wrong with a pack: all that reading found, and exercises that were not recorded as they are now."""
    yield from reading.problems
    for item in reading.pack.items():
        if isinstance(item, Exercise):
            try:
                require_expectations(item, read_expectations(item.folder))
            except ExpectationsError as error:
                yield error


def build_pack(reading: PackReading, out: Path) -> None:
    """Write the pack to one file; look for problems before.

    Raises:
        ArchiveError: if a file can't be in a pack.
        OSError: if a file can't be read, or `out` can't be written.
    """
    pack_up(reading.pack.folder, out)
