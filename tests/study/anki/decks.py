"""Decks made by Anki's own library: the kinds of note that it ships, a picture, answers, a suspended card."""

import base64
from pathlib import Path
from typing import Any

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
"""A picture of one pixel, PNG."""

FORMS = ("new.apkg", "legacy.apkg", "new.colpkg", "legacy.colpkg")


class Maker:
    """A collection of Anki's that grows note by note, and is exported."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))

    def add(self, kind: str, *fields: str, deck: str = "Torch", tags: tuple[str, ...] = ()) -> Note:
        """Add a note of a kind that Anki ships, or that was added to the collection."""
        model: Any = self.collection.models.by_name(kind)
        note = self.collection.new_note(model)
        for index, value in enumerate(fields):
            note.fields[index] = value
        note.tags = list(tags)
        deck_id: Any = self.collection.decks.id(deck)
        self.collection.add_note(note, deck_id)
        return note

    def answer(self, note: Note, *ratings: int) -> list[int]:
        """Answer a note's first card, and return the answers' ids as Anki logged them."""
        for rating in ratings:
            card = note.cards()[0]
            card.start_timer()
            states = self.collection._backend.get_scheduling_states(card.id)
            scheduler: Any = self.collection.sched
            scheduler.answer_card(scheduler.build_answer(card=card, states=states, rating=rating - 1))
        found = self.collection.db
        assert found is not None
        return [int(each) for each in found.list("select id from revlog where cid = ? order by id", note.cards()[0].id)]

    def add_picture(self, name: str) -> None:
        """Put a picture into the collection's media."""
        self.collection.media.write_data(name, PIXEL)

    def export(self, form: str) -> Path:
        """Export the whole collection in a form of `FORMS`; a `.colpkg` closes it."""
        path = self._folder / form
        is_legacy = form.startswith("legacy")
        if form.endswith(".colpkg"):
            self.collection.export_collection_package(str(path), include_media=True, legacy=is_legacy)
            self.collection.reopen()
        else:
            options = ExportAnkiPackageOptions(
                with_scheduling=True, with_deck_configs=True, with_media=True, legacy=is_legacy
            )
            self.collection.export_anki_package(out_path=str(path), options=options, limit=None)
        return path

    def take(self, path: Path) -> None:
        """Import a deck."""
        options = ImportAnkiPackageOptions(with_scheduling=True)
        self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))

    def close(self) -> None:
        """Close the collection."""
        self.collection.close()
