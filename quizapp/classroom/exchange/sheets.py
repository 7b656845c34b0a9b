"""Items of a pack as texts that stand on paper or in a notebook: what is asked, and what is the answer."""

import re
from collections.abc import Iterator
from string import ascii_uppercase
from typing import Final

from msgspec import Struct

from quizapp.classroom.exchange.gift import literal
from quizapp.judging.questions import shuffled_lines
from quizapp.packs.markdown import fenced_lines, fences
from quizapp.packs.model import Card, Question, QuestionKind
from quizapp.wording.predictions import choice_words, prediction_question
from quizapp.wording.speech import Wording

_TAG: Final = re.compile(r"(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|<(?!https?://[^\s<>]*>)(?=[A-Za-z/!?])")


class Sheet(Struct, frozen=True):
    """One card or question in one language, as Markdown."""

    title: str
    asked: str
    answer: str


def card_sheet(card: Card, language: str) -> Sheet:
    """Return a card's two sides."""
    return Sheet(card.title.read(language), card.front.read(language), card.back.read(language))


def question_sheet(question: Question, wording: Wording) -> Sheet:
    """Return a question with its options or lines, and its answer with the explanation."""
    language = wording.language
    asked = [question.prompt.read(language)]
    if question.code is not None:
        asked.append(code_block(question.code))
    if question.kind is QuestionKind.ORDER:
        shuffled = (question.lines[index] for index in shuffled_lines(question))
        asked.append(code_block("\n".join(shuffled)))
    asked += [part for part in (_options(question, language), _asked_of(question, wording)) if part]
    answer = [wording.say("The answer: {answer}", answer=_answer(question, wording)), *_whys(question, language)]
    answer.append(question.explanation.read(language))
    return Sheet(question.title.read(language), "\n\n".join(asked), "\n\n".join(part for part in answer if part))


def code_block(code: str) -> str:
    """Return Python as a block of Markdown, whatever ticks are in it."""
    runs = (len(run) for run in re.findall("`+", code))
    fence = "`" * max(3, max(runs, default=0) + 1)
    return f"{fence}python\n{code.strip(chr(10))}\n{fence}"


def without_html(text: str) -> str:
    """Return Markdown so that a reader who allows HTML sees none: a pack's texts have it as text only."""
    lines = text.split("\n")
    inside = fenced_lines(fences(lines))
    return "\n".join(
        line if index in inside else _TAG.sub(lambda found: found[0] if found[1] else "&lt;", line)
        for index, line in enumerate(lines)
    )


def _options(question: Question, language: str) -> str:
    return "\n".join(
        f"- **{letter}.** {_indented(option.text.read(language))}"
        for letter, option in zip(_letters(), question.options, strict=False)
    )


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    yield from (f"{one}{other}" for one in ascii_uppercase for other in ascii_uppercase)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _asked_of(question: Question, wording: Wording) -> str:
    """Return what is asked of a value, where the prompt leaves that to the page that shows it."""
    prediction = question.prediction
    if question.asks is None or prediction is None:
        return ""
    asked = prediction_question(prediction, wording)
    choices = [choice_words(question.asks, choice, wording) for choice in question.choices]
    return f"{asked} ({' / '.join(choices)})" if choices else asked


def _answer(question: Question, wording: Wording) -> str:
    if question.options:
        right = [letter for letter, option in zip(_letters(), question.options, strict=False) if option.right]
        return f"**{', '.join(right)}**"
    if question.asks is not None and question.choices:
        return choice_words(question.asks, question.answers[0], wording)
    if question.kind is QuestionKind.ORDER:
        return f"\n\n{code_block(chr(10).join(question.lines))}"
    if question.kind is QuestionKind.SPOT:
        return wording.say("line {line}", line=", ".join(question.answers))
    if question.kind is QuestionKind.PREDICT and "\n" in question.answers[0]:
        return f"\n\n{code_block(question.answers[0])}"
    shown = literal(question.answers[0])
    return f"{shown} ± {question.tolerance:g}" if question.tolerance else shown


def _whys(question: Question, language: str) -> Iterator[str]:
    for letter, option in zip(_letters(), question.options, strict=False):
        if option.why is not None:
            yield f"**{letter}.** {option.why.read(language)}"
