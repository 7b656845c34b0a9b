"""A pack is updated and removed under a learner with progress: nothing is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp.home import Home
from quizapp.opening import installed_packs, open_home, packs_at_hand
from quizapp.packs.installed import InstalledPacks
from quizapp.settings import Settings
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, ItemState, Rating
from tests.packs.sample import FILES, PackFolder
from tests.study.sample import attempt

CARD, CHOICE, TYPO = "sample/views/card", "sample/views/choice", "sample/freezing/typo"
STUDIED = (CARD, CHOICE, TYPO)
Opened = Callable[[], Learner]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def packs(home: Home, tmp_path: Path, folder: PackFolder) -> InstalledPacks:
    home.make()
    packs = installed_packs(home, tmp_path / "content")
    packs.put_in_place(packs.receive(folder.root))
    return packs


@pytest.fixture
def folder(tmp_path: Path) -> PackFolder:
    return PackFolder(tmp_path / "sample")


@pytest.fixture
def opened(home: Home, tmp_path: Path, packs: InstalledPacks) -> Iterator[Opened]:
    """Return a function that opens the home as the app does when it starts."""
    everything = []

    def start() -> Learner:
        everything.append(open_home(home, tmp_path / "content", Settings(new_per_day=50)))
        return everything[-1].learner

    yield start
    for each in everything:
        each.close()


def study(learner: Learner) -> None:
    """Do a card, a question and an exercise, and write a note."""
    learner.rate(CARD, Rating.GOOD, 3.0)
    learner.record_answer(AnsweredQuestion(item=CHOICE, answer="0", right=True, seconds=4.0))
    learner.record_attempt(attempt(TYPO, passed=True))
    learner.set_note(CARD, "Remember the strides.")


def what_is_known(learner: Learner) -> object:
    return [
        (item, learner.standing(item), learner.history(item), learner.due_at(item), learner.note(item))
        for item in STUDIED
    ]


def change_everything(folder: PackFolder) -> None:
    """Make another version: items read otherwise, one is new, one gone, one in another place of its lesson."""
    folder.change("pack.toml", "0.1.0", "0.2.0")
    folder.change("views/card.md", "Does it *copy*?", "Is it *copied*?")
    folder.change("freezing/typo/solution.py", "model", "(model)")
    folder.change("views/lesson.toml", '    "choice",\n', '    "another",\n')
    folder.write("views/another.md", FILES["views/card.md"])
    folder.delete("views/choice.md")
    folder.delete("views/choice.zh.md")


def test_an_update_keeps_all_progress(opened: Opened, packs: InstalledPacks, folder: PackFolder) -> None:
    study(learner := opened())
    known = what_is_known(learner)
    change_everything(folder)
    delivery = packs.receive(folder.root)
    packs.put_in_place(delivery)

    after = opened()

    assert known == what_is_known(after)
    assert (("sample/views/another",), (CARD, TYPO), (CHOICE,)) == (
        delivery.changes.new,
        delivery.changes.changed,
        delivery.changes.gone,
    )
    assert ItemState.NEW is after.state("sample/views/another")
    assert {CARD, TYPO, CHOICE}.isdisjoint(after.queue())
    assert "sample/views/another" in after.queue()


def test_an_item_that_comes_back_is_where_it_was(opened: Opened, packs: InstalledPacks, folder: PackFolder) -> None:
    study(learner := opened())
    known = what_is_known(learner)
    kept = {path: FILES[path] for path in ("views/choice.md", "views/choice.zh.md", "views/lesson.toml")}
    change_everything(folder)
    packs.put_in_place(packs.receive(folder.root))
    opened()
    for path, text in kept.items():
        folder.write(path, text)
    folder.delete("views/another.md")
    packs.put_in_place(packs.receive(folder.root))

    assert known == what_is_known(opened())


def test_removing_a_pack_and_installing_it_again_keeps_all_progress(
    opened: Opened, packs: InstalledPacks, folder: PackFolder
) -> None:
    study(learner := opened())
    known = what_is_known(learner)
    packs.remove("sample")
    without = opened()

    assert ((), ()) == (without.packs, without.queue())
    assert known == what_is_known(without)
    packs.put_in_place(packs.receive(folder.root))
    assert known == what_is_known(opened())


def test_an_open_learner_takes_the_update_without_starting_again(
    opened: Opened, packs: InstalledPacks, folder: PackFolder, home: Home, tmp_path: Path
) -> None:
    study(learner := opened())
    known = what_is_known(learner)
    change_everything(folder)
    packs.put_in_place(packs.receive(folder.root))

    learner.set_packs(packs_at_hand(home, tmp_path / "content")[0].packs)

    assert known == what_is_known(learner)
    assert "sample/views/another" in learner.queue()
