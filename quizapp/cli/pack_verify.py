"""`quizapp pack verify`: judges every program of a pack, attacks its checks, and says what came out."""

import argparse
import os
import time
from typing import TYPE_CHECKING, Any

from quizapp.cli.console import Console
from quizapp.cli.sandboxed import open_sandbox
from quizapp.packs.reading import PackReading
from quizapp.sandbox.sandbox import Sandbox

if TYPE_CHECKING:
    from quizapp.classroom.attacks.strength import Strengths
    from quizapp.classroom.verify import Complaint, Verification


def verify(options: argparse.Namespace, reading: PackReading, console: Console) -> tuple[int, int]:
    """Verify the pack that was read and print what was found.

    Returns:
        How many things in it do not hold, and how many attacks survive, which are none of them.
    """
    cores = os.cpu_count() or 1
    with open_sandbox(console, standbys=cores, in_bulk=True) as sandbox:
        found, seconds = _verified(reading, sandbox, console, cores)
        attacked = None if options.no_attacks else _attacked(reading, sandbox, console, cores)
    complaints = (*found.complaints, *(attacked[0].complaints if attacked else ()))
    if options.json:
        console.tell_json(_as_json(reading, found, seconds, attacked, console))
        return len(complaints) + len(reading.problems), 0
    _tell_complaints(complaints, console)
    console.tell(
        console.wording.say(
            "{items} items, {attempts} programs judged in {seconds} s.",
            items=found.items,
            attempts=found.attempts,
            seconds=f"{seconds:.1f}",
        )
    )
    if attacked:
        _tell_attacks(*attacked, console)
    return len(complaints) + len(reading.problems), attacked[0].survivors if attacked else 0


def _verified(reading: PackReading, sandbox: Sandbox, console: Console, cores: int) -> "tuple[Verification, float]":
    from quizapp.classroom.verify import verify_pack

    started = time.monotonic()
    found = verify_pack(reading.pack, sandbox, console.wording, at_once=cores, on_progress=console.show_progress)
    return found, time.monotonic() - started


def _attacked(reading: PackReading, sandbox: Sandbox, console: Console, cores: int) -> "tuple[Strengths, float]":
    from quizapp.classroom.attacks.running import attack_pack

    def show_progress(done: int, of: int) -> None:
        console.show_progress(done, of, console.wording.say("Attacks"))

    started = time.monotonic()
    strengths = attack_pack(reading.pack, sandbox, at_once=cores, on_progress=show_progress)
    return strengths, time.monotonic() - started


def _tell_complaints(complaints: "tuple[Complaint, ...]", console: Console) -> None:
    for complaint in complaints:
        console.complain(f"{complaint.item}: {console.wording.sentence(complaint.says)}")


def _tell_attacks(strengths: "Strengths", seconds: float, console: Console) -> None:
    from quizapp.classroom.attacks.report import report_lines

    for line in report_lines(strengths, seconds, console.wording):
        console.tell(line)


def _as_json(
    reading: PackReading,
    found: "Verification",
    seconds: float,
    attacked: "tuple[Strengths, float] | None",
    console: Console,
) -> dict[str, Any]:
    """Return the object that `pack verify --json` prints; its keys are a promise to other programs."""
    from quizapp.classroom.attacks.report import report_data

    complaints = (*found.complaints, *(attacked[0].complaints if attacked else ()))
    return {
        "holds": not complaints and not reading.problems,
        "items": found.items,
        "programs": found.attempts,
        "seconds": round(seconds, 3),
        "problems": [
            *(
                {"where": problem.place(), "says": console.wording.sentence(problem.says)}
                for problem in reading.problems
            ),
            *({"where": each.item, "says": console.wording.sentence(each.says)} for each in complaints),
        ],
        "attacks": None if attacked is None else report_data(*attacked),
    }
