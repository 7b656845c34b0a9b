"""Opens the learner's home: reads the packs, opens journal and drafts, makes a sandbox. The app and the terminal do.

The packs are those that ship, those that the learner installed into the home, and those that pip installed.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.home import Home
from quizapp.message import Message, SaysError, message

if TYPE_CHECKING:
    from quizapp.packs.installed import InstalledPacks
    from quizapp.packs.library import Catalogue, Library
    from quizapp.sandbox.layers import LayerName
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.settings import Settings
    from quizapp.study.bookkeeping import OnProgress
    from quizapp.study.drafts import Drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner


@dataclass(frozen=True)
class Opened:
    """What was read and opened; to be closed in the end. `warnings` say what the learner must know of it."""

    library: "Library"
    journal: "Journal"
    learner: "Learner"
    drafts: "Drafts"
    sandbox: "Sandbox"
    warnings: tuple[Message, ...] = ()

    def close(self) -> None:
        """Close the files; the sandbox goes first and by itself, because runs may still wait for it."""
        self.drafts.close()
        self.journal.close()


def open_home(
    home: Home,
    content: Path,
    settings: "Settings",
    without: "frozenset[LayerName]" = frozenset(),
    on_progress: "OnProgress | None" = None,
    on_item: Callable[[], None] | None = None,
) -> Opened:
    """Read the packs, open the journal and replay it. Slow: not for a GUI thread.

    Args:
        home: where the learner's data lies.
        content: folder of the packs that ship.
        settings: how many new items a day, when days begin, what is done with leeches, the way of running code.
        without: layers that the sandbox leaves out.
        on_progress: told how many items of how many are scheduled, if the journal is of another version and its
            schedule must be made anew; what it raises ends the opening.
        on_item: called after each item of a pack that was looked at; what it raises ends the opening.

    Raises:
        SaysError: if journal or drafts can't be opened; their files are left as they are.
    """
    # Imported here, where the app is off its GUI thread and has painted: fsrs and sqlite3 cost more than the window.
    from quizapp.sandbox.sandbox import Sandbox
    from quizapp.sandbox.way import chosen_way
    from quizapp.study.data.pending import make_ready
    from quizapp.study.drafts import open_drafts
    from quizapp.study.journal import Journal
    from quizapp.study.learner import Learner

    _make_folder(home)
    library, missing = packs_at_hand(home, content, on_item)
    told = make_ready(home, datetime.now(UTC))
    journal = Journal(home.journal)
    try:
        learner = Learner(
            journal,
            library.packs,
            new_per_day=settings.new_per_day,
            day_begins=settings.day_begins,
            leeches=settings.leeches,
            pictures=home.pictures,
            on_progress=on_progress,
        )
        drafts, warning = open_drafts(home.drafts)
    except BaseException:
        journal.close()
        raise
    sandbox = Sandbox(without=without, way=chosen_way(settings.way))
    warnings = (*missing, *told, *learner.warnings, *((warning,) if warning is not None else ()))
    return Opened(library, journal, learner, drafts, sandbox, warnings)


def packs_at_hand(
    home: Home, content: Path, on_item: Callable[[], None] | None = None
) -> "tuple[Library, tuple[Message, ...]]":
    """Read the packs that ship, the installed ones and pip's; what pip promises and has not is told beside them.

    Args:
        home: where the installed ones lie.
        content: folder of those that ship.
        on_item: called after each item that was looked at; what it raises ends the reading.
    """
    from quizapp.packs.library import read_packs
    from quizapp.packs.texts import unheard

    folders, missing = _pack_folders(home, content)
    return read_packs(folders, on_item or unheard), missing


def catalogue_at_hand(home: Home, content: Path) -> "tuple[Catalogue, tuple[Message, ...]]":
    """Read what the same packs say of themselves, at once, however many items they have."""
    from quizapp.packs.library import read_catalogue

    folders, missing = _pack_folders(home, content)
    return read_catalogue(folders), missing


def _pack_folders(home: Home, content: Path) -> tuple[tuple[Path, ...], tuple[Message, ...]]:
    from quizapp.packs.installed import InstalledPacks
    from quizapp.packs.library import shipped_folders
    from quizapp.pip_packs import pip_pack_folders

    by_pip, missing = pip_pack_folders()
    return (*shipped_folders(content), *InstalledPacks(home.packs).folders(), *by_pip.values()), missing


def installed_packs(home: Home, content: Path) -> "InstalledPacks":
    """Return the folder of installed packs, which knows the ids that are taken by packs elsewhere."""
    from quizapp.packs.installed import InstalledPacks
    from quizapp.packs.library import shipped_folders
    from quizapp.pip_packs import pip_pack_folders
    from quizapp.study.own_cards import OWN_PACK

    return InstalledPacks(
        home.packs,
        shipped=_ids_in(shipped_folders(content)) | {OWN_PACK},
        by_pip=_ids_in(pip_pack_folders()[0].values()),
    )


def _ids_in(folders: Iterable[Path]) -> frozenset[str]:
    """Return the ids of the packs in these folders; one that can't be read has none."""
    from quizapp.packs.reading import PackError, read_outline

    ids: set[str] = set()
    for folder in folders:
        with suppress(PackError):
            ids.add(read_outline(folder).id)
    return frozenset(ids)


def _make_folder(home: Home) -> None:
    try:
        home.make()
    except OSError as error:
        raise SaysError(
            message(
                "The folder for your data, {path}, can't be made: {reason}. "
                "Make it yourself, or choose another with `quizapp --home`.",
                path=str(home.folder),
                reason=str(error.strerror or error),
            )
        ) from error
