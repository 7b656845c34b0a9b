"""JSON Schema of a pack's files says what the reader says: the same keys, the same words, nothing else."""

from typing import Any

import pytest

from quizapp.cli.pack_parser import SCHEMAS
from quizapp.packs.schema import FILE_KINDS, schema_of


def table(schema: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = schema["$defs"][name]
    return found


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_it_has_the_keys_that_the_reader_has_and_forbids_others(kind: str) -> None:
    struct = FILE_KINDS[kind]
    found = table(schema_of(kind), struct.__name__)

    assert (set(struct.__struct_fields__), False) == (set(found["properties"]), found["additionalProperties"])


def test_a_check_can_not_ask_for_what_only_judging_makes() -> None:
    aspects = table(schema_of("exercise"), "Aspect")["enum"]

    assert "trainable" in aspects
    assert not {"rule", "name", "error"} & set(aspects)


def test_required_keys_are_required() -> None:
    assert ["title", "summary", "items"] == table(schema_of("lesson"), "WrittenLesson")["required"]
    assert {"format", "id", "version", "title", "lessons"} == set(table(schema_of("pack"), "WrittenPack")["required"])


def test_the_command_offers_every_kind() -> None:
    assert tuple(FILE_KINDS) == SCHEMAS
