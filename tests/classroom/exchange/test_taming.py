"""Markdown from elsewhere becomes what a pack allows; what is lost is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.exchange.taming import tamed
from quizapp.packs.files import PackFiles, Source
from quizapp.packs.links import link_problems
from quizapp.packs.markdown import SEPARATOR, fenced_lines, fences


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("a <b>bold</b> word", "a **bold** word"),
        ("one<br>two", "one\ntwo"),
        ("`<b>` is code", "`<b>` is code"),
        ("x < y and y > z", "x < y and y > z"),
        ("before<!-- never\nseen -->after", "beforeafter"),
        ("<script>alert('x')</script>safe", "safe"),
        ("[here](http://example.org)", r"\[here](http://example.org)"),
        ("[here](https://example.org)", "[here](https://example.org)"),
        ("![a plot](plot.png)", "a plot"),
        ("Heading\n---\ntext", "## Heading\ntext"),
        ("one\n\n---\n\ntwo", "one\n\n***\n\ntwo"),
        ("- [ ] not an option", r"\- [ ] not an option"),
        ("```python run\nx = 1\n```", "```python\nx = 1\n```"),
        ("```python\nx = 1", "```python\nx = 1\n```"),
        ("```\n<b>---\n```", "```\n<b>---\n```"),
    ],
)
def test_what_a_pack_refuses_is_written_in_another_way(written: str, text: str) -> None:
    assert text == tamed(written).text


@pytest.mark.parametrize("written", ["<font color='red'>x</font>", "![x](y.png)", "[x](file:///etc/passwd)"])
def test_what_is_lost_is_told(written: str) -> None:
    assert len(tamed(written).lost) == 1


def test_plain_markdown_stays_as_it_is() -> None:
    text = "A **bold** `word`, $x < y$ and a list:\n\n- one\n- two"

    assert (text, ()) == (tamed(text).text, tamed(text).lost)


@given(st.text(alphabet="ab`~-[]()<>!/ \n$*_.:h", max_size=120))
def test_no_text_ends_a_section_or_leads_out_of_the_pack(written: str) -> None:
    text = tamed(written).text
    lines = text.split("\n")

    inside = fenced_lines(fences(lines))
    assert not [line for index, line in enumerate(lines) if line.rstrip() == SEPARATOR and index not in inside]
    assert not list(link_problems(Source(Path("lesson/item.md"), text), PackFiles(Path("/nowhere-at-all"))))
