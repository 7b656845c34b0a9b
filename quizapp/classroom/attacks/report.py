"""The attacks on a pack as lines to print and as plain data."""

import json
from collections.abc import Iterator
from typing import Any, Final

from quizapp.classroom.attacks.attack import Attack
from quizapp.classroom.attacks.strength import Strength, Strengths, score
from quizapp.packs.model import ItemId
from quizapp.wording.percent import percent_words
from quizapp.wording.speech import Wording

LONGEST_LINE: Final = 160
"""Characters of a survivor's line that are printed: one that is hard-coded may hold a whole tensor."""


def report_lines(strengths: Strengths, seconds: float, wording: Wording) -> Iterator[str]:
    """Yield each exercise that some attack survives, with those as small diffs, and what came out in all."""
    for strength in strengths.exercises:
        if strength.survivors:
            yield _headline(strength, wording)
            for attack in strength.survivors:
                yield from _survivor_lines(strength.item, attack)
            yield ""
    if strengths.survivors:
        yield wording.say(
            "What passes though it should not is a hole in the checks: add a check that it fails. If it does what is"
            " asked after all, mark it in exercise.toml: [[equivalent]], its attack = …, and why = …"
        )
    for item in strengths.unattacked:
        yield wording.say(
            "{item} is not attacked: its solution has to pass first, and not to be too deeply nested.", item=item
        )
    if strengths.exercises or not strengths.unattacked:
        yield _in_all(strengths, seconds, wording)


def _headline(strength: Strength, wording: Wording) -> str:
    share = score(strength)
    return wording.say(
        "{item}: strength {percent}, {caught} of {all} attacks are caught. These pass:",
        item=strength.item,
        percent="-" if share is None else percent_words(share, wording),
        caught=strength.caught,
        all=strength.caught + len(strength.survivors),
    )


def _survivor_lines(item: ItemId, attack: Attack) -> Iterator[str]:
    yield f"  {solution_of(item)}:{attack.line}"
    yield from (f"    - {_cut(line)}" for line in attack.removed)
    yield from (f"    + {_cut(line)}" for line in attack.added)
    yield f"    attack = {as_toml_string(attack.name)}"


def _in_all(strengths: Strengths, seconds: float, wording: Wording) -> str:
    share = score(*strengths.exercises)
    if share is None:
        return wording.say("There was nothing to attack.")
    many, marked = wording.say_many, sum(len(each.equivalent) for each in strengths.exercises)
    tried = many(
        "{count} attack in {seconds} s", "{count} attacks in {seconds} s", strengths.attacks, seconds=f"{seconds:.1f}"
    )
    return wording.say(
        "Strength of the checks: {percent}. {tried}: {passing}, {equivalent}.",
        percent=percent_words(share, wording),
        tried=tried,
        passing=many("{count} passes", "{count} pass", strengths.survivors),
        equivalent=many("{count} more is marked as equivalent", "{count} more are marked as equivalent", marked),
    )


def _cut(line: str) -> str:
    """Return a line that is not too long to print; where it can be, it is cut between words."""
    if len(line) <= LONGEST_LINE:
        return line
    words, _, rest = line[:LONGEST_LINE].rpartition(" ")
    return f"{words} …" if words.strip() else f"{words} {rest}…"


def report_data(strengths: Strengths, seconds: float) -> dict[str, Any]:
    """Return what `pack verify --json` prints of the attacks; its keys are a promise to other programs."""
    return {
        "strength": _rounded(score(*strengths.exercises)),
        "attacks": strengths.attacks,
        "survivors": strengths.survivors,
        "seconds": round(seconds, 3),
        "exercises": [
            {
                "item": each.item,
                "strength": _rounded(score(each)),
                "caught": each.caught,
                "raised": each.raised,
                "derived": each.derived,
                "survivors": [_attack_data(each.item, attack) for attack in each.survivors],
                "equivalent": [
                    {**_attack_data(each.item, attack), "why": mark.why} for attack, mark in each.equivalent
                ],
            }
            for each in strengths.exercises
        ],
        "unattacked": list(strengths.unattacked),
    }


def _attack_data(item: ItemId, attack: Attack) -> dict[str, Any]:
    return {
        "attack": attack.name,
        "file": solution_of(item),
        "line": attack.line,
        "removed": list(attack.removed),
        "added": list(attack.added),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def solution_of(item: ItemId) -> str:
    """Return the path of an exercise's solution in its pack: `freezing/typo/solution.py`."""
    return f"{item.partition('/')[2]}/solution.py"


def as_toml_string(text: str) -> str:
    """Return a text as TOML writes it: as it stands between ' ', or else between " " with escapes."""
    return f"'{text}'" if "'" not in text and text.isprintable() else json.dumps(text, ensure_ascii=False)
