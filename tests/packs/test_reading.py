from pathlib import Path

import pytest

from quizapp.packs.model import Text
from quizapp.packs.reading import PackError, read_pack
from tests.packs.sample import FILES, PackFolder


def refusal(folder: PackFolder) -> str:
    """Return why a pack can't be used at all."""
    with pytest.raises(PackError) as error:
        folder.read()
    return str(error.value)


def test_a_good_pack_has_no_problems(folder: PackFolder) -> None:
    assert folder.problems() == []


def test_a_pack_keeps_its_lessons_and_items_in_order(folder: PackFolder) -> None:
    assert [item.id for item in folder.read().pack.items()] == [
        "sample/views/card",
        "sample/views/choice",
        "sample/views/multiple",
        "sample/views/shape",
        "sample/views/number",
        "sample/views/text",
        "sample/views/order",
        "sample/views/spot",
        "sample/views/predict",
        "sample/freezing/typo",
    ]


def test_a_pack_tells_which_lesson_holds_an_item(folder: PackFolder) -> None:
    pack = folder.read().pack

    lessons = [pack.lesson_of(item) for item in ("sample/freezing/typo", "sample/views/typo")]
    assert [lesson and lesson.id for lesson in lessons] == ["freezing", None]


def test_a_pack_knows_its_title_in_each_language(folder: PackFolder) -> None:
    assert folder.read().pack.title == Text("en", {"en": "Sample", "zh": "样例"})


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    unix, windows = PackFolder(tmp_path / "pack"), PackFolder(tmp_path / "other" / "pack")
    for path, text in FILES.items():
        windows.write(path, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    readings = [str(each.read()).replace(str(each.root), "") for each in (unix, windows)]

    assert readings[0] == readings[1]


def test_a_folder_without_pack_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError) as error:
        read_pack(tmp_path / "nowhere")
    assert str(error.value) == "pack.toml: the file is missing"


def test_another_format_says_what_to_do(folder: PackFolder) -> None:
    folder.change("pack.toml", "format = 1", "format = 2\nnew = true")
    assert refusal(folder) == (
        "pack.toml:1: format: this pack has format 2 and this version of quizapp reads format 1; update quizapp"
    )


def test_a_pack_without_a_format_says_what_to_add(folder: PackFolder) -> None:
    folder.change("pack.toml", "format = 1\n", "")
    assert refusal(folder) == "pack.toml: format: the pack's format is missing; add format = 1"


@pytest.mark.parametrize("found", ["true", '"1"', "1.0", "0"])
def test_a_format_that_is_no_format_is_refused(folder: PackFolder, found: str) -> None:
    folder.change("pack.toml", "format = 1", f"format = {found}")
    assert refusal(folder) == f"pack.toml:1: format: expected format = 1, found {found}"


def test_a_lesson_taken_for_a_pack_is_told_where_the_pack_is(folder: PackFolder) -> None:
    with pytest.raises(PackError) as refused:
        read_pack(folder.root / "views")

    assert "pack.toml: the file is missing; the pack is the folder above this one" == str(refused.value)


def test_a_syntax_error_in_pack_toml_names_its_line(folder: PackFolder) -> None:
    folder.change("pack.toml", 'id = "sample"', 'id = "sample')
    assert refusal(folder) == "pack.toml:2: this TOML can't be read: Illegal character '\\n'"


def test_a_missing_key_in_pack_toml_is_named(folder: PackFolder) -> None:
    folder.change("pack.toml", 'version = "0.1.0"\n', "")
    assert refusal(folder) == "pack.toml: version: this key is missing"


def test_a_pack_id_that_is_no_slug_is_refused(folder: PackFolder) -> None:
    folder.change("pack.toml", '"sample"', '"My pack"')
    assert refusal(folder) == 'pack.toml:2: id: expected only a-z, 0-9, - and _ in a pack\'s id, found "My pack"'


def test_a_title_without_the_packs_own_language_is_refused(folder: PackFolder) -> None:
    folder.change("pack.toml", "{ en =", "{ fr =")
    assert refusal(folder) == 'pack.toml:4: title: the text in the pack\'s own language, "en", is missing'


def test_a_language_that_is_no_code_is_refused(folder: PackFolder) -> None:
    folder.change("pack.toml", "lessons", 'language = "English"\nlessons')
    assert refusal(folder) == 'pack.toml:5: language: expected a language such as "en" or "zh", found "English"'


def test_the_packs_language_may_be_chinese(folder: PackFolder) -> None:
    folder.change("pack.toml", "lessons", 'language = "zh"\nlessons')
    assert folder.read().pack.title.read("fr") == "样例"


def test_a_broken_lesson_is_left_out_and_the_rest_works(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", "title = ", "titel = ")
    reading = folder.read()
    assert [lesson.id for lesson in reading.pack.lessons] == ["views"]
    assert [str(problem) for problem in reading.problems] == [
        'freezing/lesson.toml:1: titel: unknown key; did you mean "title"?'
    ]


def test_a_lesson_without_its_folder_is_a_problem(folder: PackFolder) -> None:
    folder.change("pack.toml", '"freezing"]', '"freezing", "shapes"]')
    assert folder.problems() == ["shapes/lesson.toml: the file is missing"]


def test_a_lesson_that_is_listed_twice_is_a_problem(folder: PackFolder) -> None:
    folder.change("pack.toml", '["views", ', '["views", "views", ')
    reading = folder.read()
    assert [lesson.id for lesson in reading.pack.lessons] == ["views", "freezing"]
    assert [str(problem) for problem in reading.problems] == ['pack.toml:5: lessons[1]: "views" is listed twice']


def test_a_lesson_outside_the_pack_is_a_problem(folder: PackFolder) -> None:
    folder.change("pack.toml", '"freezing"]', '"freezing", "../other"]')
    assert folder.problems() == ['pack.toml:5: lessons[2]: expected only a-z, 0-9, - and _ in a slug, found "../other"']


def test_a_lesson_that_is_not_listed_is_a_problem(folder: PackFolder) -> None:
    folder.change("pack.toml", ', "freezing"]', "]")
    assert folder.problems() == [
        'pack.toml:5: lessons: the lesson "freezing" is in the pack and not listed here; add it or delete its folder'
    ]


def test_a_problem_carries_file_line_key_and_sentence(folder: PackFolder) -> None:
    folder.change("freezing/typo/exercise.toml", "seconds = 5", "seconds = 60")
    (problem,) = folder.read().problems
    assert (problem.path, problem.line, problem.key, problem.says.template, problem.says.values) == (
        Path("freezing/typo/exercise.toml"),
        5,
        "limits.seconds",
        "expected a number {sign} {bound}, found {found}",
        {"sign": "≤", "bound": "30", "found": "60"},
    )


def test_concepts_have_titles_and_mistakes_know_theirs(folder: PackFolder) -> None:
    folder.change("pack.toml", "lessons", 'concepts.typo = { en = "Typos", zh = "拼写" }\nlessons')
    folder.change("freezing/typo/exercise.toml", 'uses = ["require_grad"]', 'concept = "typo"')

    (mistake,) = folder.exercise("freezing/typo").mistakes
    assert folder.read().pack.concepts == {"typo": Text("en", {"en": "Typos", "zh": "拼写"})}
    assert [mistake.concept_name(language) for language in ("en", "zh", "fr")] == ["Typos", "拼写", "Typos"]


def test_a_concept_without_a_title_goes_by_its_own_word(folder: PackFolder) -> None:
    folder.change("freezing/typo/exercise.toml", 'uses = ["require_grad"]', 'concept = "typo"')

    (mistake,) = folder.exercise("freezing/typo").mistakes
    assert mistake.concept_name("zh") == "typo"


def test_a_title_of_a_concept_without_the_packs_language_is_a_problem(folder: PackFolder) -> None:
    folder.change("pack.toml", "lessons", 'concepts.typo = { zh = "拼写" }\nlessons')

    assert folder.problems() == ['pack.toml:5: concepts.typo: the text in the pack\'s own language, "en", is missing']


def test_a_slug_that_no_file_can_have_is_a_problem_of_the_list(folder: PackFolder) -> None:
    folder.change("pack.toml", '"views"', f'"{"v" * 100_000}"')

    assert "pack.toml:5: lessons[0]: this has 100000 characters; it may have 100" in folder.problems()


def test_an_id_that_no_folder_can_have_is_refused(folder: PackFolder) -> None:
    folder.change("pack.toml", '"sample"', f'"{"s" * 101}"')

    with pytest.raises(PackError, match=r"^pack.toml:2: id: this has 101 characters; it may have 100$"):
        folder.read()
