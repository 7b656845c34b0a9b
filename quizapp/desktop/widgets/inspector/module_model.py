"""Makes the tree of a module from what was seen of it, and marks what the expected one has otherwise. Knows no Qt."""

from collections.abc import Iterator
from math import isfinite, prod

import numpy as np

from quizapp.desktop.widgets.inspector.module_differences import Differences
from quizapp.desktop.widgets.inspector.module_parts import (
    Flow,
    FlowState,
    ModuleTree,
    Part,
    PartKind,
    pieces,
    ties_of,
    walk,
)
from quizapp.judging.numbers import WITHOUT_WARNINGS, array_of
from quizapp.sandbox.observation import ModuleSeen, SubmoduleSeen, TensorSeen


def module_tree(got: ModuleSeen, expected: ModuleSeen | None = None) -> ModuleTree:
    """Return the tree of a module; with `expected`, each part says in what it differs from that one's."""
    root = _Growing(got, Differences(got, expected)).root()
    parts = list(walk(root))
    numbers = [part.flow.norm for part in parts if part.flow is not None and part.flow.state is FlowState.NUMBER]
    return ModuleTree(
        root=root,
        largest=max(numbers, default=0.0),
        has_gradients=any(part.flow is not None and part.flow.state is not FlowState.ABSENT for part in parts),
        has_moves=any(part.tensor is not None and part.tensor.moved is not None for part in parts),
    )


@WITHOUT_WARNINGS
def flow_of(tensor: TensorSeen) -> Flow:
    """Return what is known of a tensor's gradient; the norm is the square root of the sum of squares."""
    if tensor.gradient is None:
        return Flow(FlowState.ABSENT)
    numbers = array_of(tensor.gradient)
    if numbers is None:
        return Flow(FlowState.UNKNOWN)
    wide = np.abs(numbers).astype(np.float64)
    largest = float(wide.max(initial=0.0))
    if largest == 0.0:
        return Flow(FlowState.ZERO)
    # Scaled first: the squares of large numbers would overflow.
    norm = float(np.linalg.norm(wide / largest)) * largest
    return Flow(FlowState.NUMBER, norm) if isfinite(norm) else Flow(FlowState.NOT_FINITE)


class _Growing:
    """Sorts everything by the path that it hangs on first; then makes the modules, from the root down."""

    def __init__(self, got: ModuleSeen, differences: Differences) -> None:
        self._got = got
        self._differences = differences
        self._modules = {part.name: part for part in got.submodules}
        self._ties = ties_of(got)
        self._leaves: dict[str, list[Part]] = {}
        self._children: dict[str, dict[str, None]] = {"": {}}
        # By each module's path the parameters in it, each once.
        self._held: dict[str, dict[int, TensorSeen]] = {}
        for path in self._modules:
            self._reach(path)
        for leaf in (*self._each_leaf(), *differences.missing_leaves()):
            self._hang(leaf)
        for path in differences.missing_modules:
            self._reach(path)

    def root(self) -> Part:
        """Return the whole tree."""
        return self._module("", None)

    def _each_leaf(self) -> Iterator[Part]:
        for name, tensor in self._got.parameters:
            yield self._tensor(PartKind.PARAMETER, name, tensor)
        for name, tensor, saved in self._got.buffers:
            yield self._tensor(PartKind.BUFFER, name, tensor, saved)
        for name, tensor in self._got.loose:
            yield self._tensor(PartKind.LOOSE, name, tensor)
        for name in self._got.hidden:
            yield Part(path=name, kind=PartKind.HIDDEN, label=pieces(name)[1])

    def _tensor(self, kind: PartKind, name: str, tensor: TensorSeen, saved: bool | None = None) -> Part:
        count = prod(tensor.shape) if kind is PartKind.PARAMETER else 0
        made = Part(
            path=name,
            kind=kind,
            label=pieces(name)[1],
            type_name=tensor.type_name,
            tensor=tensor,
            flow=None if kind is PartKind.BUFFER else flow_of(tensor),
            saved=saved,
            tie=self._ties.get(name) if kind is PartKind.PARAMETER else None,
            total=count,
            trainable=count if tensor.requires_grad else 0,
        )
        return self._differences.marked(made)

    def _hang(self, leaf: Part) -> None:
        above = pieces(leaf.path)[0]
        self._reach(above)
        self._leaves.setdefault(above, []).append(leaf)
        if leaf.kind is not PartKind.PARAMETER or leaf.tensor is None or leaf.is_missing:
            return
        while True:
            self._held.setdefault(above, {})[leaf.tensor.identity] = leaf.tensor
            if not above:
                return
            above = pieces(above)[0]

    def _reach(self, path: str) -> None:
        """Make sure that a module, and all above it, has a place in the tree."""
        if path not in self._children:
            above = pieces(path)[0]
            self._reach(above)
            self._children[path] = {}
            self._children[above][path] = None

    def _module(self, path: str, mode_above: bool | None) -> Part:
        same_as = "" if path in self._modules else self._first_place(path)
        seen = self._modules.get(same_as or path)
        held = self._held.get(path, {}).values()
        mode = seen.training if seen else None
        return self._differences.marked(
            Part(
                path=path,
                kind=PartKind.MODULE,
                label=pieces(path)[1],
                type_name=self._type_name(path, seen),
                settings=seen.settings if seen else (),
                training=mode,
                changes_mode=None not in (mode, mode_above) and mode != mode_above,
                same_as=same_as,
                total=sum(prod(tensor.shape) for tensor in held),
                trainable=sum(prod(tensor.shape) for tensor in held if tensor.requires_grad),
                tensors=len(held),
                training_tensors=sum(tensor.requires_grad for tensor in held),
                parts=(
                    *self._leaves.get(path, ()),
                    *(self._module(child, mode_above if mode is None else mode) for child in self._children[path]),
                ),
            )
        )

    def _type_name(self, path: str, seen: SubmoduleSeen | None) -> str:
        if seen is not None:
            return seen.type_name
        return self._got.type_name if not path else self._differences.expected_type(path)

    def _first_place(self, path: str) -> str:
        """Return where a module was met first of which only the parameters are told again; "" if nowhere."""
        for name, tie in self._ties.items():
            if not path or not name.startswith(f"{path}."):
                continue
            rest = name.removeprefix(path)
            for other in tie.names:
                place = other.removesuffix(rest)
                if place != other and place in self._modules:
                    return place
        return ""
