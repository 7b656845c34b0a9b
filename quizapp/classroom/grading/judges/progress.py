"""What was judged already: a line of JSON for each piece of work, added when it is done, so that a stop loses none."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import msgspec
from msgspec import Struct

from quizapp import __version__
from quizapp.classroom.grading.judges.judged import NOT_JUDGED, Judged
from quizapp.classroom.grading.submissions.handed_in import Code, Words, content_hash
from quizapp.judging.expectations import JSON_NAME, NUMBERS_NAME
from quizapp.not_json import NOT_JSON
from quizapp.packs.model import Exercise, Item, Pack

NAME: Final = "progress.jsonl"


class _Line(Struct, frozen=True):
    key: str
    judged: Judged


_decoder: Final = msgspec.json.Decoder(_Line)
_encoder: Final = msgspec.json.Encoder()


class Progress:
    """The file of what was judged; a context manager.

    Attributes:
        judged: by the key of the work, all that was judged.
    """

    def __init__(self, path: Path) -> None:
        """Read the file if there is one; a last line that was not written to its end is taken off it."""
        self._path = path
        self._judged, whole = _read(path)
        self._file = path.open("ab")
        self._file.truncate(whole)

    @property
    def judged(self) -> Mapping[str, Judged]:
        """What was judged, by the key of the work."""
        return self._judged

    def add(self, key: str, judged: Judged) -> None:
        """Keep one judgement. What failed in judging itself is tried again the next time."""
        self._judged[key] = judged
        if judged.outcome != NOT_JUDGED:
            self._file.write(_encoder.encode(_Line(key, judged)) + b"\n")
            self._file.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()


def _read(path: Path) -> tuple[dict[str, Judged], int]:
    """Return what the file holds, and how many of its bytes are whole lines."""
    judged: dict[str, Judged] = {}
    whole = 0
    if not path.exists():
        return judged, whole
    with path.open("rb") as file:
        for line in file:
            if not line.endswith(b"\n"):
                break
            whole += len(line)
            try:
                read = _decoder.decode(line)
            except NOT_JSON:
                continue  # of another version, or damaged: that work is judged again
            judged[read.key] = read.judged
    return judged, whole


def key_of(work: Code | Words, fingerprint: str) -> str:
    """Return by what a judgement is known: the work itself, and everything that it was judged by."""
    return sha256(f"{fingerprint} {content_hash(work)}".encode()).hexdigest()


def fingerprint_of(item: Item, pack: Pack) -> str:
    """Return what changes with the pack's version, the item itself, its expectations, and this program's version."""
    parts = [f"{__version__} {pack.id} {pack.version} ".encode()]
    # Where the pack lies is not part of what it says.
    parts.append(_encoder.encode({name: getattr(item, name) for name in item.__struct_fields__ if name != "folder"}))
    if isinstance(item, Exercise):
        files = (item.folder / name for name in (JSON_NAME, NUMBERS_NAME))
        parts += [file.read_bytes() if file.is_file() else b"" for file in files]
    return sha256(b"\0".join(sha256(part).digest() for part in parts)).hexdigest()
