from pathlib import Path

import pytest

from quizapp.packs.files import Source
from quizapp.packs.markdown import Fence, fences, first_words, sections


def texts(text: str) -> list[str]:
    """Return the sections of a text."""
    return [part.text for part in sections(Source(Path("x.md"), text))]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("# Views and `strides` #", "Views and strides"),
        ("**Bold** and *slanted*", "Bold and slanted"),
        ("- [docs](https://x.org) here", "docs here"),
        ("> 1. `requires_grad_` of $x$", "requires_grad_ of x"),
        ("\n\n```python\ncode\n```\nAfter", "After"),
        ("```\nonly code\n```", ""),
        ("", ""),
    ],
)
def test_the_first_words_are_without_marks(line: str, words: str) -> None:
    assert first_words(line) == words


def test_sections_end_at_separators() -> None:
    assert texts("a\n---\nb\n---  \nc") == ["a", "b", "c"]


def test_a_separator_is_a_whole_line() -> None:
    assert texts("a\n ---\nb ---\n----") == ["a\n ---\nb ---\n----"]


@pytest.mark.parametrize("mark", ["```", "~~~", "````"])
def test_a_separator_in_a_code_block_is_code(mark: str) -> None:
    assert texts(f"{mark}\n---\n```x\n{mark}\n---\nb") == [f"{mark}\n---\n```x\n{mark}", "b"]


def test_a_section_knows_its_first_line() -> None:
    assert [part.first_line for part in sections(Source(Path("x.md"), "a\n---\nb\n---\nc", first_line=7))] == [7, 9, 11]


def test_no_more_sections_than_asked_for() -> None:
    parts = sections(Source(Path("x.md"), "a\n---\nb\n---\nc"), most=2)
    assert [part.text for part in parts] == ["a", "b\n---\nc"]


def test_a_code_block_knows_its_info_string_and_lines() -> None:
    assert fences(["a", "```python  run ", "x", "```", "~~~"]) == [
        Fence(1, 3, "python run", True),
        Fence(4, 4, "", False),
    ]


def test_code_in_a_line_opens_no_block() -> None:
    assert fences(["```a``` b"]) == []
