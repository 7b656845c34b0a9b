"""Whatever happens to an archive's bytes: it is unpacked or refused with a PackError, and nothing lies outside."""

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.packs.archives import PackArchive
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_pack
from tests.packs.sample import FILES


@cache
def whole() -> bytes:
    """Return the archive that is damaged: small, so that a flip often meets what matters."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in ("pack.toml", "views/lesson.toml", "views/card.md", "views/card.zh.md"):
            archive.writestr(path, FILES[path])
        archive.writestr("views/stored.bin", b"stored", zipfile.ZIP_STORED)
    return made.getvalue()


PLACES = st.integers(0, 10_000)
FLIPS = st.lists(st.tuples(PLACES, st.integers(0, 255)), min_size=1, max_size=6)
PIECES = st.sampled_from(
    [b"../", b"..\\", b"/etc", b"C:", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x07", b"\xff" * 4, b"\0" * 4]
)
PASTES = st.lists(st.tuples(PLACES, PIECES | st.binary(max_size=6)), max_size=2)


def look_at(data: bytes) -> None:
    """Unpack an archive and read what came of it; look that nothing lies outside."""
    with tempfile.TemporaryDirectory() as name:
        place, target = Path(name), Path(name) / "home" / "packs" / "target"
        target.mkdir(parents=True)
        (place / "odd.quizpack").write_bytes(data)
        try:
            with PackArchive(place / "odd.quizpack") as archive:
                archive.unpack(target)
            read_pack(target)
        except PackError as error:
            assert "odd.quizpack" in str(error) or error.path.parts[0] in ("pack.toml", "views")
        around = {path for path in place.rglob("*") if target not in path.parents}
        assert {place / "odd.quizpack", place / "home", place / "home" / "packs", target} == around
        assert not any(path.is_symlink() for path in target.rglob("*"))


def damaged(flips: list[tuple[int, int]], pastes: list[tuple[int, bytes]], kept: int) -> bytes:
    data = bytearray(whole())
    for place, value in flips:
        data[place % len(data)] = value
    for place, piece in pastes:
        at = place % len(data)
        data[at : at + len(piece)] = piece
    return bytes(data[: len(data) - kept])


@given(flips=FLIPS, pastes=PASTES, kept=st.just(0) | st.integers(0, 400))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bytes_that_were_changed(flips: list[tuple[int, int]], pastes: list[tuple[int, bytes]], kept: int) -> None:
    look_at(damaged(flips, pastes, kept))


@given(data=st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_bytes_of_chance(data: bytes) -> None:
    look_at(data)


@pytest.mark.slow
@given(flips=FLIPS, pastes=PASTES, kept=st.just(0) | st.integers(0, 400))
@settings(max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bytes_that_were_changed_for_long(
    flips: list[tuple[int, int]], pastes: list[tuple[int, bytes]], kept: int
) -> None:
    look_at(damaged(flips, pastes, kept))
