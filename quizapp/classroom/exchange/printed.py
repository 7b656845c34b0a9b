"""A pack as pages to print: HTML in parts, with the formulas and pictures that it shows; what becomes of it is open."""

from collections.abc import Iterator
from enum import StrEnum
from html import escape
from pathlib import Path
from typing import Final

from msgspec import Struct

from quizapp.classroom.exchange.pictures import picture_path
from quizapp.classroom.exchange.sheets import card_sheet, code_block, question_sheet
from quizapp.markdown import PageStyle, PlacedFormula, render
from quizapp.markdown.html import FORMULA
from quizapp.packs.model import Card, Exercise, Item, Lesson, Pack, Question
from quizapp.wording.speech import Wording

PICTURE: Final = "picture:"
"""How the address of a picture begins; a key of `Printed.pictures`."""


class Answers(StrEnum):
    """Where the answers stand."""

    END = "end"
    BESIDE = "beside"
    NONE = "none"


class Printed(Struct, frozen=True):
    """Pages, as HTML without a head.

    Attributes:
        body: a heading, then what was asked and answered; a part that begins a page has the class `page`.
        formulas, pictures: by the address that stands in the body.
    """

    title: str
    language: str
    body: str
    formulas: dict[str, PlacedFormula]
    pictures: dict[str, Path]


def print_pack(pack: Pack, wording: Wording, style: PageStyle, answers: Answers) -> Printed:
    """Lay out a pack in the language of `wording`, as far as the pack is in it."""
    writer = _Writer(pack, wording, style, answers)
    return writer.printed()


class _Writer:
    """Writes part after part; keeps what they show under addresses of their own."""

    def __init__(self, pack: Pack, wording: Wording, style: PageStyle, answers: Answers) -> None:
        self._pack = pack
        self._wording = wording
        self._style = style
        self._answers = answers
        self._formulas: dict[str, PlacedFormula] = {}
        self._pictures: dict[str, Path] = {}

    def printed(self) -> Printed:
        """Write everything."""
        language = self._wording.language
        title = self._pack.title.read(language)
        about = " · ".join([*self._pack.authors, *([self._pack.licence] if self._pack.licence else [])])
        parts = [f"<h1>{escape(title)}</h1>", f"<p>{escape(about)}</p>" if about else ""]
        for number, lesson in enumerate(self._pack.lessons, start=1):
            parts += self._lesson(number, lesson)
        if self._answers is Answers.END:
            parts += self._all_answers()
        return Printed(title, language, "\n".join(parts), self._formulas, self._pictures)

    def _lesson(self, number: int, lesson: Lesson) -> Iterator[str]:
        language = self._wording.language
        yield f'<h2 class="page">{number} {escape(lesson.title.read(language))}</h2>'
        yield f"<p>{escape(lesson.summary.read(language))}</p>"
        for index, item in enumerate(lesson.items, start=1):
            yield f"<h3>{number}.{index} {escape(item.title.read(language))}</h3>"
            asked, answer = self._sides(item)
            yield self._rendered(asked, item)
            if self._answers is Answers.BESIDE and answer:
                heading = self._wording.say("The answer")
                yield f"<h4>{escape(heading)}</h4>"
                yield self._rendered(answer, item)

    def _all_answers(self) -> Iterator[str]:
        heading = self._wording.say("The answers")
        yield f'<h2 class="page">{escape(heading)}</h2>'
        for number, lesson in enumerate(self._pack.lessons, start=1):
            for index, item in enumerate(lesson.items, start=1):
                _, answer = self._sides(item)
                if answer:
                    title = escape(item.title.read(self._wording.language))
                    yield f"<h3>{number}.{index} {title}</h3>"
                    yield self._rendered(answer, item)

    def _sides(self, item: Item) -> tuple[str, str]:
        """Return what is asked and what is the answer, as Markdown."""
        if isinstance(item, Exercise):
            return self._exercise(item)
        if isinstance(item, Card):
            sheet = card_sheet(item, self._wording.language)
        else:
            assert isinstance(item, Question)
            sheet = question_sheet(item, self._wording)
        return sheet.asked, sheet.answer

    def _exercise(self, exercise: Exercise) -> tuple[str, str]:
        language, say = self._wording.language, self._wording.say
        asked = [exercise.prompt.read(language)]
        if exercise.given.strip():
            asked += [say("Given:"), code_block(exercise.given)]
        if exercise.starter.strip():
            asked += [say("To begin with:"), code_block(exercise.starter)]
        answer = [code_block(exercise.solution)]
        if exercise.explanation is not None:
            answer.append(exercise.explanation.read(language))
        return "\n\n".join(asked), "\n\n".join(answer)

    def _rendered(self, text: str, item: Item) -> str:
        """Return Markdown as HTML whose pictures have addresses that no other part has."""
        shown: dict[str, str] = {}

        def size(address: str) -> tuple[float, float] | None:
            path = picture_path(address, item.folder, self._pack.folder)
            if path is None:
                return None
            shown[address] = f"{PICTURE}{len(self._pictures)}"
            self._pictures[shown[address]] = path
            return self._style.width, self._style.width

        rendered = render(text, self._style, size)
        html = rendered.html.removeprefix("<body>").removesuffix("</body>")
        for address, placed in reversed(rendered.formulas.items()):
            own = f"{FORMULA}{len(self._formulas)}-"
            self._formulas[own] = placed
            html = html.replace(f'src="{address}"', f'src="{own}"')
        for address, own in shown.items():
            html = html.replace(f'src="{escape(address)}"', f'src="{own}"')
        return html
