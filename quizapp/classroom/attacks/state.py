"""Attacks on state: what is registered, what is trainable, which mode, what autograd records."""

import ast
from collections.abc import Iterator

from quizapp.classroom.attacks.attack import Kind
from quizapp.classroom.attacks.change import Change, called
from quizapp.classroom.attacks.rehearsal import Rehearsal
from quizapp.classroom.attacks.source import Source

_LISTS = {"ModuleList": "[]", "ParameterList": "[]", "ModuleDict": "{}", "ParameterDict": "{}"}
_AT_THE_END_OF_INIT = (
    (Kind.FROZEN_OTHERWISE, "self.requires_grad_(False)"),
    (Kind.OTHER_DTYPE, "self.double()"),
    (Kind.OTHER_MODE, "self.eval()"),
)


def registration(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Hang parameters, buffers and layers on a module so that it does not know them, or as something else."""
    for node in source.nodes():
        match node:
            case ast.Call(args=[value, *_]) if called(node) == "Parameter":
                yield Change(Kind.NOT_REGISTERED, source.replaced(node, source.written(value)))
                frozen = f"{source.written(node).removesuffix(')')}, requires_grad=False)"
                yield Change(Kind.FROZEN_OTHERWISE, source.replaced(node, frozen))
            case ast.Call(args=arguments) if (name := called(node)) in _LISTS:
                assert name is not None
                plain = source.written(arguments[0]) if arguments else _LISTS[name]
                yield Change(Kind.NOT_REGISTERED, source.replaced(node, plain))
            case ast.Call(func=ast.Attribute(value=module), args=[ast.Constant(value=str(name)), value]):
                if called(node) in ("register_buffer", "register_parameter"):
                    yield from _of_registered(source, node, f"{source.written(module)}.{name}", source.written(value))


def _of_registered(source: Source, node: ast.Call, attribute: str, value: str) -> Iterator[Change]:
    yield Change(Kind.NOT_REGISTERED, source.replaced(node, f"{attribute} = {value}"))
    if called(node) == "register_buffer":
        yield Change(Kind.OTHER_REGISTRATION, source.replaced(node, f"{attribute} = nn.Parameter({value})"))
        if not node.keywords:
            unsaved = f"{source.written(node).removesuffix(')')}, persistent=False)"
            yield Change(Kind.OTHER_REGISTRATION, source.replaced(node, unsaved))


def after_init(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Make a module frozen, of another dtype or in the other mode from the beginning."""
    for _, function in source.functions():
        if function.name == "__init__":
            for kind, statement in _AT_THE_END_OF_INIT:
                yield Change(kind, source.after(function.body[-1], statement))


def trainable(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Freeze what should train, and leave what should be frozen."""
    for node in source.nodes():
        match node:
            case ast.Call(func=ast.Attribute(attr="requires_grad_")):
                statement = source.parent(node)
                if isinstance(statement, ast.Expr):
                    yield Change(Kind.FROZEN_OTHERWISE, source.without(statement))
                argument = node.args[0] if node.args else None
                yield Change(Kind.FROZEN_OTHERWISE, _with_argument(source, node, _opposite(source, argument)))
            case ast.Assign(targets=[ast.Attribute(attr="requires_grad")], value=value):
                yield Change(Kind.FROZEN_OTHERWISE, source.without(node))
                yield Change(Kind.FROZEN_OTHERWISE, source.replaced(value, _opposite(source, value)))
            case ast.keyword(arg="requires_grad", value=value):
                yield Change(Kind.FROZEN_OTHERWISE, source.replaced(value, _opposite(source, value)))


def mode(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Swap train and eval."""
    for node in source.nodes():
        match node:
            case ast.Call(func=ast.Attribute(value=module, attr="train")):
                base = source.operand(module)
                flag = f"train({_opposite(source, node.args[0])})" if node.args else "eval()"
                yield Change(Kind.OTHER_MODE, source.replaced(node, f"{base}.{flag}"))
            case ast.Call(func=ast.Attribute(value=module, attr="eval"), args=[]):
                yield Change(Kind.OTHER_MODE, source.replaced(node, f"{source.operand(module)}.train()"))
            case ast.keyword(arg="training", value=value):
                for flag in ("True", "False"):
                    yield Change(Kind.OTHER_MODE, source.replaced(value, flag))


def recording(source: Source, rehearsal: Rehearsal) -> Iterator[Change]:
    """Let autograd record where it should not, or forget where it should."""
    for node in source.nodes():
        match node:
            case ast.withitem(context_expr=ast.Call(func=function)) if called(node.context_expr) in (
                "no_grad",
                "inference_mode",
            ):
                recorded = source.written(function).rpartition(".")[0]
                yield Change(
                    Kind.GRAPH_KEPT,
                    source.replaced(node.context_expr, f"{recorded}.enable_grad()" if recorded else "enable_grad()"),
                )
            case ast.Call(args=[argument]) if called(node) == "set_grad_enabled":
                for flag in ("True", "False"):
                    kind = Kind.GRAPH_KEPT if flag == "True" else Kind.DETACHED
                    yield Change(kind, source.replaced(argument, flag))
            case ast.Call(func=ast.Attribute(value=value, attr="detach"), args=[]):
                yield Change(Kind.GRAPH_KEPT, source.replaced(node, source.written(value)))


def _with_argument(source: Source, call: ast.Call, argument: str) -> str:
    return source.replaced(call, f"{source.written(call.func)}({argument})")


def _opposite(source: Source, value: ast.expr | None) -> str:
    """Return the opposite of a flag; one that is left out means True."""
    match value:
        case None:
            return "False"
        case ast.Constant(value=bool(flag)):
            return str(not flag)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return source.written(operand)
        case _:
            return f"not ({source.written(value)})" if isinstance(value, ast.BoolOp) else f"not {source.written(value)}"
