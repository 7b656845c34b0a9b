"""`quizapp pack import` and `quizapp pack export`: questions and exercises from elsewhere, a pack for elsewhere."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.console import Console
from quizapp.cli.files import find_pack
from quizapp.cli.sandboxed import open_sandbox
from quizapp.message import SaysError, message
from quizapp.packs.lessons import SLUG
from quizapp.packs.model import ItemId, Pack

if TYPE_CHECKING:
    from quizapp.classroom.exchange.placing import Placed
    from quizapp.classroom.verify import Complaint


def run(options: argparse.Namespace, console: Console) -> int:
    """Bring in or take out; exit code 1 if something was left out, was changed on the way or does not hold."""
    work = {"import": _import, "export": _export}[options.work]
    return work(options, console)


def _import(options: argparse.Namespace, console: Console) -> int:
    from quizapp.classroom.exchange.importing import import_files

    if options.lesson is not None and not SLUG.fullmatch(options.lesson):
        raise SaysError(message("--lesson takes a slug: only a-z, 0-9, - and _."))
    if not (Path(options.into) / "pack.toml").is_file():
        raise SaysError(
            message("There is no pack in {folder}. `quizapp pack new {folder}` begins one.", folder=options.into)
        )
    pack = find_pack(options.into).pack
    paths = [Path(name) for name in options.files]
    imported = import_files(paths, pack, lesson=options.lesson, replace=options.replace)
    for problem in imported.problems:
        console.complain_of(problem)
    found = len(imported.problems)
    if imported.placed.written():
        found += _settle(options.into, imported.placed.written(), console)
    _tell_items(imported.placed, console)
    if found:
        console.tell(console.wording.say_many("{count} problem, see above.", "{count} problems, see above.", found))
    return 1 if found else 0


def _settle(folder: str, items: tuple[ItemId, ...], console: Console) -> int:
    """Record and verify what was brought in; return how much of it does not hold."""
    from quizapp.classroom.exchange.settling import complaints_of_texts, needs_running, settle

    pack = find_pack(folder).pack
    if not needs_running(pack, items):
        return _tell_complaints(complaints_of_texts(pack, items), console)
    cores = os.cpu_count() or 1
    with open_sandbox(console, standbys=cores, in_bulk=True) as sandbox:
        settled = settle(pack, items, sandbox, console.wording, at_once=cores, on_progress=console.show_progress)
    for error in settled.unrecorded:
        console.complain_of(error)
    return len(settled.unrecorded) + _tell_complaints(settled.complaints, console)


def _tell_complaints(complaints: "tuple[Complaint, ...]", console: Console) -> int:
    for complaint in complaints:
        console.complain(f"{complaint.item}: {console.wording.sentence(complaint.says)}")
    return len(complaints)


def _tell_items(placed: "Placed", console: Console) -> None:
    from quizapp.classroom.exchange.placing import Fate

    say_many = console.wording.say_many
    for item, fate in placed.fates.items():
        if fate is not Fate.UNCHANGED:
            console.tell(item)
    count = list(placed.fates.values()).count
    if new := count(Fate.NEW):
        console.tell(say_many("{count} new item.", "{count} new items.", new))
    if replaced := count(Fate.REPLACED):
        console.tell(say_many("{count} item replaced.", "{count} items replaced.", replaced))
    if unchanged := count(Fate.UNCHANGED):
        console.tell(say_many("{count} item is as it was.", "{count} items are as they were.", unchanged))
    if not placed.fates:
        console.tell(console.wording.say("Nothing was brought in."))


def _export(options: argparse.Namespace, console: Console) -> int:
    reading = find_pack(options.pack)
    for problem in reading.problems:
        console.complain_of(problem)
    out = Path(options.to)
    works = {"notebooks": _export_notebooks, "html": _export_html, "pdf": _export_pdf}
    left_out = works[options.form](reading.pack, out, options, console) + len(reading.problems)
    if left_out:
        say_many = console.wording.say_many
        console.tell(say_many("{count} problem, see above.", "{count} problems, see above.", left_out))
    return 1 if left_out else 0


def _export_notebooks(pack: Pack, out: Path, options: argparse.Namespace, console: Console) -> int:
    from quizapp.classroom.exchange.to_notebooks import notebooks_of

    exported = notebooks_of(pack, console.wording)
    for item, why in exported.unchecked:
        reason = console.wording.sentence(why)
        console.complain(console.wording.say("{item} has no self-check: {reason}", item=item, reason=reason))
    _refuse_to_overwrite([out / name for name in exported.files], options)
    for name, text in exported.files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8", newline="\n")
        if name.endswith(".ipynb"):
            console.tell(str(out / name))
    return len(exported.unchecked)


def _export_html(pack: Pack, out: Path, options: argparse.Namespace, console: Console) -> int:
    from quizapp.classroom.exchange.printed import Answers
    from quizapp.classroom.exchange.to_html import html_of

    path = _page_file(pack, out, "html", options)
    path.write_text(html_of(pack, console.wording, Answers(options.answers)), encoding="utf-8", newline="\n")
    console.tell(str(path))
    return 0


def _export_pdf(pack: Pack, out: Path, options: argparse.Namespace, console: Console) -> int:
    from quizapp.classroom.exchange.printed import Answers

    try:
        from quizapp.desktop.printing import write_pdf
    except ImportError as error:
        says = message(
            "PDF is written by Qt, which can't be used here ({reason}). Say --as html and print that from a browser.",
            reason=str(error),
        )
        raise SaysError(says) from error
    path = _page_file(pack, out, "pdf", options)
    write_pdf(pack, console.wording, Answers(options.answers), path)
    console.tell(str(path))
    return 0


def _page_file(pack: Pack, out: Path, ending: str, options: argparse.Namespace) -> Path:
    path = out / f"{pack.id}.{ending}"
    _refuse_to_overwrite([path], options)
    out.mkdir(parents=True, exist_ok=True)
    return path


def _refuse_to_overwrite(paths: list[Path], options: argparse.Namespace) -> None:
    there = next((path for path in paths if path.exists()), None)
    if there is not None and not options.replace:
        says = message("{path} is there already. Say --replace, or choose another name.", path=str(there))
        raise SaysError(says)
