"""A question in the terminal: asked, answered by typing, judged and explained."""

import time
from functools import partial

from quizapp.judging.marks import Mark, accepted_answer, in_words, option_marks, order_marks
from quizapp.judging.questions import Answer, judge_answer, shuffled_lines
from quizapp.markdown import plain_text
from quizapp.packs.model import Question, QuestionKind
from quizapp.practice import run_snippet
from quizapp.sandbox.messages import Ending
from quizapp.study.model import AnsweredQuestion, Rating
from quizapp.terminal.cards import read_rating
from quizapp.terminal.commands import EVERYWHERE, Command, read_command
from quizapp.terminal.desk import Desk
from quizapp.wording.outcomes import outcome_sentence
from quizapp.wording.predictions import choice_words
from quizapp.wording.ratings import rating_name

_SIGNS = {Mark.PLAIN: " ", Mark.CHOSEN_RIGHT: "✓", Mark.CHOSEN_WRONG: "✗", Mark.MISSED: "→"}


def study_question(question: Question, desk: Desk) -> Command | None:
    """Ask the question, write the answer, and explain.

    Returns:
        None if it was answered, else what the learner asked for instead.

    Raises:
        Left: if the input ends.
        JournalError: if the answer can't be written.
    """
    began = time.monotonic()
    _show(question, desk)
    answer = _ask(question, desk)
    if isinstance(answer, Command):
        return answer
    made = AnsweredQuestion(
        item=question.id,
        answer=in_words(question, answer),
        right=judge_answer(question, answer),
        seconds=time.monotonic() - began,
    )
    rating = desk.learner.record_answer(made)
    _explain(question, answer, made.right, desk)
    return _go_on(question, rating, desk)


def _show(question: Question, desk: Desk) -> None:
    language, screen = desk.wording.language, desk.screen
    screen.show_markdown(question.prompt.read(language))
    if question.code is not None:
        screen.show_code(question.code, numbered=question.kind is QuestionKind.SPOT)
    if question.kind is QuestionKind.ORDER:
        screen.show_rows(_numbered([question.lines[index] for index in shuffled_lines(question)]))
    else:
        screen.show_rows(_numbered(_choices(question, desk)))


def _choices(question: Question, desk: Desk) -> list[str]:
    if question.asks is not None and question.choices:
        return [choice_words(question.asks, choice, desk.wording) for choice in question.choices]
    return [plain_text(option.text.read(desk.wording.language), keeps_code=True) for option in question.options]


def _numbered(texts: list[str]) -> list[str]:
    return [f"{number}  {text}" for number, text in enumerate(texts, 1)]


def _ask(question: Question, desk: Desk) -> Answer | Command:
    """Ask until there is an answer of the right sort, or a command."""
    while True:
        typed = desk.screen.ask(_prompt(question, desk))
        command = read_command(typed, EVERYWHERE, alone=is_answered_by_number(question))
        if command is not None:
            return command
        if question.kind is QuestionKind.PREDICT and not question.choices and typed:
            typed = _read_more(typed, desk)
        answer = read_answer(question, typed)
        if answer is not None:
            return answer
        if typed:
            _say_no_answer("?" if is_answered_by_number(question) else ":?", desk)


def _say_no_answer(word: str, desk: Desk) -> None:
    says = desk.wording.say("That is no answer to this question; {word} shows what can be typed.", word=word)
    desk.screen.print(says, "yellow")


def _read_more(first: str, desk: Desk) -> str:
    lines = [first]
    while more := desk.screen.ask("…"):
        lines.append(more)
    return "\n".join(lines)


def _prompt(question: Question, desk: Desk) -> str:
    say = desk.wording.say
    if question.kind is QuestionKind.CHOICE or question.choices:
        return say("The number of your answer")
    match question.kind:
        case QuestionKind.MULTIPLE:
            return say("The numbers of all right answers, such as 1 3")
        case QuestionKind.ORDER:
            return say("The numbers in the right order, such as 2 1 3")
        case QuestionKind.SPOT:
            return say("The number of the faulty line")
        case QuestionKind.SHAPE:
            return say("The shape, such as 4, 2, 3")
        case QuestionKind.PREDICT:
            return say("What it prints; an empty line ends the answer")
        case _:
            return say("Your answer")


def is_answered_by_number(question: Question) -> bool:
    """Tell whether answers are numbers of what is shown, so that no letter can be one."""
    by_number = (QuestionKind.MULTIPLE, QuestionKind.ORDER, QuestionKind.CHOICE, QuestionKind.SPOT)
    return question.kind in by_number or bool(question.choices)


def read_answer(question: Question, typed: str) -> Answer | None:
    """Return what was typed as an answer of the question's sort, or None if it is none."""
    if not typed or not is_answered_by_number(question):
        return typed or None
    words = typed.replace(",", " ").replace("，", " ").split()
    if not all(word.isdecimal() for word in words):
        return None
    return _chosen(question, [int(word) for word in words])


def _chosen(question: Question, numbers: list[int]) -> tuple[int, ...] | None:
    count = _count(question)
    if len(set(numbers)) != len(numbers) or not all(1 <= number <= count for number in numbers):
        return None
    match question.kind:
        case QuestionKind.ORDER:
            shown = shuffled_lines(question)
            return tuple(shown[number - 1] for number in numbers) if len(numbers) == count else None
        case QuestionKind.MULTIPLE:
            return tuple(sorted(number - 1 for number in numbers))
        case QuestionKind.SPOT:
            return (numbers[0],) if len(numbers) == 1 else None
        case _:
            return (numbers[0] - 1,) if len(numbers) == 1 else None


def _count(question: Question) -> int:
    if question.kind is QuestionKind.ORDER:
        return len(question.lines)
    if question.kind is QuestionKind.SPOT:
        return len((question.code or "").splitlines())
    return len(question.choices) or len(question.options)


def _explain(question: Question, answer: Answer, right: bool, desk: Desk) -> None:
    say, screen, language = desk.wording.say, desk.screen, desk.wording.language
    screen.print("")
    verdict, sign = (say("Right"), "✓") if right else (say("Not right"), "✗")
    screen.print(f"{sign} {verdict}", "bold green" if right else "bold red")
    _show_marks(question, answer, right, desk)
    if question.code is not None and question.kind in (QuestionKind.PREDICT, QuestionKind.SHAPE):
        _run(question, question.code, desk)
    screen.show_markdown(question.explanation.read(language))
    if question.source:
        screen.print(question.source, "dim")


def _show_marks(question: Question, answer: Answer, right: bool, desk: Desk) -> None:
    say, screen, language = desk.wording.say, desk.screen, desk.wording.language
    accepted = accepted_answer(question)
    if accepted is not None and not right:
        screen.show_rows([say("The answer is {answer}.", answer=accepted)])
    if question.options or question.choices:
        whys = [
            plain_text(option.why.read(language), keeps_code=True) if option.why else "" for option in question.options
        ]
        marks = option_marks(question, answer)
        texts = zip(_choices(question, desk), marks, whys or [""] * len(marks), strict=True)
        shown = [(text, mark, why) for text, mark, why in texts if mark is not Mark.PLAIN]
        screen.show_rows([f"{_SIGNS[mark]} {text}{f' – {why}' if why else ''}" for text, mark, why in shown])
    elif question.kind is QuestionKind.ORDER and isinstance(answer, tuple) and not right:
        marks = order_marks(question, answer)
        screen.show_rows([f"{_SIGNS[mark]} {question.lines[line]}" for line, mark in zip(answer, marks, strict=True)])
        screen.show_code("\n".join(question.lines), say("The right order"))
    elif question.kind is QuestionKind.SPOT and not right:
        screen.show_rows([say("The faulty line is {line}.", line=question.answers[0])])


def _run(question: Question, code: str, desk: Desk) -> None:
    observe = () if question.prediction is None else question.prediction.observed
    outcome = desk.run(partial(run_snippet, code, desk.sandbox, observe))
    if outcome is None:
        return
    if outcome.stdout:
        desk.screen.show_rows(outcome.stdout.rstrip("\n").split("\n"), "cyan")
    if outcome.ending is not Ending.FINISHED:
        desk.screen.show_rows([outcome_sentence(outcome, desk.wording)], "yellow")


def _go_on(question: Question, rating: Rating, desk: Desk) -> Command | None:
    """Wait until the learner has read; the rating that followed may be changed."""
    say = desk.wording.say
    while True:
        offer = say("Rated {rating}. Enter goes on, 1–4 rates it otherwise", rating=rating_name(rating, desk.wording))
        typed = desk.screen.ask(offer)
        other = read_rating(typed)
        if other is None:
            command = read_command(typed, (Command.UNDO, Command.LEAVE), alone=True)
            if command is not Command.HELP:
                return command
        elif other is not rating:
            desk.learner.rerate(question.id, other)
            rating = other
