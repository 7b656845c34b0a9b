"""Files of the learner's own home and of a grading that was stopped: somebody may have edited or damaged them."""

from pathlib import Path

import msgspec

from quizapp.classroom.grading.judges.judged import Judged
from quizapp.classroom.grading.judges.progress import NAME, Progress
from quizapp.home import Home
from quizapp.message import SaysError
from quizapp.settings import Consent, Settings, load_settings, save_settings
from quizapp.study.data.pending import asked_for, make_ready
from quizapp.study.data.sync_state import load_state, save_state
from tests.fuzz.parts import joined, parted
from tests.fuzz.saying import demand_names, demand_said
from tests.fuzz.target import Target
from tests.study.sample import NOON

_SETTINGS = Settings(language="zh", zoom=1.5, way="pool", consent=Consent(level="none", gaps=("network",)))
_SYNC = b'{"folder":"/s","at":"2026-03-02T12:00:00Z","read":{"a":{"stamp":{"size":1,"mtime_ns":2,"tail":3},"rows":4}}}'
_JUDGED = Judged(passed=True, points=1.0, of=2.0, outcome="finished")


def seeds() -> tuple[bytes, ...]:
    """Return settings, what is remembered of a shared folder, a restore that was asked for, and judgements."""
    progress = b'{"key":"a","judged":' + msgspec.json.encode(_JUDGED) + b"}\n"
    return (
        joined({"settings.json": msgspec.json.encode(_SETTINGS)}),
        joined({"sync.json": _SYNC}),
        joined({"restore.json": b'{"backup": "/nowhere/journal-2026-03-02.sqlite"}'}),
        joined({NAME: progress * 2}),
    )


def read_all(data: bytes, place: Path) -> None:
    """Read each of these files as the app does when it starts; a file that can't be read is told or passed over."""
    home = Home(place)
    for name, content in dict(parted(data)).items():
        match name:
            case home.settings.name:
                _settings(home, content)
            case home.sync.name:
                home.sync.write_bytes(content)
                save_state(load_state(home.sync), home.sync)
            case home.restore.name:
                home.restore.write_bytes(content)
                asked_for(home)
                for says in make_ready(home, NOON):
                    demand_said(says)
            case progress if progress == NAME:
                _progress(place / NAME, content)


def _settings(home: Home, content: bytes) -> None:
    home.settings.write_bytes(content)
    try:
        read = load_settings(home.settings)
    except SaysError as error:
        demand_names(error, home.settings)
        read = Settings()
    save_settings(read, home.settings)
    assert read == load_settings(home.settings)


def _progress(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with Progress(path) as progress:
        progress.add("new", _JUDGED)
        known = dict(progress.judged)
    with Progress(path) as progress:
        assert known == dict(progress.judged)


TARGETS = (Target(name="own-files", seeds=seeds, read=read_all),)
