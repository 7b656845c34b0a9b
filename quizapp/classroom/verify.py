"""Verifies a pack: right solutions pass, wrong ones fail with their own feedback, answers are true, texts complete."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed

from msgspec import Struct

from quizapp.classroom.answers import check_answers
from quizapp.classroom.concepts import untitled_concepts
from quizapp.classroom.languages import missing_texts
from quizapp.classroom.predictions import check_predictions
from quizapp.judging.expectations import ExpectationsError, read_expectations
from quizapp.judging.mistakes import ambiguous_mistakes
from quizapp.judging.verdict import Verdict
from quizapp.message import Message, message
from quizapp.packs.model import Exercise, Item, ItemId, Pack, Question
from quizapp.practice import judge_against
from quizapp.sandbox.sandbox import Sandbox
from quizapp.wording import Wording
from quizapp.wording.findings import finding_sentence
from quizapp.wording.outcomes import outcome_sentence


class Complaint(Struct, frozen=True):
    """One thing in a pack that does not hold, and what its author can do."""

    item: ItemId
    says: Message


class Verification(Struct, frozen=True):
    """What verifying a pack gave. `attempts` counts the programs that were judged."""

    complaints: tuple[Complaint, ...]
    items: int
    attempts: int


def verify_pack(
    pack: Pack,
    sandbox: Sandbox,
    wording: Wording,
    *,
    at_once: int = 1,
    on_progress: Callable[[int, int], None] | None = None,
) -> Verification:
    """Verify every item, `at_once` of them at a time; `on_progress` is told how many of all are done.

    What a verdict found is quoted in the language of `wording`.
    """
    items = pack.items()
    found: dict[ItemId, tuple[int, tuple[Complaint, ...]]] = {}
    with ThreadPoolExecutor(at_once) as pool:
        waiting = {pool.submit(_verify_item, item, pack, sandbox, wording): item.id for item in items}
        for done, future in enumerate(as_completed(waiting), start=1):
            found[waiting[future]] = future.result()
            if on_progress is not None:
                on_progress(done, len(items))
    complaints = tuple(complaint for item in items for complaint in found[item.id][1])
    return Verification(complaints, len(items), sum(attempts for attempts, _ in found.values()))


def _verify_item(item: Item, pack: Pack, sandbox: Sandbox, wording: Wording) -> tuple[int, tuple[Complaint, ...]]:
    complaints = [Complaint(item.id, says) for says in (*missing_texts(item, pack), *untitled_concepts(item, pack))]
    attempts = 0
    if isinstance(item, Exercise):
        attempts = 2 + len(item.alternatives) + len(item.mistakes)
        complaints += [Complaint(item.id, says) for says in _verify_exercise(item, sandbox, wording)]
    elif isinstance(item, Question) and item.code is not None:
        attempts = 1
        complaints += [Complaint(item.id, says) for says in check_answers(item, sandbox)]
    return attempts, tuple(complaints)


def _verify_exercise(exercise: Exercise, sandbox: Sandbox, wording: Wording) -> Iterator[Message]:
    try:
        expectations = read_expectations(exercise.folder)

        def verdict_on(code: str) -> Verdict:
            return judge_against(expectations, exercise, code, sandbox)

        yield from _right_ones_pass(exercise, verdict_on, wording)
        yield from _wrong_ones_fail(exercise, verdict_on)
        yield from check_predictions(exercise, sandbox)
        for one, other in ambiguous_mistakes(exercise, expectations):
            yield message(
                "The mistakes {one} and {other} can't be told apart; add `uses` or `lacks`, or a check that differs.",
                one=one,
                other=other,
            )
    except ExpectationsError as error:
        yield error.says


def _right_ones_pass(exercise: Exercise, verdict_on: Callable[[str], Verdict], wording: Wording) -> Iterator[Message]:
    if not (verdict := verdict_on(exercise.solution)).passed:
        yield message(
            "The solution does not pass: {why}. Record it again or mend it.", why=_why(verdict, exercise, wording)
        )
    for alternative in exercise.alternatives:
        if not (verdict := verdict_on(alternative.code)).passed:
            yield message(
                "The alternative {name} does not pass: {why}. Are the checks too strict?",
                name=alternative.name,
                why=_why(verdict, exercise, wording),
            )


def _wrong_ones_fail(exercise: Exercise, verdict_on: Callable[[str], Verdict]) -> Iterator[Message]:
    if verdict_on(exercise.starter).passed:
        yield message("The starter passes every check. Leave something to do, or add a check.")
    for mistake in exercise.mistakes:
        verdict = verdict_on(mistake.code)
        if verdict.passed:
            yield message("The mistake {name} passes every check. Add a check that it fails.", name=mistake.name)
        elif verdict.mistake is None or verdict.mistake.feedback != mistake.feedback:
            yield message(
                "The mistake {name} is taken for {other}. Record again, or add `uses`, `lacks` or a check.",
                name=mistake.name,
                other=verdict.mistake.name if verdict.mistake else "-",
            )


def _why(verdict: Verdict, exercise: Exercise, wording: Wording) -> str:
    if verdict.findings:
        return finding_sentence(verdict.findings[0], wording).rstrip(".。")
    return outcome_sentence(verdict.outcome, wording, seconds_allowed=exercise.limits.seconds).rstrip(".。")
