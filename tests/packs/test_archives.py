"""A pack in one file: what is refused before a byte is written, each in one sentence that names archive and member."""

import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.packs import archives
from quizapp.packs.archive_making import pack_up
from quizapp.packs.archives import ArchiveError, PackArchive
from tests.packs.sample import FILES, PackFolder

Change = Callable[[zipfile.ZipFile], None]


def archive(tmp_path: Path, change: Change) -> Path:
    """Return an archive with a pack.toml and what `change` adds."""
    path = tmp_path / "odd.quizpack"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("pack.toml", FILES["pack.toml"])
        change(made)
    return path


def refusal(path: Path, tmp_path: Path) -> str:
    """Return why an archive is refused; nothing of it may have been written."""
    target = tmp_path / "target"
    target.mkdir()
    with pytest.raises(ArchiveError) as refused, PackArchive(path) as opened:
        opened.unpack(target)
    assert [target, path] == [each for each in sorted(tmp_path.iterdir(), reverse=True) if each.name != "sample"]
    return str(refused.value)


def named(name: str, **attributes: int) -> zipfile.ZipInfo:
    """Return an entry with this name as it stands, whatever zipfile would make of it."""
    entry = zipfile.ZipInfo("x")
    entry.filename = name
    for attribute, value in attributes.items():
        setattr(entry, attribute, value)
    return entry


def test_what_was_packed_is_unpacked(folder: PackFolder, tmp_path: Path) -> None:
    out, target = tmp_path / "sample.quizpack", tmp_path / "target"
    target.mkdir()
    pack_up(folder.root, out)

    with PackArchive(out) as opened:
        opened.unpack(target)
        size = opened.unpacked_bytes

    found = {each.relative_to(target).as_posix(): each.read_bytes() for each in target.rglob("*") if each.is_file()}
    assert {path: text.encode() for path, text in FILES.items()} == found
    assert sum(map(len, found.values())) == size


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../evil.txt", "its name leads out of the pack with .."),
        ("lesson/../../evil.txt", "its name leads out of the pack with .."),
        ("/etc/evil", "its name begins at the top of a disk; it must lie inside the pack"),
        ("C:/evil.txt", "its name begins at the top of a disk; it must lie inside the pack"),
        ("c:evil.txt", "its name begins at the top of a disk; it must lie inside the pack"),
        ("lesson\\evil.txt", "there is a backslash in its name; folders are parted by /"),
        ("lesson//evil.txt", "there is an empty part in its name"),
        ("./evil.txt", "there is an empty part in its name"),
        ("lesson/con", 'Windows keeps the name "con" for itself; call it otherwise'),
        ("lesson/NUL.md", 'Windows keeps the name "NUL.md" for itself; call it otherwise'),
        ("com1/evil.md", 'Windows keeps the name "com1" for itself; call it otherwise'),
        ("a:b", "its name begins at the top of a disk; it must lie inside the pack"),
        ("lesson/a:b", "Windows allows no : in a name; call it otherwise"),
        ("what?.md", "Windows allows no ? in a name; call it otherwise"),
        ("end.", 'Windows allows no name that ends in a dot or a space, as "end."; call it otherwise'),
        ("end /a", 'Windows allows no name that ends in a dot or a space, as "end "; call it otherwise'),
        ("a\u202etxt.md", "there is a character in its name that can't be seen"),
        ("a\nb", "there is a character in its name that can't be seen"),
        ("a" * 201, "its name has more than 200 characters"),
        ("é" * 140 + ".md", "a part of its name is too long"),
    ],
)
def test_a_name_that_is_not_safe_everywhere_is_refused(name: str, reason: str, tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr(named(name), "x"))

    says = refusal(path, tmp_path)

    assert says.startswith("odd.quizpack: ")
    assert says.endswith(f": {reason}")


@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (stat.S_IFLNK, "it is a link; put the file itself there"),
        (stat.S_IFIFO, "it is no plain file"),
        (stat.S_IFCHR, "it is no plain file"),
    ],
)
def test_what_is_no_plain_file_is_refused(mode: int, reason: str, tmp_path: Path) -> None:
    entry = named("lesson/link", external_attr=(mode | 0o777) << 16, create_system=3)
    path = archive(tmp_path, lambda made: made.writestr(entry, "/etc/passwd"))

    assert f"odd.quizpack: lesson/link: {reason}" == refusal(path, tmp_path)


@pytest.mark.parametrize(
    ("one", "other"), [("a.md", "a.md"), ("a.md", "A.MD"), ("stra\u00dfe", "STRASSE"), ("\u00e9", "e\u0301")]
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_also_for_other_systems_is_refused(one: str, other: str, tmp_path: Path) -> None:
    def twice(made: zipfile.ZipFile) -> None:
        made.writestr(named(one), "1")
        made.writestr(named(other), "2")

    says = refusal(archive(tmp_path, twice), tmp_path)

    assert f'odd.quizpack: {other}: it is there twice, the other time as "{one}"' == says


def test_a_file_where_others_have_a_folder_is_refused(tmp_path: Path) -> None:
    def both(made: zipfile.ZipFile) -> None:
        made.writestr("lesson", "a file")
        made.writestr("LESSON/card.md", "in a folder")

    says = refusal(archive(tmp_path, both), tmp_path)

    assert "odd.quizpack: LESSON/card.md: it lies in a folder that has the name of a file" == says


def test_a_pack_of_one_gibibyte_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "odd.quizpack"
    with path.open("wb") as file:
        file.truncate(1 << 30)

    assert "odd.quizpack: it has 1.0 GiB; a pack in one file may have 256 MiB" == refusal(path, tmp_path)


def sized(path: Path, name: bytes, size: int) -> None:
    """Let the table of contents say that a member has so many bytes."""
    data = bytearray(path.read_bytes())
    at = data.rindex(name) - 46
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    path.write_bytes(data)


def test_files_that_would_unpack_to_one_gibibyte_are_refused_with_their_size(tmp_path: Path) -> None:
    def many(made: zipfile.ZipFile) -> None:
        for index in range(20):
            made.writestr(f"part-{index:02}", "x")

    path = archive(tmp_path, many)
    for index in range(20):
        sized(path, f"part-{index:02}".encode(), 54 << 20)

    assert "odd.quizpack: its files have 1.1 GiB in all; a pack may have 512 MiB" == refusal(path, tmp_path)


def test_one_huge_file_is_refused_with_its_size(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr("huge.bin", "x"))
    sized(path, b"huge.bin", 65 << 20)

    assert "odd.quizpack: huge.bin: it has 65 MiB; a file of a pack may have 64 MiB" == refusal(path, tmp_path)


def test_a_file_that_grows_beyond_all_measure_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr("zeros", bytes(20 << 20)))

    says = refusal(path, tmp_path)

    assert says.startswith("odd.quizpack: it has 2")
    assert says.endswith("and would unpack to 20 MiB, as no pack does")


def test_a_file_that_is_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr("long.md", "long " * 1000))
    sized(path, b"long.md", 10)
    target = tmp_path / "target"
    target.mkdir()

    with pytest.raises(ArchiveError, match=r"long.md: it is damaged or cut short"), PackArchive(path) as opened:
        opened.unpack(target)


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def three(made: zipfile.ZipFile) -> None:
        for index in range(3):
            made.writestr(f"{index}.md", "x")

    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)

    assert "odd.quizpack: it holds 4 files; a pack may have 3" == refusal(archive(tmp_path, three), tmp_path)


def test_a_table_of_contents_beyond_all_measure_is_not_even_read(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: None)
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x05\x06")
    data[at + 12 : at + 16] = (1 << 31).to_bytes(4, "little")
    path.write_bytes(data)

    assert "odd.quizpack: it holds far too many files" == refusal(path, tmp_path)


def test_names_in_other_encodings_are_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr("caf\u00e9.md", "x"))
    data = path.read_bytes()
    # Without the mark of UTF-8, and with it but in Latin-1.
    unmarked = bytearray(data)
    for sign, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = data.rindex(sign) + at
        unmarked[start : start + 2] = b"\0\0"
    path.write_bytes(unmarked)
    first = refusal(path, tmp_path)
    (tmp_path / "target").rmdir()
    path.write_bytes(data.replace("caf\u00e9".encode(), b"caf\xe9\xe9"))

    expected = "its name is not in UTF-8; make the archive with `quizapp pack build`"
    assert first.endswith(expected)
    assert f"odd.quizpack: caf\\xe9\\xe9.md: {expected}" == refusal(path, tmp_path)


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr("card.md", "x"))
    data = bytearray(path.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)

    assert "odd.quizpack: card.md: it is encrypted; a pack is readable by everybody" == refusal(path, tmp_path)


def test_a_way_of_packing_that_packs_have_not_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path, lambda made: made.writestr("card.md", "x", zipfile.ZIP_LZMA))

    assert "card.md: it is packed in a way that packs are not" in refusal(path, tmp_path)


@pytest.mark.parametrize("kept", [0, 1, 30, -30])
def test_an_archive_that_was_cut_short_is_refused(kept: int, folder: PackFolder, tmp_path: Path) -> None:
    path = tmp_path / "odd.quizpack"
    pack_up(folder.root, path)
    path.write_bytes(path.read_bytes()[:kept])

    assert "odd.quizpack: it is no pack in one file, or it was cut short; get it again" == refusal(path, tmp_path)


def test_an_archive_without_pack_toml_at_its_top_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.quizpack"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("inner/pack.toml", "x")

    assert "odd.quizpack: there is no pack.toml at its top; make it with `quizapp pack build`" == refusal(
        path, tmp_path
    )


def test_archives_inside_and_what_systems_leave_there_are_ignored(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("../evil", "x")

    def add(made: zipfile.ZipFile) -> None:
        for name in ("inner.quizpack", "inner.zip", ".git/config", "__MACOSX/._card.md", "a/Thumbs.db"):
            made.writestr(name, inner.getvalue())

    target = tmp_path / "target"
    target.mkdir()
    with PackArchive(archive(tmp_path, add)) as opened:
        opened.unpack(target)

    assert [target / "pack.toml"] == list(target.rglob("*"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with pipes that have names")
def test_a_pipe_in_place_of_a_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "odd.quizpack")

    assert "odd.quizpack: it is no plain file" == refusal(tmp_path / "odd.quizpack", tmp_path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"odd.quizpack: it can't be read \(No such file or directory\)"):
        PackArchive(tmp_path / "odd.quizpack")
