"""`quizapp tune`: fits FSRS's parameters to the learner's own reviews, on the path that the app takes."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizapp.cli.console import Console
from quizapp.wording.rebuilding import rebuilding_words

if TYPE_CHECKING:
    from quizapp.fitting.proposal import Proposal
    from quizapp.study.learner import Learner

LEFT_ALONE = 1
"""Exit code where the parameters in use stay."""


def run(options: argparse.Namespace, console: Console) -> int:
    """Fit, say what was found, and use it if the learner wants to; exit code 1 if all stays as it was."""
    # Imported here: the scheduler costs more than all other commands.
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

    console.home.make()
    with Journal(console.home.journal) as journal:
        learner = Learner(journal, (), new_per_day=0, on_progress=console.show_rebuilding)
        proposal = _search(learner, console)
        _tell(proposal, console)
        if proposal.effect is None or not (options.yes or _wants_to(console)):
            return LEFT_ALONE
        _use(proposal, learner, console)
    return 0


def _search(learner: "Learner", console: Console) -> "Proposal":
    from quizapp.fitting.process import Fitting
    from quizapp.fitting.proposal import propose

    with _bar(console.wording.say("Fitting the parameters to your reviews")) as show:
        return propose(learner, Fitting(), show, datetime.now(UTC))


def _tell(proposal: "Proposal", console: Console) -> None:
    from quizapp.wording.tuning import effect_sentence, fit_sentences

    for sentence in fit_sentences(proposal.fit, console.wording):
        console.tell(sentence)
    if proposal.effect is not None:
        console.tell(effect_sentence(proposal.effect, console.wording))


def _wants_to(console: Console) -> bool:
    say = console.wording.say
    if not sys.stdin.isatty():
        console.tell(say("Nothing was changed. `quizapp tune --yes` uses them."))
        return False
    print(say("Use them? y does, Enter leaves all as it is."), end=" ", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _use(proposal: "Proposal", learner: "Learner", console: Console) -> None:
    with _bar(rebuilding_words(console.wording)) as show:
        learner.tune(proposal.taken_into(learner.tuning), lambda done, of: show(done / max(of, 1)))
    console.tell(console.wording.say("The new parameters are in use. Undo takes that back."))


@contextmanager
def _bar(words: str) -> Iterator[Callable[[float], None]]:
    """Draw a bar on standard error while somebody watches; give what is told the share that is done, 0 to 1."""
    from rich.console import Console as RichConsole
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    screen = RichConsole(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as progress:
        task = progress.add_task(words, total=1.0)
        yield lambda share: progress.update(task, completed=share)
