"""The pictures of a deck: found in its archive, and put where the learner's own cards show them from."""

import unicodedata
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from quizapp.message import message
from quizapp.study.anki.archive import Archive
from quizapp.study.anki.package import Contents, read_contents
from quizapp.study.anki.problems import AnkiError
from quizapp.whole_files import writing

LARGEST: Final = 20 << 20
"""Bytes; a card shows none that is larger."""

SHOWN: Final = frozenset((".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"))
"""No .svg: such a file may name others on this computer."""


class Pictures:
    """Finds pictures; `found` maps the name that one gets here, made of its content, to its entry in the archive."""

    def __init__(self, archive: Archive, contents: Contents) -> None:
        self._archive, self._contents = archive, contents
        self._names: dict[str, str | None] = {}
        self.found: dict[str, str] = {}

    def find(self, source: str) -> str | None:
        """Return the name that a picture gets here, None if the archive has none that can be shown."""
        if source not in self._names:
            self._names[source] = self._look_up(source)
        return self._names[source]

    def _look_up(self, source: str) -> str | None:
        name = unicodedata.normalize("NFC", unquote(source))
        suffix = PurePosixPath(name).suffix.lower()
        entry = self._contents.media.get(name)
        if entry is None or suffix not in SHOWN:
            return None
        try:
            content = self._archive.read(entry, LARGEST, is_zstd=self._contents.is_zstd)
        except AnkiError:
            return None
        here = blake2b(content, digest_size=12).hexdigest() + suffix
        self.found[here] = entry
        return here


def store_pictures(path: Path, pictures: dict[str, str], folder: Path) -> None:
    """Write the pictures that were found in an archive into a folder; those that are there already stay.

    Raises:
        AnkiError: if the archive can't be read any more, or the folder not be written.
    """
    wanted = {name: entry for name, entry in pictures.items() if not (folder / name).exists()}
    if not wanted:
        return
    with Archive(path) as archive:
        is_zstd = read_contents(archive).is_zstd
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for name, entry in wanted.items():
                content = archive.read(entry, LARGEST, is_zstd=is_zstd)
                with writing(folder / name) as file:
                    file.write(content)
        except OSError as error:
            reason = error.strerror or str(error)
            raise AnkiError(message("{path} can't be written: {reason}.", path=str(folder), reason=reason)) from error
