"""Tries whether wrong programs pass the checks of one exercise. Knows no Qt; not for the GUI thread."""

import os
import time
from typing import TYPE_CHECKING

from quizapp.desktop.pages.author.checking import only
from quizapp.packs.model import Exercise, Pack
from quizapp.wording import Wording

if TYPE_CHECKING:
    # Only an annotation: the sandbox stays out of the way of the first paint.
    from quizapp.sandbox.sandbox import Sandbox


def attack_report(pack: Pack, exercise: Exercise, sandbox: "Sandbox", wording: Wording) -> str:
    """Attack the checks of an exercise, and return what came out, in lines to be read.

    Raises:
        SaysError: if no code can be run.
    """
    # Here, in the pool's thread: NumPy comes with it.
    from quizapp.classroom.attacks.report import report_lines
    from quizapp.classroom.attacks.running import attack_pack

    began = time.monotonic()
    strengths = attack_pack(only(pack, exercise), sandbox, at_once=os.cpu_count() or 1)
    marks = [wording.sentence(complaint.says) for complaint in strengths.complaints]
    return "\n".join((*marks, *report_lines(strengths, time.monotonic() - began, wording)))
