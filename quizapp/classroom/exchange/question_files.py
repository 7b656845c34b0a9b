"""A question as the file that a pack holds it in: front matter, prompt, options, explanation."""

import json
from collections.abc import Iterator
from typing import Final

from quizapp.classroom.exchange.drafts import OptionDraft, QuestionDraft
from quizapp.packs.model import QuestionKind
from quizapp.packs.question_parts import ORDER, RUN

_FENCE: Final = "+++"


def question_file(draft: QuestionDraft) -> str:
    """Return the file's text."""
    body = [draft.prompt]
    if draft.code:
        body.append(_block(draft.code, RUN))
    if draft.kind is QuestionKind.ORDER:
        body.append(_block("\n".join(draft.answers), ORDER))
    if draft.options:
        body.append("\n".join(line for option in draft.options for line in _option(option)))
    front = "\n".join([_FENCE, *_front(draft), _FENCE])
    prompt = "\n\n".join(body)
    return f"{front}\n{prompt}\n\n---\n\n{draft.explanation}\n"


def toml_text(text: str) -> str:
    """Return a text in quotes as TOML reads it."""
    return json.dumps(text, ensure_ascii=False)


def toml_list(texts: tuple[str, ...]) -> str:
    """Return texts as a list in TOML."""
    return f"[{', '.join(toml_text(text) for text in texts)}]"


def _front(draft: QuestionDraft) -> Iterator[str]:
    yield f'kind = "{draft.kind}"'
    yield f"title = {toml_text(draft.title)}"
    if draft.answers and draft.kind is not QuestionKind.ORDER:
        yield f"answers = {toml_list(draft.answers)}"
    if draft.tolerance is not None:
        yield f"tolerance = {draft.tolerance!r}"


def _option(option: OptionDraft) -> Iterator[str]:
    yield f"- [{'x' if option.right else ' '}] {option.text}"
    for line in option.why.split("\n") if option.why else ():
        yield f"  > {line}".rstrip()


def _block(code: str, info: str) -> str:
    longest = max((len(run) for run in code.split("\n") for run in [run.strip()] if not run.strip("`")), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{info}\n{code}\n{fence}"
