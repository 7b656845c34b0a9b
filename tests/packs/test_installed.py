"""Installed packs: put in place whole or not at all, and what an update changes, item by item."""

import errno
import os
import shutil
import time
from pathlib import Path

import pytest

from quizapp.packs.archive_making import pack_up
from quizapp.packs.archives import ArchiveError
from quizapp.packs.installed import Delivery, InstalledPacks, InstallError
from quizapp.packs.pack_changes import PackChanges
from quizapp.packs.problems import PackError
from quizapp.packs.reading import read_outline
from tests.packs.sample import FILES, PackFolder

CARD, CHOICE, SPOT = "sample/views/card", "sample/views/choice", "sample/views/spot"


@pytest.fixture
def home(tmp_path: Path) -> InstalledPacks:
    return InstalledPacks(tmp_path / "home", shipped=frozenset({"ships"}), by_pip=frozenset({"piped"}))


def install(home: InstalledPacks, source: Path) -> Delivery:
    delivery = home.receive(source)
    home.put_in_place(delivery)
    return delivery


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_folder_is_installed(home: InstalledPacks, folder: PackFolder) -> None:
    delivery = home.receive(folder.root)

    assert home.put_in_place(delivery) == home.folder / "sample"
    assert (home.folder / "sample",) == home.folders()
    assert ["sample"] == names(home.folder)
    assert (None, (), sum(len(text.encode()) for text in FILES.values())) == (
        delivery.before,
        delivery.doubts,
        delivery.size,
    )


def test_a_file_is_installed(home: InstalledPacks, folder: PackFolder, tmp_path: Path) -> None:
    pack_up(folder.root, tmp_path / "sample.quizpack")
    install(home, tmp_path / "sample.quizpack")

    assert 10 == read_outline(home.folder / "sample").count


def test_until_it_is_put_in_place_nothing_is_installed(home: InstalledPacks, folder: PackFolder) -> None:
    delivery = home.receive(folder.root)

    assert () == home.folders()
    home.send_back(delivery)
    assert [] == names(home.folder)


def test_an_update_says_what_is_new_changed_and_gone(home: InstalledPacks, folder: PackFolder) -> None:
    install(home, folder.root)
    folder.change("pack.toml", "0.1.0", "0.2.0")
    folder.change("views/card.md", "Does it *copy*?", "Is it *copied*?")
    folder.change("views/choice.zh.md", "视图共享内存。", "视图与原张量共享内存。")
    folder.change("views/lesson.toml", '"spot"', '"another"')
    folder.write("views/another.md", FILES["views/spot.md"])
    folder.delete("views/spot.md")

    delivery = install(home, folder.root)

    assert PackChanges(new=("sample/views/another",), changed=(CARD, CHOICE), gone=(SPOT,)) == delivery.changes
    assert delivery.before is not None
    assert ("0.1.0", "0.2.0") == (delivery.before.version, read_outline(home.folder / "sample").version)


def test_what_the_version_before_had_is_gone_from_the_disk(home: InstalledPacks, folder: PackFolder) -> None:
    install(home, folder.root)
    folder.delete("README.md")
    install(home, folder.root)

    assert not (home.folder / "sample" / "README.md").exists()
    assert ["sample"] == names(home.folder)


@pytest.mark.parametrize(
    ("installed", "version", "is_doubtful"),
    [
        ("0.10.0", "0.9.0", True),
        ("0.9.0", "0.10.0", False),
        ("1.0", "1.0.0", False),
        ("1.0", "1.0rc1", True),
        ("1.0rc1", "1.0", False),
        ("1.0rc2", "1.0rc1", True),
        ("2", "2", False),
    ],
)
def test_an_older_version_is_doubtful(
    installed: str, version: str, is_doubtful: bool, home: InstalledPacks, folder: PackFolder
) -> None:
    folder.change("pack.toml", "0.1.0", installed)
    install(home, folder.root)
    folder.change("pack.toml", installed, version)

    expected = [f"This is version {version} of sample, older than {installed}, which is installed."]
    assert (expected if is_doubtful else []) == [str(doubt) for doubt in home.receive(folder.root).doubts]


def test_a_pack_of_somebody_else_with_the_same_id_is_doubtful(home: InstalledPacks, folder: PackFolder) -> None:
    folder.change("pack.toml", "lessons", 'authors = ["Ann", "Bo"]\nlessons')
    install(home, folder.root)
    assert () == home.receive(folder.root).doubts
    folder.change("pack.toml", '"Ann", "Bo"', '"Eve"')

    doubts = home.receive(folder.root).doubts

    assert ["The installed pack sample is by Ann, Bo, this one by Eve: perhaps it is another pack."] == [
        str(doubt) for doubt in doubts
    ]


@pytest.mark.parametrize(
    ("pack_id", "reason"),
    [("ships", "ships with quizapp and is updated with it"), ("piped", "was installed with pip"), ("con", "Windows")],
)
def test_an_id_that_is_taken_is_refused(pack_id: str, reason: str, home: InstalledPacks, folder: PackFolder) -> None:
    folder.change("pack.toml", '"sample"', f'"{pack_id}"')

    with pytest.raises(InstallError, match=reason):
        home.receive(folder.root)
    assert [] == names(home.folder)


def test_what_is_no_pack_is_refused_and_leaves_nothing(home: InstalledPacks, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other.quizpack").write_bytes(b"nothing")

    with pytest.raises(PackError, match=r"pack.toml: the file is missing"):
        home.receive(tmp_path / "other")
    with pytest.raises(ArchiveError, match=r"it is no pack in one file"):
        home.receive(tmp_path / "other.quizpack")
    assert [] == names(home.folder)


def test_broken_items_are_told_and_the_rest_is_installed(home: InstalledPacks, folder: PackFolder) -> None:
    folder.write("views/card.md", "no back")

    delivery = install(home, folder.root)

    assert ['views/card.md:1: expected a line "---" between front and back'] == [
        str(problem) for problem in delivery.reading.problems
    ]
    assert CARD not in [item.id for item in delivery.pack.items()]


def test_a_broken_version_before_is_replaced(home: InstalledPacks, folder: PackFolder) -> None:
    install(home, folder.root)
    (home.folder / "sample" / "pack.toml").write_text("format = [")

    assert install(home, folder.root).before is None
    assert 10 == read_outline(home.folder / "sample").count


def test_the_version_before_stays_if_the_new_one_can_not_take_its_place(
    home: InstalledPacks, folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(home, folder.root)
    folder.change("pack.toml", "0.1.0", "0.2.0")
    delivery = home.receive(folder.root)
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path == delivery.folder:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(InstallError, match=r"What was installed is as it was"):
        home.put_in_place(delivery)

    assert "0.1.0" == read_outline(home.folder / "sample").version
    home.send_back(delivery)
    assert ["sample"] == names(home.folder)


def test_an_update_that_ended_half_way_is_undone_at_the_next_start(home: InstalledPacks, folder: PackFolder) -> None:
    install(home, folder.root)
    (home.folder / "sample").rename(home.folder / ".old-sample")

    assert (home.folder / "sample",) == home.folders()


def test_what_a_killed_program_left_is_swept_away_a_day_later(home: InstalledPacks, folder: PackFolder) -> None:
    for name in (".new-1", ".gone-2", ".new-3"):
        shutil.copytree(folder.root, home.folder / name)
    for name in (".new-1", ".gone-2"):
        os.utime(home.folder / name, (time.time() - 90_000,) * 2)
    install(home, folder.root)

    assert [".new-3", "sample"] == names(home.folder)
    assert (home.folder / "sample",) == home.folders()


def test_a_pack_is_removed(home: InstalledPacks, folder: PackFolder) -> None:
    install(home, folder.root)
    home.remove("sample")

    assert [] == names(home.folder)


def test_a_pack_that_lost_its_pack_toml_is_still_there_to_be_removed(home: InstalledPacks, folder: PackFolder) -> None:
    install(home, folder.root)
    (home.folder / "sample" / "pack.toml").unlink()

    assert (home.folder / "sample",) == home.folders()
    home.remove("sample")
    assert () == home.folders()


@pytest.mark.parametrize(
    ("pack_id", "reason"),
    [
        ("ships", "The pack ships ships with quizapp; it can't be removed."),
        ("piped", "The pack piped was installed with pip; remove it with pip."),
        ("other", "No pack other is installed"),
        ("../outside", "No pack ../outside is installed"),
        ("", "No pack  is installed"),
        (".new-1", "No pack .new-1 is installed"),
    ],
)
def test_what_is_not_installed_here_is_not_removed(
    pack_id: str, reason: str, home: InstalledPacks, folder: PackFolder
) -> None:
    shutil.copytree(folder.root, home.folder / ".new-1")
    shutil.copytree(folder.root, home.folder.parent / "outside")

    with pytest.raises(InstallError, match=reason):
        home.remove(pack_id)
    assert (home.folder.parent / "outside" / "pack.toml").exists()


def test_a_home_that_can_not_be_written_is_told(folder: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(InstallError, match=str(tmp_path / "file")):
        InstalledPacks(tmp_path / "file").receive(folder.root)


def test_a_pack_is_on_the_disk_before_it_takes_its_place_and_its_place_before_the_old_one_is_gone(
    home: InstalledPacks, folder: PackFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(home, folder.root)
    delivery = home.receive(folder.root)
    waiting = {delivery.folder, *delivery.folder.rglob("*")}
    flushed: list[Path] = []
    steps: list[str] = []
    flush, rename, rmtree = os.fsync, Path.rename, shutil.rmtree

    def watch_flush(number: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{number}").readlink())
        steps.append("home flushed" if flushed[-1] == home.folder else "")
        flush(number)

    def watch_rename(source: Path, target: Path) -> Path:
        steps.append("in place" if source == delivery.folder and waiting <= set(flushed) else "")
        return rename(source, target)

    def watch_rmtree(path: Path, ignore_errors: bool = False) -> None:
        steps.append("old gone" if path.exists() else "")
        rmtree(path, ignore_errors=ignore_errors)

    monkeypatch.setattr(os, "fsync", watch_flush)
    monkeypatch.setattr(Path, "rename", watch_rename)
    monkeypatch.setattr(shutil, "rmtree", watch_rmtree)
    home.put_in_place(delivery)

    assert ["in place", "home flushed", "old gone"] == [step for step in steps if step]
