"""Files become items of a pack that reads without a problem; nothing is overwritten unasked."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.classroom.exchange.drafts import OptionDraft, QuestionDraft
from quizapp.classroom.exchange.importing import Imported, import_files
from quizapp.classroom.exchange.placing import Fate
from quizapp.classroom.exchange.question_files import question_file
from quizapp.classroom.exchange.taming import on_one_line, tamed
from quizapp.packs.files import Source
from quizapp.packs.front_matter import read_document
from quizapp.packs.model import Exercise, Question, QuestionKind
from quizapp.packs.question_parts import take_apart
from quizapp.packs.reading import read_pack
from tests.classroom.exchange.sample import FLIP, checks, items_of, make_pack, prose, solution, write_notebook

GIFT = "::Copies::Does view copy? {~Yes =No}\n\n$CATEGORY: Numbers\n\nPi? {#3.14:0.01}\n"


def bring_in(root: Path, path: Path, *, lesson: str | None = None, replace: bool = False) -> Imported:
    pack = read_pack(root).pack if root.exists() else make_pack(root)
    return import_files([path], pack, lesson=lesson, replace=replace)


def gift(folder: Path, text: str = GIFT) -> Path:
    (folder / "list.gift").write_text(text, encoding="utf-8")
    return folder / "list.gift"


def test_questions_go_into_the_lessons_that_the_file_names(tmp_path: Path) -> None:
    bring_in(tmp_path / "pack", gift(tmp_path))

    assert ["trial/list/copies", "trial/numbers/pi"] == [item.id for item in items_of(tmp_path / "pack")]


def test_all_go_into_the_lesson_that_was_asked_for(tmp_path: Path) -> None:
    bring_in(tmp_path / "pack", gift(tmp_path), lesson="week-1")

    assert ["trial/week-1/copies", "trial/week-1/pi"] == [item.id for item in items_of(tmp_path / "pack")]


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    bring_in(tmp_path / "pack", gift(tmp_path))
    before = {path: path.read_bytes() for path in (tmp_path / "pack").rglob("*") if path.is_file()}

    again = bring_in(tmp_path / "pack", gift(tmp_path))

    assert {Fate.UNCHANGED} == set(again.placed.fates.values())
    assert before == {path: path.read_bytes() for path in (tmp_path / "pack").rglob("*") if path.is_file()}


def test_what_says_something_else_is_kept_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    bring_in(tmp_path / "pack", gift(tmp_path))
    changed = gift(tmp_path, GIFT.replace("~Yes", "~Certainly"))

    kept = bring_in(tmp_path / "pack", changed)
    assert ["list/copies is in the pack already and says something else; say --replace to overwrite it"] == [
        str(problem.says) for problem in kept.problems
    ]
    replaced = bring_in(tmp_path / "pack", changed, replace=True)
    assert Fate.REPLACED == replaced.placed.fates["trial/list/copies"]
    assert "Certainly" in (tmp_path / "pack" / "list" / "copies.md").read_text()


def test_a_question_never_takes_the_place_of_an_exercise(tmp_path: Path) -> None:
    bring_in(tmp_path / "pack", write_notebook(tmp_path / "nb.ipynb", *FLIP), lesson="one")

    imported = bring_in(tmp_path / "pack", gift(tmp_path, "::flip::Is it? {T}"), lesson="one", replace=True)

    assert "is something else in the pack already" in str(imported.problems[0])
    assert isinstance(items_of(tmp_path / "pack")[0], Exercise)


def test_a_pack_in_chinese_gets_chinese_words(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "pack", "zh")

    import_files([gift(tmp_path, "这是真的。{T}")], pack, lesson=None, replace=False)

    (question,) = items_of(tmp_path / "pack")
    assert isinstance(question, Question)
    assert "zh" == question.title.native


def test_an_exercise_that_a_pack_could_not_read_is_left_out_with_its_cell(tmp_path: Path) -> None:
    cells = (prose("Do it.\n\n<code><code><code>"), solution("x = 1"), checks("assert x == 1"))

    imported = bring_in(tmp_path / "pack", write_notebook(tmp_path / "nb.ipynb", *cells))

    assert any("nb.ipynb: cell 2: " in str(problem) for problem in imported.problems)
    assert all(item.id for item in items_of(tmp_path / "pack"))


TEXT = st.text(alphabet="ab`*_[]()<>-#|\\$张 \n", min_size=1, max_size=40).map(lambda text: f"w {text} w")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXT, st.lists(st.tuples(TEXT, TEXT), min_size=2, max_size=3), TEXT)
def test_what_is_written_is_read_back_the_same(prompt: str, options: list[tuple[str, str]], end: str) -> None:
    draft = QuestionDraft(
        line=1,
        kind=QuestionKind.CHOICE,
        title="Title",
        prompt=tamed(prompt).text,
        explanation=tamed(end).text,
        options=tuple(
            OptionDraft(on_one_line(tamed(text).text), number == 0, tamed(why).text.strip())
            for number, (text, why) in enumerate(options)
        ),
    )

    document = read_document(Source(Path("q.md"), question_file(draft)))
    parts = take_apart(document.body, QuestionKind.CHOICE)

    assert (draft.prompt.strip(), draft.explanation.strip()) == (parts.text.strip(), parts.explanation.text.strip())
    assert [(option.text, option.right) for option in draft.options] == [
        (option.text, option.right) for option in parts.options
    ]
