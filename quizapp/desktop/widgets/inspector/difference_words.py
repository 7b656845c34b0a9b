"""How two tensors differ, in words. Knows no Qt."""

from quizapp.desktop.widgets.inspector.heat_model import Comparison, Numbers
from quizapp.desktop.widgets.inspector.numeral import Numeral
from quizapp.desktop.widgets.inspector.plane import Index
from quizapp.desktop.widgets.inspector.tensor_words import numbers_text
from quizapp.judging.printing import number_text, shown_shape
from quizapp.wording import Wording


def verdict_words(expected: Numbers | None, got: Numbers | None, compared: Comparison, wording: Wording) -> str:
    """Return what there is to say of two tensors in a few sentences."""
    say = wording.say
    if expected is None or got is None:
        return say("There is nothing here, but something was expected.") if got is None else _unexpected(wording)
    sentences = [_shape_words(expected, got, wording), _dtype_words(expected, got, wording)]
    if compared.expected is None or compared.got is None:
        sentences.append(say("The numbers of one side were not captured."))
    elif compared.worst is not None:
        sentences.append(_worst_words(compared, wording))
    elif compared.difference is not None:
        sentences.append(say("All numbers agree."))
    if compared.is_swapped:
        sentences.append(say("The numbers are the right ones with the last two axes swapped."))
    return "\n".join(sentence for sentence in sentences if sentence)


def cell_words(compared: Comparison, index: Index, wording: Wording) -> str:
    """Return both numbers of one element, and the difference."""
    if compared.expected is None or compared.got is None or compared.difference is None:
        return ""
    expected, got = pair(compared, index)
    return wording.say(
        "{index}: expected {expected}, got {got}, difference {difference}",
        index=list(index),
        expected=expected,
        got=got,
        difference=number_text(compared.difference[index]),
    )


def comparison_text(compared: Comparison, numeral: Numeral, wording: Wording) -> str:
    """Return expected, got and difference as nested lists."""
    say = wording.say
    sides = ((say("expected"), compared.expected), (say("got"), compared.got))
    parts = [f"{name}\n{numbers_text(side, numeral)}" for name, side in sides if side is not None]
    if compared.difference is not None:
        difference = say("difference")
        parts.append(f"{difference}\n{numbers_text(compared.difference, numeral)}")
    return "\n\n".join(parts)


def pair(compared: Comparison, index: Index) -> tuple[str, str]:
    """Return both numbers of one element, with as many digits as tell them apart."""
    assert compared.expected is not None and compared.got is not None
    left, right = compared.expected[index], compared.got[index]
    for digits in (4, 7, 17):
        both = number_text(left, digits), number_text(right, digits)
        if both[0] != both[1] or left == right:
            break
    return both


def _unexpected(wording: Wording) -> str:
    return wording.say("There is something here, and nothing was expected.")


def _shape_words(expected: Numbers, got: Numbers, wording: Wording) -> str:
    if expected.shape == got.shape:
        return ""
    shapes = {"expected": shown_shape(expected.shape), "got": shown_shape(got.shape)}
    return wording.say("The shapes differ: expected {expected}, got {got}.", **shapes)


def _dtype_words(expected: Numbers, got: Numbers, wording: Wording) -> str:
    if expected.dtype == got.dtype:
        return ""
    return wording.say("The dtypes differ: expected {expected}, got {got}.", expected=expected.dtype, got=got.dtype)


def _worst_words(compared: Comparison, wording: Wording) -> str:
    assert compared.worst is not None and compared.got is not None
    expected, got = pair(compared, compared.worst.worst)
    return wording.say(
        "{count} of {size} differ, most at {index}: expected {expected}, got {got}.",
        count=f"{compared.worst.count:,}",
        size=f"{compared.got.size:,}",
        index=list(compared.worst.worst),
        expected=expected,
        got=got,
    )
