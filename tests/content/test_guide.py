"""The author's guide is true: what it lets one write and run gives what it says, and no key or kind is left out."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import NoneType

import msgspec
import pytest
from msgspec import Struct

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.derivation import derive
from quizapp.classroom.attacks.rehearsal import Call, Rehearsal
from quizapp.classroom.attacks.source import Source
from quizapp.packs import written
from quizapp.packs.library import EXAMPLE
from quizapp.packs.model import CHOICES, Asked, QuestionKind
from quizapp.packs.tables import OBSERVABLE
from quizapp.probe import TOOLKIT
from quizapp.sandbox.observation import Observation
from quizapp.shipped import shipped
from tests.content.guide import Chapter, carry_out, is_excerpt, read_chapters, read_prose
from tests.judging.sample import plain, tensor

FIRST_PACK = "A first pack in ten minutes"
ERRORS = "Common errors"

GUIDE = shipped("content", "README.md").read_text(encoding="utf-8")
CHINESE_GUIDE = shipped("content", "README.zh.md").read_text(encoding="utf-8")
CHAPTERS = read_chapters(GUIDE)
OTHER_CHAPTERS = [chapter for chapter in CHAPTERS if chapter.part_of not in (FIRST_PACK, ERRORS)]

TABLES: dict[str, type[Struct]] = {
    "pack.toml": written.WrittenPack,
    "lesson.toml": written.WrittenLesson,
    "a card": written.WrittenCard,
    "a question": written.WrittenQuestion,
    "exercise.toml": written.WrittenExercise,
    "a check": written.WrittenCheck,
    "a variant": written.WrittenVariant,
    "a rule": written.WrittenRule,
    "a prediction": written.WrittenPrediction,
    "limits": written.WrittenLimits,
    "a mistake": written.WrittenMistake,
    "equivalent": written.WrittenEquivalent,
}
"""What the guide calls each table of keys."""


def rows(first: str) -> list[list[str]]:
    """Return the cells of the rows of the one table whose first column has this head."""
    (chapter,) = (chapter for chapter in CHAPTERS if f"\n| {first} |" in chapter.text)
    lines = chapter.text.split(f"\n| {first} |")[1].split("\n")[2:]
    end = next((n for n, line in enumerate(lines) if not line.startswith("|")), len(lines))
    return [cells(line) for line in lines[:end]]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r" \|(?= |$)", line[1:])][:-1]


def in_code(cell: str) -> list[str]:
    return re.findall("`([^`]+)`", cell)


def run(chapters: list[Chapter], folder: Path) -> list[tuple[int, str, str]]:
    """Carry chapters out; return for each command the line of its block, what it was to print and what it printed."""
    return [
        (block.line, expected, printed)
        for chapter in chapters
        for block, expected, printed in carry_out(chapter.blocks, folder)
    ]


def assert_as_printed(ran: list[tuple[int, str, str]]) -> None:
    assert [(line, expected) for line, expected, _ in ran] == [(line, printed) for line, _, printed in ran]


@pytest.fixture(scope="module")
def first_pack(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[int, str, str]]]:
    """The folder after the first chapter, and what its commands printed."""
    folder = tmp_path_factory.mktemp("guide")
    return folder, run([chapter for chapter in CHAPTERS if chapter.part_of == FIRST_PACK], folder)


@pytest.fixture
def desk(first_pack: tuple[Path, list[tuple[int, str, str]]], tmp_path: Path) -> Iterator[Path]:
    """A copy of the folder after the first chapter."""
    yield shutil.copytree(first_pack[0], tmp_path / "desk")


def test_the_first_pack_comes_out_as_the_guide_says(first_pack: tuple[Path, list[tuple[int, str, str]]]) -> None:
    assert_as_printed(first_pack[1])


@pytest.mark.parametrize(
    "chapter", [chapter for chapter in CHAPTERS if chapter.part_of == ERRORS], ids=lambda chapter: chapter.title
)
def test_each_error_is_told_as_the_guide_says(chapter: Chapter, desk: Path) -> None:
    assert_as_printed(run([chapter], desk))


def test_what_else_is_run_prints_what_the_guide_says(desk: Path) -> None:
    assert_as_printed(run(OTHER_CHAPTERS, desk))


def test_each_excerpt_stands_so_in_the_example() -> None:
    excerpts = [block for chapter in CHAPTERS for block in chapter.blocks if is_excerpt(block)]
    example = shipped("content", EXAMPLE)

    missing = [
        (block.line, block.path)
        for block in excerpts
        if block.text not in (example.parent / (block.path or "")).read_text(encoding="utf-8")
    ]

    assert len(excerpts) > 20
    assert [] == missing


def test_each_block_is_run_or_compared_or_a_picture() -> None:
    blocks = [block for chapter in CHAPTERS for block in chapter.blocks]

    assert ['[project.entry-points."quizapp.packs"]\nfirst-pack = "first_pack"\n'] == [
        block.text for block in blocks if block.path is None and block.language not in ("console", "text")
    ]


def assert_read(struct: type[Struct], key: str, example: str) -> None:
    """Assert that an example sets this key of a table to something that the key can be."""
    read = tomllib.loads(example)
    field = next(field for field in msgspec.structs.fields(struct) if field.name == key)
    assert [key] == list(read)
    assert NoneType is not type(msgspec.convert(read[key], field.type))


@pytest.mark.parametrize("name", TABLES)
def test_every_key_is_explained_with_an_example_that_can_be_read(name: str) -> None:
    head = f"key of {name}"
    struct = TABLES[name]

    assert set(struct.__struct_fields__) == {in_code(key)[0] for key, _, _ in rows(head)}
    for key, means, example in rows(head):
        assert means
        assert_read(struct, in_code(key)[0], in_code(example)[0])


def test_every_kind_of_question_and_prediction_is_explained() -> None:
    questions = next(chapter.text for chapter in CHAPTERS if chapter.title == "Questions")

    assert list(QuestionKind) == [in_code(row[0])[0] for row in rows("kind")]
    assert all(
        f"`{word}`" in questions for word in (*Asked, *(choice for choices in CHOICES.values() for choice in choices))
    )


def test_every_aspect_is_explained() -> None:
    assert set(OBSERVABLE) == {in_code(row[0])[0] for row in rows("aspect")}


def test_every_tool_of_a_probe_is_explained() -> None:
    functions = {name for name in TOOLKIT if not name[0].isupper()}

    assert functions == {in_code(row[0])[0] for row in rows("tool")}
    assert all(f"{in_code(row[0])[0]}(" in row[1] or "(" in row[1] for row in rows("tool"))


def test_every_kind_of_attack_is_explained() -> None:
    assert list(Kind) == [in_code(row[0])[0] for row in rows("attack")]


def called(value: Observation, **arguments: Observation) -> Rehearsal:
    return Rehearsal(calls={"f": Call(arguments, value)})


REHEARSALS: dict[Kind, Rehearsal] = {
    Kind.HARD_CODED: Rehearsal(names={"y": plain(3), "x": plain(1)}, own=("y",)),
    Kind.DETACHED: called(tensor([1.0], requires_grad=True)),
    Kind.OTHER_DTYPE: called(tensor([1.0])),
    Kind.TRANSPOSED: called(tensor([[1.0, 2.0], [3.0, 4.0]])),
    Kind.SCALAR: called(tensor([1.0, 2.0])),
    Kind.EXTRA_AXIS: called(tensor([1.0])),
    Kind.COPIED: called(tensor([1.0], storage=7), x=tensor([1.0], storage=7)),
}
"""What was seen of the solution at work, for attacks that look at it."""


@pytest.mark.parametrize("row", [row for row in rows("attack") if " becomes " in row[2]], ids=lambda row: row[0])
def test_an_attack_does_what_the_guide_says(row: list[str]) -> None:
    kind, (line, became) = Kind(in_code(row[0])[0]), in_code(row[2])
    code = f"def f(x):\n    {line}\n" if line.startswith("return ") else f"{line}\n"
    code += "    a()\n" if line.endswith(":") else ""

    attacks = derive(Source.of(code), REHEARSALS.get(kind, Rehearsal()))

    assert became in [added.strip() for attack in attacks if attack.kind is kind for added in attack.added]


def written_blocks(guide: str) -> list[tuple[str, str | None, str]]:
    blocks = [block for chapter in read_chapters(guide) for block in chapter.blocks]
    return [(block.language, block.path, block.text) for block in blocks]


def headings(guide: str) -> list[tuple[str, str]]:
    """Return the level and the text of each heading."""
    parts = (line.partition(" ") for line in read_prose(guide))
    return [(level, text) for level, _, text in parts if set(level) == {"#"}]


def table_rows(guide: str) -> list[list[str]]:
    return [cells(line) for line in read_prose(guide) if line.startswith("| ")]


def names(chapter: Chapter) -> set[str]:
    """Return the code in a chapter's sentences that is a name, an option or a path; examples may be translated."""
    written = in_code("\n".join(read_prose(chapter.text)))
    return {code for code in written if re.fullmatch(r"[\w./-]+", code, re.ASCII)}


def test_the_chinese_guide_has_the_blocks_of_the_english_one() -> None:
    assert written_blocks(GUIDE) == written_blocks(CHINESE_GUIDE)


def test_the_chinese_guide_has_the_headings_of_the_english_one() -> None:
    assert [level for level, _ in headings(GUIDE)] == [level for level, _ in headings(CHINESE_GUIDE)]


def test_the_chinese_guide_has_the_rows_of_the_english_one() -> None:
    assert [in_code(row[0]) for row in table_rows(GUIDE)] == [in_code(row[0]) for row in table_rows(CHINESE_GUIDE)]


def test_the_chinese_guide_leaves_no_name_out_of_a_chapter() -> None:
    pairs = zip(CHAPTERS, read_chapters(CHINESE_GUIDE), strict=True)

    assert [] == [(english.title, left) for english, chinese in pairs if (left := names(english) - names(chinese))]


def chinese_examples() -> Iterator[tuple[type[Struct], str, str]]:
    """Yield each key that the Chinese guide explains, the table that it is of before it, its example after it."""
    head = ""
    for english, chinese in zip(table_rows(GUIDE), table_rows(CHINESE_GUIDE), strict=True):
        if not in_code(english[0]):
            head = english[0]
        elif head.startswith("key of "):
            yield TABLES[head.removeprefix("key of ")], in_code(english[0])[0], in_code(chinese[2])[0]


def test_every_example_of_the_chinese_guide_can_be_read() -> None:
    examples = list(chinese_examples())

    assert sum(len(struct.__struct_fields__) for struct in TABLES.values()) == len(examples)
    for struct, key, example in examples:
        assert_read(struct, key, example)


def test_the_chinese_guide_leaves_no_sentence_in_english() -> None:
    words = re.compile(r"(?:[A-Za-z][A-Za-z'’.,;:()-]*\s+){11}[A-Za-z]")

    assert [] == [line for line in read_prose(CHINESE_GUIDE) if words.search(line)]


@pytest.mark.parametrize("guide", [GUIDE, CHINESE_GUIDE], ids=["english", "chinese"])
def test_each_link_within_a_guide_leads_to_a_heading(guide: str) -> None:
    anchors = {re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-") for _, text in headings(guide)}
    links = re.findall(r"\]\(#([^)]+)\)", guide)

    assert len(links) > 10
    assert set() == set(links) - anchors


def test_the_english_and_the_chinese_guide_begin_with_a_link_to_each_other() -> None:
    assert GUIDE.startswith("[简体中文](README.zh.md)\n")
    assert CHINESE_GUIDE.startswith("[English](README.md)\n")
