"""Findings, outcomes and errors in the reader's language."""

from quizapp.wording.speech import LANGUAGES, Wording, system_language

__all__ = ["LANGUAGES", "Wording", "system_language"]
