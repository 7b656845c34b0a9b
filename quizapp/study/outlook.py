"""What there is to study and what of it comes when, kept in step with what the learner has done."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from quizapp.packs.model import Pack
from quizapp.study.agenda import Agenda, agenda_after, agenda_of
from quizapp.study.changes import Change
from quizapp.study.curriculum import curriculum_of
from quizapp.study.memory import Memory
from quizapp.study.own_cards import OWN_PACK, own_pack
from quizapp.study.slipped import differing, find_slipped, find_slipped_anew


class Outlook:
    """The packs with the learner's own cards, and their agenda.

    One thread at a time may change it; every thread may read `agenda`, which is replaced whole.
    """

    def __init__(self, packs: Iterable[Pack], memory: Memory, pictures: Path) -> None:
        """Look at everything once; `pictures` is the folder in which those of own cards lie."""
        self._pictures = pictures
        self.show(packs, memory)

    @property
    def agenda(self) -> Agenda:
        """What comes when."""
        return self._agenda

    def show(self, packs: Iterable[Pack], memory: Memory) -> None:
        """Go on with these packs; own cards are added by themselves."""
        self._installed = tuple(pack for pack in packs if pack.id != OWN_PACK)
        own = (own_pack(memory.cards.values(), folder=self._pictures),) if memory.cards else ()
        curriculum = curriculum_of((*self._installed, *own))
        self._agenda = agenda_of(curriculum, memory, find_slipped(memory, curriculum))

    def follow(self, change: Change, memory: Memory) -> None:
        """Go on with another memory, of which no more is looked at than has changed."""
        agenda = self._agenda
        if memory.cards is not agenda.memory.cards:
            self.show(self._installed, memory)
        elif change.everything:
            self._agenda = agenda_of(agenda.curriculum, memory, find_slipped(memory, agenda.curriculum))
        elif change:
            slipped = find_slipped_anew(agenda.slipped, change, memory, agenda.curriculum)
            self._agenda = agenda_after(agenda, change.items | differing(agenda.slipped, slipped), memory, slipped)
        elif memory is not agenda.memory:  # the clock was set back: more of what was done counts as lately
            self._agenda = replace(agenda, memory=memory)
