"""What a traced run does beside its lines: which parameters its last optimizer step moved, which rows it looked up.

Nothing here changes what a program does; what is too large or too odd to be watched is not watched.
"""

import functools
import weakref
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

import torch
from torch import nn
from torch.nn import functional
from torch.optim.optimizer import Optimizer, register_optimizer_step_post_hook, register_optimizer_step_pre_hook

_MOST_BYTES: Final = 16 << 20
_MOST_PARAMETERS: Final = 2048
_MOST_OPEN_STEPS: Final = 8
_MOST_ROWS: Final = 4096
_MOST_ROWS_IN_ALL: Final = 16_384
_MOST_TABLES: Final = 64
_MOST_INDICES: Final = 1 << 20
_FEW_INDICES: Final = 256

_Base: Any = torch._C.TensorBase
_attributes = object.__getattribute__
_no_torch_function = torch._C.DisableTorchFunction
_no_dispatch = torch._C._DisableTorchDispatch
_without_gradient = torch.no_grad
_copy_all = torch._foreach_copy_
_empty_like = torch.empty_like
_distinct = torch._unique
_equal = _Base.equal
_is_nan = _Base.isnan
_both = _Base.logical_and
_fill_where = _Base.masked_fill
_count = _Base.numel
_item_bytes = _Base.element_size
_to_list = _Base.tolist
_flat = _Base.reshape
_is_nested = _Base.is_nested.__get__
_layout = _Base.layout.__get__
_is_cpu = _Base.is_cpu.__get__
_dtype = _Base.dtype.__get__
_size = _Base.size
_strided = torch.strided
_embedding = functional.embedding
_Parameter = nn.Parameter
_Embedding = nn.Embedding


class Watch:
    """Watches optimizer steps and embedding lookups while it is entered; can be asked then and later."""

    def __init__(self) -> None:
        self._steps = _Steps()
        self._lookups = _Lookups()
        self._hooks: tuple[Any, ...] = ()

    def __enter__(self) -> Self:
        self._hooks = (
            register_optimizer_step_pre_hook(self._steps.begin),
            register_optimizer_step_post_hook(self._steps.end),
        )
        self._lookups.begin()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for hook in self._hooks:
            hook.remove()
        self._lookups.end()

    def moved(self, tensor: torch.Tensor) -> bool | None:
        """Tell whether the last optimizer step changed a tensor; of one that it didn't hold, only of a Parameter.

        Returns:
            None if no step was watched, or not with this tensor, because it was too large or not in plain memory.
        """
        return self._steps.moved(tensor)

    def looked_up(self, module: nn.Module) -> tuple[int, ...] | None:
        """Return the rows of a module's `weight` that an embedding was asked for: sorted, at most 4,096.

        Returns:
            None for a module that is no nn.Embedding, unless its weight was used as one's.
        """
        return self._lookups.rows_of(module)


class _Form(NamedTuple):
    """What a copy of a tensor has in common with it."""

    dtype: torch.dtype
    shape: torch.Size
    bytes: int


class _Copies(NamedTuple):
    """Parameters that one step holds, and room for their numbers before and after it.

    `skipped` are the identities of those that it holds too, and that there is no room for.
    """

    skipped: frozenset[int]
    watched: list[tuple[torch.Tensor, _Form]]
    parameters: tuple[torch.Tensor, ...]
    before: tuple[torch.Tensor, ...]
    after: tuple[torch.Tensor, ...]


class _Steps:
    """The last step of any optimizer: copied at each, compared only once somebody asks."""

    def __init__(self) -> None:
        self._open: dict[int, _Copies] = {}
        self._last: _Copies | None = None
        self._spare: _Copies | None = None
        self._moved: dict[int, bool] | None = None

    def begin(self, optimizer: Optimizer, _args: object, _kwargs: object) -> None:
        """Copy what the optimizer holds; called before each step."""
        try:
            with _without_gradient(), _no_torch_function(), _no_dispatch():
                copies = self._room_for(*_watched(optimizer))
                _copy(copies.before, copies.parameters)
        except Exception:
            self._open.pop(id(optimizer), None)
            return
        if len(self._open) < _MOST_OPEN_STEPS:
            self._open[id(optimizer)] = copies

    def end(self, optimizer: Optimizer, _args: object, _kwargs: object) -> None:
        """Copy it again; called after each step."""
        copies = self._open.pop(id(optimizer), None)
        try:
            if copies is not None:
                with _without_gradient(), _no_torch_function(), _no_dispatch():
                    _copy(copies.after, copies.parameters)
        except Exception:
            copies = None
        self._last, self._spare, self._moved = copies, self._last, None

    def moved(self, tensor: torch.Tensor) -> bool | None:
        """Tell whether the last step changed a tensor."""
        if self._last is None:
            return None
        if self._moved is None:
            with _without_gradient(), _no_torch_function(), _no_dispatch():
                self._moved = _compare(self._last)
        held = self._moved.get(id(tensor))
        if held is not None or id(tensor) in self._last.skipped:
            return held
        return False if issubclass(type(tensor), _Parameter) else None

    def _room_for(self, watched: list[tuple[torch.Tensor, _Form]], skipped: frozenset[int]) -> _Copies:
        """Return room for the copies: that of the step before the last, if it was of the same parameters."""
        spare, self._spare = self._spare, None
        if spare is not None and len(spare.watched) == len(watched) and all(map(_is_alike, spare.watched, watched)):
            return spare._replace(skipped=skipped)
        parameters = tuple(parameter for parameter, _ in watched)
        before, after = (tuple(_empty_like(each, requires_grad=False) for each in parameters) for _ in range(2))
        return _Copies(skipped, watched, parameters, before, after)


def _watched(optimizer: Optimizer) -> tuple[list[tuple[torch.Tensor, _Form]], frozenset[int]]:
    """Return an optimizer's parameters that can be copied, as many as there is room for, and the others' identities."""
    left = _MOST_BYTES
    found: list[tuple[torch.Tensor, _Form]] = []
    skipped: list[int] = []
    for group in _attributes(optimizer, "param_groups")[:_MOST_PARAMETERS]:
        for parameter in group["params"][:_MOST_PARAMETERS]:
            form = _form(parameter)
            if form is not None and form.bytes <= left:
                left -= form.bytes
                found.append((parameter, form))
            else:
                skipped.append(id(parameter))
    return found, frozenset(skipped)


def _form(tensor: torch.Tensor) -> _Form | None:
    """Return what a copy must have in common with a tensor; None if it can't be copied or is too large."""
    if _is_nested(tensor) or _layout(tensor) is not _strided or not _is_cpu(tensor):
        return None
    size = _count(tensor) * _item_bytes(tensor)
    return _Form(_dtype(tensor), _size(tensor), size) if size <= _MOST_BYTES else None


def _is_alike(one: tuple[torch.Tensor, _Form], other: tuple[torch.Tensor, _Form]) -> bool:
    return one[0] is other[0] and one[1] == other[1]


def _copy(rooms: tuple[torch.Tensor, ...], parameters: tuple[torch.Tensor, ...]) -> None:
    if parameters:
        _copy_all(rooms, parameters)


def _compare(copies: _Copies) -> dict[int, bool]:
    """Return for each parameter, by identity, whether its numbers differ; NaN is the same as NaN."""
    pairs = zip(copies.parameters, copies.before, copies.after, strict=True)
    return {id(parameter): not _same(before, after) for parameter, before, after in pairs}


def _same(one: torch.Tensor, other: torch.Tensor) -> bool:
    if _equal(one, other):
        return True
    nowhere = _both(_is_nan(one), _is_nan(other))
    return bool(_equal(_fill_where(one, nowhere, 0), _fill_where(other, nowhere, 0)))


class _Lookups:
    """The rows of each table that F.embedding was asked for, which nn.Embedding asks too."""

    def __init__(self) -> None:
        self._tables: dict[int, tuple[weakref.ref[torch.Tensor], set[int]]] = {}
        self._wrapper: Any = None

    def begin(self) -> None:
        """Stand between the program and F.embedding."""

        @functools.wraps(_embedding)
        def embedding(input: torch.Tensor, weight: torch.Tensor, *args: Any, **kwargs: Any) -> torch.Tensor:
            result = _embedding(input, weight, *args, **kwargs)
            try:
                self._note(input, weight)
            except Exception:
                # Indices that have no numbers here, inside vmap say: these rows are then not told.
                return result
            return result

        self._wrapper = embedding
        functional.embedding = embedding

    def end(self) -> None:
        """Give F.embedding back, unless the program has put something else there."""
        if functional.embedding is self._wrapper:
            functional.embedding = _embedding

    def rows_of(self, module: nn.Module) -> tuple[int, ...] | None:
        """Return the rows of a module's weight that were looked up."""
        own = _attributes(module, "__dict__")
        weight = own.get("_parameters", {}).get("weight")
        table, rows = self._tables.get(id(weight), (None, set()))
        if table is not None and table() is weight:
            return tuple(sorted(rows))
        return () if issubclass(type(module), _Embedding) else None

    def _note(self, input: torch.Tensor, weight: torch.Tensor) -> None:
        rows = self._rows_for(weight)
        room = self._room_in(rows)
        if rows is None or room <= 0:
            return
        with _without_gradient(), _no_torch_function(), _no_dispatch():
            count = _count(input)
            if count > _MOST_INDICES:
                return
            indices = _distinct(input)[0] if count > _FEW_INDICES else _flat(input, (-1,))
            rows.update(_to_list(indices)[:room])

    def _room_in(self, rows: set[int] | None) -> int:
        """Return how many rows more may be noted of a table."""
        noted = sum(len(seen) for _, seen in self._tables.values())
        return 0 if rows is None else min(_MOST_ROWS - len(rows), _MOST_ROWS_IN_ALL - noted)

    def _rows_for(self, weight: torch.Tensor) -> set[int] | None:
        """Return the set of rows seen so far; None for a table too many."""
        known = self._tables.get(id(weight))
        if known is not None and known[0]() is weight:
            return known[1]
        if known is None and len(self._tables) >= _MOST_TABLES:
            return None
        rows: set[int] = set()
        self._tables[id(weight)] = (weakref.ref(weight), rows)
        return rows
