"""The solution cell of a notebook as nbgrader's authors write it: regions that become the learner's work."""

import re
from typing import Final

STUB: Final = ("# YOUR CODE HERE", "raise NotImplementedError()")
"""What stands in the place of a solution, as nbgrader puts it."""

_BEGIN: Final = re.compile(r"\s*#+\s*BEGIN SOLUTION\b")
_END: Final = re.compile(r"\s*#+\s*END SOLUTION\b")
_HIDDEN: Final = re.compile(r"\s*#+\s*(?:BEGIN|END) HIDDEN TESTS\b")


def solution_of(code: str) -> str:
    """Return the cell without the lines that mark its regions."""
    kept = (line for line in code.split("\n") if not _BEGIN.match(line) and not _END.match(line))
    return "\n".join(kept).strip("\n") + "\n"


def starter_of(code: str) -> str:
    """Return the cell with a stub in the place of each region; without a region the stub alone."""
    lines: list[str] = []
    inside = False
    found = False
    for line in code.split("\n"):
        if _BEGIN.match(line):
            indent = line[: len(line) - len(line.lstrip())]
            lines += [indent + each for each in STUB]
            inside = found = True
        elif _END.match(line):
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines if found else STUB).strip("\n") + "\n"


def has_open_region(code: str) -> bool:
    """Tell whether a region begins and has no end, or ends and has not begun, or begins within another."""
    inside = False
    for line in code.split("\n"):
        if _BEGIN.match(line) or _END.match(line):
            if bool(_BEGIN.match(line)) == inside:
                return True
            inside = not inside
    return inside


def is_stub(code: str) -> bool:
    """Tell whether a cell holds no solution: it is from the version for students."""
    return not any(_BEGIN.match(line) for line in code.split("\n")) and "raise NotImplementedError" in code


def without_magic(code: str) -> tuple[str, int]:
    """Return a cell without IPython's own commands, and how many lines that were; `%%` takes the whole cell."""
    lines = code.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if first.startswith("%%"):
        return "", len(lines)
    kept = [line for line in lines if not re.match(r"\s*(?:%[A-Za-z]|!|\?)", line) and not _HIDDEN.match(line)]
    magic = sum(not _HIDDEN.match(line) for line in lines) - len(kept)
    return "\n".join(kept), magic
