from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.fitting.choosing import NEEDED, TooFewRatings
from quizapp.fitting.fit import Fit
from quizapp.fitting.messages import Losses
from quizapp.fitting.process import Fitting, FittingCancelled
from quizapp.fitting.proposal import Proposal, propose
from quizapp.study.journal import Journal
from quizapp.study.learner import Learner
from quizapp.study.model import Tuning
from tests.fitting.made_up import FORGETFUL, TODAY, rows_of_learner


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with Journal(tmp_path / "journal.sqlite") as journal:
        yield Learner(journal, (), new_per_day=10, clock=lambda: TODAY)


def test_what_is_found_for_a_learner_is_better_says_what_it_would_change_and_can_be_taken_and_undone(
    learner: Learner,
) -> None:
    learner.take_in(rows_of_learner(NEEDED * 3 // 2))
    due_before, shares = learner.due_at("p/l/0"), list[float]()

    proposal = propose(learner, Fitting(), shares.append, TODAY)

    assert shares == sorted(shares)
    assert 0 == shares[0] and 0.99 < shares[-1] < 1
    assert proposal.effect is not None
    assert proposal.fit.later.after < proposal.fit.later.before
    # Who forgets sooner than most has to see what they learnt more often.
    assert proposal.effect.a_day_after > proposal.effect.a_day_before
    assert Tuning() == learner.tuning

    learner.tune(proposal.taken_into(learner.tuning))
    assert due_before != learner.due_at("p/l/0")

    learner.undo()
    assert (Tuning(), due_before) == (learner.tuning, learner.due_at("p/l/0"))


def test_too_few_ratings_are_refused(learner: Learner) -> None:
    learner.take_in(rows_of_learner(100))

    with pytest.raises(TooFewRatings):
        propose(learner, Fitting(), lambda share: None, TODAY)


def test_who_cancels_while_the_journal_is_read_waits_no_longer(learner: Learner) -> None:
    learner.take_in(rows_of_learner(100))
    fitting = Fitting()
    fitting.cancel()

    with pytest.raises(FittingCancelled):
        propose(learner, fitting, lambda share: None, TODAY)


def test_what_was_set_while_it_was_fitted_stays() -> None:
    losses = Losses(ratings=200, before=0.4, after=0.3)
    found = Fit(tuning=Tuning(parameters=FORGETFUL), earlier=losses, later=losses, chosen=1000, of=1000)

    taken = Proposal(fit=found, effect=None).taken_into(Tuning(retention=0.8))

    assert Tuning(retention=0.8, parameters=FORGETFUL) == taken
