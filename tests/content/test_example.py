"""The pack for authors holds, and uses each feature of a pack's files."""

import os
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from quizapp.classroom.verify import verify_pack
from quizapp.packs.archive_making import members_of
from quizapp.packs.files import PackFiles
from quizapp.packs.front_matter import read_document
from quizapp.packs.library import EXAMPLE
from quizapp.packs.model import Asked, Exercise, Pack, Question, QuestionKind, RuleKind
from quizapp.packs.reading import read_pack
from quizapp.packs.schema import FILE_KINDS
from quizapp.packs.tables import parse
from quizapp.sandbox.sandbox import Sandbox
from quizapp.shipped import shipped
from quizapp.wording import Wording

NOT_FOR_OTHERS = {("card", "claims"), ("question", "claims"), ("exercise", "claims")}
"""Keys of the shipped curriculum's own bookkeeping."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(shipped("content", EXAMPLE)).pack


@pytest.fixture(scope="module")
def exercises(pack: Pack) -> list[Exercise]:
    return [item for item in pack.items() if isinstance(item, Exercise)]


def test_it_holds(pack: Pack, sandbox: Sandbox) -> None:
    found = verify_pack(pack, sandbox, Wording("en"), at_once=os.cpu_count() or 1, seeds=2)

    assert ((), ()) == (read_pack(pack.folder).problems, found.complaints)


def keys_used(pack: Pack) -> dict[str, set[str]]:
    """Return the keys that stand in each kind of file, those of tables inside them as `checks.says`."""
    files = PackFiles(pack.folder)
    used: dict[str, set[str]] = {kind: set() for kind in FILE_KINDS}
    for path in members_of(pack.folder):
        if path.endswith(".toml"):
            used[Path(path).stem] |= keys_in(parse(files.read(path)).data)
        elif path.endswith(".md") and path.count("/") == 1:
            data = read_document(files.read(path)).front.data
            kind = "translation" if path.count(".") > 1 else "question" if "kind" in data else "card"
            used[kind] |= keys_in(data)
    return used


def keys_in(data: dict[str, Any]) -> set[str]:
    keys = set(data)
    for key, value in data.items():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                keys |= {f"{key}.{name}" for name in inner}
    return keys


def keys_of(struct: type[Struct]) -> set[str]:
    return set(struct.__struct_fields__)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_key_of_every_file_is_used(kind: str, pack: Pack) -> None:
    expected = {key for key in keys_of(FILE_KINDS[kind]) if (kind, key) not in NOT_FOR_OTHERS}

    assert set() == expected - keys_used(pack)[kind]


def test_every_key_of_an_exercise_s_tables_is_used(pack: Pack) -> None:
    from quizapp.packs import written

    tables: dict[str, type[Struct]] = {
        "checks": written.WrittenCheck,
        "rules": written.WrittenRule,
        "variants": written.WrittenVariant,
        "predictions": written.WrittenPrediction,
        "mistakes": written.WrittenMistake,
        "equivalent": written.WrittenEquivalent,
        "limits": written.WrittenLimits,
    }
    expected = {f"{name}.{key}" for name, struct in tables.items() for key in keys_of(struct)}

    assert {"equivalent.line"} == expected - keys_used(pack)["exercise"]


def test_every_kind_of_question_prediction_and_rule_is_used(pack: Pack, exercises: list[Exercise]) -> None:
    questions = [item for item in pack.items() if isinstance(item, Question)]

    assert set(QuestionKind) == {question.kind for question in questions}
    assert set(Asked) == {prediction.asks for exercise in exercises for prediction in exercise.predictions}
    assert set(RuleKind) == {rule.kind for exercise in exercises for rule in exercise.rules}


def test_every_file_of_an_exercise_is_used_and_a_module_and_a_picture(pack: Pack, exercises: list[Exercise]) -> None:
    for part in ("given", "probe", "hints", "explanation", "mistakes", "alternatives"):
        assert any(getattr(exercise, part) for exercise in exercises), part
    assert ["measures"] == list(exercises[0].modules)
    assert "media/swapped.svg" in members_of(pack.folder)
