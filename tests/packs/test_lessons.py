import pytest

from tests.packs.sample import PackFolder

LESSON = "views/lesson.toml"


def test_a_slug_that_is_neither_file_nor_folder_suggests_the_nearest(folder: PackFolder) -> None:
    folder.change(LESSON, '"choice"', '"choise"')
    assert folder.problems() == [
        'views/lesson.toml:5: items[1]: there is neither a file choise.md nor a folder choise; did you mean "choice"?',
        'views/lesson.toml:3: items: the item "choice" is in the lesson and not listed here; add it or delete it',
    ]


def test_a_slug_that_resembles_nothing_gets_no_suggestion(folder: PackFolder) -> None:
    folder.change(LESSON, '    "card",', '    "card", "strides-of-a-tensor",')
    assert folder.problems() == [
        "views/lesson.toml:4: items[1]: there is neither a file strides-of-a-tensor.md nor a folder strides-of-a-tensor"
    ]


def test_a_slug_that_is_both_file_and_folder_is_a_problem(folder: PackFolder) -> None:
    folder.write("views/card/picture.svg", "<svg/>")
    assert folder.problems() == [
        "views/lesson.toml:4: items[0]: there are both a file card.md and a folder card; rename one of them"
    ]
    assert folder.find("views/card") is None


def test_an_item_that_is_not_listed_is_a_problem_and_the_rest_works(folder: PackFolder) -> None:
    folder.write("views/stride.md", "Front\n\n---\n\nBack\n")
    assert folder.problems() == [
        'views/lesson.toml:3: items: the item "stride" is in the lesson and not listed here; add it or delete it'
    ]
    assert len(folder.read().pack.items()) == 10


def test_an_exercise_that_is_not_listed_is_a_problem(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", '["typo"]', "[]")
    assert folder.problems() == [
        'freezing/lesson.toml:4: items: the item "typo" is in the lesson and not listed here; add it or delete it'
    ]


@pytest.mark.parametrize("name", ["README.md", "readme.zh.md", "NOTES.md", ".draft.md", "media/picture.svg"])
def test_files_for_authors_and_media_need_no_listing(folder: PackFolder, name: str) -> None:
    folder.write(f"views/{name}", "words\n")
    assert folder.problems() == []


def test_a_slug_that_is_listed_twice_is_a_problem_and_read_once(folder: PackFolder) -> None:
    folder.change(LESSON, '"predict",', '"predict", "card",')
    assert folder.problems() == ['views/lesson.toml:12: items[9]: "card" is listed twice']
    assert len(folder.read().pack.items()) == 10


@pytest.mark.parametrize("slug", ["Card", "card.md", "../card", "a b", "", "ä"])
def test_a_slug_has_only_small_letters_digits_and_dashes(folder: PackFolder, slug: str) -> None:
    folder.change(LESSON, '"predict",', f'"predict", "{slug}",')
    assert folder.problems() == [
        f'views/lesson.toml:12: items[9]: expected only a-z, 0-9, - and _ in a slug, found "{slug}"'
    ]


def test_a_folder_without_exercise_toml_is_a_problem(folder: PackFolder) -> None:
    folder.delete("freezing/typo/exercise.toml")
    assert folder.problems()[0] == "freezing/typo/exercise.toml: the file is missing"


def test_a_translation_of_nothing_is_a_problem(folder: PackFolder) -> None:
    folder.write("views/stride.zh.md", "步长\n")
    assert folder.problems() == ["views/stride.zh.md: this is a translation of stride.md, which is not there"]


def test_a_broken_item_is_left_out_and_the_rest_works(folder: PackFolder) -> None:
    folder.write("views/card.md", "Only a front\n")
    assert folder.problems() == ['views/card.md:1: expected a line "---" between front and back']
    assert len(folder.read().pack.items()) == 9


def test_an_empty_summary_is_a_problem(folder: PackFolder) -> None:
    folder.change(LESSON, '"One memory, many shapes."', '""')
    assert folder.problems() == ['views/lesson.toml:2: summary: expected something here, found ""']


def test_a_translation_is_not_what_a_missing_item_was_meant_to_be(folder: PackFolder) -> None:
    (folder.root / "views/choice.md").unlink()

    assert "views/lesson.toml:5: items[1]: there is neither a file choice.md nor a folder choice" in folder.problems()


def test_a_table_where_a_list_of_tables_belongs_is_told_as_authors_write_it(folder: PackFolder) -> None:
    folder.change("freezing/typo/exercise.toml", "[[mistakes]]", "[mistakes]")

    (problem,) = folder.problems()
    assert problem.endswith("mistakes: expected a list of tables: write [[mistakes]] here")


def test_items_must_be_a_list(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", '["typo"]', '"typo"')
    assert folder.problems() == ['freezing/lesson.toml:4: items: expected a list in [ ], found "typo"']
