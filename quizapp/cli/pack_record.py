"""`quizapp pack record`: runs the solutions, shows what would change of what is stored, stores what is agreed to."""

import argparse
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from quizapp.cli.asking import agrees, is_somebody_there
from quizapp.cli.console import Console
from quizapp.cli.sandboxed import open_sandbox
from quizapp.message import SaysError
from quizapp.packs.model import Exercise, ItemId
from quizapp.packs.reading import PackReading

if TYPE_CHECKING:
    from quizapp.classroom.record import Recording
    from quizapp.classroom.record_changes import RecordChange

MOST_SHOWN: Final = 12
"""Changes of one exercise that are printed."""


@dataclass
class _Work:
    """What came out of recording, exercise by exercise."""

    console: Console
    stored: list[ItemId] = field(default_factory=list)
    same: list[ItemId] = field(default_factory=list)
    differing: "list[tuple[Recording, tuple[RecordChange, ...]]]" = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def take(self, recording: "Recording") -> None:
        """Store what was never stored at once; keep what differs until somebody agrees."""
        item = recording.exercise.id
        if changes := recording.changes():
            self.differing.append((recording, changes))
        elif recording.before is not None:
            self.same.append(item)
        else:
            recording.store()
            self.stored.append(item)
        for name in recording.harmless:
            says = self.console.wording.say("{item}: the mistake {name} passes every check.", item=item, name=name)
            self.complain(says)

    def complain(self, says: str) -> None:
        """Print what is wrong and remember it."""
        self.console.complain(says)
        self.complaints.append(says)

    def store_differing(self) -> None:
        """Store what was agreed to."""
        for recording, _ in self.differing:
            recording.store()
            self.stored.append(recording.exercise.id)


def record(options: argparse.Namespace, reading: PackReading, console: Console) -> int:
    """Record the pack that was read; exit code 1 if something is wrong, or differs and nobody agreed to it."""
    work = _Work(console)
    _run_all([item for item in reading.pack.items() if isinstance(item, Exercise)], work)
    agreed = True
    if work.differing:
        if not options.json:
            _tell_changes(work)
        agreed = options.yes or _asked(options, console)
        if agreed:
            work.store_differing()
        else:
            console.complain(console.wording.say("What differs was not stored; say --yes to store it."))
    if options.json:
        console.tell_json(_as_json(work, reading, console))
    else:
        _conclude(work, len(reading.problems) + len(work.complaints), console)
    return 0 if agreed and not work.complaints and not reading.problems else 1


def _run_all(exercises: list[Exercise], work: _Work) -> None:
    from quizapp.classroom.record import RecordingError, take_recording, torch_of

    cores = os.cpu_count() or 1
    with open_sandbox(work.console, standbys=cores, in_bulk=True) as sandbox, ThreadPoolExecutor(cores) as pool:
        version = torch_of(sandbox)
        waiting = [pool.submit(take_recording, exercise, sandbox, version) for exercise in exercises]
        for done, future in enumerate(waiting, start=1):
            try:
                work.take(future.result())
            except RecordingError as error:
                work.complain(work.console.wording.sentence(error.says))
            work.console.show_progress(done, len(exercises))


def _asked(options: argparse.Namespace, console: Console) -> bool:
    if options.json or not is_somebody_there():
        return False
    return agrees(console.wording.say("Store these changes? y/n"))


def _tell_changes(work: _Work) -> None:
    from quizapp.classroom.record_words import changes_lines

    for recording, changes in work.differing:
        for line in changes_lines(changes, recording.exercise, work.console.wording, MOST_SHOWN):
            work.console.tell(line)


def _conclude(work: _Work, problems: int, console: Console) -> None:
    say_many = console.wording.say_many
    parts = [say_many("{count} exercise recorded.", "{count} exercises recorded.", len(work.stored))]
    if work.same:
        parts.append(say_many("{count} is as it was stored.", "{count} are as they were stored.", len(work.same)))
    if problems:
        parts.append(say_many("{count} problem, see above.", "{count} problems, see above.", problems))
    console.tell(console.wording.paragraph(*parts))


def _as_json(work: _Work, reading: PackReading, console: Console) -> dict[str, Any]:
    """Return the object that `pack record --json` prints; its keys are a promise to other programs."""
    return {
        "stored": work.stored,
        "same": work.same,
        "changes": [
            {
                "item": recording.exercise.id,
                "stored": recording.exercise.id in work.stored,
                "changes": [
                    {
                        "where": change.where,
                        "before": change.before,
                        "after": change.after,
                        "differing": change.differing,
                        "numbers": change.numbers,
                    }
                    for change in changes
                ],
            }
            for recording, changes in work.differing
        ],
        "problems": [*(_problem_words(problem, console) for problem in reading.problems), *work.complaints],
    }


def _problem_words(problem: SaysError, console: Console) -> str:
    from quizapp.packs.problems import PackError

    place = f"{problem.place()}: " if isinstance(problem, PackError) else ""
    return place + console.wording.sentence(problem.says)
