"""A double click on a pack in one file opens quizapp: what is written for the desktop, and what is left alone."""

import configparser
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.desktop_entry import KIND, DesktopEntry, EntryError, entry_file, is_possible
from quizapp.home import Home, usual_home

ENTRY, KINDS = Path("applications", "quizapp.desktop"), Path("mime", "packages", "quizapp.xml")
ICONS = Path("icons", "hicolor", "scalable")
OWN = {ENTRY, KINDS, ICONS / "apps" / "quizapp.svg", ICONS / "mimetypes" / "application-x-quizpack+zip.svg"}
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1)

pytestmark = pytest.mark.skipif(not is_possible(), reason="another kind of desktop")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "my data"


@pytest.fixture
def entry(data: Path, tmp_path: Path) -> DesktopEntry:
    return DesktopEntry(Home(tmp_path / "home"), {"XDG_DATA_HOME": str(data)})


def read_entry(text: str) -> "configparser.SectionProxy":
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser["Desktop Entry"]


def command_of(text: str) -> list[str]:
    """Return what a desktop runs: the value unescaped, then taken apart as a shell does."""
    line = read_entry(text)["Exec"].replace("\\\\", "\\")
    ended = subprocess.run(["sh", "-c", f"printf '%s\\0' {line}"], capture_output=True, check=True)
    return [word.replace("%%", "%") for word in ended.stdout.decode().split("\0")[:-1]]


def files_below(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_the_entry_starts_this_python_with_this_home(entry: DesktopEntry, data: Path, tmp_path: Path) -> None:
    entry.install()

    said = (data / ENTRY).read_text(encoding="utf-8")
    assert [sys.executable, "-P", "-m", "quizapp", "--home", str(tmp_path / "home"), "%f"] == command_of(said)
    assert f"{KIND};" == read_entry(said)["MimeType"]


def test_who_learns_in_the_usual_home_needs_none_to_be_named(data: Path) -> None:
    DesktopEntry(usual_home(), {"XDG_DATA_HOME": str(data)}).install()

    assert [sys.executable, "-P", "-m", "quizapp", "%f"] == command_of((data / ENTRY).read_text(encoding="utf-8"))


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_any_path_can_be_named(words: list[str]) -> None:
    assert [*words, "%f"] == command_of(entry_file(tuple(words)))


@pytest.mark.parametrize("path", ["/a\nExec=b", "/a\0b", "/\udcff"])
def test_what_no_entry_can_name_is_told(path: str) -> None:
    with pytest.raises(EntryError, match="A desktop entry can't name"):
        entry_file((path, "-m", "quizapp"))


def test_the_kind_of_file_is_known_by_its_ending(entry: DesktopEntry, data: Path) -> None:
    entry.install()

    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = ElementTree.parse(data / KINDS).getroot().findall("m:mime-type", space)
    assert (KIND, "*.quizpack") == (kind.get("type"), kind.findall("m:glob", space)[0].get("pattern"))


def test_installing_again_changes_nothing(entry: DesktopEntry, data: Path) -> None:
    entry.install()
    before = {path: (data / path).read_bytes() for path in OWN}
    assert entry.is_there

    entry.install()

    assert before == {path: (data / path).read_bytes() for path in OWN}


def test_removing_removes_what_was_written_and_nothing_else(entry: DesktopEntry, data: Path) -> None:
    for name in ("applications/other.desktop", "mime/packages/other.xml"):
        (data / name).parent.mkdir(parents=True)
        (data / name).write_text("<mime-info xmlns='http://www.freedesktop.org/standards/shared-mime-info'/>")
    entry.install()
    assert files_below(data) >= OWN

    assert entry.remove()
    assert (False, False) == (entry.is_there, entry.remove())
    assert {Path("applications/other.desktop"), Path("mime/packages/other.xml")} <= files_below(data)
    assert set() == OWN & files_below(data)


def test_an_entry_of_that_name_from_elsewhere_is_left(entry: DesktopEntry, data: Path) -> None:
    (data / ENTRY).parent.mkdir(parents=True)
    (data / ENTRY).write_text("[Desktop Entry]\nName=Another program\n")

    with pytest.raises(EntryError, match=r"quizapp\.desktop is not from quizapp"):
        entry.install()
    assert not entry.remove()
    assert {ENTRY} == files_below(data)


def test_the_entry_of_a_quizapp_that_moved_is_written_anew(entry: DesktopEntry, data: Path, tmp_path: Path) -> None:
    DesktopEntry(Home(tmp_path / "other home"), {"XDG_DATA_HOME": str(data)}).install()
    assert not entry.is_there

    entry.install()

    assert entry.is_there


def test_a_quizapp_that_only_this_terminal_finds_is_not_written_down(
    entry: DesktopEntry, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/python")

    with pytest.raises(EntryError, match="install it with pip"):
        DesktopEntry(usual_home(), {"XDG_DATA_HOME": str(data)}).install()
    assert not data.exists()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(EntryError, match="can't be used"):
        DesktopEntry(usual_home(), {"XDG_DATA_HOME": str(tmp_path / "file")}).install()


def test_a_program_that_is_missing_is_told_and_the_files_are_there(
    entry: DesktopEntry, data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    lacking = entry.install()

    assert ["shared-mime-info", "desktop-file-utils"] == [says.values["package"] for says in lacking]
    assert OWN == files_below(data)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_another_kind_of_desktop_is_told(entry: DesktopEntry, platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)

    for work in (entry.install, entry.remove):
        with pytest.raises(EntryError, match="not done on this system"):
            work()


def test_a_relative_folder_for_data_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    DesktopEntry(usual_home(), {"XDG_DATA_HOME": "data"}).install()

    assert (tmp_path / ".local" / "share" / ENTRY).is_file()


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not here")
def test_the_entry_is_valid(entry: DesktopEntry, data: Path) -> None:
    entry.install()

    said = subprocess.run(["desktop-file-validate", data / ENTRY], capture_output=True, text=True, check=False)
    assert (0, "") == (said.returncode, said.stdout + said.stderr)


@pytest.mark.skipif(
    None in (shutil.which("gio"), shutil.which("update-mime-database"), shutil.which("update-desktop-database")),
    reason="no desktop's programs are here",
)
def test_a_desktop_knows_the_file_and_the_app_that_opens_it(
    entry: DesktopEntry, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "one.quizpack").write_bytes(b"PK\5\6" + bytes(18))

    def say(*words: str) -> str:
        return subprocess.run(["gio", *words], capture_output=True, text=True, check=True).stdout

    assert () == entry.install()
    assert f"standard::content-type: {KIND}" in say("info", str(tmp_path / "one.quizpack"))
    assert "quizapp.desktop" in say("mime", KIND)
    entry.remove()
    assert "quizapp.desktop" not in say("mime", KIND)
