"""What is said beside an exercise's inputs: what the tools of the sandbox are that they are made with. Knows no Qt."""

import ast

from quizapp.message import message
from quizapp.packs.model import Variant
from quizapp.wording import Wording

_NOTES = {
    "ramp": message("`ramp(2, 3)` makes a tensor of the shape 2, 3; its numbers are the same every time."),
    "fill_": message("`fill_(module)` sets every parameter of a module to numbers that are the same every time."),
}


def tool_notes(variant: Variant, wording: Wording) -> str:
    """Say of each tool that an input uses what it makes, a line each; "" where none is used."""
    used = {name for expression in variant.inputs.values() for name in _names_in(expression)}
    return "\n".join(wording.sentence(note) for name, note in _NOTES.items() if name in used)


def _names_in(expression: str) -> set[str]:
    # Reading the pack has parsed it, as one expression that may stand on several lines.
    tree = ast.parse(f"({expression}\n)", mode="eval")
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
