from pathlib import Path

from quizapp.desktop.pages.packs.model import Origin, look_at_packs, titles
from quizapp.packs.reading import read_pack
from quizapp.study.own_cards import OWN_PACK
from tests.desktop.desk import BASICS, VIEWS, text
from tests.desktop.pages.author.made import begun

CONTENT, INSTALLED = Path("/content"), Path("/home/packs")


def test_a_pack_is_told_with_all_that_it_says_of_itself(tmp_path: Path) -> None:
    pack = read_pack(begun(tmp_path / "packs" / "mini")).pack

    (line,) = look_at_packs((pack,), CONTENT, tmp_path / "packs")

    assert (line.id, line.version, line.authors, line.licence) == ("mini", "0.1.0", ("Ada",), "CC0-1.0")
    assert (line.lessons, line.items, line.programs, line.origin) == (1, 3, 2, Origin.INSTALLED)
    assert line.size == sum(file.stat().st_size for file in pack.folder.rglob("*") if file.is_file())


def test_where_a_pack_lies_tells_where_it_is_from(tmp_path: Path) -> None:
    pack = read_pack(begun(tmp_path / "mini")).pack

    origins = [look_at_packs((pack,), *folders)[0].origin for folders in ((tmp_path, INSTALLED), (CONTENT, INSTALLED))]

    assert origins == [Origin.SHIPPED, Origin.PIP]


def test_only_what_was_installed_here_can_be_removed(tmp_path: Path) -> None:
    pack = read_pack(begun(tmp_path / "mini")).pack

    found = [look_at_packs((pack,), CONTENT, folder)[0].can_be_removed for folder in (tmp_path, INSTALLED)]

    assert found == [True, False]


def test_own_cards_are_no_pack_of_the_list(tmp_path: Path) -> None:
    from msgspec.structs import replace

    assert look_at_packs((replace(BASICS, id=OWN_PACK),), CONTENT, tmp_path) == ()


def test_an_installed_pack_that_can_not_be_read_is_in_the_list_with_the_reason(tmp_path: Path) -> None:
    folder = begun(tmp_path / "mini")
    (folder / "pack.toml").write_text("format = 99\n", encoding="utf-8")

    (line,) = look_at_packs((), CONTENT, tmp_path)

    assert (line.name("en"), line.can_be_removed) == ("mini", True)
    assert "update quizapp" in str(line.trouble)


def test_titles_of_many_items_are_cut_and_the_rest_is_counted() -> None:
    items = (*(item.id for item in VIEWS.items), "basics/views/unknown")

    assert titles(items, BASICS, "zh", 2) == (("什么是视图？", "什么是步长？"), 1)
    assert titles(items[2:], BASICS, "en", 2) == (("basics/views/unknown",), 0)
    assert text("a", "b").read("zh") == "b"
