"""Whatever happens to a pack's files, reading it gives a pack with problems, or a PackError: never another error."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.packs.reading import PackError, read_pack
from tests.packs.sample import FILES, PackFolder

GARBLED = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [
            b"[[checks]]\n",
            b"+++\n",
            b"---\n",
            b"```\n",
            b'"""',
            b"{",
            b"[",
            b"]",
            b"= ",
            b"- [x] a\n",
            b"  > b\n",
            b"../",
        ]
    ),
)


@st.composite
def mutated_files(draw: st.DrawFn) -> dict[str, bytes]:
    """Return a few of the good pack's files with lines deleted, doubled or swapped, or bytes overwritten."""
    changed: dict[str, bytes] = {}
    for path in draw(st.lists(st.sampled_from(sorted(FILES)), min_size=1, max_size=3, unique=True)):
        lines = FILES[path].encode().splitlines(keepends=True)
        for _ in range(draw(st.integers(1, 3))):
            lines = draw(mutations(lines))
        changed[path] = b"".join(lines)
    return changed


@st.composite
def mutations(draw: st.DrawFn, lines: list[bytes]) -> list[bytes]:
    """Return lines with one change."""
    if not lines:
        return [draw(GARBLED)]
    at = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    start = draw(st.integers(0, len(line)))
    stop = draw(st.integers(start, len(line)))
    return draw(
        st.sampled_from(
            [
                lines[:at] + lines[at + 1 :],
                [*lines[:at], line, *lines[at:]],
                [*lines[:at], lines[other], *lines[at:]],
                lines[:at],
                [*lines[:at], line[:start] + draw(GARBLED) + line[stop:], *lines[at + 1 :]],
            ]
        )
    )


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated_files())
def test_a_garbled_pack_gives_problems_and_never_another_error(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = PackFolder(Path(place) / "sample")
        for path, content in files.items():
            folder.write(path, content)
        try:
            problems = read_pack(folder.root).problems
        except PackError as error:
            problems = (error,)
    assert all(str(problem) and problem.path for problem in problems)


@pytest.mark.parametrize(
    "deep",
    ["x = " + "[" * 200_000, "x = " + "{x=" * 100_000, "a." * 300_000 + "a = 1", "x = " + "[" * 490 + "]" * 490],
)
def test_toml_that_is_nested_deeply_is_one_problem(folder: PackFolder, deep: str) -> None:
    folder.write("freezing/typo/exercise.toml", f'title = "x"\n{deep}\n')
    assert ["freezing/typo/exercise.toml:2: this TOML is nested too deeply"] == folder.problems()


@pytest.mark.parametrize(
    "piece", ["`", "``` ", "- [x] ", "  > ", "$", "![", "[x](", "<a:", "+++\n", "---\n", "*", " ", "\\"]
)
def test_a_huge_file_of_one_piece_is_read_to_its_end(folder: PackFolder, piece: str) -> None:
    folder.write("views/multiple.md", '+++\nkind = "multiple"\n+++\n' + piece * (500_000 // len(piece)) + "\n---\nx\n")
    assert folder.find("views/card") is not None


@pytest.mark.parametrize("number", ["1" * 5000, "0x" + "f" * 5000])
def test_a_number_of_thousands_of_digits_is_one_problem(folder: PackFolder, number: str) -> None:
    folder.change("freezing/typo/exercise.toml", "seconds = 5", f"seconds = {number}")
    (problem,) = folder.problems()
    line = FILES["freezing/typo/exercise.toml"].split("seconds = 5")[0].count("\n") + 1
    assert problem.startswith(f"freezing/typo/exercise.toml:{line}: ")


MANY = 20_000
COVER = 'format = 1\nid = "sample"\nversion = "0.1.0"\ntitle = "S"\n'
EXERCISE = 'title = "x"\n[[checks]]\nobserve = "x"\n'


@pytest.mark.parametrize(
    ("path", "begins", "entry", "ends"),
    [
        ("pack.toml", f"{COVER}lessons = [\n", '"A{}",\n', "]\n"),
        ("pack.toml", f"{COVER}lessons = [\n", '"a{}",\n', "]\n"),
        ("views/lesson.toml", 'title = "x"\nsummary = "x"\nitems = [\n', '"a{}",\n', "]\n"),
        ("views/lesson.toml", 'summary = "x"\nitems = []\n[title]\n', 'A{} = ""\n', ""),
        ("freezing/typo/exercise.toml", EXERCISE, '[[checks]]\nobserve = "{} +"\n', ""),
        ("freezing/typo/exercise.toml", EXERCISE, '[[mistakes]]\nname = "a{}"\nfeedback = "x"\n', ""),
        ("freezing/typo/exercise.toml", EXERCISE, '[[equivalent]]\nattack = "a{}"\nwhy = "x"\n', ""),
        ("freezing/typo/exercise.toml", EXERCISE, '[[variants]]\nname = "a{}"\n', ""),
        ("freezing/typo/hints.md", "a\n", "---\n{}\n", ""),
        ("views/multiple.md", '+++\nkind = "multiple"\n+++\nx\n\n', "- [x] {}\n", "\n---\nx\n"),
    ],
)
def test_a_file_with_thousands_of_entries_is_read_to_its_end(
    folder: PackFolder, path: str, begins: str, entry: str, ends: str
) -> None:
    folder.write(path, begins + "".join(entry.format(number) for number in range(MANY)) + ends)
    assert folder.find("views/card") is not None or path in ("pack.toml", "views/lesson.toml")
