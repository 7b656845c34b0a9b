"""A pack as one HTML file to print."""

import re

import pytest

from quizapp.classroom.exchange.printed import Answers
from quizapp.classroom.exchange.to_html import html_of
from quizapp.packs.library import Library
from quizapp.packs.model import Exercise
from quizapp.wording.speech import Wording


@pytest.fixture(scope="module")
def page(library: Library) -> str:
    return html_of(library.packs[0], Wording("en"), Answers.END)


def test_nothing_in_it_comes_from_elsewhere(page: str) -> None:
    addresses = re.findall(r'(?:src|href)="([^"]*)"', page)

    assert {"data"} <= {address.partition(":")[0] for address in addresses} <= {"data", "https"}
    assert not re.findall(r'src="(?!data:image/)', page)
    assert not re.findall(r"<(?:script|link|iframe)", page)


def test_formulas_and_pictures_are_drawn(page: str) -> None:
    assert 'class="formula" src="data:image/svg+xml;base64,' in page
    assert re.search(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="Two input channels', page)


def test_each_lesson_begins_a_page(page: str, library: Library) -> None:
    assert len(library.packs[0].lessons) + 1 == page.count('<h2 class="page">')


def test_the_answers_stand_at_the_end_beside_or_nowhere(page: str, library: Library) -> None:
    pack = library.packs[0]
    items = len(pack.items())
    none, beside = (html_of(pack, Wording("en"), each) for each in (Answers.NONE, Answers.BESIDE))

    assert [items, items, 2 * items] == [text.count("<h3>") for text in (none, beside, page)]
    assert [0, items] == [text.count("<h4>The answer</h4>") for text in (none, beside)]


def test_it_speaks_the_language_that_was_asked_for(library: Library) -> None:
    page = html_of(library.packs[0], Wording("zh"), Answers.NONE)

    assert '<html lang="zh">' in page
    assert any(item.title.read("zh") in page for item in library.packs[0].items() if isinstance(item, Exercise))
