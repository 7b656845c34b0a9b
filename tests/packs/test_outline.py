"""What a pack says of itself, without what its items say."""

from quizapp.packs.reading import read_outline
from tests.packs.sample import PackFolder


def test_the_outline_has_the_lessons_and_what_they_list(folder: PackFolder) -> None:
    folder.write("views/card.md", b"\xff")

    outline = read_outline(folder.root)

    assert ("sample", "0.1.0", "样例", 10) == (outline.id, outline.version, outline.title.read("zh"), outline.count)
    assert [("views", 9), ("freezing", 1)] == [(lesson.id, len(lesson.items)) for lesson in outline.lessons]


def test_a_lesson_that_can_not_be_read_is_left_out(folder: PackFolder) -> None:
    folder.write("views/lesson.toml", "title = [")

    assert ["freezing"] == [lesson.id for lesson in read_outline(folder.root).lessons]


def test_a_lesson_or_item_that_is_listed_twice_is_there_once(folder: PackFolder) -> None:
    cover = (folder.root / "pack.toml").read_text("utf-8")
    folder.write("pack.toml", cover.replace('"freezing"', '"views"'))
    folder.write("views/lesson.toml", 'title = "A"\nsummary = "B"\nitems = ["card", "card"]\n')

    (lesson,) = read_outline(folder.root).lessons

    assert ("B", ("card",)) == (lesson.summary.read("en"), lesson.items)
