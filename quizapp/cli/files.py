"""Finds what a command line names: a file of code, an exercise, a pack."""

from pathlib import Path

from quizapp.home import Home
from quizapp.message import SaysError, message
from quizapp.opening import packs_at_hand
from quizapp.packs.model import Exercise, Item
from quizapp.packs.reading import PackReading, read_pack
from quizapp.shipped import shipped

LARGEST_CODE = 1 << 20


def read_code(name: str) -> str:
    """Return the text of a Python file.

    Raises:
        SaysError: if it can't be read as UTF-8 text of at most 1 MiB.
    """
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST_CODE + 1)
    except OSError as error:
        raise SaysError(message("{file} can't be read: {reason}.", file=name, reason=str(error.strerror))) from error
    if len(data) > LARGEST_CODE:
        raise SaysError(message("{file} is larger than 1 MiB; is it the right file?", file=name))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SaysError(message("{file} is not UTF-8 text; save it as UTF-8.", file=name)) from error


def find_exercise(name: str, home: Home) -> Exercise:
    """Return the exercise called PACK/LESSON/ITEM among the learner's packs, or the one in the folder `name`.

    Raises:
        SaysError: if there is none, or it is broken, or no exercise.
    """
    folder = Path(name)
    if (folder / "exercise.toml").is_file():
        folder = folder.resolve()
        reading = read_pack(folder.parent.parent)
        item_id = "/".join((reading.pack.id, folder.parent.name, folder.name))
        return _as_exercise(item_id, reading.pack.find(item_id), reading.problems)
    library, _ = packs_at_hand(home, shipped("content"))
    return _as_exercise(name, library.find(name), library.problems)


def _as_exercise(name: str, item: Item | None, problems: tuple[SaysError, ...]) -> Exercise:
    if isinstance(item, Exercise):
        return item
    if item is not None:
        raise SaysError(message("{item} is no exercise, so there is nothing to run.", item=name))
    tail = name.partition("/")[2]
    broken = next((problem for problem in problems if tail and tail in str(problem)), None)
    if broken is not None:
        raise broken
    raise SaysError(message("There is no exercise {item}. Write it as PACK/LESSON/ITEM.", item=name))


def find_pack(name: str) -> PackReading:
    """Read the pack in the folder `name`.

    Raises:
        SaysError: if there is no usable pack.
    """
    folder = Path(name)
    if not folder.is_dir():
        raise SaysError(message("There is no folder {folder}.", folder=name))
    return read_pack(folder.resolve())
