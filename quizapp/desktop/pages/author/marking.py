"""The entry by which an author marks an attack as one that may pass, ready to be pasted. Knows no Qt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only an annotation: what makes attacks brings NumPy with it.
    from quizapp.classroom.attacks.attack import Attack


def equivalent_entries(attacks: "Sequence[Attack]", among: "Sequence[Attack]") -> str:
    """Return an `[[equivalent]]` for each attack; its line stands in it where another one `among` them has its name.

    Why it may pass is left to the author: reading the pack asks for it.
    """
    from quizapp.classroom.attacks.report import as_toml_string

    names = [each.name for each in among]
    entries = []
    for attack in attacks:
        line = f"line = {attack.line}\n" if names.count(attack.name) > 1 else ""
        entries.append(f'[[equivalent]]\nattack = {as_toml_string(attack.name)}\n{line}why = ""\n')
    return "\n".join(entries)
