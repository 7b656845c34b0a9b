"""What can be said of bringing files into a pack and taking a pack elsewhere."""

import argparse
from typing import TypeAlias

from quizapp.wording.speech import Wording

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What commands are added to; argparse has no public name for it."""

FORMS = ("notebooks", "html", "pdf")
ANSWERS = ("end", "beside", "none")
"""Where the answers stand, as `quizapp.classroom.exchange.printed` has them."""


def add_import(works: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    """Add `import`."""
    say = wording.say
    bring_in = works.add_parser(
        "import",
        parents=[everywhere],
        help=say("bring files into a pack: notebooks (.ipynb) as exercises, GIFT and CSV as questions"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=_kinds_of_files(wording),
    )
    bring_in.add_argument("files", nargs="+", metavar="FILE", help=say("a file to read; it stays as it is"))
    bring_in.add_argument("--into", metavar="PACK", required=True, help=say("the pack's folder"))
    bring_in.add_argument("--lesson", metavar="SLUG", help=say("the lesson for all of it; else what the files say"))
    bring_in.add_argument("--replace", action="store_true", help=say("overwrite items that say something else"))
    bring_in.set_defaults(module="exchange", work="import")


def add_export(works: Commands, everywhere: argparse.ArgumentParser, wording: Wording) -> None:
    """Add `export`."""
    say = wording.say
    export = works.add_parser(
        "export", parents=[everywhere], help=say("write a pack as notebooks or as pages to print")
    )
    export.add_argument("pack", metavar="PACK", help=say("the pack's folder"))
    export.add_argument("--to", metavar="FOLDER", required=True, help=say("the folder to write into"))
    export.add_argument(
        "--as",
        dest="form",
        choices=FORMS,
        required=True,
        help=say("a notebook a lesson, with self-checks; or one file to print"),
    )
    export.add_argument(
        "--answers", choices=ANSWERS, default="end", help=say("on paper: where the answers stand (end)")
    )
    export.add_argument("--replace", action="store_true", help=say("also if there is such a file already"))
    export.set_defaults(module="exchange", work="export")


def _kinds_of_files(wording: Wording) -> str:
    """Return what is read of which file; its lines are broken by hand."""
    say = wording.say
    lines = (
        "  .ipynb       " + say("cells as nbgrader tags them: a solution and its tests are an exercise; what its"),
        "               " + say("assertions look at becomes checks"),
        "  .gift .txt   "
        + say("choices, true or false, short answers, numbers, missing words; categories are lessons"),
        "  .csv .tsv    " + say("a row of column names, then a question a row:"),
        "               kind, prompt, answer, wrong, why, explanation, title, lesson, slug, code, tolerance",
        "               " + say("answer and wrong may stand several times, and why behind each of them"),
        "",
        say("What can't be brought in is told with its line or cell. Nothing is overwritten without --replace."),
    )
    return "\n".join(lines)
