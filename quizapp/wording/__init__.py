"""Findings, outcomes and errors in the reader's language."""

from quizapp.wording.findings import aspect_name, check_sentence, finding_sentence
from quizapp.wording.outcomes import error_sentence, outcome_sentence
from quizapp.wording.speech import LANGUAGES, Wording, system_language

__all__ = [
    "LANGUAGES",
    "Wording",
    "aspect_name",
    "check_sentence",
    "error_sentence",
    "finding_sentence",
    "outcome_sentence",
    "system_language",
]
