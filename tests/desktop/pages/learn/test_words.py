"""What the Learn page says of a lesson's progress."""

import pytest

from quizapp.desktop.pages.learn.words import progress_words
from quizapp.study.model import Progress
from quizapp.wording import Wording


@pytest.mark.parametrize(
    ("progress", "due", "said"),
    [
        (Progress(total=8, begun=0, learnt=0), 0, "0 of 8 learnt"),
        (Progress(total=8, begun=8, learnt=5), 0, "5 of 8 learnt  ·  3 in progress"),
        (Progress(total=8, begun=8, learnt=5), 2, "5 of 8 learnt  ·  3 in progress  ·  2 of these due"),
        (Progress(total=8, begun=8, learnt=8), 1, "8 of 8 learnt  ·  1 of these due"),
    ],
)
def test_what_is_due_is_counted_among_what_is_learnt_and_in_progress(progress: Progress, due: int, said: str) -> None:
    assert progress_words(progress, due, Wording("en")) == said
