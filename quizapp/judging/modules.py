"""Modules: which parameters there are, which train, which mode each submodule is in, and each parameter's numbers."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec.structs import replace

from quizapp.judging.names import compare_names, without
from quizapp.judging.place import Place
from quizapp.judging.plain import compare_type
from quizapp.judging.printing import cut, shown_names
from quizapp.judging.tensors import TENSOR_ASPECTS, TensorAspect
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ModuleSeen, TensorSeen

ModuleAspect: TypeAlias = Callable[[Place, ModuleSeen, ModuleSeen], Finding | None]

USUAL = (Aspect.PARAMETERS, Aspect.SHAPE, Aspect.VALUE)
NOT_KEPT = " (persistent=False)"


def compare_parameters(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the parameters' names; one that hangs there as a loose tensor is told as such."""
    one, other = _parameter_names(expected), _parameter_names(got)
    loose = tuple(name for name in without(one, other) if name in dict(got.loose))
    if loose:
        return _loose_tensors(place, Aspect.PARAMETERS, "Parameter", loose)
    return compare_names(place, Aspect.PARAMETERS, one, other, in_order=bool(place.ordered))


def compare_trainable(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare which parameters require a gradient."""
    one, other = _trainable(expected), _trainable(got)
    if without(one, _parameter_names(got)):
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


def compare_buffers(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the buffers' names and whether each is in the state_dict."""
    one, other = (tuple(name for name, _, _ in module.buffers) for module in (expected, got))
    missing = without(one, other)
    loose = tuple(name for name in missing if name in dict(got.loose))
    if loose:
        return _loose_tensors(place, Aspect.BUFFERS, "buffer", loose)
    kept = (tuple(_kept_name(name, keep) for name, _, keep in module.buffers) for module in (expected, got))
    return compare_names(place, Aspect.BUFFERS, *kept, in_order=bool(place.ordered))


def compare_children(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the names of the direct children."""
    one, other = (tuple(name for name in _submodule_names(side) if "." not in name) for side in (expected, got))
    return compare_names(place, Aspect.CHILDREN, one, other, in_order=bool(place.ordered))


def compare_mode(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare every submodule's training flag; `names` are those that differ, by their whole paths."""
    wanted, seen = ({module.name: module.training for module in side.submodules} for side in (expected, got))
    if wanted.keys() - seen.keys():
        return compare_names(place, Aspect.CHILDREN, _submodule_names(expected), _submodule_names(got), in_order=False)
    differing = [name for name, training in wanted.items() if seen[name] != training]
    if not differing:
        return None
    one, other = (", ".join(_mode(name or place.where, side[name]) for name in differing) for side in (wanted, seen))
    names = tuple(place.at(f".{name}").where if name else place.where for name in differing)
    return place.finding(Aspect.MODE, cut(one), cut(other), Diagnosis.WRONG_MODE, names)


def compare_state_keys(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the keys of the state_dict."""
    return compare_names(place, Aspect.STATE_KEYS, expected.state_keys, got.state_keys, in_order=bool(place.ordered))


def compare_tied(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare which parameters are one object under several names."""
    one, other = _tied(expected), _tied(got)
    if set(one) == set(other):
        return None
    lost = tuple(group for group in one if group not in other)
    diagnosis = Diagnosis.NOT_TIED if lost else Diagnosis.TIED_UNEXPECTEDLY
    names = (lost or tuple(group for group in other if group not in one))[0]
    return place.finding(Aspect.TIED, _tied_text(one), _tied_text(other), diagnosis, names)


def _each_parameter(compare: TensorAspect) -> ModuleAspect:
    """Return a tensor's comparison made for each parameter: tells the first, `names` are all that differ."""

    def compare_each(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
        seen = dict(got.parameters)
        if any(name not in seen for name, _ in expected.parameters):
            return compare_parameters(place, expected, got)
        findings = _differing(compare, place, expected.parameters, seen)
        if not findings:
            return None
        first = next(iter(findings.values()))
        return replace(first, names=tuple(findings))

    return compare_each


def _differing(
    compare: TensorAspect, place: Place, wanted: Iterable[tuple[str, TensorSeen]], seen: dict[str, TensorSeen]
) -> dict[str, Finding]:
    compared = ((name, compare(place.at(f".{name}"), tensor, seen[name])) for name, tensor in wanted)
    return {name: finding for name, finding in compared if finding is not None}


def _loose_tensors(place: Place, aspect: Aspect, expected: str, names: tuple[str, ...]) -> Finding:
    return place.at(f".{names[0]}").finding(aspect, expected, "Tensor", Diagnosis.PLAIN_TENSOR, names)


def _parameter_names(module: ModuleSeen) -> tuple[str, ...]:
    return tuple(name for name, _ in module.parameters)


def _submodule_names(module: ModuleSeen) -> tuple[str, ...]:
    return tuple(submodule.name for submodule in module.submodules if submodule.name)


def _trainable(module: ModuleSeen) -> tuple[str, ...]:
    return tuple(name for name, parameter in module.parameters if parameter.requires_grad)


def _kept_name(name: str, keep: bool) -> str:
    return name if keep else f"{name}{NOT_KEPT}"


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
}
