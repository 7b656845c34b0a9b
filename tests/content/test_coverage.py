"""Every claim that the curriculum examined is taught by an item of the shipped pack.

`claims.txt` lists the claims' ids, article and number.
"""

from pathlib import Path

from quizapp.packs.library import Library

NOT_ABOUT_PYTORCH = {"000-03"}
"""A path that was misspelt in copying."""

CLAIMS = set(Path(__file__).with_name("claims.txt").read_text(encoding="utf-8").split()) - NOT_ABOUT_PYTORCH


def taught(library: Library) -> set[str]:
    return {claim for pack in library.packs for item in pack.items() for claim in item.claims}


def test_every_claim_is_taught(library: Library) -> None:
    assert sorted(CLAIMS - taught(library)) == []


def test_items_teach_only_claims_that_there_are(library: Library) -> None:
    assert sorted(taught(library) - CLAIMS) == []
