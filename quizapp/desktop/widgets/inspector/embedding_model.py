"""Embedding tables row by row: how large each is, which were looked up, which have a gradient. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from quizapp.desktop.widgets.inspector.heat_model import Reals, as_reals
from quizapp.desktop.widgets.inspector.module_parts import expression
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.judging.numbers import WITHOUT_WARNINGS, array_of
from quizapp.sandbox.observation import ModuleSeen, Observation, Real, SubmoduleSeen, TensorSeen, Whole

EMBEDDINGS = ("Embedding", "EmbeddingBag")


@dataclass(frozen=True)
class Table:
    """One table of vectors.

    Attributes:
        name: as the learner writes it: `net.emb`.
        rows, width: its shape.
        values: all of its numbers, None if they were not captured. norms, gradient_norms: of each row, likewise.
        has_gradient: whether there is a gradient, captured or not. trains: whether it could have one.
        looked_up: the rows that were asked for; None if that was not watched.
        pad: the row that gets no gradient. max_norm: above which a row that is looked up is shortened.
    """

    name: str
    rows: int
    width: int
    values: Reals | None = None
    norms: Reals | None = None
    gradient_norms: Reals | None = None
    has_gradient: bool = False
    trains: bool = True
    looked_up: frozenset[int] | None = None
    pad: int | None = None
    max_norm: float | None = None

    @property
    def with_gradient(self) -> NDArray[np.intp]:
        """The rows whose gradient is not zero."""
        if self.gradient_norms is None:
            return np.empty(0, dtype=np.intp)
        # NaN is a gradient too.
        return np.flatnonzero(self.gradient_norms != 0)

    def moves_pad(self) -> bool:
        """Whether the pad row has a gradient all the same: its weight is used elsewhere too."""
        return self.pad is not None and self.gradient_norms is not None and bool(self.gradient_norms[self.pad] != 0)


def tables_of(name: str, value: Observation | None) -> tuple[Table, ...]:
    """Return the embedding tables in a module, or a matrix as one."""
    if isinstance(value, ModuleSeen):
        return tuple(_tables_in(name, value))
    if isinstance(value, TensorSeen) and len(value.shape) == 2:
        return (_table(name, value, None),)
    return ()


def tables_beside(subject: Subject) -> tuple[tuple[Table, Table | None], ...]:
    """Return each table with the expected one of its name."""
    expected = {table.name: table for table in tables_of(subject.name, subject.expected)}
    return tuple((table, expected.get(table.name)) for table in tables_of(subject.name, subject.got))


def _tables_in(name: str, module: ModuleSeen) -> Iterator[Table]:
    tensors = {path: tensor for path, tensor, _ in module.buffers} | dict(module.loose) | dict(module.parameters)
    for one in module.submodules:
        weight = tensors.get(f"{one.name}.weight" if one.name else "weight")
        is_table = one.type_name in EMBEDDINGS or one.looked_up is not None
        if is_table and weight is not None and len(weight.shape) == 2:
            yield _table(expression(name, one.name), weight, one)


def _table(name: str, weight: TensorSeen, module: SubmoduleSeen | None) -> Table:
    rows, width = weight.shape
    settings = dict(module.settings) if module else {}
    values, gradient = _matrix(weight), _matrix(weight.gradient)
    pad = settings.get("padding_idx")
    longest = settings.get("max_norm")
    return Table(
        name=name,
        rows=rows,
        width=width,
        values=values,
        norms=_norms(values),
        gradient_norms=_norms(gradient),
        has_gradient=weight.gradient is not None,
        trains=weight.requires_grad,
        looked_up=_looked_up(module, rows),
        pad=int(pad.value) if isinstance(pad, Whole) and 0 <= int(pad.value) < rows else None,
        max_norm=float.fromhex(longest.value) if isinstance(longest, Real) else None,
    )


def _looked_up(module: SubmoduleSeen | None, rows: int) -> frozenset[int] | None:
    if module is None or module.looked_up is None:
        return None
    return frozenset(row for row in module.looked_up if 0 <= row < rows)


def _matrix(tensor: TensorSeen | None) -> Reals | None:
    array = array_of(tensor) if tensor is not None else None
    return as_reals(array) if array is not None and array.ndim == 2 else None


@WITHOUT_WARNINGS
def _norms(matrix: Reals | None) -> Reals | None:
    return None if matrix is None else np.sqrt(np.square(matrix).sum(axis=1))
