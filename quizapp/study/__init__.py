"""What the learner has done and what comes next: journal, scheduler, queue, drafts."""

from quizapp.study.drafts import Drafts, DraftsError
from quizapp.study.journal import Journal, JournalError
from quizapp.study.learner import Learner
from quizapp.study.model import AnsweredQuestion, AttemptMade, ItemState, Progress, Rating, Today
from quizapp.study.session import Position, Session

__all__ = [
    "AnsweredQuestion",
    "AttemptMade",
    "Drafts",
    "DraftsError",
    "ItemState",
    "Journal",
    "JournalError",
    "Learner",
    "Position",
    "Progress",
    "Rating",
    "Session",
    "Today",
]
