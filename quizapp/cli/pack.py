"""`quizapp pack record` and `quizapp pack verify`: an instructor's work on a pack."""

import argparse
import os
import time

import msgspec

from quizapp.cli.console import Console
from quizapp.cli.files import find_pack
from quizapp.cli.sandboxed import open_sandbox
from quizapp.message import SaysError, message
from quizapp.packs.model import Exercise, Lesson, Pack
from quizapp.packs.reading import PackReading


def run(options: argparse.Namespace, console: Console) -> int:
    """Record or verify the pack in the folder; exit code 1 if something in it does not hold."""
    reading = find_pack(options.folder)
    for problem in reading.problems:
        console.complain_of(problem)
    pack = reading.pack if options.item is None else _only(reading.pack, options.item)
    work = {"record": _record, "verify": _verify}[options.work]
    return work(msgspec.structs.replace(reading, pack=pack), console)


def _only(pack: Pack, name: str) -> Pack:
    """Return the pack with this one item.

    Raises:
        SaysError: if it has no such item.
    """
    item_id = name if name.startswith(f"{pack.id}/") else f"{pack.id}/{name}"
    item, lesson = pack.find(item_id), pack.lesson_of(item_id)
    if item is None or lesson is None:
        raise SaysError(message("The pack has no item {item}. Write it as LESSON/ITEM.", item=name))
    alone: Lesson = msgspec.structs.replace(lesson, items=(item,))
    return msgspec.structs.replace(pack, lessons=(alone,))


def _record(reading: PackReading, console: Console) -> int:
    from quizapp.classroom.record import RecordingError, record_exercise

    say = console.wording.say
    exercises = [item for item in reading.pack.items() if isinstance(item, Exercise)]
    failed = len(reading.problems)
    with open_sandbox(console) as sandbox:
        sandbox.wait_until_ready()
        version = sandbox.torch_version.partition("+")[0]
        for done, exercise in enumerate(exercises, start=1):
            try:
                recorded = record_exercise(exercise, sandbox, version)
            except RecordingError as error:
                console.complain_of(error)
                failed += 1
                continue
            for name in recorded.harmless:
                console.complain(say("{item}: the mistake {name} passes every check.", item=exercise.id, name=name))
                failed += 1
            console.show_progress(done, len(exercises))
    recorded_all = console.wording.say_many("{count} exercise recorded.", "{count} exercises recorded.", len(exercises))
    return _conclude(failed, recorded_all, console)


def _verify(reading: PackReading, console: Console) -> int:
    from quizapp.classroom.verify import verify_pack

    cores = os.cpu_count() or 1
    started = time.monotonic()
    with open_sandbox(console, standbys=cores, in_bulk=True) as sandbox:
        found = verify_pack(reading.pack, sandbox, console.wording, at_once=cores, on_progress=console.show_progress)
    for complaint in found.complaints:
        console.complain(f"{complaint.item}: {console.wording.sentence(complaint.says)}")
    problems = len(found.complaints) + len(reading.problems)
    console.tell(
        console.wording.say(
            "{items} items, {attempts} programs judged in {seconds} s.",
            items=found.items,
            attempts=found.attempts,
            seconds=f"{time.monotonic() - started:.1f}",
        )
    )
    return _conclude(problems, console.wording.say("The pack holds."), console)


def _conclude(problems: int, all_is_well: str, console: Console) -> int:
    """Say how the work on a pack came out, and return its exit code."""
    seen = console.wording.say_many("{count} problem, see above.", "{count} problems, see above.", problems)
    console.tell(seen if problems else all_is_well)
    return 1 if problems else 0
