"""`quizapp journal` with decks of Anki, as it is typed."""

from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.home import Home
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.own_cards import OwnCard
from tests.study.anki.decks import Maker


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Home(tmp_path / "home")


def _own_cards(home: Home) -> list[OwnCard]:
    with Journal(home.journal) as journal:
        return list(Learner(journal, (), new_per_day=0).own_cards())


def test_a_deck_comes_in_and_goes_out(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maker = Maker(tmp_path / "anki")
    maker.add("Basic", "What is a view?", "Shared memory [sound:a.mp3]")
    deck = maker.export("new.apkg")
    maker.close()

    assert 1 == main(["journal", "import", str(deck)])
    said = capsys.readouterr()
    assert (f"{deck}: 1 new card\n", "1 sound is left out.\n") == (said.out, said.err)
    assert ["What is a view?"] == [card.front for card in _own_cards(home)]

    out = tmp_path / "out.apkg"
    assert 0 == main(["journal", "export", str(out)])
    assert f"{out}: 1 card\n" == capsys.readouterr().out

    main(["journal", "import", str(out)])
    assert f"{out}: nothing new.\n" == capsys.readouterr().out
    assert 1 == len(_own_cards(home))


def test_the_cards_of_a_pack_go_out(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Journal(home.journal):
        pass

    assert 0 == main(["journal", "export", "--pack", "pytorch-essentials", str(tmp_path / "out.apkg")])
    assert " cards" in capsys.readouterr().out


def test_a_file_that_is_no_deck_changes_nothing(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "deck.apkg"
    path.write_text("no deck")

    assert 2 == main(["journal", "import", str(path)])
    assert "deck.apkg is no deck of Anki" in capsys.readouterr().err
    assert [] == _own_cards(home)
