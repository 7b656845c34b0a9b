"""Reads a card: `slug.md` with a front, a line `---` and a back."""

from quizapp.message import message
from quizapp.packs.front_matter import Document
from quizapp.packs.model import Card
from quizapp.packs.tables import convert
from quizapp.packs.texts import (
    Desk,
    Place,
    note_prose_problems,
    note_source_problem,
    prose,
    read_translations,
    title_of,
    translated_title,
    two_parts,
)
from quizapp.packs.written import WrittenCard, WrittenQuestion


def read_card(desk: Desk, place: Place, document: Document) -> Card:
    """Make a card of its file and the siblings beside it; notes problems at the desk.

    Raises:
        PackError: if its front matter or its two sides can't be made out.
    """
    _refuse_question_keys(document)
    front = convert(document.front, WrittenCard, kin=(WrittenQuestion,))
    translations = read_translations(desk, place.lesson, place.slug)
    bodies = {desk.language: document.body, **{code: other.body for code, other in translations.items()}}
    sides = {
        code: two_parts(body, message('expected a line "---" between front and back')) for code, body in bodies.items()
    }
    for body in bodies.values():
        note_prose_problems(desk, body)
    note_source_problem(desk, document.front, front.source)
    fronts = {code: side[0] for code, side in sides.items()}
    title = title_of(desk, document.front, front.title, fronts, place.slug)
    return Card(
        id=place.id,
        folder=desk.files.root / place.lesson,
        title=translated_title(title, translations),
        front=prose(desk, fronts),
        back=prose(desk, {code: side[1] for code, side in sides.items()}),
        concepts=tuple(front.concepts),
        claims=tuple(front.claims),
        source=front.source,
    )


def _refuse_question_keys(document: Document) -> None:
    """Tell the author of a question that its kind is missing, instead of calling its other keys unknown."""
    for key in document.front.data:
        if key in WrittenQuestion.__struct_fields__ and key not in WrittenCard.__struct_fields__:
            says = message('only a question has this key; add its kind, such as kind = "choice"')
            raise document.front.problem(says, key)
