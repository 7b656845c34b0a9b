"""What was handed in, as values: who, for which item, and the code or answer, or why there is none."""

from hashlib import sha256
from typing import TypeAlias

import msgspec
from msgspec import Struct

from quizapp.message import Message
from quizapp.packs.model import ItemId


class Student(Struct, frozen=True, order=True):
    """Who handed something in.

    Attributes:
        name: as their folder or file is called, made safe to show.
        number: by which a learning platform knows them, "" where the name of their folder doesn't tell.
    """

    name: str
    number: str = ""

    @property
    def label(self) -> str:
        """The name that tells them from all others."""
        return f"{self.name} ({self.number})" if self.number else self.name


class Code(Struct, frozen=True, tag="code"):
    """Python code, for an exercise."""

    text: str


class Words(Struct, frozen=True, tag="words"):
    """An answer to a question, in the words in which a journal keeps it."""

    text: str


class Unusable(Struct, frozen=True, tag="unusable"):
    """Nothing that could be judged, and why."""

    says: Message


Work: TypeAlias = Code | Words | Unusable


class HandedIn(Struct, frozen=True, kw_only=True):
    """One thing that a student handed in.

    Attributes:
        item: "" where it can't be told, or the file as a whole is of no use.
        source: the file, as seen from the folder of the class, made safe to show.
    """

    student: Student
    source: str
    work: Work
    item: ItemId = ""


def content_hash(work: Code | Words) -> str:
    """Return what is equal only for equal work."""
    return sha256(msgspec.json.encode(work)).hexdigest()
