"""What the Author page shows of an item in one language: everything in it, also what learners see late. Knows no Qt."""

from collections.abc import Iterator

from quizapp.classroom.languages import texts_of
from quizapp.desktop.pages.browse.preview_model import answer, asked
from quizapp.desktop.pages.own_cards.editor_model import fenced
from quizapp.packs.model import Card, Check, Exercise, Item, Mistake, Question, Variant
from quizapp.wording import Wording


def whole_text(item: Item, language: str, wording: Wording) -> str:
    """Return all of an item in one language, Markdown, under headings in the reader's own.

    Of an item without any text in it there is nothing to show but that.
    """
    if not is_in(item, language):
        nothing = wording.say("Nothing of it is in this language; learners are shown it in another.")
        return f"*{nothing}*"
    parts = [(heading, text) for heading, text in _parts(item, language, wording) if text.strip()]
    lacking = _lacking(item, language)
    note = wording.say_many("{count} text is not in this language.", "{count} texts are not in this language.", lacking)
    head = [f"*{note}*"] if lacking else []
    return "\n\n".join([*head, *(f"##### {heading}\n\n{text.strip(chr(10))}" for heading, text in parts)])


def is_in(item: Item, language: str) -> bool:
    """Tell whether any text of an item is in a language."""
    return any(language in text.by_language for _, text in texts_of(item))


def _lacking(item: Item, language: str) -> int:
    return sum(language not in text.by_language for _, text in texts_of(item))


def _parts(item: Item, language: str, wording: Wording) -> Iterator[tuple[str, str]]:
    say, speaking = wording.say, Wording(language)
    if isinstance(item, Card):
        yield say("Front of the card"), item.front.read(language)
        yield say("Back of the card"), item.back.read(language)
    elif isinstance(item, Question):
        yield say("Question"), asked(item, speaking)
        yield say("The answer"), answer(item, speaking)
        yield say("What is said of each choice"), _reasons(item, language)
    else:
        yield from _exercise(item, language, wording)


def _exercise(exercise: Exercise, language: str, wording: Wording) -> Iterator[tuple[str, str]]:
    say = wording.say
    yield say("Task"), exercise.prompt.read(language)
    for number, hint in enumerate(exercise.hints, start=1):
        yield say("Hint {number}", number=number), hint.read(language)
    for heading, code in (
        (say("Given code"), exercise.code_before),
        (say("Starting code"), exercise.starter),
        (say("Solution"), exercise.solution),
        (say("Probe"), exercise.probe),
    ):
        yield heading, fenced(code.strip("\n")) if code.strip() else ""
    if len(exercise.variants) > 1:
        yield say("Variants"), "\n\n".join(_variant(variant) for variant in exercise.variants)
    yield say("Checks"), _listed(_check(check, language) for check in exercise.checks)
    yield say("Mistakes"), "\n\n".join(_mistake(mistake, language) for mistake in exercise.mistakes)
    if exercise.explanation is not None:
        yield say("Why this works"), exercise.explanation.read(language)


def _variant(variant: Variant) -> str:
    name = f"**{variant.name}**"
    return f"{name}\n\n{fenced(variant.code.rstrip())}" if variant.inputs else name


def _check(check: Check, language: str) -> str:
    return f"`{check.observe}`" if check.says is None else f"`{check.observe}`: {check.says.read(language)}"


def _mistake(mistake: Mistake, language: str) -> str:
    feedback, code = mistake.feedback.read(language).strip(), fenced(mistake.code.strip("\n"))
    return f"**{mistake.name}**\n\n{feedback}\n\n{code}"


def _reasons(question: Question, language: str) -> str:
    return _listed(
        f"{'✓' if option.right else '✗'} {option.text.read(language)} — {option.why.read(language)}"
        for option in question.options
        if option.why is not None
    )


def _listed(texts: Iterator[str]) -> str:
    return "\n".join("- " + text.strip().replace("\n", "\n  ") for text in texts)
