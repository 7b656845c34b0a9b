"""`quizapp journal`: the learner's data, theirs to keep safe and to take along."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quizapp.cli.console import Console
from quizapp.message import SaysError, message
from quizapp.settings import load_settings

if TYPE_CHECKING:
    from quizapp.packs.model import Pack
    from quizapp.study.data.backups import Backup
    from quizapp.study.learner import Learner

CANNOT: Final = 2
"""Exit code where a file could not be used; 1 means that something was left out or not wished."""


def run(options: argparse.Namespace, console: Console) -> int:
    """Carry out what was asked for; exit code 0 if all of it was done."""
    works: dict[str, Callable[[argparse.Namespace, Console], int]] = {
        "show": _show,
        "backup": _back_up,
        "restore": _restore,
        "export": _export,
        "import": _import,
        "merge": _merge,
        "sync": _sync,
    }
    return works[options.work](options, console)


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def _learner(console: Console) -> "Iterator[Learner]":
    """Open the journal, or begin one; what is in it is known, what there is to study is not needed."""
    from quizapp.study.data.pending import make_ready
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

    for told in make_ready(console.home, _now()):
        console.complain(console.wording.sentence(told))
    with Journal(console.home.journal) as journal:
        yield Learner(journal, (), new_per_day=0, on_progress=console.show_rebuilding)


def _demand_journal(console: Console) -> None:
    if not console.home.journal.is_file():
        raise SaysError(
            message("There is no journal in {folder} yet; it begins when you study.", folder=str(console.home.folder))
        )


def _show(options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.summing_up import sum_up
    from quizapp.wording.own_data import backup_words, moment_words

    _demand_journal(console)
    sum_ = sum_up(console.home, _sync_folder(console))
    if options.json:
        console.tell_json(sum_.as_json())
        return 0
    say = console.wording.say
    console.tell(say("Journal: {path}", path=str(console.home.journal)))
    console.tell(
        console.wording.say_many("{count} entry", "{count} entries", sum_.held.rows)
        + " · "
        + console.wording.say_many("{count} item", "{count} items", sum_.held.items)
    )
    if sum_.held.last_review is not None:
        console.tell(say("Last review: {at}", at=moment_words(sum_.held.last_review)))
    console.tell(say("Backups: {folder}", folder=str(console.home.backups)))
    for number, backup in enumerate(sum_.backups, 1):
        console.tell(f"{number:3}  {backup_words(backup, console.wording)}")
    if sum_.sync_folder:
        at = say("never") if sum_.last_sync is None else moment_words(sum_.last_sync)
        console.tell(say("Shared folder: {folder}, last sync: {at}", folder=sum_.sync_folder, at=at))
    return 0


def _back_up(_options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.backups import Of, back_up, file_of

    _demand_journal(console)
    for what in Of:
        if file_of(console.home, what).is_file():
            made = back_up(console.home, what, _now(), on_progress=console.show_progress)
            console.tell(str(made.path))
    return 0


def _restore(options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.backups import Of, list_backups
    from quizapp.study.data.restoring import look_into
    from quizapp.wording.own_data import backup_words, preview_words

    backups = list_backups(console.home.backups, Of.JOURNAL)
    if options.backup is None:
        for number, each in enumerate(backups, 1):
            console.tell(f"{number:3}  {backup_words(each, console.wording)}")
        if not backups:
            console.tell(console.wording.say("There are no backups yet in {folder}.", folder=str(console.home.backups)))
        return 0
    backup = _chosen(options.backup, backups)
    console.tell(str(backup.path))
    if backup.of is Of.JOURNAL:
        for line in preview_words(look_into(backup, console.home), console.wording):
            console.tell(line)
    if not (options.yes or _agrees(console)):
        console.tell(console.wording.say("Nothing was changed."))
        return 1
    return _put_back(backup, console)


def _chosen(name: str, backups: "tuple[Backup, ...]") -> "Backup":
    from quizapp.study.data.backups import backup_from

    if name.isascii() and name.isdigit() and 1 <= int(name) <= len(backups):
        return backups[int(name) - 1]
    return backup_from(Path(name).absolute())


def _agrees(console: Console) -> bool:
    if not sys.stdin.isatty():
        console.tell(console.wording.say("Say --yes to put it in place."))
        return False
    print(console.wording.say("Put it in place? y/n"), end=" ", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _put_back(backup: "Backup", console: Console) -> int:
    from quizapp.study.data.backups import file_of
    from quizapp.study.data.pending import ask_to_restore, is_in_use
    from quizapp.study.data.restoring import put_back

    say = console.wording.say
    if is_in_use(file_of(console.home, backup.of)):
        ask_to_restore(backup, console.home)
        console.tell(say("quizapp is open: the backup will be put in place when it starts again."))
        return 0
    restored = put_back(backup, console.home, _now(), console.show_progress)
    console.tell(say("The backup is in place."))
    if restored.kept_in is not None:
        console.tell(say("What was there before is kept in {path}.", path=str(restored.kept_in)))
    return 0


def _export(options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.exporting import export_lines, export_reviews
    from quizapp.study.entries import Answered, Attempted, Rated, Rerated

    _demand_journal(console)
    out = Path(options.file)
    if out.exists() and not options.replace:
        raise SaysError(message("{path} is there already. Say --replace, or choose another name.", path=str(out)))
    match out.suffix.lower():
        case ".apkg":
            return _export_deck(out, options.pack, console)
        case ".jsonl":
            exported = export_lines(console.home.journal, out, _now(), console.show_progress)
        case ".csv":
            with _learner(console) as learner:
                exported = export_reviews(learner.entries(Rated, Answered, Attempted, Rerated), out)
        case _:
            raise SaysError(message("{path}: let the name end in .jsonl, .csv or .apkg.", path=str(out)))
    console.tell(console.wording.say_many("{count} entry written.", "{count} entries written.", exported.rows))
    if exported.spoilt:
        console.complain(
            console.wording.say_many(
                "{count} entry is damaged and was left out.",
                "{count} entries are damaged and were left out.",
                exported.spoilt,
            )
        )
    return 1 if exported.spoilt else 0


def _export_deck(out: Path, pack: str | None, console: Console) -> int:
    from quizapp.study.anki.exporting import own_exported, pack_exported, write_anki
    from quizapp.wording.anki import exported_words

    if pack is None:
        with _learner(console) as learner:
            cards = tuple(own_exported(learner.own_cards(), console.home.pictures))
    else:
        cards = tuple(pack_exported(_pack(pack, console), console.wording.language))
    if not cards:
        raise SaysError(message("There are no cards to export."))
    console.tell(exported_words(write_anki(out, cards, _now()), out, console.wording))
    return 0


def _pack(name: str, console: Console) -> "Pack":
    from quizapp.opening import packs_at_hand
    from quizapp.shipped import shipped

    for pack in packs_at_hand(console.home, shipped("content"))[0].packs:
        if pack.id == name:
            return pack
    raise SaysError(message("There is no pack {pack}.", pack=name))


def _import(options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.importing import bring_in
    from quizapp.wording.own_data import brought_words

    def take(path: Path, learner: "Learner") -> tuple[str, ...]:
        brought = bring_in(path, console.home, learner, _now(), console.show_progress)
        return brought_words(brought, path, console.wording)

    return _for_each(options.files, take, console)


def _merge(options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.due import back_up_before
    from quizapp.study.data.merging import merge
    from quizapp.study.data.taking import taking_in
    from quizapp.wording.own_data import merged_words

    def take(path: Path, learner: "Learner") -> tuple[str, ...]:
        back_up_before(console.home, _now())
        with taking_in(learner, console.home.journal) as taking:
            return merged_words(merge(path, taking, console.show_progress), path, console.wording)

    return _for_each(options.files, take, console)


def _for_each(files: list[str], take: "Callable[[Path, Learner], tuple[str, ...]]", console: Console) -> int:
    """Take each file in, told what came of it; one that can't be used keeps no other from it."""
    status = 0
    with _learner(console) as learner:
        for name in files:
            try:
                first, *unread = take(Path(name), learner)
            except SaysError as error:
                console.complain_of(error)
                status = CANNOT
                continue
            console.tell(first)
            for line in unread:
                console.complain(line)
            status = max(status, 1 if unread else 0)
    return status


def _sync(options: argparse.Namespace, console: Console) -> int:
    from quizapp.study.data.syncing import sync
    from quizapp.study.data.taking import taking_in
    from quizapp.wording.own_data import synced_words

    chosen = options.folder or _sync_folder(console)
    if not chosen:
        raise SaysError(message("No shared folder is set. Name one, or choose one in the app's settings."))
    with _learner(console) as learner, taking_in(learner, console.home.journal) as take:
        synced = sync(Path(chosen).absolute(), console.home, take, _now(), console.show_progress)
    first, *skipped = synced_words(synced, console.wording)
    console.tell(first)
    for line in skipped:
        console.complain(line)
    return 1 if skipped else 0


def _sync_folder(console: Console) -> str:
    try:
        return load_settings(console.home.settings).sync_folder
    except SaysError as error:
        console.complain_of(error)
        return ""
