"""A pack with one small exercise, to be recorded and attacked."""

from pathlib import Path

from quizapp.classroom.record import record_exercise
from quizapp.packs.model import Exercise, Pack
from quizapp.packs.reading import read_pack
from quizapp.sandbox.sandbox import Sandbox

FILES = {
    "pack.toml": 'format = 1\nid = "small"\nversion = "1"\ntitle = "Small"\nlessons = ["means"]\n',
    "means/lesson.toml": 'title = "Means"\nsummary = "Of rows."\nitems = ["rows"]\n',
    "means/rows/prompt.md": "Write `means(x)`: the mean of each row.\n",
    "means/rows/starter.py": "def means(x):\n    pass\n",
    "means/rows/solution.py": "def means(x):\n    return x.mean(dim=1)\n",
    "means/rows/probe.py": "from quizapp.probe import ramp\n\nx = ramp(2, 3)\ny = means(x)\n",
    "means/rows/exercise.toml": 'title = "Means of rows"\n\n[[checks]]\nobserve = "y"\naspects = ["shape"]\n',
}


def small_pack(root: Path, sandbox: Sandbox | None = None, **files: str) -> Pack:
    """Write the pack with other files of its exercise where given, `solution` or `exercise`; record it if asked."""
    named = {f"means/rows/{name}.{'toml' if name == 'exercise' else 'py'}": text for name, text in files.items()}
    for path, text in {**FILES, **named}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    pack = read_pack(root).pack
    (exercise,) = pack.items()
    assert isinstance(exercise, Exercise)
    if sandbox is not None:
        record_exercise(exercise, sandbox, "2.13.0")
    return pack
