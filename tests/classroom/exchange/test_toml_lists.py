"""Slugs are added to a list, and everything else in the file stays as it is."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.exchange.toml_lists import with_entries
from quizapp.packs.files import Source
from quizapp.packs.problems import PackError


def added(text: str, *entries: str) -> str:
    return with_entries(Source(Path("pack.toml"), text), "lessons", entries)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lessons = []\n", 'lessons = ["new"]\n'),
        ('lessons = ["a"] # all\n', 'lessons = ["a", "new"] # all\n'),
        ('lessons = ["a",]\n', 'lessons = ["a", "new"]\n'),
        ('lessons = [\n  "a",\n  "b" # last\n]\n', 'lessons = [\n  "a",\n  "b", # last\n  "new",\n]\n'),
        ('x = "lessons = ["\nlessons = [ # ]\n]\n', 'x = "lessons = ["\nlessons = [ # ]\n    "new",\n]\n'),
    ],
)
def test_an_entry_is_added_in_the_lists_own_style(before: str, after: str) -> None:
    assert after == added(before, "new")


def test_a_list_that_is_not_there_is_told_with_what_to_add() -> None:
    with pytest.raises(PackError, match='add "new" to it by hand'):
        added('title = "x"\n', "new")


@given(
    st.lists(st.from_regex(r"[a-z]{1,5}", fullmatch=True), max_size=4),
    st.sampled_from(["[{}]", "[ {} ]", "[\n    {}\n]", "[\n    {}, # comment ]\n]", "[\n{}]"]),
)
def test_whatever_the_layout_the_list_has_the_entry_at_its_end(entries: list[str], layout: str) -> None:
    written = layout.format(", ".join(f'"{entry}"' for entry in entries)).replace("[\n    ,", "[\n    ")

    assert [*entries, "new"] == tomllib.loads(added(f"a = 1\nlessons = {written}\nb = 2\n", "new"))["lessons"]
