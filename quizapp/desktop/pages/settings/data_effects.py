"""Backups, export, import and sync off the GUI thread, for the section on the learner's data."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from quizapp.desktop.pages.settings.anki_model import export_pack
from quizapp.desktop.pages.settings.data_model import DataState, Job, Told, told_of
from quizapp.desktop.preferences import Preferences
from quizapp.desktop.services import Services
from quizapp.home import Home
from quizapp.message import SaysError, message
from quizapp.packs.model import Pack
from quizapp.study.data.backups import Backup, Of, back_up, file_of, list_backups
from quizapp.study.data.exporting import Exported, export_lines, export_reviews
from quizapp.study.data.importing import BroughtIn, bring_in, look_at
from quizapp.study.data.pending import ask_to_restore, asked_for, withdraw
from quizapp.study.data.restoring import look_into
from quizapp.study.data.syncing import Synced, last_sync, sync
from quizapp.study.data.taking import taking_in
from quizapp.study.entries import Answered, Attempted, Rated, Rerated
from quizapp.study.learner import Learner
from quizapp.wording.anki import exported_words
from quizapp.wording.own_data import brought_words, synced_words

if TYPE_CHECKING:
    from quizapp.study.anki.exporting import Exported as ExportedDeck


class OwnData(QObject):
    """Does what the section asks for, one job at a time; `changed` tells that `state` is another one.

    `previewed` carries a `Preview` of a backup, `looked` what a file would bring: both are to be confirmed.
    """

    changed = Signal()
    previewed = Signal(object)
    looked = Signal(object)
    _went_on = Signal(int)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        """Do nothing until there are services."""
        super().__init__(parent)
        self._preferences = preferences
        self._services: Services | None = None
        self.state = DataState(sync_folder=preferences.settings.sync_folder)
        # It comes from other threads, and is heard on this one.
        self._went_on.connect(self._show_progress)
        preferences.changed.connect(self._follow_preferences)

    def take(self, services: Services) -> None:
        """Begin to work."""
        self._services = services
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Look which backups there are, and when the last sync was."""
        if self._services is not None:
            look = partial(_look_around, self._services.home, self._preferences.settings.sync_folder)
            self._services.runs.submit(look, self._show_around, self._fail)

    @Slot()
    def back_up(self) -> None:
        """Make a backup now."""
        if (services := self._begin(Job.BACK_UP)) is not None:
            self._submit(partial(_back_up, services.home, self._heard()), self._tell_backed_up)

    def preview(self, backup: Backup) -> None:
        """Say what putting a backup in place would cost; `previewed` follows."""
        if (services := self._begin(Job.PREVIEW)) is not None:
            self._submit(partial(look_into, backup, services.home), self._pass_on(self.previewed))

    def restore(self, backup: Backup) -> None:
        """Have a backup put in place at the next start."""
        if self._services is None:
            return
        try:
            ask_to_restore(backup, self._services.home)
        except SaysError as error:
            self._show(told=self._trouble(error))
        else:
            self._show(told=None)
        self.refresh()

    @Slot()
    def withdraw(self) -> None:
        """Put no backup in place at the next start."""
        if self._services is not None:
            withdraw(self._services.home)
            self.refresh()

    def export(self, out: Path) -> None:
        """Write the journal to a file: a table if its name ends in .csv, else lines of JSON."""
        if (services := self._begin(Job.EXPORT)) is not None:
            self._submit(partial(_export, services, out, self._heard()), partial(self._tell_exported, out))

    def export_pack(self, out: Path, pack: Pack) -> None:
        """Write the cards of a pack into a deck for Anki."""
        if (services := self._begin(Job.EXPORT)) is not None:
            work = partial(export_pack, out, pack, services.appearance.wording.language)
            self._submit(work, partial(self._tell_exported, out))

    def look_at(self, path: Path) -> None:
        """Say what a file would bring; `looked` follows."""
        if (services := self._begin(Job.LOOK)) is not None:
            work = partial(look_at, path, services.home, services.learner, datetime.now(UTC), self._heard())
            self._submit(work, self._pass_on(self.looked))

    def bring_in(self, path: Path) -> None:
        """Take in what a file holds."""
        if (services := self._begin(Job.IMPORT)) is not None:
            work = partial(bring_in, path, services.home, services.learner, datetime.now(UTC), self._heard())
            self._submit(work, partial(self._tell_brought_in, path))

    @Slot()
    def sync(self) -> None:
        """Sync with the shared folder."""
        folder = self._preferences.settings.sync_folder
        if folder and (services := self._begin(Job.SYNC)) is not None:
            self._submit(partial(sync_now, services.home, services.learner, folder, self._heard()), self._tell_synced)

    # -- how a job goes

    def _begin(self, job: Job) -> Services | None:
        """Begin a job unless another is under way."""
        if self._services is None or self.state.job is not None:
            return None
        self._show(job=job, percent=0, told=None)
        return self._services

    def _submit(self, work: Callable[[], Any], on_answer: Callable[[Any], None]) -> None:
        assert self._services is not None

        def answer(value: Any) -> None:
            self._show(job=None)
            on_answer(value)

        self._services.runs.submit(work, answer, self._fail)

    def _heard(self) -> "Percents":
        return Percents(self._went_on.emit)

    def _pass_on(self, signal: Any) -> Callable[[object], None]:
        return lambda value: signal.emit(value)

    @Slot(int)
    def _show_progress(self, percent: int) -> None:
        if self.state.job is not None:
            self._show(percent=percent)

    def _fail(self, error: Exception) -> None:
        self._show(job=None, told=self._trouble(error) if isinstance(error, SaysError) else None)
        if not isinstance(error, SaysError):
            raise error

    def _trouble(self, error: SaysError) -> Told:
        return told_of(error.says, wording=self._wording, is_trouble=True)

    def _tell_backed_up(self, made: Backup) -> None:
        self._tell(self._wording.say("Backed up: {path}", path=str(made.path)))
        self.refresh()

    def _tell_exported(self, out: Path, exported: "Exported | ExportedDeck") -> None:
        if not isinstance(exported, Exported):
            self._tell(exported_words(exported, out, self._wording))
            return
        lines = [
            self._wording.say_many(
                "{path}: {count} entry written.", "{path}: {count} entries written.", exported.rows, path=str(out)
            )
        ]
        if exported.spoilt:
            lines.append(
                self._wording.say_many(
                    "{count} entry is damaged and was left out.",
                    "{count} entries are damaged and were left out.",
                    exported.spoilt,
                )
            )
        self._tell(*lines, is_trouble=exported.spoilt > 0)

    def _tell_brought_in(self, path: Path, brought: BroughtIn) -> None:
        self._tell(*brought_words(brought, path, self._wording), is_trouble=brought.merged.unread > 0)
        self._look_anew()

    def _tell_synced(self, synced: Synced) -> None:
        self._tell(*synced_words(synced, self._wording), is_trouble=bool(synced.skipped))
        self._look_anew()

    def _look_anew(self) -> None:
        """What came in may hold own cards; the backups and the last sync may be others."""
        assert self._services is not None
        self._services.shelve()
        self.refresh()

    def _tell(self, *lines: str, is_trouble: bool = False) -> None:
        self._show(told=Told(lines, is_trouble))

    def _show_around(self, around: "tuple[tuple[Backup, ...], Path | None, datetime | None]") -> None:
        backups, waiting, last = around
        self._show(backups=backups, waiting=waiting, last_sync=last)

    @Slot()
    def _follow_preferences(self) -> None:
        folder = self._preferences.settings.sync_folder
        if folder != self.state.sync_folder:
            self._show(sync_folder=folder, last_sync=None, told=None)
            self.refresh()

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit()

    @property
    def _wording(self) -> Any:
        assert self._services is not None
        return self._services.appearance.wording


class Percents:
    """Hears how much is done of how much, and tells only of another percentage."""

    def __init__(self, tell: Callable[[int], None]) -> None:
        self._tell = tell
        self._told = -1

    def __call__(self, done: int, of: int) -> None:
        """Hear it."""
        percent = 100 * done // max(of, 1)
        if percent != self._told:
            self._told = percent
            self._tell(percent)


def sync_now(home: Home, learner: Learner, folder: str, on_progress: Callable[[int, int], None]) -> Synced:
    """Sync; slow.

    Raises:
        DataError, JournalError: as `quizapp.study.data.syncing.sync`.
    """
    with taking_in(learner, home.journal) as take:
        return sync(Path(folder), home, take, datetime.now(UTC), on_progress)


def _look_around(home: Home, folder: str) -> tuple[tuple[Backup, ...], Path | None, datetime | None]:
    return list_backups(home.backups, Of.JOURNAL), asked_for(home), last_sync(home, folder)


def _back_up(home: Home, on_progress: Callable[[int, int], None]) -> Backup:
    now = datetime.now(UTC)
    if file_of(home, Of.DRAFTS).is_file():
        back_up(home, Of.DRAFTS, now)
    return back_up(home, Of.JOURNAL, now, on_progress=on_progress)


def _export(services: Services, out: Path, on_progress: Callable[[int, int], None]) -> "Exported | ExportedDeck":
    if out.suffix.lower() == ".apkg":
        return _export_deck(services, out)
    if out.suffix.lower() == ".csv":
        return export_reviews(services.learner.entries(Rated, Answered, Attempted, Rerated), out)
    return export_lines(services.home.journal, out, datetime.now(UTC), on_progress)


def _export_deck(services: Services, out: Path) -> "ExportedDeck":
    from quizapp.study.anki.exporting import own_exported, write_anki

    cards = tuple(own_exported(services.learner.own_cards(), services.home.pictures))
    if not cards:
        raise SaysError(message("There are no cards to export."))
    return write_anki(out, cards, datetime.now(UTC))
