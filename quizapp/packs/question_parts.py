"""Takes the body of a question apart: prompt, snippet, lines to order, options, explanation."""

from textwrap import dedent

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.files import Source
from quizapp.packs.markdown import Fence, fences
from quizapp.packs.model import QuestionKind
from quizapp.packs.options import WrittenOption, first_option, read_options
from quizapp.packs.texts import two_parts

RUN = "python run"
"""The info string of the snippet that a question is about."""

READ = "python"
"""The info string of code that is only read; in a question that asks for a faulty line, that is the snippet."""

ORDER = "python order"
"""The info string of the lines that are to be put in order."""

WITH_OPTIONS = (QuestionKind.CHOICE, QuestionKind.MULTIPLE)


class Parts(Struct, frozen=True):
    """The body of a question in one language.

    Attributes:
        prompt: the whole prompt as it stands in the file; `text` is what is left of it without the other parts.
        code, order: what is inside those fences; None without such a fence.
        runs: whether the code is to be run: in a question that asks for a faulty line it may be there to be read only.
    """

    prompt: Source
    text: str
    explanation: Source
    code: Source | None = None
    runs: bool = True
    order: Source | None = None
    options: tuple[WrittenOption, ...] = ()


def take_apart(body: Source, kind: QuestionKind) -> Parts:
    """Take the body of a question apart.

    Raises:
        PackError: if a part can't be made out.
    """
    prompt, explanation = two_parts(body, message('expected a line "---" between the prompt and the explanation'))
    start = first_option(prompt) if kind in WITH_OPTIONS else None
    stem = prompt.part(0, start)
    found = fences(stem.lines())
    _refuse_other_words(stem, found)
    run, order = _first(found, RUN), _first(found, ORDER)
    read = _first(found, READ) if run is None and kind is QuestionKind.SPOT else None
    return Parts(
        prompt=prompt,
        text=_without(stem, [fence for fence in (run, read, order) if fence]),
        explanation=explanation,
        code=_inside(stem, run or read),
        runs=read is None,
        order=_inside(stem, order),
        options=() if start is None else read_options(prompt.part(start)),
    )


def _first(found: list[Fence], info: str) -> Fence | None:
    return next((fence for fence in found if fence.info == info), None)


def _refuse_other_words(stem: Source, found: list[Fence]) -> None:
    for fence in found:
        if fence.info.startswith("python ") and fence.info not in (RUN, ORDER):
            says = message('expected "python", "python run" or "python order", found "{found}"', found=fence.info)
            raise stem.problem(says, fence.first + 1)


def _inside(stem: Source, fence: Fence | None) -> Source | None:
    if fence is None:
        return None
    inner = stem.part(fence.first + 1, fence.last)
    return Source(inner.path, dedent(inner.text), inner.first_line)


def _without(stem: Source, cut: list[Fence]) -> str:
    gone = {index for fence in cut for index in range(fence.first, fence.last + 1)}
    return "\n".join(line for index, line in enumerate(stem.lines()) if index not in gone).strip()
