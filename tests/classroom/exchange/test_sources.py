"""Text in whatever encoding teachers' programs write."""

from pathlib import Path

import pytest

from quizapp.classroom.exchange.sources import LARGEST, read_text
from quizapp.packs.problems import PackError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030", "utf-32"])
def test_chinese_is_read_in_each_usual_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "questions.gift"
    path.write_bytes("张量是什么？\r\n{T}".encode(encoding))

    assert "张量是什么？\n{T}" == read_text(path).text


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.gift"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")

    with pytest.raises(PackError, match="expected text"):
        read_text(path)


def test_a_zero_byte_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "questions.gift"
    path.write_bytes(b"one\ntwo\0")

    with pytest.raises(PackError, match=r"questions\.gift:2: .*zero byte"):
        read_text(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.gift"
    path.write_bytes(b"x" * (LARGEST + 1))

    with pytest.raises(PackError, match="larger than 16 MiB"):
        read_text(path)
