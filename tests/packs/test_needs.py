from tests.packs.sample import PackFolder


def needs(folder: PackFolder) -> dict[str, tuple[str, ...]]:
    """Return what each lesson needs, as read."""
    return {lesson.id: lesson.needs for lesson in folder.read().pack.lessons}


def test_needs_are_read(folder: PackFolder) -> None:
    assert needs(folder) == {"views": (), "freezing": ("views",)}


def test_a_need_that_is_no_lesson_is_a_problem_and_dropped(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", 'needs = ["views"]', 'needs = ["view"]')
    assert folder.problems() == ['freezing/lesson.toml:3: needs[0]: there is no lesson "view"; did you mean "views"?']
    assert needs(folder) == {"views": (), "freezing": ()}


def test_a_need_that_resembles_nothing_gets_no_suggestion(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", 'needs = ["views"]', 'needs = ["views", "calculus"]')
    assert folder.problems() == ['freezing/lesson.toml:3: needs[1]: there is no lesson "calculus"']


def test_needs_in_a_circle_are_a_problem_and_the_circle_is_cut(folder: PackFolder) -> None:
    folder.change("views/lesson.toml", "items", 'needs = ["freezing"]\nitems')
    assert folder.problems() == [
        "freezing/lesson.toml:3: needs[0]: the needs go in a circle: freezing → views → freezing"
    ]
    assert needs(folder) == {"views": ("freezing",), "freezing": ()}


def test_a_lesson_that_needs_itself_is_a_circle(folder: PackFolder) -> None:
    folder.change("freezing/lesson.toml", '["views"]', '["freezing"]')
    assert folder.problems() == ["freezing/lesson.toml:3: needs[0]: the needs go in a circle: freezing → freezing"]


def test_a_need_of_a_broken_lesson_is_dropped_without_a_second_problem(folder: PackFolder) -> None:
    folder.change("views/lesson.toml", 'title = "Views"\n', "")
    assert folder.problems() == ["views/lesson.toml: title: this key is missing"]
    assert needs(folder) == {"freezing": ()}
