"""A pack's folder, and what its exercises expect: every file of one small pack may be changed."""

import json
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from quizapp.classroom.rendering import faults_of_texts
from quizapp.cli.attempt import verdict_as_json
from quizapp.judging.expectations import JSON_NAME, NUMBERS_NAME, ExpectationsError, read_expectations
from quizapp.judging.judge import judge
from quizapp.packs.files import LARGEST_FILE
from quizapp.packs.model import Exercise, Pack
from quizapp.packs.reading import PackError, read_outline, read_pack
from quizapp.sandbox.messages import Ending, Outcome
from quizapp.shipped import shipped
from tests.fuzz.parts import files_below, joined, parted, write_inside
from tests.fuzz.saying import LANGUAGES, demand_placed, demand_said
from tests.fuzz.target import Target
from tests.packs.sample import FILES

_SHA = re.compile(r'"numbers":\s*"[0-9a-f]{64}"')
_SHARED = ("media", "python")
_PAIR = (JSON_NAME, NUMBERS_NAME)


@cache
def example() -> Pack:
    """Return the pack that uses each feature once."""
    return read_pack(shipped("content") / "example").pack


def pack_seeds() -> tuple[bytes, ...]:
    """Return each item of the example as a pack of its own, and a pack with a lesson that needs another."""
    return (*map(joined, _packs_of_one_item()), joined({path: text.encode() for path, text in FILES.items()}))


def _packs_of_one_item() -> Iterator[dict[str, bytes]]:
    files = files_below(example().folder)
    for lesson in example().lessons:
        for item in lesson.items:
            slug = item.id.rpartition("/")[2]
            yield {
                "pack.toml": _with_list(files["pack.toml"], "lessons", lesson.id),
                f"{lesson.id}/lesson.toml": _with_list(files[f"{lesson.id}/lesson.toml"], "items", slug),
                **{
                    path: content
                    for path, content in files.items()
                    if path.startswith((f"{lesson.id}/{slug}/", f"{lesson.id}/{slug}.", *_SHARED))
                    and not path.endswith((JSON_NAME, NUMBERS_NAME))
                },
            }


def _with_list(toml: bytes, key: str, only: str) -> bytes:
    return re.sub(rf"^{key} = \[.*?\]".encode(), f'{key} = ["{only}"]'.encode(), toml, flags=re.MULTILINE | re.DOTALL)


def read_folder(data: bytes, place: Path) -> None:
    """Read a pack as it lies in a folder; what is wrong with it is told with file and line."""
    folder = place / "pack"
    write_inside(folder, parted(data))
    try:
        reading = read_pack(folder)
    except PackError as error:
        demand_placed((error,), folder)
    else:
        demand_placed(reading.problems, folder)
    try:
        read_outline(folder)
    except PackError as error:
        demand_placed((error,), folder)


def draw_folder(data: bytes, place: Path) -> None:
    """Read a pack and draw its texts, formulas too."""
    folder = place / "pack"
    write_inside(folder, parted(data))
    try:
        reading = read_pack(folder)
    except PackError:
        return
    for item in reading.pack.items():
        for says in faults_of_texts(item):
            demand_said(says)


def expectation_seeds() -> tuple[bytes, ...]:
    """Return what each exercise of the example expects."""
    return tuple(
        joined({exercise.id.rpartition("/")[2]: b"", **{name: (exercise.folder / name).read_bytes() for name in _PAIR}})
        for exercise in _exercises()
    )


def _exercises() -> tuple[Exercise, ...]:
    return tuple(item for item in example().items() if isinstance(item, Exercise))


def judge_by(data: bytes, place: Path) -> None:
    """Read expectations and judge by them what the solution really left behind."""
    parts = parted(data)
    files = _belonging_together({name: content for name, content in parts if name in _PAIR})
    named = {exercise.id.rpartition("/")[2]: exercise for exercise in _exercises()}
    exercise = next((named[name] for name, _ in parts if name in named), _exercises()[0])
    write_inside(place / "pack", files.items())
    try:
        expectations = read_expectations(place / "pack")
        seen = _kept(exercise)
        verdict = judge(exercise, expectations, seen, exercise.solution)
    except ExpectationsError as error:
        demand_said(error.says)
        return
    for wording in LANGUAGES:
        json.dumps(verdict_as_json(verdict, exercise, wording), ensure_ascii=False).encode()


@cache
def _kept_by_item() -> dict[str, dict[str, Outcome]]:
    return {
        exercise.id: {
            variant: Outcome(ending=Ending.FINISHED, observations=observations)
            for variant, observations in read_expectations(exercise.folder).observations.items()
        }
        for exercise in _exercises()
    }


def _kept(exercise: Exercise) -> dict[str, Outcome]:
    return _kept_by_item()[exercise.id]


def _belonging_together(files: dict[str, bytes]) -> dict[str, bytes]:
    """Put the sum of the numbers into the structure, which would be refused at once without it."""
    digest = sha256(files.get(NUMBERS_NAME, b"")).hexdigest()
    structure = files.get(JSON_NAME, b"").decode("utf-8", "surrogateescape")
    fixed = _SHA.sub(f'"numbers": "{digest}"', structure, count=1)
    return {**files, JSON_NAME: fixed.encode("utf-8", "surrogateescape")}


TARGETS = (
    Target(name="pack", seeds=pack_seeds, read=read_folder, largest=LARGEST_FILE // 4),
    Target(name="texts", seeds=pack_seeds, read=draw_folder),
    Target(name="expectations", seeds=expectation_seeds, read=judge_by),
)
