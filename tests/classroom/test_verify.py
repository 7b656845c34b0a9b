"""Verifying finds what an instructor got wrong; the shipped pack holds."""

import os
import re
import shutil
import textwrap
from pathlib import Path

import msgspec
import pytest

from quizapp.classroom.record import torch_of
from quizapp.classroom.verify import verify_pack
from quizapp.packs.library import Library
from quizapp.packs.model import Alternative, Asked, Card, Exercise, Item, Mistake, Pack, Prediction, Question, Text
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording

ENGLISH = Wording("en")
TYPO = "pytorch-essentials/freezing/the-typo-that-freezes-nothing"


@pytest.fixture(scope="module")
def typo(library: Library) -> Exercise:
    item = library.find(TYPO)
    assert isinstance(item, Exercise)
    return item


def complaints_about(item: Item, library: Library, sandbox: Sandbox) -> list[str]:
    pack = next(pack for pack in library.packs if pack.find(item.id))
    lesson = msgspec.structs.replace(pack.lessons[0], items=(item,))
    alone: Pack = msgspec.structs.replace(pack, lessons=(lesson,))
    return [str(complaint.says) for complaint in verify_pack(alone, sandbox, ENGLISH, seeds=2).complaints]


def test_the_shipped_pack_holds(library: Library, sandbox: Sandbox) -> None:
    found = [verify_pack(pack, sandbox, ENGLISH, at_once=os.cpu_count() or 1, seeds=1) for pack in library.packs]

    assert ((), []) == (library.problems, [complaint for each in found for complaint in each.complaints])


def test_progress_is_told_for_each_item(library: Library, sandbox: Sandbox) -> None:
    told: list[tuple[int, int]] = []
    pack = library.packs[0]
    short: Pack = msgspec.structs.replace(
        pack, lessons=(msgspec.structs.replace(pack.lessons[0], items=pack.items()[:3]),)
    )

    verify_pack(short, sandbox, ENGLISH, on_progress=lambda done, of: told.append((done, of)))

    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_solution_that_fails_under_another_torch_is_told_so(
    typo: Exercise, library: Library, sandbox: Sandbox, tmp_path: Path
) -> None:
    shutil.copytree(typo.folder, tmp_path / "typo")
    stored = tmp_path / "typo" / "expected.json"
    stored.write_text(re.sub('"torch": "[^"]*"', '"torch": "2.0.1"', stored.read_text()))
    moved = msgspec.structs.replace(typo, folder=tmp_path / "typo", alternatives=(), mistakes=())

    found = [
        [complaint.partition("It was recorded ")[2] for complaint in complaints_about(each, library, sandbox)]
        for each in (moved, msgspec.structs.replace(moved, solution=typo.starter))
    ]

    here = torch_of(sandbox)
    assert [[], [f"with torch 2.0.1, and this is torch {here}: record it again, and look at what differs."]] == found


def test_an_alternative_that_fails_is_told(typo: Exercise, library: Library, sandbox: Sandbox) -> None:
    changed = msgspec.structs.replace(typo, alternatives=(Alternative("wrong", "pass"),))

    assert complaints_about(changed, library, sandbox)[0].startswith("The alternative wrong does not pass: In `model`")


def test_a_right_program_that_passes_by_chance_is_told(typo: Exercise, library: Library, sandbox: Sandbox) -> None:
    by_chance = "import torch\nif torch.initial_seed() % 2 == 0:\n" + textwrap.indent(typo.solution, "    ")
    changed = msgspec.structs.replace(typo, solution=by_chance, alternatives=(Alternative("too", by_chance),))

    complaints = complaints_about(changed, library, sandbox)

    assert [complaint.partition(": ")[0] for complaint in complaints] == [
        "solution.py passes, but not with the seed 1",
        "alternatives/too.py passes, but not with the seed 1",
    ]


def test_a_mistake_that_passes_is_told(typo: Exercise, library: Library, sandbox: Sandbox) -> None:
    right = Mistake(name="right", code=typo.solution, feedback=typo.title)
    changed = msgspec.structs.replace(typo, mistakes=(right,))

    assert "The mistake right passes every check. Add a check that it fails." in complaints_about(
        changed, library, sandbox
    )


def test_a_starter_that_passes_is_told(typo: Exercise, library: Library, sandbox: Sandbox) -> None:
    changed = msgspec.structs.replace(typo, starter=typo.solution)

    assert complaints_about(changed, library, sandbox) == [
        "The starter passes every check. Leave something to do, or add a check."
    ]


def test_a_wrong_answer_to_a_snippet_is_told(library: Library, sandbox: Sandbox) -> None:
    question = next(item for item in library.packs[0].items() if isinstance(item, Question) and item.kind == "predict")
    changed = msgspec.structs.replace(question, answers=("surely not this",))

    (complaint,) = complaints_about(changed, library, sandbox)
    assert complaint.endswith("which the question does not accept.")


def test_a_snippet_with_a_name_from_nowhere_is_told_unless_it_is_only_read(library: Library, sandbox: Sandbox) -> None:
    question = next(item for item in library.packs[0].items() if isinstance(item, Question) and item.kind == "spot")
    changed = msgspec.structs.replace(question, code="model.train()")

    found = [
        complaints_about(each, library, sandbox) for each in (changed, msgspec.structs.replace(changed, runs=False))
    ]

    told = "The snippet can't run: name 'model' is not defined."
    assert [[f"{told} Define it, or let the block begin with ```python if it is only to be read."], []] == found


def test_a_snippet_that_prints_nothing_is_told(library: Library, sandbox: Sandbox) -> None:
    question = next(item for item in library.packs[0].items() if isinstance(item, Question) and item.kind == "predict")
    changed = msgspec.structs.replace(question, code="x = 1", asks=None, observe=None)

    (complaint,) = complaints_about(changed, library, sandbox)

    assert "The snippet prints nothing, so its answer can't be verified; let it print the answer." == complaint


def test_a_missing_translation_is_told(typo: Exercise, library: Library, sandbox: Sandbox) -> None:
    changed = msgspec.structs.replace(typo, prompt=Text("en", {"en": "Only English"}))

    assert complaints_about(changed, library, sandbox) == ["prompt is missing in the language zh."]


def test_a_title_that_nobody_wrote_is_missing_with_its_text_only(library: Library, sandbox: Sandbox) -> None:
    card = next(item for item in library.packs[0].items() if isinstance(item, Card))
    only_english = Text("en", {"en": "What is a view?"})
    changed = msgspec.structs.replace(card, title=only_english, front=only_english)

    assert ["front is missing in the language zh."] == complaints_about(changed, library, sandbox)


def test_a_mistake_that_fails_otherwise_than_recorded_is_told_with_what_it_does(
    typo: Exercise, library: Library, sandbox: Sandbox
) -> None:
    broken = Mistake(name="typo", code="for p in\n", feedback=typo.title)
    changed = msgspec.structs.replace(typo, mistakes=(broken,))

    (complaint,) = complaints_about(changed, library, sandbox)

    assert complaint.startswith("The mistake typo fails as it should and is not recognised: ")
    assert "SyntaxError" in complaint


def test_a_prediction_that_only_the_probe_could_answer_is_told(
    typo: Exercise, library: Library, sandbox: Sandbox
) -> None:
    of_the_given, of_the_probe = (Prediction(observe=name, asks=Asked.SHAPE) for name in ("ramp(2, 3)", "output"))
    changed = msgspec.structs.replace(typo, predictions=(of_the_given, of_the_probe))

    (complaint,) = complaints_about(changed, library, sandbox)
    assert complaint.startswith(
        "predictions[1] asks for the shape of `output`, but a run of the solution does not show"
    )


def test_a_wrong_answer_to_a_prediction_is_told(library: Library, sandbox: Sandbox) -> None:
    question = library.find("pytorch-essentials/views/rows-by-a-list")
    assert isinstance(question, Question)
    changed = msgspec.structs.replace(question, answers=("yes",))

    assert complaints_about(changed, library, sandbox) == ["The snippet gives no, which the question does not accept."]


def test_a_prediction_about_what_the_snippet_does_not_make_is_told(library: Library, sandbox: Sandbox) -> None:
    question = library.find("pytorch-essentials/views/rows-by-a-list")
    assert isinstance(question, Question)
    changed = msgspec.structs.replace(question, observe="columns")

    assert complaints_about(changed, library, sandbox) == [
        "What the question asks of `columns` can't be seen when the snippet runs."
    ]


def test_a_concept_without_a_title_is_told(typo: Exercise, library: Library, sandbox: Sandbox) -> None:
    changed = msgspec.structs.replace(typo, concepts=("requires-gard",))

    assert complaints_about(changed, library, sandbox) == [
        "The concept requires-gard has no title; add it under [concepts] in pack.toml."
    ]
