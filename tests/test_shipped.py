"""Shipped files are found, and a broken installation is told."""

import pytest

from quizapp.shipped import shipped


def test_the_shipped_pack_is_found() -> None:
    assert shipped("content", "pytorch-essentials", "pack.toml").is_file()


def test_a_file_that_did_not_ship_is_told() -> None:
    with pytest.raises(FileNotFoundError, match="content/nothing is missing from this installation"):
        shipped("content", "nothing")
