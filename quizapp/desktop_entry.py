"""Makes `.quizpack` files known to the desktop, where that follows freedesktop.org: a double click opens quizapp.

Below the user's XDG_DATA_HOME, each with our mark in it, since only our own files are ever replaced or removed:

applications/quizapp.desktop                     how the app is started, and that it opens this kind of file
mime/packages/quizapp.xml                        the kind of file, and what its names end in
icons/hicolor/scalable/apps/quizapp.svg          the app's icon
icons/hicolor/scalable/mimetypes/….svg           the kind's icon
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from quizapp.home import Home, usual_home
from quizapp.message import Message, SaysError, message
from quizapp.packs.archives import ENDING
from quizapp.shipped import shipped
from quizapp.whole_files import writing
from quizapp.wording.speech import Wording

KIND: Final = "application/x-quizpack+zip"
"""The MIME type of a pack in one file."""

MARK: Final = b"Made by quizapp"

_ENTRY: Final = Path("applications", "quizapp.desktop")
_KINDS: Final = Path("mime", "packages", "quizapp.xml")
_ICONS: Final = Path("icons", "hicolor", "scalable")
_APP_ICON: Final = _ICONS / "apps" / "quizapp.svg"
_KIND_ICON: Final = _ICONS / "mimetypes" / f"{KIND.replace('/', '-')}.svg"

_TOLD: Final = (
    ("update-mime-database", "shared-mime-info", "mime"),
    ("update-desktop-database", "desktop-file-utils", "applications"),
)
"""Who has to hear of the files: the program, the package that has it, the folder that it reads."""

_TOLD_SECONDS: Final = 60

_NO_TEXT: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""Line breaks and the like, and what stands for bytes that are no text."""

_NEEDS_QUOTES: Final = re.compile(r"[\s\"'\\><~|&;$*?#()`]")


class EntryError(SaysError):
    """Files can't be made known to the desktop; whose fault it is stands in the sentence."""


class DesktopEntry:
    """What the desktop knows of this quizapp: the files that it is to find, and whether they are there."""

    def __init__(self, home: Home, environment: Mapping[str, str] = os.environ) -> None:
        """Touch nothing yet.

        Args:
            home: where the learner's data lies; the app that a double click opens uses the same.
            environment: where XDG_DATA_HOME may stand.
        """
        self._folder = _data_folder(environment)
        self._program = _program(home)

    @property
    def is_there(self) -> bool:
        """Whether a double click opens this very quizapp, as far as our own files go."""
        try:
            return all(self._at(path).read_bytes() == content for path, content in self._files())
        except (OSError, EntryError):
            return False

    def install(self) -> tuple[Message, ...]:
        """Write the files, and return what is lacking for the desktop to hear of them; it may be done again.

        Raises:
            EntryError: if this desktop is of another kind, if something else has our place, or if it can't be written.
        """
        _refuse_other_systems()
        files = tuple(self._files())
        _try_out(self._program)
        for path, _ in files:
            self._refuse_taken(path)
        try:
            for path, content in files:
                self._at(path).parent.mkdir(parents=True, exist_ok=True)
                with writing(self._at(path)) as file:
                    file.write(content)
        except OSError as error:
            raise EntryError(_unusable(error, self._folder)) from error
        return tuple(self._tell())

    def remove(self) -> bool:
        """Remove the files that are ours, and return whether there were any.

        Raises:
            EntryError: if this desktop is of another kind, or one of them can't be removed.
        """
        _refuse_other_systems()
        own = [self._at(path) for path in (_ENTRY, _KINDS, _APP_ICON, _KIND_ICON) if self._is_ours(path)]
        try:
            for path in own:
                path.unlink()
        except OSError as error:
            raise EntryError(_unusable(error, self._folder)) from error
        if own:
            # What can't be told forgets by itself when it looks again.
            tuple(self._tell())
        return bool(own)

    def _files(self) -> Iterator[tuple[Path, bytes]]:
        yield _APP_ICON, shipped("assets", "icons", "quizapp.svg").read_bytes()
        yield _KIND_ICON, shipped("assets", "icons", "quizpack.svg").read_bytes()
        yield _KINDS, _kinds_file().encode()
        yield _ENTRY, entry_file(self._program).encode()

    def _at(self, path: Path) -> Path:
        return self._folder / path

    def _is_ours(self, path: Path) -> bool:
        with suppress(OSError):
            return MARK in self._at(path).read_bytes()
        return False

    def _refuse_taken(self, path: Path) -> None:
        if os.path.lexists(self._at(path)) and not self._is_ours(path):
            raise EntryError(
                message("{path} is not from quizapp, so it is left; move it away first.", path=str(self._at(path)))
            )

    def _tell(self) -> Iterator[Message]:
        """Tell those that keep an account of such files, and yield who could not be told."""
        for program, package, folder in _TOLD:
            found = shutil.which(program)
            if found is None:
                yield message(
                    "The desktop may not notice: {program} is missing. Install {package} and do this again.",
                    program=program,
                    package=package,
                )
            elif self._at(Path(folder)).is_dir() and (reason := _run(found, str(self._at(Path(folder))))):
                yield message(
                    "The desktop may not notice: {program} says {reason}.", program=program, reason=reason.rstrip(".")
                )


def is_possible() -> bool:
    """Tell whether the desktops of this system follow freedesktop.org."""
    return sys.platform not in ("win32", "cygwin", "darwin")


def entry_file(program: tuple[str, ...]) -> str:
    """Return the text of the desktop entry that starts a program.

    Raises:
        EntryError: if a desktop entry can't name it.
    """
    says = "Learn PyTorch's basics so that they stay learnt."
    lines = (
        f"# {MARK.decode()}; `quizapp desktop-entry remove` removes it.",
        "[Desktop Entry]",
        "Type=Application",
        "Version=1.0",
        "Name=quizapp",
        f"Comment={says}",
        f"Comment[zh_CN]={Wording('zh').say(says)}",
        f"TryExec={_escaped(program[0])}",
        f"Exec={_escaped(' '.join(map(_quoted, program)))} %f",
        "Icon=quizapp",
        "StartupWMClass=quizapp",
        "Terminal=false",
        "Categories=Education;",
        f"MimeType={KIND};",
        "",
    )
    return "\n".join(lines)


def _kinds_file() -> str:
    comment, chinese = (Wording(language).say("Pack for quizapp") for language in ("en", "zh"))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- {MARK.decode()}; `quizapp desktop-entry remove` removes it. -->
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{KIND}">
    <comment>{comment}</comment>
    <comment xml:lang="zh_CN">{chinese}</comment>
    <sub-class-of type="application/zip"/>
    <glob pattern="*{ENDING}"/>
  </mime-type>
</mime-info>
"""


def _data_folder(environment: Mapping[str, str]) -> Path:
    named = Path(environment.get("XDG_DATA_HOME", ""))
    # The specification asks for relative paths to be passed over.
    return named if named.is_absolute() else Path.home() / ".local" / "share"


def _program(home: Home) -> tuple[str, ...]:
    """Return what starts this very quizapp, from any folder and without this environment's variables."""
    # The interpreter rather than a script, of which there may be none, or several. With -P it does not import what
    # lies beside the file that was clicked.
    program = (sys.executable, "-P", "-m", "quizapp")
    return program if home == usual_home() else (*program, "--home", str(home.folder))


def _try_out(program: tuple[str, ...]) -> None:
    """Refuse a program that only this terminal could start."""
    if _run(*program, "--version"):
        raise EntryError(
            message(
                "The desktop can't start quizapp by {program}; install it with pip first.", program=" ".join(program)
            )
        )


def _run(*program: str) -> str:
    """Run a program as the desktop would, and return why it failed, "" if it did not."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    try:
        subprocess.run(
            program, env=environment, cwd="/", check=True, capture_output=True, text=True, timeout=_TOLD_SECONDS
        )
    except subprocess.CalledProcessError as error:
        return str(error.stderr).strip() or f"{error.returncode}"
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return str(error)
    return ""


def _refuse_other_systems() -> None:
    if not is_possible():
        raise EntryError(
            message(
                "This is not done on this system, only on Linux and its kin. "
                "Drop .quizpack files onto the window, or say `quizapp pack install FILE`."
            )
        )


def _quoted(word: str) -> str:
    """Return one argument as the key Exec wants it."""
    word = word.replace("%", "%%")
    if word and not _NEEDS_QUOTES.search(word):
        return word
    return '"' + re.sub(r'(["`$\\])', r"\\\1", word) + '"'


def _escaped(text: str) -> str:
    """Return a text as the value of a key.

    Raises:
        EntryError: if no desktop entry can hold it.
    """
    if _NO_TEXT.search(text):
        raise EntryError(
            message("A desktop entry can't name {program}; move it to a folder with a plain name.", program=repr(text))
        )
    return text.replace("\\", "\\\\")


def _unusable(error: OSError, folder: Path) -> Message:
    path = str(error.filename or folder)
    return message("{path} can't be used: {reason}.", path=path, reason=error.strerror or str(error))
