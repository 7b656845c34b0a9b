"""A new pack records and verifies as it is, in each language; what can't be its name is told."""

import os
from pathlib import Path

import pytest

from quizapp.classroom.record import record_exercise
from quizapp.classroom.starting import NewPack, StartError, id_from, start_pack
from quizapp.classroom.verify import verify_pack
from quizapp.packs.model import Card, Exercise, Question
from quizapp.packs.reading import read_pack
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_records_and_verifies_at_once(language: str, tmp_path: Path, sandbox: Sandbox) -> None:
    start_pack(tmp_path / "new", NewPack(id="new", title="New", language=language, authors=("Ann",)))
    reading = read_pack(tmp_path / "new")
    (exercise,) = (item for item in reading.pack.items() if isinstance(item, Exercise))
    recorded = record_exercise(exercise, sandbox, "2.13.0")

    found = verify_pack(reading.pack, sandbox, Wording("en"), at_once=os.cpu_count() or 1, seeds=2)

    assert ((), (), (), 1) == (reading.problems, recorded.harmless, found.complaints, len(exercise.mistakes))
    assert [Card, Question, Exercise] == [type(item) for item in reading.pack.items()]


def test_in_another_language_its_texts_are_english_ones_to_translate(tmp_path: Path) -> None:
    start_pack(tmp_path / "new", NewPack(id="neu", title="Neu", language="de"))

    reading = read_pack(tmp_path / "new")

    assert ((), "de", "Freezing") == (reading.problems, reading.pack.language, reading.pack.lessons[0].title.read("de"))


@pytest.mark.parametrize("title", ['Say "hi" \\ {x}', "标题", "two\nlines\ttab", "bell\x07", "\x7f", "\udc80"])
def test_any_title_is_written_so_that_it_can_be_read(title: str, tmp_path: Path) -> None:
    start_pack(tmp_path / "new", NewPack(id="new", title=title, authors=(title,), licence=title))

    reading = read_pack(tmp_path / "new")

    expected = " ".join(title.encode("utf-8", "replace").decode().split())
    assert ((), expected, (expected,)) == (reading.problems, reading.pack.title.read("en"), reading.pack.authors)


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        (NewPack(id="My Pack", title="New"), 'Only a-z, 0-9, - and _ can stand in a pack\'s id, not "My Pack".'),
        (NewPack(id="new", title="New", language="English"), 'Write a language as "en" or "zh", not "English".'),
    ],
)
def test_what_can_not_be_its_id_or_language_is_told(new: NewPack, reason: str, tmp_path: Path) -> None:
    with pytest.raises(StartError) as told:
        start_pack(tmp_path / "new", new)

    assert reason == str(told.value)
    assert not (tmp_path / "new").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(StartError, match="is there already and not empty"):
        start_pack(tmp_path, NewPack(id="new", title="New"))
    assert [tmp_path / "mine.txt"] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "expected"), [("My Pack", "my-pack"), ("tensors_1", "tensors_1"), ("--", "pack"), ("包", "pack")]
)
def test_a_folder_s_name_suggests_an_id(name: str, expected: str) -> None:
    assert expected == id_from(name)
