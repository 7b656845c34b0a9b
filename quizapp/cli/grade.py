"""`quizapp grade`: judges what a class handed in and writes tables and a report."""

import argparse
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

from quizapp.classroom.grading.grade import Graded, grade
from quizapp.classroom.grading.judges.here import judging_here
from quizapp.classroom.grading.judges.jobs import Job, JudgeAll, Judgements, Kits, Pace
from quizapp.classroom.grading.judges.progress import NAME, Progress
from quizapp.classroom.grading.results.platforms import Platform, table_for
from quizapp.classroom.grading.results.report import report_page
from quizapp.classroom.grading.results.written import students_as_csv, table_as_csv, table_as_json
from quizapp.classroom.grading.submissions.collecting import Class
from quizapp.classroom.grading.submissions.journals import Choice
from quizapp.cli.console import Console
from quizapp.cli.files import find_pack
from quizapp.cli.sandboxed import open_sandbox
from quizapp.message import SaysError, message
from quizapp.opening import packs_at_hand
from quizapp.packs.model import Card, Item, Pack
from quizapp.packs.problems import nearest
from quizapp.shipped import shipped
from quizapp.whole_files import writing

INTERRUPTED = 130


def run(options: argparse.Namespace, console: Console) -> int:
    """Grade a class; exit code 0 when the tables are written, 130 when it was stopped: what was judged is kept."""
    pack, out = _pack(options.pack, console), Path(options.report)
    of_class = _class(options, pack, out)
    out.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    with Progress(out / NAME) as progress:
        try:
            with _judging(options, console) as judge_all:
                graded = grade(
                    pack,
                    of_class,
                    progress,
                    judge_all,
                    console.show_progress,
                    points_per_item=options.points_per_item,
                )
        except KeyboardInterrupt:
            _tell_kept(len(progress.judged), console)
            return INTERRUPTED
    written = _write(graded, out, options.lms, console)
    _tell(graded, written, time.monotonic() - started, console)
    return 0


def _pack(name: str, console: Console) -> Pack:
    """Return the pack in this folder, or the one with this id that is installed or ships."""
    if not Path(name).is_dir():
        return _known_pack(name, console)
    reading = find_pack(name)
    for problem in reading.problems:
        console.complain_of(problem)
    return reading.pack


def _known_pack(name: str, console: Console) -> Pack:
    library, _ = packs_at_hand(console.home, shipped("content"))
    by_id = {pack.id: pack for pack in library.packs}
    if name in by_id:
        return by_id[name]
    meant = nearest(name, by_id)
    if meant is not None:
        raise SaysError(
            message(
                "There is no folder {name}, and no pack with that id. Did you mean {nearest}?",
                name=name,
                nearest=meant,
            )
        )
    raise SaysError(
        message(
            "There is no folder {name}, and no pack with that id. `quizapp pack list` shows those that are there.",
            name=name,
        )
    )


def _class(options: argparse.Namespace, pack: Pack, out: Path) -> Class:
    folder = Path(options.folder)
    if folder.is_file():
        raise SaysError(message("{file} is no folder; unpack it if it is packed, and name that.", file=options.folder))
    if not folder.is_dir():
        raise SaysError(message("There is no folder {folder}.", folder=options.folder))
    if out.resolve() == folder.resolve():
        raise SaysError(message("The report needs a folder of its own, not that of the class; name another one."))
    of_pack = tuple(item for item in pack.items() if not isinstance(item, Card))
    items = tuple(item for item in of_pack if _is_asked(item, options.item)) if options.item else of_pack
    for name in options.item:
        if not any(_is_asked(item, [name]) for item in items):
            raise SaysError(
                message("The pack has nothing to grade called {item}. Write LESSON or LESSON/ITEM.", item=name)
            )
    return Class(folder, items, of_pack, Choice(options.attempt), out, bool(options.item))


def _is_asked(item: Item, names: list[str]) -> bool:
    inside = item.id.partition("/")[2]
    return any(name in (item.id, inside, inside.partition("/")[0]) for name in names)


@contextmanager
def _judging(options: argparse.Namespace, console: Console) -> Iterator[JudgeAll]:
    """Yield what judges where it was said; nothing is started before there is something to judge, and then once."""
    with ExitStack() as opened:

        @cache
        def opening() -> JudgeAll:
            return opened.enter_context(_on_cluster(options.dask, console) if options.dask else _here(options, console))

        def judge_all(jobs: Iterator[Job], kits: Kits, pace: Pace) -> Judgements:
            yield from opening()(jobs, kits, pace)

        yield judge_all


@contextmanager
def _here(options: argparse.Namespace, console: Console) -> Iterator[JudgeAll]:
    at_once = options.at_once or os.cpu_count() or 1
    with open_sandbox(console, standbys=at_once, in_bulk=True) as sandbox:
        yield judging_here(sandbox, at_once)


@contextmanager
def _on_cluster(address: str, console: Console) -> Iterator[JudgeAll]:
    try:
        from quizapp.classroom.grading.judges.cluster import connected
    except ModuleNotFoundError as error:
        raise SaysError(
            message("Dask is not installed here. Install it with `pip install {extra}`.", extra='"quizapp[cluster]"')
        ) from error
    with connected(address) as cluster:
        yield cluster.judge
        if not cluster.is_enforced():
            console.complain(
                console.wording.say(
                    "Warning: not everything is blocked on the cluster's workers while code runs. "
                    "`quizapp doctor` says what, on each of them."
                )
            )


def _write(graded: Graded, out: Path, lms: str | None, console: Console) -> dict[Path, str]:
    """Write the tables and the report; return what each file holds, in words."""
    table, wording = graded.table, console.wording
    files = {
        "report.html": (report_page(table, wording), wording.say("the report, for a browser")),
        "students.csv": (students_as_csv(table), wording.say("a row for each student: points, percent, each item")),
        "table.csv": (table_as_csv(table, wording), wording.say("a row for each student and item, with the feedback")),
        "table.json": (table_as_json(table, wording), wording.say("all of it, for programs")),
    }
    if lms is not None:
        files[f"{lms}.csv"] = (table_for(Platform(lms), table, wording), wording.say("for the learning platform"))
    for name, (data, _) in files.items():
        with writing(out / name) as file:
            file.write(data)
    return {out / name: what for name, (_, what) in files.items()}


def _tell(graded: Graded, written: dict[Path, str], seconds: float, console: Console) -> None:
    say = console.wording.say
    table = graded.table
    console.tell(
        say(
            "Students: {students}. Items: {items}. Judged: {new} in {seconds} s; {kept} judged before.",
            students=len(table.students),
            items=len(table.items),
            new=graded.new,
            kept=graded.kept,
            seconds=f"{seconds:.1f}",
        )
    )
    if table.loose:
        loose = len(table.loose)
        console.tell(
            console.wording.say_many(
                "{count} file does not count; the report says why.",
                "{count} files do not count; the report says why.",
                loose,
            )
        )
    widest = max(len(str(path)) for path in written)
    for path, what in written.items():
        console.tell(f"  {path!s:{widest}}  {what}")
    for notice in table.notices:
        console.complain(console.wording.say("Please look: {says}", says=console.wording.sentence(notice)))


def _tell_kept(count: int, console: Console) -> None:
    console.complain(
        console.wording.say_many(
            "Stopped. {count} judgement is kept; the same command goes on from there.",
            "Stopped. {count} judgements are kept; the same command goes on from there.",
            count,
        )
    )
