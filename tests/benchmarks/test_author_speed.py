"""Prints how long the Author page takes for a pack of 10,000 cards: its names, the whole of it, a saved file.

The limit: the names in 0.5 s, the rest behind.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.desktop.pages.author.page import AuthorPage
from quizapp.packs.model import Card
from quizapp.sandbox.sandbox import Sandbox
from tests.desktop.pages.author.bench import opened

LESSONS, CARDS = 100, 100

pytestmark = pytest.mark.benchmark


def listed(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    root, lessons = tmp_path / "large", [f"lesson-{number}" for number in range(LESSONS)]
    cards = [f"card-{number}" for number in range(CARDS)]
    root.mkdir()
    head = 'format = 1\nid = "large"\nversion = "1"\ntitle = "Large"\nlanguage = "en"\n'
    (root / "pack.toml").write_text(f"{head}lessons = {listed(lessons)}\n")
    for lesson in lessons:
        (root / lesson).mkdir()
        (root / lesson / "lesson.toml").write_text(f'title = "A"\nsummary = "B"\nitems = {listed(cards)}\n')
        for card in cards:
            (root / lesson / f"{card}.md").write_text(f"What is {card}?\n\n---\n\nIt is **{card}**.\n")
    return root


def worked_until(done: Callable[[], bool], what: str) -> None:
    """Let Qt work until this is done; print how long that took, and the longest time without an answer to a key."""
    began, longest = time.perf_counter(), 0.0
    while not done():
        step = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - step)
        time.sleep(0.001)
    print(f"{what:30} {time.perf_counter() - began:6.3f} s, at most {longest * 1000:4.0f} ms at once")


def test_a_large_pack(qtbot: QtBot, large: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "home", Sandbox()) as services:
        page = AuthorPage(services)
        qtbot.addWidget(page)
        page.resize(900, 600)
        page.show()
        page.open(large)
        worked_until(lambda: page.desk.state is not None and bool(page.desk.state.outline.lessons), "names")
        worked_until(lambda: page.desk.state is not None and page.desk.state.outline.is_read, "all of it")

        (large / "lesson-3" / "card-5.md").write_text("What is new?\n\n---\n\nThis.\n")
        worked_until(lambda: _front(page, "lesson-3/card-5") == "What is new?", "a saved file")
        page.close()


def _front(page: AuthorPage, path: str) -> str:
    item = page.desk.state.item(path) if page.desk.state is not None else None
    return item.front.read("en").strip() if isinstance(item, Card) else ""
