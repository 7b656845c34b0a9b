from pathlib import Path

from quizapp.desktop.pages.learn.model import (
    Kind,
    LessonState,
    Mark,
    first_to_open,
    look_at_lessons,
    look_at_outlines,
)
from quizapp.packs.reading import read_outline
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Rating
from tests.desktop.desk import BASICS, VIEWS
from tests.packs.sample import PackFolder

ONE, TWO = (item.id for item in VIEWS.items)


def learner(folder: Path) -> Learner:
    return Learner(Journal(folder / "journal.sqlite"), (BASICS,), new_per_day=12)


def lessons(studied: Learner) -> tuple[LessonState, ...]:
    (pack,) = look_at_lessons(studied, (BASICS,))
    return pack.lessons


def test_lessons_come_in_their_order_with_their_items(tmp_path: Path) -> None:
    views, freezing = lessons(learner(tmp_path))

    assert [line.item for line in views.lines] == [ONE, TWO]
    assert [line.kind for line in (*views.lines, *freezing.lines)] == [Kind.CARD, Kind.CARD, Kind.EXERCISE]


def test_an_untouched_item_is_new_and_an_easy_one_is_learnt(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.rate(ONE, Rating.EASY, 3.0)

    assert [line.mark for line in lessons(studied)[0].lines] == [Mark.LEARNT, Mark.NEW]


def test_an_item_in_its_first_minutes_is_in_progress(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.rate(ONE, Rating.GOOD, 3.0)

    assert lessons(studied)[0].lines[0].mark is Mark.STARTED


def test_studying_a_lesson_leaves_out_what_is_learnt(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.rate(ONE, Rating.EASY, 3.0)

    assert lessons(studied)[0].to_study() == (TWO,)


def test_studying_a_lesson_that_is_learnt_goes_through_all_of_it(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    for item in (ONE, TWO):
        studied.rate(item, Rating.EASY, 3.0)

    assert lessons(studied)[0].to_study() == (ONE, TWO)


def test_what_was_put_off_is_marked_and_left_out_of_studying_the_lesson(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.suspend((ONE,))
    views = lessons(studied)[0]

    assert ([line.mark for line in views.lines], views.to_study()) == ([Mark.AWAY, Mark.NEW], (TWO,))


def test_where_all_was_put_off_studying_the_lesson_goes_through_it_all_the_same(tmp_path: Path) -> None:
    studied = learner(tmp_path)
    studied.suspend((ONE, TWO))

    assert lessons(studied)[0].to_study() == (ONE, TWO)


def test_before_the_items_are_read_each_lesson_has_its_name_and_its_number(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path)

    (pack,) = look_at_outlines((read_outline(folder.root),))

    assert ("sample", "样例") == (pack.id, pack.title.read("zh"))
    assert [("sample/views", 9, False), ("sample/freezing", 1, False)] == [
        (lesson.key, lesson.progress.total, lesson.is_read) for lesson in pack.lessons
    ]


def test_a_lesson_without_items_is_not_shown_before_they_are_read_either(tmp_path: Path) -> None:
    folder = PackFolder(tmp_path)
    folder.write("views/lesson.toml", 'title = "A"\nsummary = "B"\nitems = []\n')

    (pack,) = look_at_outlines((read_outline(folder.root),))

    assert ["sample/freezing"] == [lesson.key for lesson in pack.lessons]


def test_before_anything_is_begun_every_lesson_is_folded(tmp_path: Path) -> None:
    assert first_to_open(look_at_lessons(learner(tmp_path), (BASICS,))) is None


def test_the_lesson_that_is_under_way_is_open(tmp_path: Path) -> None:
    studied = learner(tmp_path)

    studied.rate(ONE, Rating.EASY, 3.0)
    assert first_to_open(look_at_lessons(studied, (BASICS,))) == "basics/views"

    studied.rate(TWO, Rating.EASY, 3.0)
    assert first_to_open(look_at_lessons(studied, (BASICS,))) is None
