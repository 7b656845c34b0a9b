"""Packs that pip installed are found through their entry point; nothing of their packages is imported."""

import sys
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.opening import open_home, packs_at_hand
from quizapp.pip_packs import pip_pack_folders
from quizapp.settings import Settings
from tests.packs.sample import PackFolder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of installed packages, as pip leaves it."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    return folder


def install(site: Path, value: str, name: str = "sample") -> Path:
    """Put a distribution with one entry point and its package there."""
    info = site / f"{name}_pack-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-pack\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[quizapp.packs]\n{name} = {value}\n")
    return info


def package(site: Path, name: str) -> PackFolder:
    """Make a package with a pack in it, that must not be imported."""
    pack = PackFolder(site.joinpath(*name.split(".")))
    (site / name.partition(".")[0] / "__init__.py").write_text("raise SystemExit('imported')\n")
    return pack


@pytest.mark.parametrize("value", ["sample_pack", "sample_pack.content", "sample_pack.content.inner"])
def test_the_package_that_is_named_is_the_pack(value: str, site: Path) -> None:
    pack = package(site, value)
    install(site, value)

    assert ({"sample": pack.root}, ()) == pip_pack_folders()
    assert "sample_pack" not in sys.modules


@pytest.mark.parametrize("value", ["sample_pack", "sample_pack.content", "gone", "", ".", "a..b"])
def test_an_entry_without_a_pack_is_told_and_left_out(value: str, site: Path) -> None:
    (site / "sample_pack").mkdir()
    install(site, value)

    folders, (problem,) = pip_pack_folders()

    assert {} == folders
    assert str(problem).startswith("The installed package sample-pack names")


def test_the_learner_has_it_beside_the_others(site: Path, tmp_path: Path) -> None:
    package(site, "sample_pack")
    install(site, "sample_pack")

    library, missing = packs_at_hand(Home(tmp_path / "home"), tmp_path)

    assert (["sample"], (), ()) == ([pack.id for pack in library.packs], library.problems, missing)


def test_what_is_wrong_is_told_when_the_home_is_opened(site: Path, tmp_path: Path) -> None:
    install(site, "gone")
    opened = open_home(Home(tmp_path / "home"), tmp_path, Settings())
    opened.close()

    assert [
        "The installed package sample-pack names gone as a pack, and no pack.toml is there;"
        " install it again or ask its author."
    ] == [str(warning) for warning in opened.warnings]
