"""One language at a time, and both complete."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from quizapp.message import message
from quizapp.shipped import shipped
from quizapp.wording import Wording, system_language

KEYWORDS = {"say": None, "say_many": (1, 2), "message": None}


@pytest.fixture(scope="module")
def chinese() -> Catalog:
    with shipped("assets", "translations", "zh", "LC_MESSAGES", "quizapp.po").open("rb") as file:
        return read_po(file)


def test_a_template_is_filled_in() -> None:
    assert Wording("en").say("Line {line}: {what}", line=3, what="x") == "Line 3: x"


def test_one_and_many_differ() -> None:
    said = [Wording("en").say_many("{count} card", "{count} cards", count) for count in (1, 2)]

    assert said == ["1 card", "2 cards"]


def test_a_message_from_a_deeper_room_is_put_into_the_language() -> None:
    assert Wording("en").sentence(message("There is no folder {folder}.", folder="x")) == "There is no folder x."


@pytest.mark.parametrize(
    ("variable", "expected"), [("zh_CN.UTF-8", "zh"), ("de_DE.UTF-8", "en"), ("zh", "zh"), ("C", "en")]
)
def test_the_systems_language_is_chinese_or_else_english(
    variable: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", variable)

    assert system_language() == expected


def test_every_sentence_of_the_program_has_a_chinese_one(chinese: Catalog) -> None:
    found = extract_from_dir(shipped("quizapp"), keywords=KEYWORDS)
    ids = {entry[2] for entry in found}
    missing = [one for one in ids if not (known := chinese.get(one)) or not all(_strings(known.string))]

    assert missing == []


def test_no_sentence_stands_inside_an_f_string_where_it_would_not_be_collected() -> None:
    unseen = [
        f"{path.name}:{call.lineno}"
        for path in Path(shipped("quizapp")).rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and _says_a_literal(call)
    ]

    assert unseen == []


def _says_a_literal(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return name in KEYWORDS and bool(call.args) and isinstance(call.args[0], ast.Constant)


def test_translations_have_the_same_fields_as_their_templates(chinese: Catalog) -> None:
    different = [
        entry.id
        for entry in chinese
        if entry.id and any(_fields(text) != _fields(_strings(entry.id)[-1]) for text in _strings(entry.string))
    ]

    assert different == []


def test_the_compiled_catalogue_is_the_one_that_is_read_and_written(chinese: Catalog) -> None:
    with shipped("assets", "translations", "zh", "LC_MESSAGES", "quizapp.mo").open("rb") as file:
        compiled = read_mo(file)

    assert _texts(compiled) == _texts(chinese)


def _texts(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {_strings(entry.id): _strings(entry.string) for entry in catalogue if entry.id and entry.string}


def _strings(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text) if isinstance(text, (tuple, list)) else ()


def _fields(text: str) -> set[str]:
    return set(re.findall(r"{(\w+)", text))


def test_sentences_of_a_paragraph_stand_apart_as_the_language_has_it() -> None:
    assert "One. Two." == Wording("en").paragraph("One.", "", "Two.")
    assert "一。二。" == Wording("zh").paragraph("一。", "", "二。")
