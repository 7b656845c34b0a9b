"""In what each part of a module differs from the expected module's. Knows no Qt."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.desktop.widgets.inspector.module_parts import Difference, Part, PartKind, pieces, ties_of
from quizapp.sandbox.observation import ModuleSeen, TensorSeen


class Differences:
    """Compares a module with the expected one, part by part; with none expected nothing differs."""

    def __init__(self, got: ModuleSeen, expected: ModuleSeen | None) -> None:
        self._got = got
        self._compares = expected is not None
        wanted = expected or got
        self._modules = {part.name: part for part in wanted.submodules}
        self._parameters = dict(wanted.parameters)
        self._buffers = {name: (tensor, saved) for name, tensor, saved in wanted.buffers}
        self._ties = {name: set(tie.names) for name, tie in ties_of(wanted).items()}
        self._there = {name for name, _ in (*got.parameters, *got.loose)} | {name for name, _, _ in got.buffers}
        modules = {part.name for part in got.submodules}
        self.missing_modules = tuple(
            path for path in self._modules if path not in modules and not self._is_second_place(path)
        )

    def missing_leaves(self) -> Iterator[Part]:
        """Yield the tensors that were expected and are not there under any role."""
        for name, tensor in self._parameters.items():
            if name not in self._there:
                yield _missing(PartKind.PARAMETER, name, tensor)
        for name, (tensor, saved) in self._buffers.items():
            if name not in self._there:
                yield _missing(PartKind.BUFFER, name, tensor, saved)

    def expected_type(self, path: str) -> str:
        """Return the class of the module expected there, "" if there is none."""
        return self._modules[path].type_name if path in self._modules else ""

    def marked(self, part: Part) -> Part:
        """Return the part with what is to be said of it."""
        if not self._compares or part.is_missing:
            return part
        match part.kind:
            case PartKind.MODULE:
                return replace(part, differences=tuple(self._of_module(part)))
            case PartKind.PARAMETER:
                return self._tensor(part, tuple(self._of_parameter(part)))
            case PartKind.BUFFER:
                return self._tensor(part, tuple(self._of_buffer(part)))
            case _:
                return self._tensor(part, tuple(self._role(part)))

    def _tensor(self, part: Part, differences: tuple[Difference, ...]) -> Part:
        wanted = self._parameters.get(part.path)
        if wanted is None:
            wanted = self._buffers.get(part.path, (None, False))[0]
        return replace(part, wanted=wanted, differences=differences)

    def _of_module(self, part: Part) -> Iterator[Difference]:
        wanted = self._modules.get(part.path)
        if part.path in self.missing_modules:
            yield Difference.MISSING
        elif wanted is None:
            if part.path and not part.same_as:
                yield Difference.EXTRA
        elif part.training is not None and wanted.training != part.training:
            yield Difference.SHOULD_BE_IN_TRAIN_MODE if wanted.training else Difference.SHOULD_BE_IN_EVAL_MODE

    def _of_parameter(self, part: Part) -> Iterator[Difference]:
        wanted = self._parameters.get(part.path)
        if wanted is None or part.tensor is None:
            yield from self._role(part)
            if part.path not in self._buffers:
                yield Difference.EXTRA
            return
        yield from _of_tensor(wanted, part.tensor)
        if wanted.requires_grad != part.tensor.requires_grad:
            yield Difference.SHOULD_TRAIN if wanted.requires_grad else Difference.SHOULD_BE_FROZEN
        yield from self._of_tie(part)

    def _of_tie(self, part: Part) -> Iterator[Difference]:
        wanted, got = self._ties.get(part.path, set()), set(part.tie.names if part.tie else ())
        if wanted - got:
            yield Difference.SHOULD_BE_TIED
        elif got - wanted:
            yield Difference.SHOULD_NOT_BE_TIED

    def _of_buffer(self, part: Part) -> Iterator[Difference]:
        wanted = self._buffers.get(part.path)
        if wanted is None or part.tensor is None:
            yield from self._role(part)
            if part.path not in self._parameters:
                yield Difference.EXTRA
            return
        yield from _of_tensor(wanted[0], part.tensor)
        if wanted[1] != part.saved:
            yield Difference.SHOULD_BE_SAVED if wanted[1] else Difference.SHOULD_NOT_BE_SAVED

    def _role(self, part: Part) -> Iterator[Difference]:
        if part.kind is not PartKind.PARAMETER and part.path in self._parameters:
            yield Difference.SHOULD_BE_PARAMETER
        elif part.kind is not PartKind.BUFFER and part.path in self._buffers:
            yield Difference.SHOULD_BE_BUFFER

    def _is_second_place(self, path: str) -> bool:
        """Whether the module is there all the same, listed under another of its names."""
        return any(name.startswith(f"{path}.") for name, _ in self._got.parameters)


def _of_tensor(wanted: TensorSeen, got: TensorSeen) -> Iterator[Difference]:
    if wanted.shape != got.shape:
        yield Difference.OTHER_SHAPE


def _missing(kind: PartKind, name: str, tensor: TensorSeen, saved: bool | None = None) -> Part:
    label = pieces(name)[1]
    return Part(path=name, kind=kind, label=label, tensor=tensor, saved=saved, differences=(Difference.MISSING,))
