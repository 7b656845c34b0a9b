import os
from pathlib import Path

import pytest

from tests.packs.sample import PackFolder

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")


def test_a_file_that_is_not_utf_8_names_the_line(folder: PackFolder) -> None:
    folder.write("views/card.md", "Front\n\n---\n\n视图\n".encode("gbk"))
    assert folder.problems() == ["views/card.md:5: expected UTF-8 text; save the file as UTF-8"]


def test_utf_16_is_refused_even_where_it_decodes(folder: PackFolder) -> None:
    folder.write("views/card.md", "Front\n".encode("utf-16-le"))
    assert folder.problems() == ["views/card.md:1: expected UTF-8 text, found a zero byte; save the file as UTF-8"]


def test_a_file_larger_than_a_mebibyte_is_a_problem(folder: PackFolder) -> None:
    folder.write("views/card.md", "Front\n\n---\n\n" + "x" * (1 << 20))
    assert folder.problems() == ["views/card.md: the file is larger than 1 MiB; make it smaller"]


def test_a_file_of_exactly_a_mebibyte_is_read(folder: PackFolder) -> None:
    start = "Front\n\n---\n\n"
    folder.write("views/card.md", start + "x" * ((1 << 20) - len(start)))
    assert folder.problems() == []


def test_a_folder_where_a_file_should_be_is_a_problem(folder: PackFolder) -> None:
    folder.delete("freezing/typo/prompt.md")
    folder.write("freezing/typo/prompt.md/x.txt", "x")
    assert folder.problems() == ["freezing/typo/prompt.md: expected a file, found a folder"]


@needs_links
def test_a_link_out_of_the_pack_is_a_problem(folder: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("x = 1\n", encoding="utf-8")
    folder.delete("freezing/typo/given.py")
    (folder.root / "freezing/typo/given.py").symlink_to(tmp_path / "secret.py")
    assert folder.problems() == [
        "freezing/typo/given.py: this is a link that leads out of the pack; put the file itself here"
    ]


@needs_links
def test_a_link_inside_the_pack_is_followed(folder: PackFolder) -> None:
    folder.delete("freezing/typo/starter.py")
    (folder.root / "freezing/typo/starter.py").symlink_to("solution.py")
    assert folder.exercise("freezing/typo").starter == "model.requires_grad_(False)\n"


@needs_links
def test_a_link_to_a_folder_is_a_problem(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", '["typo"]', '["typo", "again"]')
    (folder.root / "freezing/again").symlink_to("typo", target_is_directory=True)
    assert folder.problems() == ["freezing/again: this is a link to a folder; put the folder itself here"]


@needs_links
def test_a_link_to_a_lesson_elsewhere_is_a_problem(folder: PackFolder, tmp_path: Path) -> None:
    other = PackFolder(tmp_path / "other")
    folder.change("pack.toml", '"freezing"]', '"freezing", "linked"]')
    (folder.root / "linked").symlink_to(other.root / "views", target_is_directory=True)
    assert folder.problems() == ["linked/lesson.toml: the file is missing"]


@needs_links
def test_a_pipe_is_never_opened(folder: PackFolder) -> None:
    folder.delete("freezing/typo/given.py")
    os.mkfifo(folder.root / "freezing/typo/given.py")
    assert folder.problems() == ["freezing/typo/given.py: expected a plain file"]


@needs_links
def test_the_pack_itself_may_be_reached_through_a_link(folder: PackFolder, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(folder.root, target_is_directory=True)
    folder.root = tmp_path / "linked"
    assert folder.problems() == []


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs permissions")
def test_a_file_that_can_not_be_read_is_a_problem(folder: PackFolder) -> None:
    (folder.root / "views/card.md").chmod(0)
    assert folder.problems() == ["views/card.md: this can't be read: Permission denied"]


def test_names_match_by_case_on_every_system(folder: PackFolder) -> None:
    (folder.root / "freezing/typo/prompt.md").rename(folder.root / "freezing/typo/Prompt.md")
    assert folder.problems()[0] == "freezing/typo/prompt.md: the file is missing"
