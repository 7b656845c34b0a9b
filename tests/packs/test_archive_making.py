"""One file of a pack's folder: always the same bytes, and nothing in it that no pack is made of."""

import os
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from quizapp.packs.archive_making import copy_members, members_of, pack_up
from quizapp.packs.archives import ArchiveError
from tests.packs.sample import FILES, PackFolder


def test_the_same_files_give_the_same_bytes(folder: PackFolder, tmp_path: Path) -> None:
    pack_up(folder.root, tmp_path / "one.quizpack")
    again = tmp_path / "again"
    for path in sorted(FILES, reverse=True):
        (again / path).parent.mkdir(parents=True, exist_ok=True)
        (again / path).write_text(FILES[path], encoding="utf-8")
        (again / path).chmod(0o600)
        os.utime(again / path, (1e9, 1e9))
    pack_up(again, tmp_path / "other.quizpack")

    assert (tmp_path / "one.quizpack").read_bytes() == (tmp_path / "other.quizpack").read_bytes()


def test_names_are_sorted_and_dates_and_permissions_fixed(folder: PackFolder, tmp_path: Path) -> None:
    pack_up(folder.root, tmp_path / "one.quizpack")
    with ZipFile(tmp_path / "one.quizpack") as made:
        entries = made.infolist()

    assert sorted(FILES) == [entry.filename for entry in entries]
    assert {((1980, 1, 1, 0, 0, 0), 0o100644 << 16)} == {(entry.date_time, entry.external_attr) for entry in entries}


def test_what_editors_and_version_control_leave_is_left_out(folder: PackFolder) -> None:
    for path in (
        *(
            ".git/config",
            ".vscode/settings.json",
            ".DS_Store",
            "views/.card.md.swp",
            "views/card.md~",
            "views/#card.md#",
        ),
        *("__pycache__/a.pyc", "python/__pycache__/a.cpython-311.pyc", "Thumbs.db", "sample-1.quizpack", "old.zip"),
    ):
        folder.write(path, "x")

    assert tuple(sorted(FILES)) == members_of(folder.root)


def test_a_link_out_of_the_pack_is_refused(folder: PackFolder, tmp_path: Path) -> None:
    (folder.root / "views" / "passwd.md").symlink_to("/etc/passwd")

    with pytest.raises(ArchiveError, match=r"sample: views/passwd.md: it is a link; put the file itself there"):
        pack_up(folder.root, tmp_path / "out.quizpack")
    assert not (tmp_path / "out.quizpack").exists()


def test_a_name_that_windows_forbids_is_refused(folder: PackFolder) -> None:
    folder.write("views/aux.md", "x")

    with pytest.raises(ArchiveError, match=r'sample: views/aux.md: Windows keeps the name "aux.md"'):
        members_of(folder.root)


def test_two_names_that_differ_by_case_only_are_refused(folder: PackFolder) -> None:
    folder.write("views/Card.md", "x")

    with pytest.raises(ArchiveError, match=r'sample: views/card.md: on some systems .* "views/Card.md"; rename one'):
        members_of(folder.root)


def test_what_was_there_stays_if_the_new_one_can_not_be_written(folder: PackFolder, tmp_path: Path) -> None:
    out = tmp_path / "out.quizpack"
    out.write_text("before")
    (folder.root / "views" / "card.md").chmod(0)
    if os.access(folder.root / "views" / "card.md", os.R_OK):
        shutil.rmtree(folder.root / "views")
        (folder.root / "views").symlink_to("/etc")

    with pytest.raises((OSError, ArchiveError)):
        pack_up(folder.root, out)
    assert ("before", ["out.quizpack", "sample"]) == (out.read_text(), sorted(each.name for each in tmp_path.iterdir()))


def test_a_folder_is_copied_as_it_would_be_packed(folder: PackFolder, tmp_path: Path) -> None:
    folder.write(".git/config", "x")
    size = copy_members(folder.root, tmp_path / "copy")

    assert tuple(sorted(FILES)) == members_of(tmp_path / "copy")
    assert sum(len(text.encode()) for text in FILES.values()) == size
    assert not (tmp_path / "copy" / ".git").exists()
