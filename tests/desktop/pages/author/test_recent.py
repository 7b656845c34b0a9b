from pathlib import Path

from quizapp.desktop.pages.author.recent import MOST, load_recent, save_recent, with_folder


def test_folders_come_back_as_they_were_saved(tmp_path: Path) -> None:
    save_recent(tmp_path / "home" / "author.json", (Path("/a"), Path("/b")))

    assert load_recent(tmp_path / "home" / "author.json") == (Path("/a"), Path("/b"))


def test_a_file_that_can_not_be_read_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "author.json").write_text("[3")

    assert (load_recent(tmp_path / "author.json"), load_recent(tmp_path / "none.json")) == ((), ())


def test_a_folder_that_is_opened_again_comes_first() -> None:
    assert with_folder(Path("/b"), (Path("/a"), Path("/b"))) == (Path("/b"), Path("/a"))


def test_only_so_many_are_remembered() -> None:
    assert len(with_folder(Path("/new"), tuple(Path(f"/{number}") for number in range(MOST)))) == MOST
