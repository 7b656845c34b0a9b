"""What can go wrong with a file that is no journal in use: a backup, an export, another device's."""

import errno
from pathlib import Path

from quizapp.message import Message, SaysError, message


class DataError(SaysError):
    """A file or folder can't be read or written; nothing was lost by that."""


class NotWhole(DataError):
    """A file is not what it should be: cut short, damaged, or something else altogether."""


class TooNew(DataError):
    """A file was written by a newer quizapp, and is left to that."""


_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def cannot_read(path: object, error: OSError) -> DataError:
    """Return the error of a file that can't be read."""
    return DataError(message("{path} can't be read: {reason}.", path=str(path), reason=reason_of(error)))


def cannot_write(path: object, error: OSError) -> DataError:
    """Return the error of a file that can't be written."""
    if error.errno in _NO_ROOM:
        return DataError(
            message("{path} can't be written: the disk is full. Free some space, then try again.", path=str(path))
        )
    return DataError(message("{path} can't be written: {reason}.", path=str(path), reason=reason_of(error)))


def no_folder(folder: Path) -> DataError:
    """Return the error of a folder that is not there."""
    return DataError(
        message(
            "There is no folder {folder}. Connect its drive if it is on one, or choose another folder.",
            folder=str(folder),
        )
    )


def reason_of(error: OSError) -> str:
    """Return the system's own words."""
    return error.strerror or str(error)


def too_new(path: object, found: int, known: int) -> TooNew:
    """Return the error of a file from the future."""
    return TooNew(_too_new(path, found, known))


def _too_new(path: object, found: int, known: int) -> Message:
    return message(
        "{path} was written by a newer quizapp (format {found}, this one knows up to {known}). "
        "Nothing was changed. Update quizapp to use it.",
        path=str(path),
        found=found,
        known=known,
    )
