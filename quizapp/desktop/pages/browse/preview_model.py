"""What the Browse page shows of an item: what is asked, and apart from it the answer. Knows no Qt."""

from quizapp.desktop.pages.own_cards.editor_model import fenced
from quizapp.judging.marks import accepted_answer
from quizapp.judging.questions import shuffled_lines
from quizapp.packs.model import Card, Exercise, Item, Question, QuestionKind
from quizapp.wording import Wording
from quizapp.wording.predictions import choice_words


def asked(item: Item, wording: Wording) -> str:
    """Return what an item asks, Markdown, without anything of its answer."""
    language = wording.language
    if isinstance(item, Card):
        return item.front.read(language)
    if isinstance(item, Exercise):
        return item.prompt.read(language)
    parts = [item.prompt.read(language)]
    if item.code is not None:
        parts.append(fenced(item.code))
    if item.kind is QuestionKind.ORDER:
        parts.append(fenced("\n".join(item.lines[number] for number in shuffled_lines(item))))
    parts.append(_listed([option.text.read(language) for option in item.options]))
    parts.append(_listed([choice_words(item.asks, choice, wording) for choice in item.choices] if item.asks else []))
    return _joined(parts)


def can_answer(item: Item, *, is_passed: bool) -> bool:
    """Tell whether the answer may be shown here: an exercise's solution only once it was passed.

    Who wants it before asks for it on the exercise's own page, where the journal takes note of it.
    """
    return is_passed or not isinstance(item, Exercise)


def answer(item: Item, wording: Wording) -> str:
    """Return the answer of an item, Markdown: a card's back, what is right and why, a solution and why it works."""
    language = wording.language
    if isinstance(item, Card):
        return item.back.read(language)
    if isinstance(item, Exercise):
        explanation = "" if item.explanation is None else item.explanation.read(language)
        return _joined([fenced(item.solution.strip("\n")), explanation])
    return _joined([_right(item, wording), item.explanation.read(language)])


def _right(question: Question, wording: Wording) -> str:
    if question.kind is QuestionKind.ORDER:
        return wording.say("The right order:") + "\n\n" + fenced("\n".join(question.lines))
    if question.kind is QuestionKind.SPOT:
        lines = (question.code or "").splitlines()
        right = [
            lines[int(number) - 1] for number in question.answers if number.isdigit() and int(number) <= len(lines)
        ]
        return wording.say("The answer is:") + "\n\n" + fenced("\n".join(right))
    if question.options:
        return _listed([option.text.read(wording.language) for option in question.options if option.right])
    if question.asks is not None and question.choices:
        return _listed([choice_words(question.asks, choice, wording) for choice in question.answers])
    accepted = accepted_answer(question)
    return "" if accepted is None else wording.say("The answer is:") + "\n\n" + fenced(accepted)


def _listed(texts: list[str]) -> str:
    return "\n".join("- " + text.strip().replace("\n", "\n  ") for text in texts)


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())
