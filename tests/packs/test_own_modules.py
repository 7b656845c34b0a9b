"""A pack's own Python modules: the files of its folder `python`."""

import pytest

from tests.packs.sample import PackFolder


def test_each_file_is_a_module_of_every_exercise(folder: PackFolder) -> None:
    folder.write("python/shapes.py", "side = 3\n")
    folder.write("python/README.md", "For authors.\n")

    assert ({"shapes": "side = 3\n"}, []) == (folder.exercise("freezing/typo").modules, folder.problems())


def test_without_the_folder_there_are_none(folder: PackFolder) -> None:
    assert {} == folder.exercise("freezing/typo").modules


@pytest.mark.parametrize(
    ("path", "text", "problem"),
    [
        ("torch.py", "", '"torch" is a module of Python, of torch or of what they need; call yours otherwise'),
        ("random.py", "", '"random" is a module of Python, of torch or of what they need; call yours otherwise'),
        ("quizapp.py", "", '"quizapp" is a module of Python, of torch or of what they need; call yours otherwise'),
        ("my-shapes.py", "", 'a module needs a name that Python can import, not "my-shapes"'),
        ("class.py", "", 'a module needs a name that Python can import, not "class"'),
        ("shapes.txt", "", "only Python files are read here; delete it or move it"),
        ("inner/shapes.py", "", "folders in here are not read; put the modules side by side"),
        ("shapes.py", "a = 1\nb = = 2\n", "this Python can't be parsed: invalid syntax"),
        ("shapes.py", b"\xff", "expected UTF-8 text; save the file as UTF-8"),
    ],
)
def test_what_can_not_be_a_module_is_told(path: str, text: str | bytes, problem: str, folder: PackFolder) -> None:
    folder.write(f"python/{path}", text)

    (told,) = folder.problems()

    assert told.endswith(f": {problem}")
    assert told.startswith(f"python/{path.partition('/')[0]}")
    assert {} == folder.exercise("freezing/typo").modules


def test_modules_that_are_too_large_in_all_are_told(folder: PackFolder) -> None:
    for name in ("a", "b"):
        folder.write(f"python/{name}.py", "#" * (200 << 10))

    assert ["python: the modules have 400 KiB in all; a pack's may have 256 KiB"] == folder.problems()


def test_a_lesson_may_be_called_python(folder: PackFolder) -> None:
    folder.change("pack.toml", '"freezing"', '"freezing", "python"')
    folder.write("python/lesson.toml", 'title = "Python"\nsummary = "Code."\nitems = ["card"]\n')
    folder.write("python/card.md", "Front\n\n---\n\nBack\n")

    assert ({}, []) == (folder.exercise("freezing/typo").modules, folder.problems())
