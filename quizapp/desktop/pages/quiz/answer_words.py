"""An answer, the right one and why, as Markdown in the reader's language: for the result of a quiz."""

from dataclasses import dataclass

from quizapp.desktop.pages.quiz.model import ResultLine, from_detail
from quizapp.desktop.widgets.questions.feedback import in_code
from quizapp.desktop.widgets.questions.run_view import fenced
from quizapp.judging.questions import Answer
from quizapp.packs.model import Exercise, Option, Question, QuestionKind
from quizapp.wording import Wording
from quizapp.wording.predictions import choice_words


@dataclass(frozen=True)
class Told:
    """What the result says of one item, in Markdown; "" where there is nothing to say.

    Attributes:
        asked: the prompt. given: the learner's answer. right: the right one, "" where that was given. why: reasons.
    """

    asked: str
    given: str
    right: str
    why: str


def told(line: ResultLine, wording: Wording) -> Told:
    """Return what is to be said of an item and of the answer that was given to it."""
    if isinstance(line.item, Question):
        return _told_question(line.item, line, wording)
    if isinstance(line.item, Exercise):
        return _told_exercise(line.item, line, wording)
    return Told("", _block(line.given.answer) if line.given is not None else "", "", "")


def _told_question(question: Question, line: ResultLine, wording: Wording) -> Told:
    given, language = line.given, wording.language
    answer = from_detail(given.detail) if given is not None else None
    asked = question.prompt.read(language)
    if question.code is not None:
        asked = f"{asked}\n\n{fenced(question.code, 'python')}"
    reasons = [*_reasons(question, answer, language), question.explanation.read(language).strip()]
    return Told(
        asked=asked,
        given="" if given is None else _answer(question, answer, given.answer, wording),
        right="" if given is not None and given.right else _right(question, wording),
        why="\n\n".join(reason for reason in reasons if reason),
    )


def _told_exercise(exercise: Exercise, line: ResultLine, wording: Wording) -> Told:
    given, language = line.given, wording.language
    mistake = next((each for each in exercise.mistakes if given is not None and each.name == given.detail), None)
    explanation = exercise.explanation.read(language).strip() if exercise.explanation is not None else ""
    reasons = ["" if mistake is None else mistake.feedback.read(language).strip(), explanation]
    return Told(
        asked=exercise.prompt.read(language),
        given="" if given is None else fenced(given.answer.strip("\n"), "python"),
        right="" if given is not None and given.right else fenced(exercise.solution.strip("\n"), "python"),
        why="\n\n".join(reason for reason in reasons if reason),
    )


def _answer(question: Question, answer: Answer | None, words: str, wording: Wording) -> str:
    """Return an answer; in the words of the journal where the question is another one by now."""
    try:
        return _block(words) if answer is None else _in_markdown(question, answer, wording)
    except IndexError:
        return _block(words)


def _in_markdown(question: Question, answer: Answer, wording: Wording) -> str:
    if isinstance(answer, str):
        return _block(answer)
    if question.asks is not None and question.choices:
        return _list([choice_words(question.asks, question.choices[index], wording) for index in answer])
    if question.kind is QuestionKind.ORDER:
        return fenced("\n".join(question.lines[index] for index in answer), "python")
    if question.kind is QuestionKind.SPOT:
        return _list([_line_words(question, number, wording) for number in answer])
    return _list([question.options[index].text.read(wording.language) for index in answer])


def _right(question: Question, wording: Wording) -> str:
    if question.asks is not None and question.choices:
        return _list([choice_words(question.asks, choice, wording) for choice in question.answers])
    if question.kind is QuestionKind.ORDER:
        return fenced("\n".join(question.lines), "python")
    if question.kind is QuestionKind.SPOT:
        return _list([_line_words(question, int(number), wording) for number in question.answers])
    if question.options:
        return _list([option.text.read(wording.language) for option in question.options if option.right])
    return _block(question.answers[0]) if question.answers else ""


def _reasons(question: Question, answer: Answer | None, language: str) -> list[str]:
    """Return the reasons of the options that were chosen."""
    if not question.options or not isinstance(answer, tuple):
        return []
    chosen: list[Option] = [option for index, option in enumerate(question.options) if index in answer]
    return [option.why.read(language).strip() for option in chosen if option.why is not None]


def _line_words(question: Question, number: int, wording: Wording) -> str:
    lines = (question.code or "").splitlines()
    return wording.say("Line {line}: {what}", line=number, what=in_code(lines[number - 1].strip() or " "))


def _block(text: str) -> str:
    """Return a short text as code in the line, a longer one as a block."""
    stripped = text.strip("\n")
    if not stripped.strip():
        return ""
    return fenced(stripped) if "\n" in stripped else in_code(stripped)


def _list(texts: list[str]) -> str:
    # An option may be a block of its own, which a list would have to indent.
    return "\n\n".join(texts)
