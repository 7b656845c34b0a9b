from pathlib import Path

from quizapp.desktop.pages.author.scan import changed_paths, folders_of, scan


def test_nothing_changed_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("1")

    assert changed_paths(scan(tmp_path), scan(tmp_path)) == frozenset()


def test_a_file_that_came_went_or_was_written_is_found(tmp_path: Path) -> None:
    for name in ("gone.md", "same.md", "written.md"):
        (tmp_path / name).write_text("1")
    before = scan(tmp_path)
    (tmp_path / "gone.md").unlink()
    (tmp_path / "written.md").write_text("12")
    (tmp_path / "new.md").write_text("1")

    assert changed_paths(before, scan(tmp_path)) == {"gone.md", "written.md", "new.md"}


def test_another_file_of_the_same_size_put_over_it_is_found(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("1")
    before = scan(tmp_path)
    (tmp_path / "beside").write_text("2")
    (tmp_path / "beside").replace(tmp_path / "one.md")

    assert changed_paths(before, scan(tmp_path)) == {"one.md"}


def test_what_editors_keep_for_themselves_is_passed_over(tmp_path: Path) -> None:
    for name in (".one.md.swp", "one.md~", ".git"):
        (tmp_path / name).write_text("1")

    assert scan(tmp_path) == {}


def test_a_link_to_a_folder_outside_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.md").write_text("1")
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "link").symlink_to(tmp_path / "outside")

    assert "link/secret.md" not in scan(tmp_path / "pack")


def test_folders_come_from_the_outside_in(tmp_path: Path) -> None:
    (tmp_path / "views" / "ex" / "mistakes").mkdir(parents=True)
    (tmp_path / "views" / "ex" / "mistakes" / "a.py").write_text("")

    assert folders_of(scan(tmp_path)) == ("", "views", "views/ex", "views/ex/mistakes")
