"""What can be said to `quizapp grade`, and the rules by which it tells whose a file is."""

import argparse
from collections.abc import Callable
from contextlib import suppress
from textwrap import fill
from typing import Final, TypeAlias

from quizapp.wording.speech import Wording

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What commands are added to; argparse has no public name for it."""

_WIDTH: Final = 78
_MOST_POINTS: Final = 1_000_000


def add_grade(commands: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    """Add the command."""
    say = wording.say
    grade = commands.add_parser(
        "grade",
        parents=[everywhere],
        help=say("judge what a class handed in; write tables and a report"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_rules(wording),
    )
    grade.add_argument("pack", help=say("the pack's folder, or the id of one that is installed"))
    grade.add_argument("folder", help=say("the folder with what the class handed in; it stays as it is"))
    grade.add_argument("--report", metavar="OUT", required=True, help=say("the folder for the tables and the report"))
    grade.add_argument(
        "--item",
        metavar="ITEM",
        action="append",
        default=[],
        help=say("what is asked of everybody: LESSON or LESSON/ITEM, as often as needed; else what anybody handed in"),
    )
    grade.add_argument(
        "--attempt", choices=("best", "last"), default="best", help=say("which attempt of a journal counts (best)")
    )
    grade.add_argument(
        "--points-per-item",
        metavar="N",
        type=_points(wording),
        help=say(
            "what each item is worth, in proportion to its checks' weights; else an exercise is worth what those come "
            "to, so that one with four checks counts four times as much as one with a single check"
        ),
    )
    grade.add_argument("--lms", choices=("moodle", "canvas"), help=say("write a table for this learning platform too"))
    grade.add_argument("--at-once", metavar="N", type=_count(wording), help=say("judge so many at a time (all cores)"))
    grade.add_argument("--dask", metavar="ADDRESS", help=say("judge on the Dask cluster with this scheduler"))
    grade.set_defaults(module="grade")


def _count(wording: Wording) -> Callable[[str], int]:
    """Return what reads how many of something there are to be."""

    def read(written: str) -> int:
        if not written.isdecimal() or int(written) < 1:
            raise argparse.ArgumentTypeError(wording.say("expected a whole number from 1, got {got}", got=written))
        return int(written)

    return read


def _points(wording: Wording) -> Callable[[str], float]:
    """Return what reads how many points something is worth."""

    def read(written: str) -> float:
        with suppress(ValueError):
            if 0 < (points := float(written)) <= _MOST_POINTS:
                return points
        raise argparse.ArgumentTypeError(wording.say("expected a number above 0, got {got}", got=written))

    return read


def _rules(wording: Wording) -> str:
    """Return how files are to be named, in lines that a terminal shows as they are."""
    say = wording.say
    before = (
        say(
            "Whose a file is: of the student whose folder in FOLDER it lies in. Without a folder of their own, what "
            "stands before two underscores in its name is the student: ann__embeddings.py. Folders and files as Moodle "
            "names them, and files as Canvas does, are understood. If FOLDER holds nothing but one folder with those "
            "of the students, as after unpacking, that one is graded. Packed files are not looked into."
        ),
        say(
            "What it is for: its path names the exercise, or lesson and exercise where two share a name. Whether words "
            "are joined by -, _ or a blank, and capitals, don't matter. A line `# quizapp: LESSON/EXERCISE` near its "
            "top counts before its name. Where only one exercise is asked, it need not be named."
        ),
    )
    after = (
        say(
            "If several files are for one exercise, the one with the most points counts; of very many, the last by "
            "name are judged. What was judged is kept in OUT, so that the same command goes on after a stop, and "
            "judges only what is new or changed.",
        ),
    )
    written = (
        "  OUT/report.html          " + say("for you: who, what, which mistake, what was hard"),
        "  OUT/students.csv         " + say("a row for each student: points, percent, each item"),
        "  OUT/table.csv, .json     " + say("a row for each student and item, with the feedback"),
    )
    return "\n\n".join((*map(_filled, before), "\n".join(_examples(wording)), *map(_filled, after), "\n".join(written)))


def _filled(paragraph: str) -> str:
    return fill(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _examples(wording: Wording) -> tuple[str, ...]:
    say = wording.say
    return (
        "  ann/LESSON/EXERCISE.py   ann/LESSON/EXERCISE/exercise.py   ann/exercise.py   ann__EXERCISE.py",
        "  ann/homework.ipynb       " + say("cells with the tag quizapp:LESSON/EXERCISE, or that line at their top"),
        "  ann.jsonl                " + say("what `quizapp journal export` wrote: attempts, and answers to questions"),
    )
