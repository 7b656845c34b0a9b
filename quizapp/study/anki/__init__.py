"""Anki's decks: `.apkg` and `.colpkg` become cards of the learner's own, and cards become an `.apkg`.

A deck comes from a stranger: its archive is unpacked under ceilings, its collection is opened read-only, and its HTML
becomes Markdown that holds no HTML.
"""
