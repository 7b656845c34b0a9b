"""Decks made by Anki, once for all tests: making one takes longer than reading it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from tests.study.anki.decks import FORMS, Maker


class Made(Struct, frozen=True):
    """A deck of Anki in all its forms: where each lies, and the ids of the answers to its first card."""

    paths: dict[str, Path]
    answers: list[int]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    maker = Maker(tmp_path_factory.mktemp("anki"))
    maker.add_picture("net 1.png")
    first = maker.add("Basic", "What is <b>autograd</b>?", r"It gives \(\frac{dy}{dx}\).", tags=("autograd", "leech"))
    maker.add("Basic (and reversed card)", "<i>stride</i>", 'steps <img src="net 1.png">', deck="Torch::Tensors")
    maker.add("Cloze", "{{c1::zero_grad}} before {{c2::backward::what}}", "More [sound:a.mp3]")
    maker.add("Basic", '<img src="gone.png">Which layer?', "Linear")
    answers = maker.answer(first, 1, 3)
    suspended = maker.add("Basic", "Suspended", "yes")
    maker.collection.sched.suspend_cards([suspended.cards()[0].id])
    paths = {form: maker.export(form) for form in FORMS}
    maker.close()
    return Made(paths, answers)


@pytest.fixture
def maker_in(tmp_path: Path) -> Iterator[Callable[[str], Maker]]:
    """Return a function that begins a collection of Anki's in a folder; they are closed in the end."""
    makers: list[Maker] = []

    def make(name: str) -> Maker:
        makers.append(Maker(tmp_path / name))
        return makers[-1]

    yield make
    for maker in makers:
        maker.close()
