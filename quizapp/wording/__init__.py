"""Findings, outcomes and errors in the reader's language.

Only the language itself is named here: `findings` and `outcomes` know judging and sandbox, which the window that is
about to open does not need yet.
"""

from quizapp.wording.speech import LANGUAGES, Wording, system_language

__all__ = ["LANGUAGES", "Wording", "system_language"]
