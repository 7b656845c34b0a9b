"""Slugs that stay the same when a file is brought in again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.classroom.exchange.slugs import Slugs, slug_of
from quizapp.packs.lessons import SLUG


@pytest.mark.parametrize(
    ("title", "slug"),
    [("What does `view` do?", "what-does-view-do"), ("Café au lait", "cafe-au-lait"), ("Fill ____ in", "fill-in")],
)
def test_a_slug_reads_like_its_title(title: str, slug: str) -> None:
    assert slug == slug_of(title, "item")


def test_a_chinese_title_gives_a_slug_that_depends_on_it_alone() -> None:
    assert slug_of("张量", "item") == slug_of("张量", "item") != slug_of("向量", "item")


def test_a_name_that_windows_reserves_is_lengthened() -> None:
    assert slug_of("con", "item").startswith("con-")


def test_items_of_one_title_are_told_apart_by_their_text_whatever_their_order() -> None:
    slugs = Slugs()
    slugs.take("title", "one")

    assert Slugs().take("title", "two") == "title"
    assert slugs.take("title", "two") != slugs.take("title", "three")


@given(st.text(max_size=200))
def test_every_title_gives_a_slug(title: str) -> None:
    assert SLUG.fullmatch(slug_of(title, "item"))


def test_thousands_of_one_title_and_text_get_slugs_of_their_own() -> None:
    slugs = Slugs()
    taken = [slugs.take("title", "text") for _ in range(20_000)]

    assert taken[1].startswith("title-")
    assert [f"{taken[1]}-3", f"{taken[1]}-4"] == taken[2:4]
    assert len(taken) == len(set(taken))
