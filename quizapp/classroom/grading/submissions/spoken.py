"""From an answer in words, as a journal keeps it (`judging.marks.in_words`), back to what was chosen."""

from quizapp.judging.questions import Answer
from quizapp.packs.model import Question, QuestionKind

_BETWEEN = " | "


def answer_of(question: Question, words: str) -> Answer | None:
    """Return the answer; None if the question offers no such thing: it has been changed since, or the words were."""
    if question.choices:
        return _chosen(question.choices, words)
    if question.kind in (QuestionKind.CHOICE, QuestionKind.MULTIPLE):
        return _chosen(tuple(option.text.read(option.text.native) for option in question.options), words)
    if question.kind is QuestionKind.ORDER:
        return _ordered(question.lines, words)
    return words


def _chosen(texts: tuple[str, ...], words: str) -> tuple[int, ...] | None:
    """Return which of the texts are named, one after the other; a text may itself hold what stands between two."""
    found: list[int] = []
    rest = words
    while rest:
        fitting = [
            number
            for number, text in enumerate(texts)
            if number not in found and (rest == text or rest.startswith(text + _BETWEEN))
        ]
        if not fitting:
            return None
        longest = max(fitting, key=lambda number: len(texts[number]))
        found.append(longest)
        rest = rest[len(texts[longest]) + len(_BETWEEN) :]
    return tuple(found)


def _ordered(lines: tuple[str, ...], words: str) -> tuple[int, ...] | None:
    left = list(range(len(lines)))
    order: list[int] = []
    for line in words.split("\n"):
        number = next((each for each in left if lines[each] == line), None)
        if number is None:
            return None
        left.remove(number)
        order.append(number)
    return tuple(order)
