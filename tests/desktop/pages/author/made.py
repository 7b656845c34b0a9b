"""Small packs to write in."""

from pathlib import Path

from quizapp.classroom.starting import NewPack, start_pack

CARD = "freezing/what-requires-grad-means"
QUESTION = "freezing/a-plain-tensor"
EXERCISE = "freezing/freeze-the-first-layer"
HOLED = "freezing/twice"


def begun(folder: Path, pack_id: str = "mini", title: str = "A small pack") -> Path:
    """Make a new pack, as `quizapp pack new` does, and return its folder."""
    start_pack(folder, NewPack(id=pack_id, title=title, authors=("Ada",), licence="CC0-1.0"))
    return folder


def begun_with_hole(folder: Path) -> Path:
    """Make a new pack with one exercise more, whose only inputs are known, so that its result can be written down."""
    begun(folder)
    files = {
        "prompt.md": "Make `p`, twice `scores`.\n",
        "given.py": "import torch\n\nscores = torch.tensor([1.0, 2.0])\n",
        "starter.py": "p = scores\n",
        "solution.py": "p = 2 * scores\n",
        "exercise.toml": 'title = "Twice"\n\n[[checks]]\nobserve = "p"\nsays = "`p` is twice as much"\n',
    }
    for name, text in files.items():
        (folder / HOLED).mkdir(exist_ok=True)
        (folder / HOLED / name).write_text(text, encoding="utf-8")
    rewrite(folder / "freezing" / "lesson.toml", '"freeze-the-first-layer"', '"freeze-the-first-layer", "twice"')
    return folder


def rewrite(file: Path, before: str, after: str) -> None:
    """Save a file as an editor does: another one is put over it."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    beside = file.with_suffix(".new~")
    beside.write_text(text.replace(before, after, 1), encoding="utf-8")
    beside.replace(file)
