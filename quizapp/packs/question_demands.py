"""What each kind of question must have, and what it can't have because nobody would ever see it."""

import math
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from msgspec import Struct

from quizapp.message import message
from quizapp.packs.model import CHOICES, Asked, QuestionKind
from quizapp.packs.options import first_option
from quizapp.packs.predictions import other_value_problem
from quizapp.packs.problems import PackError, as_toml, quoted
from quizapp.packs.python_code import code_problem, expression_problem
from quizapp.packs.question_parts import WITH_OPTIONS, Parts
from quizapp.packs.tables import Table
from quizapp.packs.written import WrittenQuestion

_SHAPE = re.compile(r"[\[(]?\s*(\d+(\s*,\s*\d+)*\s*,?)?\s*[\])]?")


class Given(Struct, frozen=True):
    """A question as written: front matter and body in the pack's own language."""

    front: Table
    written: WrittenQuestion
    parts: Parts


Demand: TypeAlias = Callable[[Given], Iterator[PackError]]


def demand_problems(given: Given) -> Iterator[PackError]:
    """Yield what this kind of question lacks, and what it has that belongs to other kinds."""
    for demand in DEMANDS[given.written.kind]:
        yield from demand(given)
    yield from _foreign_parts(given)


def _two_options(given: Given) -> Iterator[PackError]:
    if len(given.parts.options) < 2:
        says = message('expected at least 2 options as "- [x] right" or "- [ ] wrong" at the end of the prompt')
        yield given.parts.prompt.problem(says, 1)


def _one_right(given: Given) -> Iterator[PackError]:
    right = [option for option in given.parts.options if option.right]
    if given.parts.options and not right:
        yield given.parts.options[0].source.problem(message("expected one option marked [x], found none"), 1)
    if len(right) > 1:
        says = message(
            'expected one option marked [x], found {found}; or did you mean kind = "multiple"?', found=len(right)
        )
        yield right[1].source.problem(says, 1)


def _some_right(given: Given) -> Iterator[PackError]:
    if given.parts.options and not any(option.right for option in given.parts.options):
        yield given.parts.options[0].source.problem(message("expected at least one option marked [x], found none"), 1)


def _answers(given: Given) -> Iterator[PackError]:
    if not given.written.answers:
        says = message("expected at least one accepted answer: add answers = […] to the front matter")
        yield given.front.problem(says, "answers")


def _snippet(given: Given) -> Iterator[PackError]:
    if given.parts.code is None:
        says = message('expected a code block that begins with "```python run" in the prompt')
        yield given.parts.prompt.problem(says, 1)


def _lines_to_read(given: Given) -> Iterator[PackError]:
    if given.parts.code is None:
        says = message('expected a code block that begins with "```python" or "```python run" in the prompt')
        yield given.parts.prompt.problem(says, 1)


def _snippet_parses(given: Given) -> Iterator[PackError]:
    if given.parts.code is not None and (problem := code_problem(given.parts.code)):
        yield problem


def _shapes(given: Given) -> Iterator[PackError]:
    for index, answer in enumerate(given.written.answers):
        if not _SHAPE.fullmatch(answer.strip().removeprefix("torch.Size(").removesuffix(")")):
            says = message('expected a shape as "4, 2, 3", found {found}', found=as_toml(answer))
            yield given.front.problem(says, "answers", index)


def _numbers(given: Given) -> Iterator[PackError]:
    for index, answer in enumerate(given.written.answers):
        try:
            float(answer)
        except ValueError:
            says = message('expected a number in quotes as "0.5", found {found}', found=as_toml(answer))
            yield given.front.problem(says, "answers", index)


def _finite_tolerance(given: Given) -> Iterator[PackError]:
    if given.written.tolerance is not None and not math.isfinite(given.written.tolerance):
        says = message("expected a number ≥ 0, found {found}", found=as_toml(given.written.tolerance))
        yield given.front.problem(says, "tolerance")


def _line_numbers(given: Given) -> Iterator[PackError]:
    if given.parts.code is None:
        return
    count = len(given.parts.code.lines())
    for index, answer in enumerate(given.written.answers):
        if not re.fullmatch("[0-9]{1,6}", answer.strip()) or not 1 <= int(answer) <= count:
            says = message(
                'expected the number of a line of the snippet in quotes, "1" to "{count}", found {found}',
                count=count,
                found=as_toml(answer),
            )
            yield given.front.problem(says, "answers", index)


def _observed(given: Given) -> Iterator[PackError]:
    if given.written.observe is None:
        return
    if given.parts.code is None:
        says = message('there is no code block that begins with "```python run", so nothing can be observed')
        yield given.front.problem(says, "observe")
    elif says_so := expression_problem(given.written.observe):
        yield given.front.problem(says_so, "observe")


def _prediction(given: Given) -> Iterator[PackError]:
    """Yield what is wrong with a predict question that asks for something else than what the snippet prints."""
    asks, shares_with = given.written.asks, given.written.shares_with
    if problem := other_value_problem(asks, shares_with):
        key, says = problem
        yield given.front.problem(says, key)
    if asks is None:
        return
    if given.written.observe is None:
        says = message('expected the expression that is asked about: add observe = "…"')
        yield given.front.problem(says, "asks")
    elif says_so := expression_problem(given.written.observe):
        yield given.front.problem(says_so, "observe")
    yield from _shapes(given) if asks is Asked.SHAPE else _one_choice(given, CHOICES[asks])


def _one_choice(given: Given, choices: tuple[str, ...]) -> Iterator[PackError]:
    answers = given.written.answers
    if len(answers) > 1:
        says = message("expected one answer, found {found}", found=len(answers))
        yield given.front.problem(says, "answers")
    elif answers and answers[0] not in choices:
        says = message("expected one of {allowed}, found {found}", allowed=quoted(choices), found=as_toml(answers[0]))
        yield given.front.problem(says, "answers", 0)


def _lines(given: Given) -> Iterator[PackError]:
    order = given.parts.order
    if order is None:
        says = message('expected the lines to order in a code block that begins with "```python order"')
        yield given.parts.prompt.problem(says, 1)
    elif len([line for line in order.lines() if line.strip()]) < 2:
        yield order.problem(message("expected at least 2 lines to order"), 1)


def _foreign_parts(given: Given) -> Iterator[PackError]:
    """Yield what would be lost: answers beside options, options beside answers, lines that nobody orders."""
    kind, parts = given.written.kind, given.parts
    if given.written.answers and _answers not in DEMANDS[kind]:
        yield given.front.problem(message('a question of kind "{kind}" has no answers here', kind=kind), "answers")
    yield from _foreign_keys(given)
    if parts.order is not None and kind is not QuestionKind.ORDER:
        says = message('only a question of kind "order" has lines to order, not "{kind}"', kind=kind)
        yield parts.order.problem(says, 0)
    if kind not in WITH_OPTIONS and (index := first_option(parts.prompt)) is not None:
        says = message('only questions of kind "choice" and "multiple" have options, not "{kind}"', kind=kind)
        yield parts.prompt.problem(says, index + 1)


def _foreign_keys(given: Given) -> Iterator[PackError]:
    """Yield the keys by which a question asks for a value of the snippet, where it does not."""
    kind, written = given.written.kind, given.written
    if written.tolerance is not None and kind is not QuestionKind.NUMBER:
        says = message('only a question of kind "number" has a tolerance, not "{kind}"', kind=kind)
        yield given.front.problem(says, "tolerance")
    if kind is QuestionKind.PREDICT:
        if written.observe is not None and written.asks is None:
            says = message('expected what is asked of this value: add asks = "shape", "gradient" or "sharing"')
            yield given.front.problem(says, "observe")
        return
    if written.observe is not None and kind is not QuestionKind.SHAPE:
        says = message('only a question of kind "shape" or "predict" observes a value, not "{kind}"', kind=kind)
        yield given.front.problem(says, "observe")
    for key in ("asks", "shares_with"):
        if getattr(written, key) is not None:
            yield given.front.problem(message('only a question of kind "predict" has this key'), key)


DEMANDS: dict[QuestionKind, tuple[Demand, ...]] = {
    QuestionKind.CHOICE: (_two_options, _one_right),
    QuestionKind.MULTIPLE: (_two_options, _some_right),
    QuestionKind.SHAPE: (_answers, _shapes, _observed, _snippet_parses),
    QuestionKind.NUMBER: (_answers, _numbers, _finite_tolerance),
    QuestionKind.TEXT: (_answers,),
    QuestionKind.ORDER: (_lines,),
    QuestionKind.SPOT: (_lines_to_read, _answers, _line_numbers),
    QuestionKind.PREDICT: (_snippet, _answers, _prediction, _snippet_parses),
}
