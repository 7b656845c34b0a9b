"""Calls that compare two values: `torch.allclose(a, b)`, `np.testing.assert_allclose(a, b)`, `assert_equal(a, b)`."""

import ast
from typing import Final

from msgspec import Struct

from quizapp.packs.model import Aspect, Tolerance

_SIDES: Final = (Aspect.SHAPE, Aspect.VALUE)
_VALUE: Final = (Aspect.VALUE,)

_CONDITIONS: Final[dict[str, tuple[Aspect, ...]]] = {
    "torch.allclose": _SIDES,
    "torch.equal": _SIDES,
    "np.allclose": _VALUE,
    "numpy.allclose": _VALUE,
    "np.isclose": _VALUE,
    "np.array_equal": _VALUE,
    "numpy.array_equal": _VALUE,
    "math.isclose": (),
}
"""What is true if two values agree, and what of them is compared."""

_STATEMENTS: Final[dict[str, tuple[Aspect, ...]]] = {
    "torch.testing.assert_close": _SIDES,
    "torch.testing.assert_allclose": _SIDES,
    "assert_close": _SIDES,
    "np.testing.assert_allclose": _VALUE,
    "np.testing.assert_almost_equal": _VALUE,
    "np.testing.assert_array_equal": _VALUE,
    "np.testing.assert_array_almost_equal": _VALUE,
    "np.testing.assert_equal": (),
    "assert_allclose": _VALUE,
    "assert_array_equal": _VALUE,
    "assert_almost_equal": _VALUE,
    "assert_equal": (),
    "assertEqual": (),
    "assertAlmostEqual": (),
}
"""Calls that fail unless two values agree."""

_RELATIVE: Final = ("rtol", "rel_tol")
_ABSOLUTE: Final = ("atol", "abs_tol", "delta")
_DEFAULTS: Final = {
    "torch.allclose": Tolerance(1e-5, 1e-8),
    "np.allclose": Tolerance(1e-5, 1e-8),
    "numpy.allclose": Tolerance(1e-5, 1e-8),
    "math.isclose": Tolerance(1e-9, 0.0),
}
"""What is tolerated where one of the two is given and the other is not."""


class ClosenessCall(Struct, frozen=True):
    """Two values that must agree.

    Attributes:
        condition: the call, if it gives true or false; `code` is the whole of it.
    """

    one: ast.expr
    other: ast.expr
    aspects: tuple[Aspect, ...]
    tolerance: Tolerance | None = None
    says: str = ""
    condition: ast.expr | None = None
    code: str = ""
    is_torch: bool = False


def closeness_of(node: ast.AST) -> ClosenessCall | None:
    """Return what a condition, or a statement that is a call, compares; None if it is no such."""
    is_statement = isinstance(node, ast.Expr)
    call = node.value if isinstance(node, ast.Expr) else node
    if not isinstance(call, ast.Call) or len(call.args) < 2:
        return None
    name = _name(call.func)
    known = _STATEMENTS if is_statement else _CONDITIONS
    found = next((each for each in (name, name.rpartition(".")[2]) if each in known), None)
    if found is None or any(isinstance(arg, ast.Starred) for arg in call.args[:2]):
        return None
    return ClosenessCall(
        call.args[0],
        call.args[1],
        known[found],
        _tolerance(call, name),
        _message(call),
        None if is_statement else call,
        ast.unparse(call),
        name.startswith("torch."),
    )


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name(name):
            return name
        case ast.Attribute(value, attribute):
            return f"{_name(value)}.{attribute}"
    return "?"


def _tolerance(call: ast.Call, name: str) -> Tolerance | None:
    """Return the tolerance that the call names in plain numbers; None means the usual one."""
    relative = absolute = None
    for keyword in call.keywords:
        value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
        if isinstance(value, int | float) and value >= 0:
            relative = float(value) if keyword.arg in _RELATIVE else relative
            absolute = float(value) if keyword.arg in _ABSOLUTE else absolute
    if relative is None and absolute is None:
        return None
    usual = _DEFAULTS.get(name, Tolerance(0.0, 0.0))
    return Tolerance(usual.relative if relative is None else relative, usual.absolute if absolute is None else absolute)


def _message(call: ast.Call) -> str:
    for keyword in call.keywords:
        if keyword.arg in ("msg", "err_msg") and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return ""
