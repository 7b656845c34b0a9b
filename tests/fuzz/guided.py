"""One target under atheris, in a process that ends with it: `python -m tests.fuzz.guided TARGET FOLDER SECONDS SEED`.

Inputs that reach new lines are kept in FOLDER/corpus; one that ends in an error, takes too long or too much memory, in
FOLDER, by a name that says which.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["quizapp", "tomllib"]):
    from tests.fuzz.every import TARGETS, read_once
    from tests.fuzz.target import Target
from tests.fuzz.mutating import mutated

ENDLESS_SECONDS = 20
"""Of one input; following every line makes Python several times slower."""

SLOW_SECONDS = 3
MOST_MEGABYTES = 2048


def main(name: str, folder: Path, seconds: int, seed: int) -> None:
    """Fuzz one target; this never returns."""
    target, corpus = TARGETS[name], folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    # What a reader imports only when it is needed is followed too.
    with atheris.instrument_imports(include=["quizapp"]):
        for number, data in enumerate(target.seeds()):
            (corpus / f"seed-{number}").write_bytes(data)
            read_once(target, data)
    atheris.Setup(_options(target, folder, seconds, seed), _reading(target), custom_mutator=_mutator(target))
    atheris.Fuzz()


def _options(target: Target, folder: Path, seconds: int, seed: int) -> list[str]:
    return [
        *("fuzz", str(folder / "corpus")),
        f"-artifact_prefix={folder}/",
        f"-max_total_time={seconds}",
        f"-max_len={target.largest}",
        f"-seed={seed}",
        f"-timeout={ENDLESS_SECONDS}",
        f"-report_slow_units={SLOW_SECONDS}",
        f"-rss_limit_mb={MOST_MEGABYTES}",
        "-print_final_stats=1",
        "-reload=0",
    ]


def _reading(target: Target) -> Callable[[bytes], None]:
    def read(data: bytes) -> None:
        read_once(target, data)

    return read


def _mutator(target: Target) -> Callable[[bytes, int, int], bytes]:
    def mutate(data: bytes, largest: int, seed: int) -> bytes:
        def vary(part: bytes) -> bytes:
            return bytes(atheris.Mutate(part, len(part) + 64))

        return mutated(data, min(largest, target.largest), Random(seed), vary)

    return mutate


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
