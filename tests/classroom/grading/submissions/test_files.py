"""Whatever a file holds, reading it ends in text or a sentence; folders are read in an order of their own."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.classroom.grading.submissions.collecting import FILES_OF_ONE, collect
from quizapp.classroom.grading.submissions.handed_in import Code, Unusable
from quizapp.classroom.grading.submissions.notebooks import code_by_word
from quizapp.classroom.grading.submissions.reading import LARGEST_CODE, UnusableFile, read_text
from quizapp.packs.model import Pack
from tests.classroom.grading.sample import class_of, hand_in, notebook


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_sentence(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "any.py"
    file.write_bytes(data)
    try:
        assert read_text(file, LARGEST_CODE).strip()
    except UnusableFile as error:
        assert str(error.says).endswith((".", "?"))


@settings(max_examples=60)
@given(st.text(max_size=80) | st.builds(lambda tag, source: notebook((tag, source)), st.text(), st.text()))
def test_any_notebook_is_code_or_a_sentence(text: str) -> None:
    try:
        assert all(code_by_word(text))
    except UnusableFile as error:
        assert str(error.says).endswith(".")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")

    with pytest.raises(UnusableFile, match="It is no ordinary file"):
        read_text(tmp_path / "pipe.py", LARGEST_CODE)


def test_old_line_ends_and_a_mark_are_taken_off(tmp_path: Path) -> None:
    (tmp_path / "windows.py").write_bytes(b"\xef\xbb\xbfy = 1\r\nz = 2\r")

    assert "y = 1\nz = 2\n" == read_text(tmp_path / "windows.py", LARGEST_CODE)


def test_text_that_is_no_notebook_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnusableFile, match="No cell of it says for which exercise it is"):
        code_by_word(notebook(("", "y = 1")))


def test_cells_that_are_no_code_do_not_count() -> None:
    with pytest.raises(UnusableFile):
        code_by_word(notebook(("quizapp:first/double", "y = 1"), kind="markdown"))


def test_what_is_nobodys_is_passed_over_and_folders_are_not_followed_elsewhere(tmp_path: Path, pack: Pack) -> None:
    folder = hand_in(
        tmp_path / "class",
        {"ann/double.py": "y = 1", "ann/__pycache__/double.py": "", "ann/.git/double.py": "", "list of names.csv": ""},
    )
    (folder / "bob").mkdir()
    (folder / "cem").symlink_to(folder / "ann")

    found = [(handed.student.name, handed.item, type(handed.work)) for handed in collect(class_of(folder, pack))]

    assert [("ann", "sample/first/double", Code), ("bob", "", Unusable)] == found


def test_of_very_many_files_only_the_first_are_read(tmp_path: Path, pack: Pack) -> None:
    folder = hand_in(tmp_path / "class", {f"ann/double {n}.py": "y = 1" for n in range(FILES_OF_ONE + 2)})

    found = list(collect(class_of(folder, pack)))

    assert FILES_OF_ONE + 1 == len(found)
    assert "There are 1002 files; only the first 1000 are read." == str(
        found[-1].work.says if isinstance(found[-1].work, Unusable) else ""
    )
