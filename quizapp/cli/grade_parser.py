"""What can be said to `quizapp grade`, and the rules by which it tells whose a file is."""

import argparse
from textwrap import fill
from typing import Final, TypeAlias

from quizapp.wording.speech import Wording

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What commands are added to; argparse has no public name for it."""

_WIDTH: Final = 78


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
    grade.add_argument("--lms", choices=("moodle", "canvas"), help=say("write a table for this learning platform too"))
    grade.add_argument("--at-once", metavar="N", type=_at_least_one, help=say("judge so many at a time (all cores)"))
    grade.add_argument("--dask", metavar="ADDRESS", help=say("judge on the Dask cluster with this scheduler"))
    grade.set_defaults(module="grade")


def _at_least_one(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError
    return number


def _rules(wording: Wording) -> str:
    """Return how files are to be named, in lines that a terminal shows as they are."""
    say = wording.say
    before = (
        say(
            "Whose a file is: of the student whose folder in FOLDER it lies in. Without a folder of their own, what "
            "stands before two underscores in its name is the student: ann__embeddings.py. Folders as Moodle names "
            "them and files as Canvas names them are understood."
        ),
        say(
            "What it is for: its path names the exercise, or lesson and exercise where two share a name. Whether words "
            "are joined by -, _ or a blank, and capitals, don't matter. A line `# quizapp: LESSON/EXERCISE` near its "
            "top counts before its name. Where only one exercise is asked, it need not be named."
        ),
    )
    after = (
        say(
            "If several files are for one exercise, the one with the most points counts. What was judged is kept in "
            "OUT, so that the same command goes on after a stop, and judges only what is new or changed."
        ),
    )
    return "\n\n".join((*map(_filled, before), "\n".join(_examples(wording)), *map(_filled, after)))


def _filled(paragraph: str) -> str:
    return fill(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _examples(wording: Wording) -> tuple[str, ...]:
    say = wording.say
    return (
        "  ann/LESSON/EXERCISE.py   ann/LESSON/EXERCISE/exercise.py   ann/exercise.py   ann__EXERCISE.py",
        "  ann/homework.ipynb       " + say("cells with the tag quizapp:LESSON/EXERCISE, or that line at their top"),
        "  ann.jsonl                " + say("what `quizapp journal export` wrote: attempts, and answers to questions"),
    )
