"""What is said beside an exercise's inputs: what the tools of the sandbox are that they are made with. Knows no Qt."""

import ast

from quizapp.code_trees import expression_tree
from quizapp.message import message
from quizapp.packs.model import Variant
from quizapp.wording import Wording

_NOTES = {
    "ramp": message("`ramp(…)` makes a tensor of that shape; its numbers are the same every time."),
    "fill_": message("`fill_(…)` sets every parameter of a module to numbers that are the same every time."),
}


def tool_notes(variant: Variant, wording: Wording) -> str:
    """Say of each tool that an input uses what it makes, a line each; "" where none is used."""
    used = {name for expression in variant.inputs.values() for name in _names_in(expression)}
    return "\n".join(wording.sentence(note) for name, note in _NOTES.items() if name in used)


def _names_in(expression: str) -> set[str]:
    # Reading the pack has parsed it, as one expression that may stand on several lines.
    return {node.id for node in ast.walk(expression_tree(f"({expression}\n)")) if isinstance(node, ast.Name)}
