"""Names that files of a pack may have: the same file on every system, inside the pack, no other program's business."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from quizapp.message import Message, message

LONGEST_PATH: Final = 200
"""Characters of a path in a pack; Windows allows 260 together with the folder that it lies in."""

_LONGEST_PART: Final = 255
_DRIVE: Final = re.compile(r"[A-Za-z]:")
_NOT_ON_WINDOWS: Final = re.compile(r'[<>:"|?*]')
_NOT_TO_BE_SEEN: Final = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_JUNK: Final = re.compile(
    r"\..*"  # hidden: of version control, editors, macOS
    r"|.*~|\#.*\#|.*\.(?:swp|swo|bak|orig|rej|tmp|pyc|pyo)"
    r"|__pycache__|__macosx|thumbs\.db|desktop\.ini"
    r"|.*\.(?:quizpack|zip|tar|tgz|gz|7z|rar)",
    re.IGNORECASE | re.DOTALL,
)


def is_junk(path: str) -> bool:
    """Tell whether a path is an editor's, a system's or version control's, or an archive: no part of a pack."""
    return any(_JUNK.fullmatch(part) for part in path.split("/"))


def same_place(path: str) -> str:
    """Return a key that is equal for two paths which some system takes for the same one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def name_fault(path: str) -> Message | None:
    """Return why a file of a pack may not be called this, or None. Folders are parted by `/`."""
    if "\\" in path:
        return message("there is a backslash in its name; folders are parted by /")
    if path.startswith("/") or _DRIVE.match(path):
        return message("its name begins at the top of a disk; it must lie inside the pack")
    if any(unicodedata.category(character) in _NOT_TO_BE_SEEN for character in path):
        return message("there is a character in its name that can't be seen")
    if len(path) > LONGEST_PATH:
        return message("its name has more than {most} characters", most=LONGEST_PATH)
    parts = path.split("/")
    if ".." in parts:
        return message("its name leads out of the pack with ..")
    return next((says for part in parts if (says := _part_fault(part))), None)


def _part_fault(part: str) -> Message | None:
    if part in ("", "."):
        return message("there is an empty part in its name")
    if _RESERVED.fullmatch(part):
        return message('Windows keeps the name "{part}" for itself; call it otherwise', part=part)
    if found := _NOT_ON_WINDOWS.search(part):
        return message("Windows allows no {sign} in a name; call it otherwise", sign=found[0])
    if part[-1] in ". ":
        return message(
            'Windows allows no name that ends in a dot or a space, as "{part}"; call it otherwise', part=part
        )
    if len(part.encode("utf-8", "replace")) > _LONGEST_PART:
        return message("a part of its name is too long")
    return None


def folders_of(path: str) -> list[str]:
    """Return the folders that a path lies in, inner ones first."""
    return [folder.as_posix() for folder in PurePosixPath(path).parents][:-1]
