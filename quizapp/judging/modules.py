"""Modules: which parameters there are, which train, which mode each submodule is in, and each parameter's numbers."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec.structs import replace

from quizapp.judging.names import compare_names, without
from quizapp.judging.place import Place
from quizapp.judging.plain import compare_type
from quizapp.judging.printing import cut, shown_names
from quizapp.judging.registration import (
    compare_buffers,
    compare_children,
    compare_parameters,
    compare_state_keys,
    parameter_names,
    submodule_names,
)
from quizapp.judging.settings import compare_settings
from quizapp.judging.tensors import TENSOR_ASPECTS, TensorAspect
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ModuleSeen, TensorSeen

ModuleAspect: TypeAlias = Callable[[Place, ModuleSeen, ModuleSeen], Finding | None]


def usual(expected: ModuleSeen) -> tuple[Aspect, ...]:
    """Return what is compared of such a module if nothing else is asked: what it registers, what trains, the numbers.

    Buffers and tied parameters count only where the solution has some: others may keep a mask, or tie what they like.
    """
    buffers = (Aspect.BUFFERS,) if expected.buffers else ()
    tied = (Aspect.TIED,) if _tied(expected) else ()
    return (Aspect.PARAMETERS, *buffers, *tied, Aspect.TRAINABLE, Aspect.SHAPE, Aspect.DTYPE, Aspect.VALUE)


def compare_trainable(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare which parameters require a gradient."""
    one, other = _trainable(expected), _trainable(got)
    if without(one, parameter_names(got)):
        return compare_parameters(place, expected, got)
    too_little, too_much = without(other, one), without(one, other)
    if not too_little and not too_much:
        return None
    diagnosis, names, also = Diagnosis.FROZEN_TOO_MUCH_AND_TOO_LITTLE, too_little, too_much
    if not too_much:
        diagnosis = Diagnosis.FROZEN_TOO_LITTLE
    elif not too_little:
        diagnosis, names, also = Diagnosis.FROZEN_TOO_MUCH, too_much, ()
    return place.finding(Aspect.TRAINABLE, shown_names(one), shown_names(other), diagnosis, names, also)


def compare_mode(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare every submodule's training flag; `names` are those that differ, by their whole paths."""
    wanted, seen = ({module.name: module.training for module in side.submodules} for side in (expected, got))
    if wanted.keys() - seen.keys():
        return compare_names(place, Aspect.CHILDREN, submodule_names(expected), submodule_names(got), in_order=False)
    differing = [name for name, training in wanted.items() if seen[name] != training]
    if not differing:
        return None
    one, other = (", ".join(_mode(name or place.where, side[name]) for name in differing) for side in (wanted, seen))
    names = tuple(place.at(f".{name}").where if name else place.where for name in differing)
    return place.finding(Aspect.MODE, cut(one), cut(other), Diagnosis.WRONG_MODE, names)


def compare_tied(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare which parameters are one object under several names."""
    one, other = _tied(expected), _tied(got)
    if set(one) == set(other):
        return None
    if without(tuple(name for group in one for name in group), parameter_names(got)):
        return compare_parameters(place, expected, got)
    lost = tuple(group for group in one if group not in other)
    diagnosis = Diagnosis.NOT_TIED if lost else Diagnosis.TIED_UNEXPECTEDLY
    names = (lost or tuple(group for group in other if group not in one))[0]
    return place.finding(Aspect.TIED, _tied_text(one), _tied_text(other), diagnosis, names)


def _each_parameter(compare: TensorAspect) -> ModuleAspect:
    """Return a tensor's comparison made for each parameter: tells the first, with all that differ.

    They are its `names`, or `also` where the diagnosis has names of its own.
    """

    def compare_each(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
        seen = dict(got.parameters)
        if any(name not in seen for name, _ in expected.parameters):
            return compare_parameters(place, expected, got)
        findings = _differing(compare, place, expected.parameters, seen)
        if not findings:
            return None
        first = next(iter(findings.values()))
        return replace(first, names=first.names or tuple(findings), also=tuple(findings) if first.names else ())

    return compare_each


def _differing(
    compare: TensorAspect, place: Place, wanted: Iterable[tuple[str, TensorSeen]], seen: dict[str, TensorSeen]
) -> dict[str, Finding]:
    """Return the parameters that differ; only the first is told whole, the others are only named."""
    findings: dict[str, Finding] = {}
    for name, tensor in wanted:
        finding = compare(replace(place, brief=bool(findings)).at(f".{name}"), tensor, seen[name])
        if finding is not None:
            findings[name] = finding
    return findings


def _trainable(module: ModuleSeen) -> tuple[str, ...]:
    return tuple(name for name, parameter in module.parameters if parameter.requires_grad)


def _mode(name: str, training: bool) -> str:
    return f"{name}: {'train' if training else 'eval'}"


def _tied(module: ModuleSeen) -> tuple[tuple[str, ...], ...]:
    by_identity: dict[int, list[str]] = {}
    for name, parameter in module.parameters:
        by_identity.setdefault(parameter.identity, []).append(name)
    return tuple(tuple(sorted(names)) for names in by_identity.values() if len(names) > 1)


def _tied_text(groups: tuple[tuple[str, ...], ...]) -> str:
    return shown_names(tuple(" = ".join(group) for group in groups))


MODULE_ASPECTS: dict[Aspect, ModuleAspect] = {
    **{
        aspect: _each_parameter(compare)
        for aspect, compare in TENSOR_ASPECTS.items()
        if aspect not in (Aspect.TYPE, Aspect.IS_PARAMETER)
    },
    Aspect.TYPE: compare_type,
    Aspect.PARAMETERS: compare_parameters,
    Aspect.TRAINABLE: compare_trainable,
    Aspect.BUFFERS: compare_buffers,
    Aspect.CHILDREN: compare_children,
    Aspect.MODE: compare_mode,
    Aspect.STATE_KEYS: compare_state_keys,
    Aspect.TIED: compare_tied,
    Aspect.SETTINGS: compare_settings,
}
