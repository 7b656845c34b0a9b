"""All targets, by their names, and the folder in which one input is read."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.target import Target
from tests.fuzz.targets import archives, decks, exchange, journals, own_files, packs, submissions

_MODULES = (packs, archives, exchange, submissions, journals, decks, own_files)
TARGETS: Mapping[str, Target] = {target.name: target for module in _MODULES for target in module.TARGETS}


def read_once(target: Target, data: bytes) -> None:
    """Give one input to a target, in a folder that is gone afterwards."""
    with TemporaryDirectory(prefix="quizapp-fuzz-", ignore_cleanup_errors=True) as name:
        target.read(data, Path(name))
