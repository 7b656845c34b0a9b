"""Runs the instructor's probe statement by statement: one that fails takes with it only the names it would bind."""

import ast
import symtable
import types
from collections.abc import Iterable
from typing import Any

from quizapp.sandbox.observation import ErrorSeen
from quizapp.worker.asking import parse
from quizapp.worker.errors import PROBE_FILE, raised_directly_in, see_error


class Probing:
    """The probe's statements in the namespace that the learner's code left.

    Attributes:
        first_error: the first exception of a statement, or None.
    """

    def __init__(self, namespace: dict[str, Any]) -> None:
        self._namespace = namespace
        self._failures: dict[str, ErrorSeen] = {}
        self.first_error: BaseException | None = None

    def run(self, source: str) -> None:
        """Run every statement.

        Raises:
            SyntaxError: if the probe is not Python.
        """
        asking = parse(source, PROBE_FILE, "exec", self._namespace).body
        for statement, asked in zip(ast.parse(source, PROBE_FILE).body, asking, strict=True):
            code = compile(ast.Module([asked], []), PROBE_FILE, "exec", dont_inherit=True)
            try:
                exec(code, self._namespace)
            except BaseException as error:
                self._note(statement, error)
            else:
                self._forget(statement)

    def failure_of(self, names: Iterable[str]) -> ErrorSeen | None:
        """Return why one of these names is not there: the failure of the statement that should have bound it."""
        return next((self._failures[name] for name in names if name in self._failures), None)

    def _note(self, statement: ast.stmt, error: BaseException) -> None:
        seen = self._seen(error)
        for name in _names_bound_by(statement):
            self._failures[name] = seen
            self._namespace.pop(name, None)
        if self.first_error is None:
            self.first_error = error

    def _seen(self, error: BaseException) -> ErrorSeen:
        """Return the error, or the earlier failure that it follows from."""
        if isinstance(error, NameError) and raised_directly_in(error, PROBE_FILE):
            missing = error.name
            return self._failures.get(missing or "") or see_error(error, missing=missing)
        return see_error(error)

    def _forget(self, statement: ast.stmt) -> None:
        if self._failures:
            for name in _names_bound_by(statement):
                self._failures.pop(name, None)


def names_in(code: types.CodeType) -> tuple[str, ...]:
    """Return the names that a compiled expression uses, also within its comprehensions and lambdas."""
    inner = (constant for constant in code.co_consts if isinstance(constant, types.CodeType))
    return (*code.co_names, *(name for part in inner for name in names_in(part)))


def _names_bound_by(statement: ast.stmt) -> tuple[str, ...]:
    """Return the names that a statement binds in its own scope: targets, definitions, imports."""
    table = symtable.symtable(ast.unparse(statement), PROBE_FILE, "exec")
    return tuple(symbol.get_name() for symbol in table.get_symbols() if symbol.is_assigned() or symbol.is_imported())
