from quizapp.fitting.effect import Effect
from quizapp.fitting.fit import Fit
from quizapp.fitting.messages import Losses
from quizapp.study.model import Tuning
from quizapp.wording import Wording
from quizapp.wording.tuning import effect_sentence, fit_sentences, retention_sentence

ENGLISH = Wording("en")
USUAL = Tuning()


def test_the_usual_retention_says_what_it_means_and_compares_itself_with_nothing() -> None:
    assert "Of 100 items that come back, some 90 should still be known." == retention_sentence(0.9, USUAL, ENGLISH)


def test_a_higher_retention_says_what_it_costs() -> None:
    assert (
        "Of 100 items that come back, some 97 should still be known. Takes about 4.5 times as many reviews as 90 %."
        == retention_sentence(0.97, USUAL, ENGLISH)
    )


def test_a_lower_retention_says_what_it_saves_and_what_that_leaves_out() -> None:
    assert (
        "Of 100 items that come back, some 80 should still be known. Takes about 30 % of the reviews that 90 % does; "
        "that more is forgotten and learnt again is not counted." == retention_sentence(0.8, USUAL, ENGLISH)
    )


def test_an_effect_says_how_many_items_move_and_what_that_makes_due() -> None:
    effect = Effect(items=1204, sooner=4, mean_days=2.04, more_due=14, a_day_before=41.2, a_day_after=36.7)

    assert (
        "1204 items come back at another time, by 2.0 days on average (4 sooner, 1200 later). 14 more are due now. "
        "What you have learnt makes about 37 reviews a day instead of 41." == effect_sentence(effect, ENGLISH)
    )


def test_one_item_fewer_is_one_item_fewer() -> None:
    effect = Effect(items=1, sooner=0, mean_days=12.3, more_due=-1, a_day_before=0.42, a_day_after=0.41)

    assert (
        "1 item comes back at another time, by 12 days on average (0 sooner, 1 later). 1 fewer is due now. "
        "What you have learnt still makes about 0.4 reviews a day." == effect_sentence(effect, ENGLISH)
    )


def test_no_effect_is_said_too() -> None:
    none = Effect(items=0, sooner=0, mean_days=0, more_due=0, a_day_before=3, a_day_after=3)

    assert "No due date would move." == effect_sentence(none, ENGLISH)


def found(after: float, *, of: int) -> Fit:
    later = Losses(ratings=1128, before=0.3642, after=after)
    return Fit(tuning=USUAL, earlier=later, later=later, chosen=8000, of=of)


def test_a_fit_says_which_losses_were_measured_on_what() -> None:
    assert (
        "The new parameters predict better what you know.",
        "Log loss before: 0.364, after: 0.352.",
        "Less is better: it tells how far the predicted chance was from what you then knew.",
        "Fitted to the earlier 80 % of your reviews, measured on the 1,128 later ones, which it did not see.",
    ) == fit_sentences(found(0.352, of=8000), ENGLISH)


def test_parameters_that_are_no_better_are_called_so_and_a_sample_too() -> None:
    verdict, *_, basis = fit_sentences(found(0.37, of=90000), ENGLISH)

    assert "The new parameters are no better than those in use, so these stay." == verdict
    assert basis.endswith("8,000 of 90,000 ratings were used.")
