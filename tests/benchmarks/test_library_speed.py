"""Prints how long a pack of 10,000 items takes: its list, the whole of it, building, installing, updating.

The limit: the list in 0.5 s, the rest behind. Every tenth item is an exercise with eight files.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from quizapp.packs.archive_making import pack_up
from quizapp.packs.installed import InstalledPacks
from quizapp.packs.reading import read_outline, read_pack
from tests.packs.sample import FILES

ITEMS, LESSONS = 10_000, 100
KINDS = ("views/card.md", "views/choice.md", "views/predict.md", "views/order.md", "views/shape.md")
EXERCISE = "freezing/typo/"
Result = TypeVar("Result")

pytestmark = pytest.mark.benchmark


def timed(what: str, work: Callable[[], Result]) -> Result:
    began = time.perf_counter()
    result = work()
    print(f"{what:45} {time.perf_counter() - began:7.3f} s")
    return result


def listed(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of that many items."""
    root = tmp_path_factory.mktemp("large") / "large"
    lessons = [f"lesson-{index}" for index in range(LESSONS)]
    slugs = [f"item-{index}" for index in range(ITEMS // LESSONS)]
    root.mkdir()
    head = 'format = 1\nid = "large"\nversion = "1"\ntitle = "Large"\n'
    (root / "pack.toml").write_text(f"{head}lessons = {listed(lessons)}\n")
    for lesson in lessons:
        (root / lesson).mkdir()
        (root / lesson / "lesson.toml").write_text(f'title = "A"\nsummary = "B"\nitems = {listed(slugs)}\n')
        for index, slug in enumerate(slugs):
            _write_item(root / lesson, slug, index)
    return root


def _write_item(lesson: Path, slug: str, index: int) -> None:
    if index % 10 < 9:
        (lesson / f"{slug}.md").write_text(FILES[KINDS[index % len(KINDS)]], encoding="utf-8")
        return
    for path, text in FILES.items():
        if path.startswith(EXERCISE):
            target = lesson / slug / path.removeprefix(EXERCISE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


def test_a_pack_of_ten_thousand_items(large: Path, tmp_path: Path) -> None:
    home = InstalledPacks(tmp_path / "packs")
    archive = tmp_path / "large.quizpack"
    print()

    outline = timed("the list of its lessons and items", lambda: read_outline(large))
    reading = timed("everything in it", lambda: read_pack(large))
    timed("made into one file", lambda: pack_up(large, archive))
    delivery = timed("unpacked, checked and read", lambda: home.receive(archive))
    timed("put in its place", lambda: home.put_in_place(delivery))
    update = timed("the same again, compared", lambda: home.receive(large))
    timed("put in its place", lambda: home.put_in_place(update))

    assert (ITEMS, ITEMS, ()) == (outline.count, len(reading.pack.items()), reading.problems)
    assert not update.changes
