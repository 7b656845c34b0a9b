"""A desk whose screen is a text and whose keyboard is a list of lines."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from rich.console import Console

from quizapp.consent import Permission, consent_to
from quizapp.packs.library import Library
from quizapp.packs.model import Item, Pack
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.sandbox import Sandbox
from quizapp.study.drafts import Drafts
from quizapp.study.entries import Entry
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.terminal.desk import Desk
from quizapp.terminal.screen import Screen
from quizapp.wording import Wording

Sit = Callable[..., Desk]
Done = TypeVar("Done", bound=Entry)


class Screens(Screen):
    """Keeps what was printed."""

    def __init__(self) -> None:
        self._file = io.StringIO()
        super().__init__(Console(file=self._file, width=100, highlight=False))

    @property
    def text(self) -> str:
        return self._file.getvalue()


@pytest.fixture
def sit(tmp_path: Path, library: Library, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sit]:
    """Return a function that sits down at a desk with these items and types these lines."""
    with Journal(tmp_path / "journal.sqlite") as journal, Drafts(tmp_path / "drafts.sqlite") as drafts:

        def make(*items: str, types: str = "", language: str = "en") -> Desk:
            monkeypatch.setattr(sys, "stdin", io.StringIO(types))
            packs = (_with_only(library.packs[0], items),)
            learner = Learner(journal, packs, new_per_day=50)
            permission = Permission(consent_to(probe_isolation(sandbox)))
            screen, wording = Screens(), Wording(language)
            return Desk(screen, wording, packs, learner, drafts, sandbox, permission, tmp_path / "exercises")

        yield make


def printed(desk: Desk) -> str:
    """Return all that stands on the desk's screen."""
    assert isinstance(desk.screen, Screens)
    return desk.screen.text


def done(desk: Desk, kind: type[Done]) -> list[Done]:
    """Return what the journal holds of this kind, by time."""
    return [row.entry for row in desk.learner.entries() if isinstance(row.entry, kind)]


def _with_only(pack: Pack, items: tuple[str, ...]) -> Pack:
    def kept(of: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(item for item in of if item.id.partition("/")[2] in items)

    lessons = (replace(lesson, items=kept(lesson.items), needs=()) for lesson in pack.lessons)
    return replace(pack, lessons=tuple(lesson for lesson in lessons if lesson.items))
