"""Attacks each exercise of a pack: derives wrong programs from its solution and judges them as attempts."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Final

import msgspec

from quizapp.classroom.attacks.attack import Attack
from quizapp.classroom.attacks.derivation import choose, derive
from quizapp.classroom.attacks.rehearsal import rehearse
from quizapp.classroom.attacks.source import Source
from quizapp.classroom.attacks.strength import Strength, Strengths
from quizapp.classroom.verify import Complaint
from quizapp.judging.expectations import Expectations, ExpectationsError, read_expectations
from quizapp.judging.verdict import Verdict
from quizapp.message import Message, message
from quizapp.packs.model import Equivalent, Exercise, ItemId, Limits, Pack
from quizapp.packs.problems import nearest
from quizapp.practice import judge_against
from quizapp.sandbox.messages import Ending
from quizapp.sandbox.sandbox import Sandbox

MOST_ATTACKS: Final = 40
"""How many attacks on one exercise are run, of each kind as evenly as may be."""

LEAST_SECONDS: Final = 2.0
"""What an attack may take at least: one that never ends is caught after this, even where the solution is quick."""

_SLOWER: Final = 20
"""How many times as long as the solution an attack may take."""


def attack_pack(
    pack: Pack,
    sandbox: Sandbox,
    *,
    at_once: int = 1,
    most: int = MOST_ATTACKS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Strengths:
    """Attack every exercise, with `at_once` programs at a time; `on_progress` is told how many exercises are done."""
    exercises = [item for item in pack.items() if isinstance(item, Exercise)]
    found: dict[ItemId, tuple[Strength | None, tuple[Complaint, ...]]] = {}
    # Whoever looks after an exercise only waits for its programs, so that even the last one has all cores.
    with ThreadPoolExecutor(at_once) as programs, ThreadPoolExecutor(at_once) as pool:
        bench = _Bench(sandbox, programs, most)
        waiting = {pool.submit(_attack, exercise, bench): exercise.id for exercise in exercises}
        for done, future in enumerate(as_completed(waiting), start=1):
            found[waiting[future]] = future.result()
            if on_progress is not None:
                on_progress(done, len(exercises))
    results = [found[exercise.id] for exercise in exercises]
    return Strengths(
        exercises=tuple(strength for strength, _ in results if strength is not None),
        complaints=tuple(complaint for _, complaints in results for complaint in complaints),
        unattacked=tuple(each.id for each, (strength, _) in zip(exercises, results, strict=True) if strength is None),
    )


@dataclass(frozen=True)
class _Bench:
    """Where attacks run, how many at a time, and how many of them on one exercise."""

    sandbox: Sandbox
    programs: Executor
    most: int

    def verdicts(self, attacks: Sequence[Attack], exercise: Exercise, expectations: Expectations) -> Iterator[Verdict]:
        """Judge each attack; the verdicts are in their order."""
        return self.programs.map(
            lambda attack: judge_against(expectations, exercise, attack.code, self.sandbox), attacks
        )


def _attack(exercise: Exercise, bench: _Bench) -> tuple[Strength | None, tuple[Complaint, ...]]:
    """Attack one exercise; None if its solution does not pass, so that nothing could be learnt from it."""
    try:
        expectations = read_expectations(exercise.folder)
        if not judge_against(expectations, exercise, exercise.solution, bench.sandbox).passed:
            return None, ()
        source = Source.of(exercise.solution)
        rehearsal = rehearse(exercise, source, bench.sandbox)
        attacks = derive(source, rehearsal, [alternative.code for alternative in exercise.alternatives])
    except (ExpectationsError, SyntaxError, RecursionError):
        return None, ()
    unmarked = [attack for attack in attacks if _mark_of(attack, exercise) is None]
    marked = [attack for attack in attacks if attack not in unmarked]
    chosen = [*choose(unmarked, bench.most), *marked]
    verdicts = list(bench.verdicts(chosen, _with_less_time(exercise, rehearsal.seconds), expectations))
    survivors = [attack for attack, verdict in zip(chosen, verdicts, strict=True) if verdict.passed]
    marks = tuple((attack, mark) for attack in survivors if (mark := _mark_of(attack, exercise)) is not None)
    strength = Strength(
        item=exercise.id,
        caught=len(chosen) - len(survivors),
        raised=sum(verdict.outcome.ending is not Ending.FINISHED for verdict in verdicts),
        survivors=tuple(attack for attack in survivors if attack in unmarked),
        equivalent=marks,
        derived=len(attacks),
    )
    return strength, tuple(Complaint(exercise.id, says) for says in _idle_marks(exercise, attacks, marks))


def _mark_of(attack: Attack, exercise: Exercise) -> Equivalent | None:
    return next((mark for mark in exercise.equivalent if _is_meant(attack, mark)), None)


def _is_meant(attack: Attack, mark: Equivalent) -> bool:
    return mark.attack == attack.name and mark.line in (None, attack.line)


def _idle_marks(
    exercise: Exercise, attacks: Sequence[Attack], marks: Sequence[tuple[Attack, Equivalent]]
) -> Iterator[Message]:
    """Yield what to say of each mark that excuses nothing."""
    used = {mark for _, mark in marks}
    for number, mark in enumerate(exercise.equivalent):
        if mark not in used:
            yield _about_idle(number, mark, attacks)


def _about_idle(number: int, mark: Equivalent, attacks: Sequence[Attack]) -> Message:
    if any(_is_meant(attack, mark) for attack in attacks):
        return message(
            "equivalent[{number}]: the checks catch the attack `{name}`. Delete the mark.",
            number=number,
            name=mark.attack,
        )
    if meant := nearest(mark.attack, {attack.name for attack in attacks}):
        return message(
            "equivalent[{number}]: no attack is called `{name}`; did you mean `{nearest}`?",
            number=number,
            name=mark.attack,
            nearest=meant,
        )
    return message(
        "equivalent[{number}]: no attack is called `{name}`. Copy the name from what `quizapp pack verify` prints.",
        number=number,
        name=mark.attack,
    )


def _with_less_time(exercise: Exercise, solution_seconds: float) -> Exercise:
    """Return the exercise with less time for a program, since an attack may never end."""
    seconds = min(exercise.limits.seconds, max(LEAST_SECONDS, _SLOWER * solution_seconds))
    return msgspec.structs.replace(exercise, limits=Limits(seconds=seconds))
