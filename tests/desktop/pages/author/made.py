"""Small packs to write in."""

from pathlib import Path

from quizapp.classroom.starting import NewPack, start_pack

CARD = "freezing/what-requires-grad-means"
QUESTION = "freezing/a-plain-tensor"
EXERCISE = "freezing/freeze-the-first-layer"


def begun(folder: Path, pack_id: str = "mini", title: str = "A small pack") -> Path:
    """Make a new pack, as `quizapp pack new` does, and return its folder."""
    start_pack(folder, NewPack(id=pack_id, title=title, authors=("Ada",), licence="CC0-1.0"))
    return folder


def rewrite(file: Path, before: str, after: str) -> None:
    """Save a file as an editor does: another one is put over it."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    beside = file.with_suffix(".new~")
    beside.write_text(text.replace(before, after, 1), encoding="utf-8")
    beside.replace(file)
