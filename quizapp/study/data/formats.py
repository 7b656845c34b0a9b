"""What makes a file a journal or drafts of ours."""

from typing import Final

from quizapp.study.database import Format
from quizapp.study.drafts import _FORMAT as _DRAFTS
from quizapp.study.journal import _FORMAT as _JOURNAL

JOURNAL: Final[Format] = _JOURNAL
DRAFTS: Final[Format] = _DRAFTS
