"""Turns the assertions of a test cell into checks: what they look at is observed, what it should be is recorded.

An assertion that compares the learner's value with one that is not theirs observes that value. Any other is observed as
a whole: it must give what it gives for the solution. What comes between assertions is the probe.
"""

import ast
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from quizapp.classroom.exchange.bound_names import bound_by, used_by
from quizapp.classroom.exchange.closeness import ClosenessCall, closeness_of
from quizapp.classroom.exchange.drafts import CheckDraft
from quizapp.code_trees import expression_tree
from quizapp.packs.model import Aspect

_LONGEST_NAME: Final = 40
_ASPECTS: Final = {"shape": Aspect.SHAPE, "dtype": Aspect.DTYPE}
"""Attributes of tensors and arrays that a check can name."""

_RAISES: Final = ("raises", "assertRaises", "assert_raises", "assertRaisesRegex")


class Test(Struct, frozen=True):
    """One statement of a test cell; `cell` and `line` say where it stands, from 1."""

    cell: int
    statement: ast.stmt

    @property
    def line(self) -> int:
        """The line within the cell."""
        return self.statement.lineno


class Translated(Struct, frozen=True):
    """What became of test cells: the probe, the checks, and statements of the probe whose assertions are no checks."""

    probe: str
    checks: tuple[CheckDraft, ...]
    unnamed: tuple[Test, ...]


class _Assertion(Struct, frozen=True):
    """What is observed: an expression, or a call that may raise; how it is compared."""

    expression: ast.expr
    aspects: tuple[Aspect, ...] = ()
    call: ClosenessCall | None = None
    says: str = ""
    helper: str = ""


def translate(tests: list[Test], learners: frozenset[str]) -> Translated:
    """Translate the statements of an exercise's test cells; `learners` are the names that the solution binds."""
    return _Translation(tests, learners).result()


class _Translation:
    """Goes through the statements once; knows which names depend on the learner's code."""

    def __init__(self, tests: list[Test], learners: frozenset[str]) -> None:
        self._tests = tests
        self._dependent = set(learners)
        self._taken = set(learners) | {name for test in tests for name in bound_by([test.statement])}
        self._taken |= {name for test in tests for name in used_by([test.statement])}
        self._judges = {
            test.statement.name
            for test in tests
            if isinstance(test.statement, ast.FunctionDef) and _asserts(test.statement)
        }
        self._probe: list[str] = []
        self._checks: list[CheckDraft] = []
        self._unnamed: list[Test] = []
        self._helpers: set[str] = set()

    def result(self) -> Translated:
        last_action = max((n for n, test in enumerate(self._tests) if self._is_action(test)), default=-1)
        for number, test in enumerate(self._tests):
            found = list(self._assertions(test))
            if not found:
                self._act(test)
            for assertion in found:
                self._check(assertion, test.cell, is_last=number > last_action)
        helpers = sorted(self._helpers)
        imports = [f"from quizapp.probe import {', '.join(helpers)}\n"] if helpers else []
        probe = "\n".join([*imports, *self._probe])
        return Translated(f"{probe}\n" if probe else "", tuple(self._checks), tuple(self._unnamed))

    def _is_action(self, test: Test) -> bool:
        """Tell whether a statement may change what was observed before it."""
        statement = test.statement
        quiet = isinstance(
            statement, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef | ast.Pass | ast.Assert
        )
        return not (quiet or _is_text(statement) or self._is_assertion(test))

    def _is_assertion(self, test: Test) -> bool:
        """Tell whether a statement that is no `assert` becomes checks."""
        statement = test.statement
        is_call = closeness_of(statement) is not None or _is_call_of(statement, self._judges)
        return is_call or _raising_call(statement) is not None or self._stands_alone(test)

    def _act(self, test: Test) -> None:
        """Put a statement that asserts nothing into the probe."""
        statement = test.statement
        if isinstance(statement, ast.Pass) or _is_text(statement):
            return
        if _asserts(statement) and not isinstance(statement, ast.FunctionDef | ast.ClassDef):
            self._unnamed.append(test)
        if used_by([statement]) & self._dependent and not isinstance(statement, ast.Import | ast.ImportFrom):
            self._dependent |= bound_by([statement])
        self._probe.append(ast.unparse(statement))

    def _assertions(self, test: Test) -> Iterator[_Assertion]:
        statement = test.statement
        if isinstance(statement, ast.Assert):
            says = _constant_text(statement.msg)
            for part in _parts(statement.test):
                yield self._of_condition(part, says)
        elif (call := closeness_of(statement)) is not None:
            yield self._of_call(call)
        elif (raising := _raising_call(statement)) is not None:
            lambda_ = ast.Lambda(ast.arguments([], [], None, [], [], None, []), raising)
            yield _Assertion(ast.Call(ast.Name("caught", ast.Load()), [lambda_], []), helper="caught")
        elif _is_call_of(statement, self._judges) or self._stands_alone(test):
            yield self._as_a_whole(ast.unparse(statement))

    def _stands_alone(self, test: Test) -> bool:
        """Tell whether a loop or the like asserts something and makes nothing that is needed after it."""
        if not isinstance(test.statement, ast.For | ast.With | ast.If | ast.Try | ast.While) or not _asserts(
            test.statement
        ):
            return False
        after = self._tests[self._tests.index(test) + 1 :]
        return not bound_by([test.statement]) & used_by(each.statement for each in after)

    def _as_a_whole(self, code: str) -> _Assertion:
        """Make a function of statements; what is observed is whether it raises."""
        name = self._free_name("assertions")
        inner = "\n".join(f"    {line}" if line else "" for line in code.split("\n"))
        self._probe.append(f"\n\ndef {name}():\n{inner}\n\n")
        return _Assertion(expression_tree(f"raises({name})").body, helper="raises")

    def _of_condition(self, condition: ast.expr, says: str) -> _Assertion:
        if (call := closeness_of(condition)) is not None:
            return self._of_call(replace(call, says=says))
        if isinstance(condition, ast.Compare) and isinstance(condition.ops[0], ast.Eq) and len(condition.ops) == 1:
            subject = self._subject(condition.left, condition.comparators[0])
            if subject is not None:
                return self._of_subject(subject, says)
        plain = isinstance(condition, ast.Compare) and len(condition.ops) == 1
        is_truth = (
            plain and isinstance(condition, ast.Compare) and isinstance(condition.ops[0], ast.Is | ast.IsNot | ast.In)
        )
        whole = condition if is_truth else ast.Call(ast.Name("bool", ast.Load()), [condition], [])
        return _Assertion(whole, says=says)

    def _of_subject(self, subject: ast.expr, says: str) -> _Assertion:
        if isinstance(subject, ast.Attribute) and subject.attr in _ASPECTS:
            return _Assertion(subject.value, (_ASPECTS[subject.attr],), says=says)
        return _Assertion(subject, says=says)

    def _of_call(self, call: ClosenessCall) -> _Assertion:
        subject = self._subject(call.one, call.other)
        if subject is not None:
            return _Assertion(subject, call.aspects, call, call.says)
        return self._of_whole_call(call)

    def _of_whole_call(self, call: ClosenessCall) -> _Assertion:
        if call.condition is not None:
            return _Assertion(ast.Call(ast.Name("bool", ast.Load()), [call.condition], []), says=call.says)
        return self._as_a_whole(call.code)

    def _subject(self, one: ast.expr, other: ast.expr) -> ast.expr | None:
        """Return the side that hangs on the learner's code, if only one does."""
        hanging = [side for side in (one, other) if used_by([side]) & self._dependent]
        if len(hanging) == 1:
            return hanging[0]
        fixed = [side for side in (one, other) if not used_by([side])]
        if not hanging and len(fixed) == 1:
            # What is given may have been changed by the learner's code.
            return one if fixed[0] is other else other
        return None

    def _check(self, assertion: _Assertion, cell: int, *, is_last: bool) -> None:
        self._helpers |= {assertion.helper} - {""}
        observe = ast.unparse(ast.fix_missing_locations(assertion.expression))
        if not is_last or "\n" in observe:
            name = self._free_name(_described(assertion.expression))
            self._probe.append(f"{name} = {_kept(assertion, observe)}")
            observe = name
        tolerance = None if assertion.call is None else assertion.call.tolerance
        says, aspects = assertion.says, assertion.aspects
        self._add(CheckDraft(observe=observe, aspects=aspects, tolerance=tolerance, says=says, cell=cell))

    def _add(self, check: CheckDraft) -> None:
        """Add a check, or its aspects to one of the same value."""
        for index, other in enumerate(self._checks):
            if (other.observe, other.says, other.cell) != (check.observe, check.says, check.cell):
                continue
            one_tolerance = other.tolerance == check.tolerance or None in (other.tolerance, check.tolerance)
            if one_tolerance and bool(other.aspects) == bool(check.aspects):
                aspects = tuple(dict.fromkeys((*other.aspects, *check.aspects)))
                tolerance = other.tolerance or check.tolerance
                self._checks[index] = replace(other, aspects=aspects, tolerance=tolerance)
                return
        self._checks.append(check)

    def _free_name(self, text: str) -> str:
        base = re.sub(r"\W+", "_", text, flags=re.ASCII).strip("_")[:_LONGEST_NAME].strip("_") or "value"
        base = base if base.isidentifier() and base not in ("True", "False", "None") else f"value_{base}"
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}_{number}"
        self._taken.add(name)
        return name


def _described(expression: ast.expr) -> str:
    """Return the text from which an observation gets its name."""
    match expression:
        case ast.Call(ast.Name("bool"), [inner]):
            return ast.unparse(inner)
        case ast.Call(ast.Name("caught"), [ast.Lambda(body=call)]):
            return f"error of {ast.unparse(call)}"
    return ast.unparse(expression)


def _kept(assertion: _Assertion, observe: str) -> str:
    """Return the expression so that what comes later doesn't change its value."""
    if Aspect.VALUE in assertion.aspects and assertion.call is not None and assertion.call.is_torch:
        return f"({observe}).detach().clone()"
    return observe


def _parts(condition: ast.expr) -> Iterator[ast.expr]:
    """Yield what an assertion asks for: each part of an `and`."""
    if isinstance(condition, ast.BoolOp) and isinstance(condition.op, ast.And):
        for value in condition.values:
            yield from _parts(value)
    else:
        yield condition


def _asserts(statement: ast.stmt) -> bool:
    return any(
        isinstance(part, ast.Assert)
        or (isinstance(part, ast.Expr) and closeness_of(part) is not None)
        or (isinstance(part, ast.Raise) and "AssertionError" in ast.unparse(part))
        for part in ast.walk(statement)
    )


def _is_call_of(statement: ast.stmt, names: set[str]) -> bool:
    match statement:
        case ast.Expr(ast.Call(ast.Name(name))):
            return name in names
    return False


def _is_text(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _constant_text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _raising_call(statement: ast.stmt) -> ast.expr | None:
    """Return the call that must raise: in `with pytest.raises(…)`, or tried, with an assertion that fails after it."""
    match statement:
        case ast.With([ast.withitem(ast.Call(func=function))], [ast.Expr(call)]):
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            return call if name in _RAISES else None
        case ast.Try(body=[ast.Expr(call)], handlers=[_], orelse=[after], finalbody=[]) if _asserts(after):
            return call
        case ast.Try(body=[ast.Expr(call), after], handlers=[handler], orelse=[], finalbody=[]) if _asserts(after):
            return call if handler.type is not None and "AssertionError" not in ast.unparse(handler.type) else None
    return None
