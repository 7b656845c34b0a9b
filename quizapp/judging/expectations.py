"""Stored expectations: what the solution left behind, and how each mistake was recognised when they were recorded.

`expected.json` holds the structure, readable in a diff: what has its default is left out, and each tensor's numbers
are a key into `expected.safetensors`. The round trip is exact; equal expectations give equal bytes.
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field
from safetensors import SafetensorError
from safetensors.numpy import load, save

from quizapp.judging.layout import laid_out
from quizapp.judging.numbers import Array
from quizapp.judging.signature import Signature
from quizapp.judging.stored import StoredNumbers, plain_form
from quizapp.message import SaysError, message
from quizapp.not_json import NOT_JSON
from quizapp.sandbox.observation import Observation, Values
from quizapp.sandbox.strictness import Unreadable, check_kept

JSON_NAME = "expected.json"
NUMBERS_NAME = "expected.safetensors"


class ExpectationsError(SaysError):
    """Expectations are missing, damaged, or say nothing about what a check asks: the author must act."""


class Expectations(Struct, frozen=True):
    """What a right solution leaves behind.

    Attributes:
        torch: the version that recorded them.
        observations: by variant and expression. Labels of storage and identity mean something within a variant only.
        mistakes: by the mistake's name, what its findings were.
    """

    torch: str
    observations: dict[str, dict[str, Observation]]
    mistakes: dict[str, Signature] = field(default_factory=dict)


class _File(Struct, frozen=True):
    """`expected.json` as it lies on disk; `numbers` is the SHA-256 of the other file, so that neither goes astray."""

    numbers: str
    torch: str
    observations: dict[str, dict[str, Observation]]
    mistakes: dict[str, Signature]
    format: int = 1


def read_expectations(folder: Path) -> Expectations:
    """Read an exercise's expectations.

    Raises:
        ExpectationsError: if a file is missing, damaged, or the two do not belong together.
    """
    path = folder / JSON_NAME
    packed = _read(folder / NUMBERS_NAME)
    numbers = _unpacked(packed, folder / NUMBERS_NAME)
    try:
        stored = msgspec.json.decode(_read(path), type=_File, dec_hook=numbers.decode)
        if stored.format == 1 and stored.numbers != sha256(packed).hexdigest():
            raise _apart(folder)
        for variant in stored.observations.values():
            numbers.check_sizes(variant)
            check_kept(variant.values())
    except (*NOT_JSON, Unreadable, ValueError, OverflowError) as error:
        raise _damaged(path, str(error)) from error
    if stored.format != 1:
        raise _damaged(path, f"format {stored.format}")
    return Expectations(stored.torch, stored.observations, stored.mistakes)


def write_expectations(folder: Path, expectations: Expectations) -> None:
    """Write both files; the same expectations always give the same bytes."""
    numbers: dict[str, Array] = {}
    observations = {
        variant: {
            expression: plain_form(seen, f"{variant}/{expression}", numbers)
            for expression, seen in sorted(expectations.observations[variant].items())
        }
        for variant in sorted(expectations.observations)
    }
    packed = save(numbers)
    plain: dict[str, Any] = {
        "format": 1,
        "torch": expectations.torch,
        "numbers": sha256(packed).hexdigest(),
        "observations": observations,
        "mistakes": msgspec.to_builtins(dict(sorted(expectations.mistakes.items()))),
    }
    (folder / NUMBERS_NAME).write_bytes(packed)
    (folder / JSON_NAME).write_text(laid_out(plain) + "\n", encoding="utf-8", newline="\n")


def _unpacked(packed: bytes, path: Path) -> StoredNumbers:
    try:
        return StoredNumbers({key: Values(array.tobytes()) for key, array in load(packed).items()})
    except (SafetensorError, KeyError, ValueError, TypeError) as error:
        raise _damaged(path, str(error)) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExpectationsError(
            message(
                "{file} can't be read ({reason}): run `quizapp pack record` on its pack",
                file=f"{path.parent.name}/{path.name}",
                reason=error.strerror or str(error),
            )
        ) from error


def _apart(folder: Path) -> ExpectationsError:
    return ExpectationsError(
        message(
            "{folder}/expected.json and {folder}/expected.safetensors do not go together, or one was changed:"
            " run `quizapp pack record` on its pack",
            folder=folder.name,
        )
    )


def _damaged(path: Path, reason: str) -> ExpectationsError:
    return ExpectationsError(
        message(
            "{file} is damaged ({reason}): run `quizapp pack record` on its pack",
            file=f"{path.parent.name}/{path.name}",
            reason=reason,
        )
    )
