"""The learner's settings while the app runs: applied at once, saved at once."""

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QObject, Signal

from quizapp.desktop.appearance import Appearance
from quizapp.home import Home
from quizapp.message import Message, SaysError
from quizapp.settings import Consent, Leeches, LookChoice, Settings, WayChoice, load_settings, save_settings
from quizapp.wording import Wording

ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True)
class LoadedSettings:
    """The settings to begin with, and what to say where the file could not be read."""

    settings: Settings
    problem: Message | None = None


def settings_of(home: Home) -> LoadedSettings:
    """Read the home's settings; a broken file means the usual ones and a sentence about it."""
    try:
        return LoadedSettings(load_settings(home.settings))
    except SaysError as error:
        return LoadedSettings(Settings(), error.says)


class Preferences(QObject):
    """What is set now. `changed` tells that something is set anew, `failed` carries why it could not be saved."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, home: Home, settings: Settings, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._home = home
        self._appearance = appearance
        self.settings = settings

    def choose_language(self, language: str) -> None:
        """Speak "en", "zh", or "" for the system's language from now on."""
        self._keep(language=language)
        self._appearance.choose(wording=Wording(language))

    def choose_look(self, look: LookChoice) -> None:
        """Look light, dark or as the system from now on."""
        self._keep(look=look)
        self._appearance.choose(look=look)

    def choose_new_per_day(self, count: int) -> None:
        """Offer this many new items a day."""
        self._keep(new_per_day=count)

    def choose_day_begins(self, hour: int) -> None:
        """Let the learner's days begin at this hour, 0 to 23, local time."""
        self._keep(day_begins=hour)

    def choose_leeches(self, leeches: Leeches) -> None:
        """Do this from now on with items that are forgotten again and again."""
        self._keep(leeches=leeches)

    def choose_zoom(self, zoom: float) -> None:
        """Show text at this multiple of the platform's size, within ZOOM_STEPS."""
        bounded = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self._keep(zoom=bounded)
        self._appearance.choose(zoom=bounded)

    def choose_live_shapes(self, live_shapes: bool) -> None:
        """Show beside each line of an exercise what it made, or not."""
        self._keep(live_shapes=live_shapes)

    def choose_way(self, way: WayChoice) -> None:
        """Have processes for runs in this way when the app starts again; "" means what the system does best."""
        self._keep(way=way)

    def choose_sync_folder(self, folder: str) -> None:
        """Share this folder with other devices; "" means none."""
        self._keep(sync_folder=folder)

    def choose_sync_by_itself(self, by_itself: bool) -> None:
        """Sync when the app starts and ends, or only when asked."""
        self._keep(sync_by_itself=by_itself)

    def keep_consent(self, consent: Consent) -> None:
        """Remember what the learner said yes to."""
        self._keep(consent=consent)

    def zoom_in(self) -> None:
        """Show text one step larger."""
        now = self.settings.zoom
        self.choose_zoom(next((step for step in ZOOM_STEPS if step > now), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Show text one step smaller."""
        now = self.settings.zoom
        self.choose_zoom(next((step for step in reversed(ZOOM_STEPS) if step < now), ZOOM_STEPS[0]))

    def reset_zoom(self) -> None:
        """Show text at the platform's size."""
        self.choose_zoom(1.0)

    def _keep(self, **changes: object) -> None:
        self.settings = msgspec.structs.replace(self.settings, **changes)
        try:
            save_settings(self.settings, self._home.settings)
        except SaysError as error:
            self.failed.emit(error.says)
        self.changed.emit()
