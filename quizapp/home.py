"""Where a learner's data lies: the platform's data folder, or the one that `--home` or QUIZAPP_HOME names."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Home:
    """The folder of one learner's data; made when first written to."""

    folder: Path

    @property
    def journal(self) -> Path:
        """The log of reviews and attempts."""
        return self.folder / "journal.sqlite"

    @property
    def drafts(self) -> Path:
        """The code that the learner has typed and not yet thrown away."""
        return self.folder / "drafts.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of the backups of journal and drafts."""
        return self.folder / "backups"

    @property
    def restore(self) -> Path:
        """Which backup is to be put in place when the app starts again."""
        return self.folder / "restore.json"

    @property
    def sync(self) -> Path:
        """How far the files in the shared folder were read, and what was written there."""
        return self.folder / "sync.json"

    @property
    def exercises(self) -> Path:
        """The files in which exercises are worked on from the terminal."""
        return self.folder / "exercises"

    @property
    def search(self) -> Path:
        """The index that searching uses; it holds nothing that is not elsewhere, and is made anew where it is gone."""
        return self.folder / "search.sqlite"

    @property
    def pictures(self) -> Path:
        """The folder of the pictures that own cards show."""
        return self.folder / "pictures"

    @property
    def packs(self) -> Path:
        """The folder of the packs that the learner has installed."""
        return self.folder / "packs"

    @property
    def author(self) -> Path:
        """Which folders of packs were opened to write in them."""
        return self.folder / "author.json"

    @property
    def settings(self) -> Path:
        """What the learner has set."""
        return self.folder / "settings.json"

    @property
    def window(self) -> Path:
        """Where the window was when it was closed, as Qt writes it."""
        return self.folder / "window.geometry"

    @property
    def errors(self) -> Path:
        """The log of unexpected errors, newest last."""
        return self.folder / "errors.log"

    def make(self) -> None:
        """Create the folder, readable by its owner only.

        Raises:
            OSError: if it can't be made.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def find_home(folder: str | Path | None = None) -> Home:
    """Return the home in `folder`, else in QUIZAPP_HOME, else in the platform's data folder."""
    chosen = folder or os.environ.get("QUIZAPP_HOME")
    return Home(Path(chosen).expanduser().absolute()) if chosen else usual_home()


def usual_home() -> Home:
    """Return the home in the platform's data folder."""
    return Home(Path(platformdirs.user_data_dir("quizapp", appauthor=False)).absolute())
