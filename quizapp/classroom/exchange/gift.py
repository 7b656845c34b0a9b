"""Reads GIFT, Moodle's format for lists of questions: those that a pack has a kind for become drafts."""

import re
from typing import Final

from msgspec import Struct, field

from quizapp.classroom.exchange.drafts import Harvest, OptionDraft, QuestionDraft
from quizapp.classroom.exchange.gift_answers import (
    FULL,
    GiftAnswer,
    number_of,
    split_answers,
    truth_of,
    without_general_feedback,
)
from quizapp.classroom.exchange.gift_blocks import Block, blocks, formatted, plain
from quizapp.classroom.exchange.sources import TextFile
from quizapp.classroom.exchange.taming import on_one_line
from quizapp.classroom.exchange.texts import Format, as_markdown
from quizapp.message import Message, message
from quizapp.packs.markdown import first_words
from quizapp.packs.model import QuestionKind
from quizapp.packs.problems import PackError
from quizapp.wording.speech import Wording

GAP: Final = "____"
"""What stands in a text where a word is missing."""

_LONGEST_TITLE: Final = 80


class _LeftOut(Exception):
    """A question can't be brought in; says why."""

    def __init__(self, says: Message) -> None:
        super().__init__(str(says))
        self.says = says


class _Sheet(Struct, frozen=True):
    """One block on its way to a draft; `lost` grows with what had to be changed."""

    block: Block
    wording: Wording
    lost: list[Message] = field(default_factory=list)

    def markdown(self, text: str) -> str:
        """Return a piece of the block as Markdown; notes what was taken out of it."""
        bare, written_in = formatted(text, self.block.format)
        safe = as_markdown(plain(bare), written_in)
        self.lost.extend(says for says in safe.lost if says not in self.lost)
        return safe.text

    def line(self, text: str) -> str:
        """Return a piece as Markdown on one line."""
        return on_one_line(self.markdown(text))


def read_gift(file: TextFile, wording: Wording) -> Harvest:
    """Read a GIFT file; `wording` speaks the pack's language, for the words that a question has to have and lacks."""
    questions: list[QuestionDraft] = []
    problems: list[PackError] = []
    for block in blocks(file):
        if isinstance(block, PackError):
            problems.append(block)
            continue
        sheet = _Sheet(block, wording)
        try:
            questions.append(_question(sheet))
        except _LeftOut as left_out:
            problems.append(file.problem(left_out.says, block.line))
            continue
        problems.extend(file.problem(says, block.line) for says in sheet.lost)
    if not questions and not problems:
        problems.append(file.problem(message("there is no question in this file")))
    return Harvest(file.path.stem, tuple(questions), problems=tuple(problems))


def _question(sheet: _Sheet) -> QuestionDraft:
    block = sheet.block
    if block.answers is None:
        raise _LeftOut(message("this is a description, not a question; it is left out"))
    answers, general = without_general_feedback(block.answers)
    prompt = sheet.markdown(_with_gap(block))
    if not prompt:
        raise _LeftOut(message("this question has no text; it is left out"))
    begun = QuestionDraft(
        line=block.line,
        kind=QuestionKind.TEXT,
        title=block.title or _short(first_words(prompt)) or "?",
        prompt=prompt,
        explanation=sheet.markdown(general),
        lesson=_last_part(block.category),
        slug=block.name,
    )
    return _answered(sheet, begun, answers)


def _with_gap(block: Block) -> str:
    """Return the text, with a gap where the braces stand if it goes on behind them."""
    after = block.after.strip()
    if not after:
        return block.text
    space = "" if re.match(r"[^\w\s]", after) else " "
    return f"{block.text.rstrip()} {GAP}{space}{after}"


def _answered(sheet: _Sheet, begun: QuestionDraft, answers: str) -> QuestionDraft:
    if not answers.strip():
        raise _LeftOut(message("this is an essay, which nothing here can judge; it is left out"))
    if answers.lstrip().startswith("#"):
        return _number(sheet, begun, answers.lstrip()[1:])
    if (truth := truth_of(answers)) is not None:
        return _truth(sheet, begun, *truth)
    before, split = split_answers(answers)
    if before.strip() or not split:
        raise _LeftOut(message("expected each answer to begin with = or ~, found {found}", found=f'"{plain(before)}"'))
    if any(not answer.text.strip() for answer in split):
        raise _LeftOut(message("there is an answer without text; write \\= or \\~ for a sign that is text"))
    if any("->" in answer.text for answer in split):
        raise _LeftOut(message("matching questions have no kind in a pack; it is left out"))
    if all(answer.is_right_sign for answer in split):
        return _text(sheet, begun, split)
    return _choice(sheet, begun, split)


def _truth(sheet: _Sheet, begun: QuestionDraft, is_true: bool, wrong: str, right: str) -> QuestionDraft:
    say = sheet.wording.say
    whys = {True: sheet.markdown(right), False: sheet.markdown(wrong)}
    options = tuple(
        OptionDraft(word, right=value == is_true, why=whys[value == is_true])
        for word, value in ((say("True"), True), (say("False"), False))
    )
    return _explained(
        sheet,
        begun,
        kind=QuestionKind.CHOICE,
        options=options,
        answer=next(option.text for option in options if option.right),
    )


def _choice(sheet: _Sheet, begun: QuestionDraft, split: tuple[GiftAnswer, ...]) -> QuestionDraft:
    if len(split) < 2:
        raise _LeftOut(message("expected at least 2 answers to choose from, found {found}", found=len(split)))
    signs = [answer for answer in split if answer.is_right_sign]
    full = [answer for answer in split if answer.weight >= FULL]
    right = full if len(full) == 1 else [answer for answer in split if answer.weight > 0]
    if not right:
        raise _LeftOut(message("no answer is marked as right; put = before the right one"))
    if len(right) == 1 and any(0 < answer.weight < FULL for answer in split if answer not in right):
        sheet.lost.append(message("answers that are worth a part of the points count as wrong: packs have no such"))
    if len(signs) > 1:
        sheet.lost.append(message("several answers are marked with =; now all of them have to be chosen"))
    options = tuple(OptionDraft(sheet.line(each.text), each in right, sheet.markdown(each.feedback)) for each in split)
    if any(not option.text for option in options):
        raise _LeftOut(message("an answer has nothing that a pack could show; it is left out"))
    kind = QuestionKind.CHOICE if len(right) == 1 else QuestionKind.MULTIPLE
    answer = ", ".join(option.text for option in options if option.right)
    return _explained(sheet, begun, kind=kind, options=options, answer=answer)


def _text(sheet: _Sheet, begun: QuestionDraft, split: tuple[GiftAnswer, ...]) -> QuestionDraft:
    written = [plain(formatted(answer.text, Format.PLAIN)[0]) for answer in split if answer.weight >= FULL]
    accepted = [on_one_line(text.replace(r"\*", "*")) for text in written if "*" not in text.replace(r"\*", "")]
    if len(accepted) < len(split):
        sheet.lost.append(
            message("answers with * for any text, or worth a part of the points, are left out: packs have no such")
        )
    if not accepted:
        raise _LeftOut(message("no answer is left that is right as it is written; it is left out"))
    return _explained(
        sheet,
        begun,
        kind=QuestionKind.TEXT,
        answers=tuple(dict.fromkeys(accepted)),
        answer=accepted[0],
        feedback=tuple(split),
    )


def _number(sheet: _Sheet, begun: QuestionDraft, written: str) -> QuestionDraft:
    before, split = split_answers(written)
    if not split:
        text, _, feedback = before.partition("#")
        split = (GiftAnswer(text, FULL, feedback, True),)
    elif before.strip():
        raise _LeftOut(message("expected each answer to begin with = or ~, found {found}", found=f'"{plain(before)}"'))
    full = [answer for answer in split if answer.weight >= FULL and answer.is_right_sign]
    numbers = [number_of(answer.text) for answer in full]
    found = [number for number in numbers if number is not None]
    if not found or len(found) < len(numbers):
        raise _LeftOut(message("expected a number, such as {example}", example="{#3.14:0.01}"))
    if len(full) < len(split) or len({number.tolerance for number in found}) > 1:
        sheet.lost.append(message("only the answers worth all points, with the first one's tolerance, are taken"))
    tolerance = found[0].tolerance
    answer = f"{found[0].text} ± {tolerance:g}" if tolerance else found[0].text
    return _explained(
        sheet,
        begun,
        kind=QuestionKind.NUMBER,
        answers=tuple(dict.fromkeys(number.text for number in found)),
        tolerance=tolerance or None,
        answer=answer,
        feedback=tuple(full[:1]),
    )


def _explained(
    sheet: _Sheet,
    begun: QuestionDraft,
    *,
    kind: QuestionKind,
    answer: str,
    options: tuple[OptionDraft, ...] = (),
    answers: tuple[str, ...] = (),
    tolerance: float | None = None,
    feedback: tuple[GiftAnswer, ...] = (),
) -> QuestionDraft:
    """Return the question with an explanation: the general feedback, or else what the answers say, or the answer."""
    said = [text for each in feedback if (text := sheet.markdown(each.feedback))]
    explanation = begun.explanation or "\n\n".join(dict.fromkeys(said)) or answer_words(answer, options, sheet.wording)
    return QuestionDraft(
        line=begun.line,
        kind=kind,
        title=begun.title,
        prompt=begun.prompt,
        explanation=explanation,
        lesson=begun.lesson,
        slug=begun.slug,
        options=options,
        answers=answers,
        tolerance=tolerance,
    )


def answer_words(answer: str, options: tuple[OptionDraft, ...], wording: Wording) -> str:
    """Return an explanation for a question that has none: it names the answer, which is Markdown if it is an option."""
    shown = answer if options else literal(answer)
    return wording.say("The answer: {answer}", answer=shown)


def literal(answer: str) -> str:
    """Return a typed answer as code on a line of Markdown."""
    ticks = "``" if "`" in answer else "`"
    pad = " " if "`" in answer else ""
    return f"{ticks}{pad}{answer}{pad}{ticks}"


def _last_part(category: str) -> str:
    parts = [part.strip() for part in category.split("/")]
    named = [part for part in parts if part and part not in ("top", "$course$", "$system$", "$module$")]
    return named[-1] if named else ""


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_TITLE else words[: _LONGEST_TITLE - 1].rstrip() + "…"
