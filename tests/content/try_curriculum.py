"""Tries right and wrong programs that were written apart from the pack against its exercises of the same names.

`python -m tests.content.try_curriculum FOLDER [PACK]`: FOLDER holds a folder for each exercise, as
`A01_gradients-add-up`, with `solution.py` and `alt_*.py`, which must pass, and `starter.py` and `wrong_*.py`, which
must not: `wrong_swapped.py` has to be recognised as the pack's mistake `swapped`, or as any where it has none of that
name. A starter has to be recognised if it is one of the pack's mistakes, word by word. Each file goes the way of
`quizapp try --json`, in this process. Exit code 1 if something does not hold.
"""

import argparse
import ast
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from quizapp.cli.attempt import verdict_as_json
from quizapp.cli.files import read_code
from quizapp.packs.model import Exercise, Pack
from quizapp.packs.reading import read_pack
from quizapp.practice import attempt
from quizapp.sandbox.sandbox import Sandbox
from quizapp.shipped import shipped
from quizapp.wording import Wording

AT_ONCE: Final = 4


@dataclass(frozen=True)
class Trial:
    """One program, and what `try --json` says of it."""

    exercise: Exercise
    file: Path
    said: dict[str, Any]

    @property
    def is_right(self) -> bool:
        """Whether it has to pass."""
        return self.file.stem == "solution" or self.file.stem.startswith("alt_")

    @property
    def mistake(self) -> str | None:
        """The mistake as which it was recognised."""
        return None if self.said["mistake"] is None else str(self.said["mistake"]["name"])

    @property
    def accepted(self) -> frozenset[str] | None:
        """The mistakes as which it may be recognised; None if it need not be."""
        names = {each.name: each.feedback for each in self.exercise.mistakes}
        own = self.file.stem.removeprefix("wrong_")
        if self.file.stem == "starter":
            same = [each.name for each in self.exercise.mistakes if _is_same(each.code, read_code(str(self.file)))]
            own = same[0] if same else ""
            if not same:
                return None
        # Mistakes that share a feedback are one to the learner.
        return frozenset(name for name, says in names.items() if says == names.get(own, says))

    @property
    def fault(self) -> str:
        """What does not hold, "" if all does."""
        if self.said["passed"] is not self.is_right:
            why = self.said["findings"][0]["says"] if self.said["findings"] else self.said["outcome"]
            return "passes" if self.said["passed"] else f"does not pass: {why}"
        if self.is_right or self.accepted is None or self.mistake in self.accepted:
            return ""
        return f"is taken for {self.mistake or 'no mistake'}, has to be {' or '.join(sorted(self.accepted))}"


def _is_same(one: str, other: str) -> bool:
    """Whether two programs differ in comments and spaces only."""
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    except SyntaxError:
        return one.split() == other.split()


def programs(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the name of each exercise in a folder with each of its programs."""
    for of_exercise in sorted(path for path in folder.iterdir() if path.is_dir()):
        for pattern in ("solution.py", "alt_*.py", "starter.py", "wrong_*.py"):
            for file in sorted(of_exercise.glob(pattern)):
                yield of_exercise.name.partition("_")[2], file


def tried(folder: Path, pack: Pack, sandbox: Sandbox) -> tuple[list[Trial], list[str]]:
    """Try every program, and return what was said, and the names of exercises that the pack lacks."""
    by_name = {item.id.rpartition("/")[2]: item for item in pack.items() if isinstance(item, Exercise)}
    found = list(programs(folder))
    english = Wording("en")

    def judged(exercise: Exercise, file: Path) -> Trial:
        verdict = attempt(exercise, read_code(str(file)), sandbox)
        return Trial(exercise, file, verdict_as_json(verdict, exercise, english))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        known = [(by_name[name], file) for name, file in found if name in by_name]
        trials = list(pool.map(lambda each: judged(*each), known))
    return trials, sorted({name for name, _ in found if name not in by_name})


def main(arguments: list[str]) -> int:
    """Try, print a table of what does not hold and a summary; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.content.try_curriculum")
    parser.add_argument("folder", type=Path)
    parser.add_argument("pack", type=Path, nargs="?", default=shipped("content", "pytorch-essentials"))
    options = parser.parse_args(arguments)
    with Sandbox(standbys=AT_ONCE, in_bulk=True) as sandbox:
        trials, missing = tried(options.folder, read_pack(options.pack).pack, sandbox)
    faults = [trial for trial in trials if trial.fault]
    for name in missing:
        print(f"{name}: the pack has no such exercise")
    for trial in faults:
        print(f"{trial.file.parent.name}/{trial.file.name}: {trial.fault}")
    print(summary(trials))
    return 1 if faults or missing else 0


def summary(trials: list[Trial]) -> str:
    """Return the line that counts what holds, of how many."""
    exercises = len({trial.exercise.id for trial in trials})
    right = [trial.said["passed"] for trial in trials if trial.is_right]
    wrong = [trial for trial in trials if not trial.is_right]
    failed = sum(not trial.said["passed"] for trial in wrong)
    known = [not trial.fault for trial in wrong if trial.accepted is not None]
    return (
        f"{exercises} exercises, {sum(right)} of {len(right)} right programs passed, {failed} of {len(wrong)} wrong"
        f" ones failed, {sum(known)} of {len(known)} that the pack knows with their feedback"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
