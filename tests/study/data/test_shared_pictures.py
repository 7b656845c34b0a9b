from hashlib import blake2b
from pathlib import Path

import pytest

from quizapp.study.data.errors import DataError
from quizapp.study.data.shared_pictures import FOLDER, exchange_pictures


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


def put(folder: Path, content: bytes, suffix: str = ".png") -> str:
    folder.mkdir(parents=True, exist_ok=True)
    name = blake2b(content, digest_size=12).hexdigest() + suffix
    (folder / name).write_bytes(content)
    return name


def test_each_device_gets_the_pictures_of_the_other(shared: Path, tmp_path: Path) -> None:
    mine = put(tmp_path / "a", b"mine")
    yours = put(tmp_path / "b", b"yours", ".jpg")

    for device in ("a", "b", "a"):
        exchange_pictures(shared, tmp_path / device)

    for device in ("a", "b"):
        assert {mine, yours} == {path.name for path in (tmp_path / device).iterdir()}
    assert b"yours" == (tmp_path / "a" / yours).read_bytes()


def test_a_half_written_picture_comes_when_it_is_whole(shared: Path, tmp_path: Path) -> None:
    name = put(shared / FOLDER, b"a picture")
    (shared / FOLDER / name).write_bytes(b"a pic")

    exchange_pictures(shared, tmp_path / "a")
    before = (tmp_path / "a").exists()
    put(shared / FOLDER, b"a picture")
    exchange_pictures(shared, tmp_path / "a")

    assert (False, b"a picture") == (before, (tmp_path / "a" / name).read_bytes())


@pytest.mark.parametrize("name", ["holiday.png", "../x.png", "0" * 24 + ".svg", "0" * 24 + ".png"])
def test_what_is_not_named_by_its_content_is_none_of_ours(shared: Path, tmp_path: Path, name: str) -> None:
    (shared / FOLDER).mkdir()
    (shared / FOLDER / Path(name).name).write_bytes(b"something")

    exchange_pictures(shared, tmp_path / "a")

    assert not (tmp_path / "a").exists()


def test_without_any_picture_nothing_is_made(shared: Path, tmp_path: Path) -> None:
    exchange_pictures(shared, tmp_path / "a")

    assert [] == list(shared.iterdir())


def test_a_folder_that_can_not_be_written_is_told(shared: Path, tmp_path: Path) -> None:
    put(tmp_path / "a", b"mine")
    (shared / FOLDER).write_text("in the way")

    with pytest.raises(DataError, match="can't be written"):
        exchange_pictures(shared, tmp_path / "a")
