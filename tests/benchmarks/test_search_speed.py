"""Prints how long searching 20,000 items takes, and making and keeping up the index of them.

The limit: an answer under 50 ms. The items are made of the shipped pack's own sentences, in both languages. Words that
are in nearly every item are the worst there is, because all that was found is ranked.
"""

import random
import statistics
import time
from dataclasses import replace as replace_found
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.pages.browse.model import Wanted, stock_of
from quizapp.desktop.pages.browse.search import look
from quizapp.desktop.pages.browse.view import BrowseView
from quizapp.packs.library import Library
from quizapp.packs.model import Card, Item, Lesson, Pack, Text
from quizapp.search.catalogue import Catalogue
from quizapp.search.documents import OwnTexts, Part, document
from quizapp.search.index import SearchIndex
from quizapp.search.query import understand
from quizapp.settings import LookChoice
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.wording import Wording

ITEMS = 20_000
TIMES = 15
LANGUAGES = ("en", "zh")
SEEN = 30
"""Rows that are on the screen at once."""

TYPED = (
    *("嵌", "嵌入", "梯度", "的", "梯度下降", "在反向传播", "t", "te", "tensor", "a", "requires_grad", "nn.Emb"),
    *("torch.Tensor.view", "batch norm", "梯度 grad", '"in place"', "p/l/i123", "zebra"),
)

pytestmark = pytest.mark.benchmark


def many_items(library: Library) -> Pack:
    """Return a pack of cards, each as long as one that ships and made of what others say."""
    mixed = random.Random(1)
    templates = [document(item, {}) for pack in library.packs for item in pack.items()]
    sentences = {
        language: [
            sentence
            for made in templates
            for segment in made.segments
            if segment.language in (language, "") and segment.part is not Part.TITLE
            for sentence in segment.text.split("\n\n")
        ]
        for language in LANGUAGES
    }
    titles = [item.title for pack in library.packs for item in pack.items()]

    def text(paragraphs: int) -> Text:
        said = {each: "\n\n".join(mixed.choices(sentences[each], k=paragraphs)) for each in LANGUAGES}
        return Text("en", said)

    def card(number: int) -> Item:
        title = titles[number % len(titles)]
        return Card(id=f"p/l/i{number}", folder=Path(), title=title, front=text(3), back=text(5))

    lesson = Lesson(id="l", title=titles[0], summary=titles[0], items=tuple(map(card, range(ITEMS))))
    return Pack(id="p", version="1", title=titles[0], folder=Path(), language="en", lessons=(lesson,))


def milliseconds_since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


def fill(catalogue: Catalogue, packs: tuple[Pack, ...], own: dict[str, OwnTexts]) -> tuple[float, float]:
    """Return how long all of it took, and the longest turn; milliseconds."""
    begun = time.perf_counter()
    catalogue.keep_up(packs, own)
    turns = []
    left = True
    while left:
        turn = time.perf_counter()
        left = catalogue.go_on()
        turns.append(milliseconds_since(turn))
    return milliseconds_since(begun), max(turns)


def test_twenty_thousand_items(library: Library, tmp_path: Path) -> None:
    packs, path = (many_items(library),), tmp_path / "search.sqlite"
    index = SearchIndex(path)
    catalogue = Catalogue(index)
    print(f"\nindex all        {fill(catalogue, packs, {})[0]:8.0f} ms   {path.stat().st_size / 1e6:.0f} MB")
    fresh = Catalogue(SearchIndex(path))
    print("nothing changed  {:8.0f} ms   longest turn {:.0f} ms".format(*fill(fresh, packs, {})))
    note = {"p/l/i77": OwnTexts(note="a zebra")}
    print("one note         {:8.1f} ms   longest turn {:.0f} ms".format(*fill(fresh, packs, note)))
    (lesson,) = packs[0].lessons
    shorter = (replace(packs[0], lessons=(replace(lesson, items=lesson.items[:-100]),)),)
    print("100 items gone   {:8.0f} ms   longest turn {:.0f} ms".format(*fill(fresh, shorter, note)))

    print(f"{'milliseconds':22} {'found':>6} {'p50':>7} {'p95':>7} {'snippets':>9}")
    for typed in TYPED:
        query = understand(typed)
        taken = []
        for _ in range(TIMES):
            begun = time.perf_counter()
            hits = fresh.find(query)
            taken.append(milliseconds_since(begun))
        begun = time.perf_counter()
        fresh.snippets(hits[:SEEN], query, "zh")
        snippets = milliseconds_since(begun)
        p95 = statistics.quantiles(taken, n=20, method="inclusive")[18]
        print(f"{typed:22} {len(hits):6} {statistics.median(taken):7.1f} {p95:7.1f} {snippets:9.1f}")


def test_an_answer_on_the_page(library: Library, tmp_path: Path, qtbot: QtBot) -> None:
    packs = (many_items(library),)
    with Journal(tmp_path / "journal.sqlite") as journal:
        catalogue, learner = Catalogue(SearchIndex(tmp_path / "search.sqlite")), Learner(journal, packs, new_per_day=10)
        fill(catalogue, packs, {})
        stock, view = stock_of(packs), BrowseView(Appearance(Wording("en"), LookChoice.LIGHT))
        qtbot.addWidget(view)
        view.resize(600, 600)
        print(f"\n{'milliseconds, p50':22} {'off the GUI thread':>20} {'on it':>7}")
        for typed in ("", *TYPED):
            looked, shown = [], []
            for _ in range(TIMES):
                begun = time.perf_counter()
                found = look(Wanted(typed), stock, learner, catalogue, "zh")
                looked.append(milliseconds_since(begun))
                view.show_found(replace_found(found, places=()))
                begun = time.perf_counter()
                view.show_found(found)
                view.grab()
                shown.append(milliseconds_since(begun))
            print(f"{typed:22} {statistics.median(looked):20.1f} {statistics.median(shown):7.1f}")
