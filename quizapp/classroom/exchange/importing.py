"""Brings files into a pack: notebooks as exercises, GIFT and CSV as questions."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from quizapp.classroom.exchange.drafts import ExerciseDraft, Harvest, Item, Origin, QuestionDraft
from quizapp.classroom.exchange.exercise_files import exercise_files
from quizapp.classroom.exchange.from_notebook import read_exercises
from quizapp.classroom.exchange.gift import read_gift
from quizapp.classroom.exchange.notebook import read_notebook
from quizapp.classroom.exchange.placing import Placed, place_items
from quizapp.classroom.exchange.question_files import question_file
from quizapp.classroom.exchange.slugs import Slugs, slug_of
from quizapp.classroom.exchange.sources import read_text
from quizapp.classroom.exchange.spreadsheet import read_csv
from quizapp.message import message
from quizapp.packs.model import Pack
from quizapp.packs.problems import PackError
from quizapp.wording.speech import Wording

ENDINGS: Final = (".ipynb", ".gift", ".txt", ".csv", ".tsv")


class Imported(Struct, frozen=True):
    """What came of files: what is in the pack now, and everything that has to be told."""

    placed: Placed
    problems: tuple[PackError, ...]


def import_files(paths: Iterable[Path], pack: Pack, *, lesson: str | None, replace: bool) -> Imported:
    """Bring files into a pack.

    Args:
        paths: each stays as it is; one that can't be used is a problem like any other.
        pack: as read from its folder, which is written to.
        lesson: the slug of the lesson that all of it goes into; None means what the files say, or a lesson a file.
        replace: whether items that are there already with another text are overwritten.

    Raises:
        PackError: if the pack's lists can't be changed.
        OSError: if a file of the pack can't be written.
    """
    slugs: dict[str, Slugs] = {}
    items: list[Item] = []
    problems: list[PackError] = []
    for path in paths:
        try:
            harvest = read_file(path, Wording(pack.language))
        except PackError as error:
            problems.append(error)
            continue
        problems.extend(harvest.problems)
        items.extend(_items(path, harvest, lesson, slugs))
    placed = place_items(pack, items, replace=replace)
    return Imported(placed, (*problems, *placed.problems))


def read_file(path: Path, wording: Wording) -> Harvest:
    """Read a file by what its name ends in; `wording` speaks the pack's language.

    Raises:
        PackError: if nothing of it can be used.
    """
    match path.suffix.lower():
        case ".ipynb":
            return read_exercises(path, read_notebook(path))
        case ".gift" | ".txt":
            return read_gift(read_text(path), wording)
        case ".csv" | ".tsv":
            return read_csv(read_text(path), wording)
    says = message("expected a name that ends in one of {endings}", endings=", ".join(ENDINGS))
    raise PackError(path, says)


def _items(path: Path, harvest: Harvest, lesson: str | None, slugs: dict[str, Slugs]) -> Iterator[Item]:
    drafts: tuple[QuestionDraft | ExerciseDraft, ...] = (*harvest.questions, *harvest.exercises)
    for draft in drafts:
        named = draft.lesson if isinstance(draft, QuestionDraft) else ""
        title = named or harvest.title
        folder = lesson or slug_of(title, "lesson")
        wanted = slug_of(draft.slug or draft.title, "item")
        slug = slugs.setdefault(folder, Slugs()).take(wanted, draft.prompt)
        yield Item(
            lesson=folder,
            lesson_title=title,
            slug=slug,
            files=_files(slug, draft),
            origin=_origin(path, draft),
        )


def _origin(path: Path, draft: QuestionDraft | ExerciseDraft) -> Origin:
    if isinstance(draft, QuestionDraft):
        return Origin(path, line=draft.line)
    return Origin(path, cell=f"cell {draft.cell}")


def _files(slug: str, draft: QuestionDraft | ExerciseDraft) -> dict[str, str]:
    if isinstance(draft, QuestionDraft):
        return {f"{slug}.md": question_file(draft)}
    return {f"{slug}/{name}": text for name, text in exercise_files(draft).items()}
