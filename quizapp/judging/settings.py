"""What torch's own layers were made with: `padding_idx`, `p`, `stride`."""

from quizapp.judging.names import compare_names
from quizapp.judging.place import Place
from quizapp.judging.printing import shown
from quizapp.judging.registration import submodule_names
from quizapp.judging.verdict import Diagnosis, Finding
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import ModuleSeen, Observation


def compare_settings(place: Place, expected: ModuleSeen, got: ModuleSeen) -> Finding | None:
    """Compare the settings of the layers, name by name; tells the first that differs, and in `names` all of its kind.

    Settings that only the learner's layer has do not count.
    """
    wanted, seen = (_settings(module) for module in (expected, got))
    if wanted.keys() - seen.keys():
        return compare_names(place, Aspect.CHILDREN, submodule_names(expected), submodule_names(got), in_order=False)
    for name, settings in wanted.items():
        there = place.at(f".{name}") if name else place
        differing = [each for each, value in settings.items() if seen[name].get(each) != value]
        if differing:
            return _finding(there, tuple(differing), settings, seen[name])
    return None


def _finding(
    place: Place, names: tuple[str, ...], expected: dict[str, Observation], got: dict[str, Observation]
) -> Finding:
    first = names[0]
    if first not in got:
        return place.finding(Aspect.SETTINGS, first, "", Diagnosis.NAMES_MISSING, names)
    return place.at(f".{first}").finding(Aspect.SETTINGS, shown(expected[first]), shown(got[first]), None, names)


def _settings(module: ModuleSeen) -> dict[str, dict[str, Observation]]:
    return {part.name: dict(part.settings) for part in module.submodules}
