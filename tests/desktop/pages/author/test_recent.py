from pathlib import Path

from quizapp.desktop.pages.author.recent import MOST, Recent, load_recent, save_recent, with_folder


def test_what_is_remembered_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    recent = Recent((Path("/a"), Path("/b")), 280)
    save_recent(tmp_path / "home" / "author.json", recent)

    assert load_recent(tmp_path / "home" / "author.json") == recent


def test_a_file_that_can_not_be_read_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "author.json").write_text("[3")

    assert (load_recent(tmp_path / "author.json"), load_recent(tmp_path / "none.json")) == (Recent(), Recent())


def test_a_list_of_folders_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "author.json").write_text('["/a"]')

    assert load_recent(tmp_path / "author.json") == Recent((Path("/a"),))


def test_a_folder_that_is_opened_again_comes_first() -> None:
    assert with_folder(Path("/b"), Recent((Path("/a"), Path("/b")))).folders == (Path("/b"), Path("/a"))


def test_only_so_many_are_remembered() -> None:
    many = Recent(tuple(Path(f"/{number}") for number in range(MOST)))

    assert len(with_folder(Path("/new"), many).folders) == MOST
