"""A pack in one file: its bytes as they are, and archives whose entries are named, packed and marked in any way."""

import io
import stat
import warnings
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from quizapp.message import SaysError
from quizapp.packs.archive_making import pack_up
from quizapp.packs.installed import InstalledPacks
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from tests.fuzz.parts import files_below, joined, parted, write_inside
from tests.fuzz.saying import demand_names, demand_placed, demand_said, demand_shown
from tests.fuzz.target import Target
from tests.packs.sample import FILES

_FEW = ("pack.toml", "views/lesson.toml", "views/card.md", "views/card.zh.md")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_KINDS = (0, stat.S_IFREG | 0o644, stat.S_IFLNK | 0o777, stat.S_IFDIR | 0o755, stat.S_IFIFO, stat.S_IFCHR)
_NAME = "odd.quizpack"


def _small_pack() -> dict[str, bytes]:
    return {path: FILES[path].replace('"freezing"', "").encode() for path in _FEW}


@cache
def byte_seeds() -> tuple[bytes, ...]:
    """Return a small pack as our own builder packs it, and one whose files are stored as they are."""
    with TemporaryDirectory() as name:
        write_inside(Path(name) / "pack", _small_pack().items())
        pack_up(Path(name) / "pack", Path(name) / _NAME)
        built = (Path(name) / _NAME).read_bytes()
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        for path, content in _small_pack().items():
            archive.writestr(path, content)
    return built, stored.getvalue()


def entry_seeds() -> tuple[bytes, ...]:
    """Return archives by their entries: the first two bytes of each say how it is packed and what it is."""
    plain = [(path, b"\1\1" + content) for path, content in _small_pack().items()]
    odd = [("../out.md", b"\0\0x"), ("views/link", b"\0\2/etc/passwd"), ("views/", b"\0\3"), ("views/x.png", b"\2\1x")]
    return (joined(plain), *(joined([*plain, each]) for each in odd), joined([*plain, plain[0]]))


def _zipped(entries: list[tuple[str, bytes]]) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in entries:
            method, kind = (*content[:2], 1, 1)[:2]
            # A name that is none would be the archive's fault, not its reader's.
            entry = zipfile.ZipInfo(name.encode("utf-8", "replace").decode().replace("\0", "")[:20_000] or "x")
            entry.compress_type = _METHODS[method % len(_METHODS)]
            entry.external_attr = _KINDS[kind % len(_KINDS)] << 16
            archive.writestr(entry, content[2:])
    return made.getvalue()


def install_entries(data: bytes, place: Path) -> None:
    """Install an archive of these entries."""
    install(_zipped(parted(data)), place)


def install(data: bytes, place: Path) -> None:
    """Install an archive; look that nothing lies outside the folder of packs, and nothing unfinished in it."""
    (place / _NAME).write_bytes(data)
    (place / "home").mkdir()
    packs = InstalledPacks(place / "home" / "packs")
    installed: Path | None = None
    try:
        delivery = packs.receive(place / _NAME)
    except SaysError as error:
        _demand_told(error)
    else:
        for says in delivery.doubts:
            demand_said(says)
        demand_placed(delivery.reading.problems, delivery.folder)
        installed = packs.put_in_place(delivery)
        read_pack(installed)
    _demand_nothing_outside(place, installed)


def _demand_told(error: SaysError) -> None:
    if isinstance(error, PackError) and error.path.name != _NAME:
        # Of a file in it, as the reader of the unpacked folder says.
        demand_said(error.says)
        demand_shown(str(error))
        assert not error.path.is_absolute()
    elif isinstance(error, PackError):
        demand_names(error, Path(_NAME))
    else:
        demand_said(error.says)


def _demand_nothing_outside(place: Path, installed: Path | None) -> None:
    packs = place / "home" / "packs"
    outside = {path for path in place.rglob("*") if packs not in path.parents}
    assert outside <= {place / _NAME, place / "home", packs}, outside
    assert set(packs.iterdir() if packs.is_dir() else ()) == ({installed} if installed else set())
    assert not any(path.is_symlink() for path in packs.rglob("*"))
    assert installed is None or len(files_below(installed)) > 0


TARGETS = (
    Target(name="archive", seeds=byte_seeds, read=install),
    Target(name="entries", seeds=entry_seeds, read=install_entries),
)
