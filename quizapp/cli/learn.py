"""`quizapp learn`: the day's cards, questions and exercises in the terminal, on the same journal as the app."""

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from quizapp.cli.console import Console
from quizapp.consent import Permission
from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.opening import open_home
from quizapp.settings import Consent, Settings, load_settings, save_settings
from quizapp.shipped import shipped

if TYPE_CHECKING:
    from quizapp.terminal.desk import Desk


def run(_options: argparse.Namespace, console: Console) -> int:
    """Study until nothing is left or the learner leaves; exit code 0."""
    return learn(console)


def learn(console: Console) -> int:
    """Study until nothing is left or the learner leaves; exit code 0."""
    # Imported here: rich and the scheduler cost more than all other commands.
    from quizapp.terminal.sitting import study_today

    with open_desk(console) as desk:
        study_today(desk)
    return 0


@contextmanager
def open_desk(console: Console) -> Iterator["Desk"]:
    """Open the home, the packs and a sandbox for one sitting.

    Raises:
        SaysError: if journal or drafts can't be opened; their files are left as they are.
    """
    from quizapp.study.data.safekeeping import leave, look_after
    from quizapp.terminal.desk import Desk
    from quizapp.terminal.screen import Screen

    settings = _settings(console)
    opened = open_home(console.home, shipped("content"), settings, on_progress=console.show_rebuilding)
    for warning in opened.warnings:
        console.complain(console.wording.sentence(warning))
    with closing(opened), opened.sandbox as sandbox:
        sandbox.start()
        shared = settings.sync_folder if settings.sync_by_itself else ""
        for says in look_after(console.home, opened.learner, shared, datetime.now(UTC)).told:
            console.complain(console.wording.sentence(says))
        yield Desk(
            screen=Screen(),
            wording=console.wording,
            packs=opened.learner.packs,
            learner=opened.learner,
            drafts=opened.drafts,
            sandbox=sandbox,
            permission=Permission(settings.consent, partial(_keep_consent, console.home)),
            folder=console.home.exercises,
        )
        leave(console.home, shared, datetime.now(UTC))


def _settings(console: Console) -> Settings:
    """Return what is set, or the usual, with a word, where that can't be read."""
    try:
        return load_settings(console.home.settings)
    except SaysError as error:
        console.complain_of(error)
        return Settings()


def _keep_consent(home: Home, consent: Consent) -> None:
    """Remember the yes to running code, beside what else is set."""
    try:
        settings = load_settings(home.settings)
    except SaysError:
        settings = Settings()
    save_settings(replace(settings, consent=consent), home.settings)
