"""Finds texts of an item that lack one of the pack's languages."""

from collections.abc import Iterator

from quizapp.message import Message, message
from quizapp.packs.markdown import first_words
from quizapp.packs.model import Card, Exercise, Item, Pack, Text


def missing_texts(item: Item, pack: Pack) -> Iterator[Message]:
    """Yield a message for each text of the item that some other text of the pack has in one language more."""
    languages = sorted(pack_languages(pack))
    for name, text in texts_of(item):
        for language in languages:
            if language not in text.by_language and not (name == "title" and _begins_the_text(text, item)):
                yield message("{name} is missing in the language {language}.", name=name, language=language)


def _begins_the_text(title: Text, item: Item) -> bool:
    """Tell whether a title is what its item's text begins with: another language's comes with its text."""
    if isinstance(item, Exercise):
        return False
    text = item.front if isinstance(item, Card) else item.prompt
    return title.read(title.native) == first_words(text.read(text.native))


def pack_languages(pack: Pack) -> frozenset[str]:
    """Return the languages that the pack's title and its lessons' titles are in."""
    texts = [pack.title, *(lesson.title for lesson in pack.lessons)]
    return frozenset(language for text in texts for language in text.by_language)


def texts_of(item: Item) -> Iterator[tuple[str, Text]]:
    """Yield every text of an item with the name that its author knows it by."""
    yield "title", item.title
    if isinstance(item, Card):
        yield "front", item.front
        yield "back", item.back
    elif isinstance(item, Exercise):
        yield from _texts_of_exercise(item)
    else:
        yield "prompt", item.prompt
        yield "explanation", item.explanation
        for number, option in enumerate(item.options, start=1):
            yield f"option {number}", option.text
            if option.why is not None:
                yield f"why of option {number}", option.why


def _texts_of_exercise(exercise: Exercise) -> Iterator[tuple[str, Text]]:
    yield "prompt", exercise.prompt
    if exercise.explanation is not None:
        yield "explanation", exercise.explanation
    for number, hint in enumerate(exercise.hints, start=1):
        yield f"hint {number}", hint
    for number, check in enumerate(exercise.checks):
        if check.says is not None:
            yield f"checks[{number}].says", check.says
    for number, rule in enumerate(exercise.rules):
        if rule.says is not None:
            yield f"rules[{number}].says", rule.says
    for number, prediction in enumerate(exercise.predictions):
        if prediction.says is not None:
            yield f"predictions[{number}].says", prediction.says
    for mistake in exercise.mistakes:
        yield f"feedback of {mistake.name}", mistake.feedback
