"""Which files a run may read."""

from pathlib import Path

import torch

import quizapp
from quizapp.sandbox.forked.paths import readable_paths, without

APP = Path(quizapp.__file__).parent


def is_readable(path: Path) -> bool:
    return any(path == allowed or allowed in path.parents for allowed in readable_paths(APP))


def test_torch_and_the_standard_library_can_be_read() -> None:
    import json

    assert is_readable(Path(torch.__file__).resolve())
    assert is_readable(Path(json.__file__).resolve())


def test_the_app_its_content_its_tests_and_the_home_can_not_be_read() -> None:
    for path in (
        APP / "practice.py",
        APP.parent / "content",
        Path(__file__),
        Path.home(),
        Path("/etc/passwd"),
        Path("/"),
    ):
        assert not is_readable(path)


def test_packs_that_pip_installed_can_not_be_read() -> None:
    pack = Path(torch.__file__).parent / "utils"
    readable = readable_paths(APP, [pack])

    assert not any(path == pack or path in pack.parents for path in readable)
    assert Path(torch.__file__) in readable


def test_a_folder_that_holds_the_app_is_listed_without_it(tmp_path: Path) -> None:
    for name in ("numpy", "quizapp", "quizapp/content", "vendor/quizapp2", "vendor/other"):
        (tmp_path / name).mkdir(parents=True)
    hidden = frozenset({tmp_path / "quizapp", tmp_path / "vendor" / "quizapp2"})

    assert list(without(tmp_path, hidden)) == [tmp_path / "numpy", tmp_path / "vendor" / "other"]


def test_a_link_in_such_a_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "quizapp").mkdir()
    (tmp_path / "link").symlink_to("/")

    assert list(without(tmp_path, frozenset({tmp_path / "quizapp"}))) == []
