"""What a program spells: the facts by which mistakes that leave the same state behind are told apart."""

import ast
import re
from functools import lru_cache

from quizapp.code_trees import parsed
from quizapp.judging.spellings import spellings

IDENTIFIER = re.compile(r"[^\W\d]\w*")

PROGRAMS_REMEMBERED = 64
"""An exercise's solution and alternatives are asked for again at every verdict."""


@lru_cache(maxsize=PROGRAMS_REMEMBERED)
def facts_of(code: str) -> frozenset[str]:
    """Return the names, attributes, keywords, imports, definitions and short strings in the code.

    A string that is an identifier counts, as in `setattr(p, 'require_grad', …)`. Of code that does not parse, every
    identifier counts.
    """
    tree = parsed(code)
    if tree is None:
        return frozenset(IDENTIFIER.findall(code))
    return frozenset(fact for node in ast.walk(tree) for fact in _facts(node))


def _facts(node: ast.AST) -> tuple[str, ...]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
        return (node.value,)
    return spellings(node)
