import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.packs.toml_lines import KeyPath, key_lines, key_name, line_of

TEXT = '''\
# a comment with = and [brackets]
title = "x = 1 # no"
"quoted key" = 1
a.b.c = 2
dates = [1979-05-27 07:32:00, 1979-05-28]
words = [
    "one", # first
    """two
    and [[a half]]""",
    'three',
]
[limits]
seconds = 5
[[checks]]
observe = "model"
[[checks]]
observe = "y"
tolerance = { relative = 1e-5, says = { en = "x" } }
[[checks.parts]]
name = "first"
[[checks.parts]]
name = "second"
[checks.more]
deep = true
[other]
last = 1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quoted key",), 3),
        (("a",), 4),
        (("a", "b", "c"), 4),
        (("dates", 1), 5),
        (("words", 1), 8),
        (("words", 2), 10),
        (("limits", "seconds"), 13),
        (("checks",), 14),
        (("checks", 0, "observe"), 15),
        (("checks", 1), 16),
        (("checks", 1, "observe"), 17),
        (("checks", 1, "tolerance", "says", "en"), 18),
        (("checks", 1, "parts", 0, "name"), 20),
        (("checks", 1, "parts", 1, "name"), 22),
        (("checks", 1, "more", "deep"), 24),
        (("other", "last"), 26),
    ],
)
def test_each_key_is_found_on_its_line(path: KeyPath, line: int) -> None:
    assert line_of(TEXT, path) == line


def test_a_missing_key_is_found_at_its_table() -> None:
    assert line_of(TEXT, ("checks", 1, "aspects", 0)) == 16


def test_a_missing_key_of_the_whole_file_has_no_line() -> None:
    assert line_of(TEXT, ("summary",)) is None


def test_a_key_path_reads_as_its_author_writes_it() -> None:
    assert (key_name(("checks", 0, "tolerance")), key_name(())) == ("checks[0].tolerance", None)


def paths(value: object, path: KeyPath = ()) -> set[KeyPath]:
    """Return the paths of everything inside a value that tomllib has read."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return {found for key, part in inner for found in {(*path, key), *paths(part, (*path, key))}}


def test_every_key_that_tomllib_finds_is_found() -> None:
    assert paths(tomllib.loads(TEXT)) <= set(key_lines(TEXT))


@given(st.text(alphabet="ab=.[]{}\"'\n#, 1\\", max_size=60))
def test_any_text_is_scanned_to_an_end(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in key_lines(text).values())


@given(st.text(alphabet="ab=.[]{}\"'\n#, 1\\", max_size=40))
def test_whatever_tomllib_accepts_is_found_whole(text: str) -> None:
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert paths(read) <= set(key_lines(text))
