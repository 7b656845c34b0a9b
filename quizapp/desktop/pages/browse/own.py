"""What the learner has written about items, gathered for the search index. Knows no Qt."""

from collections.abc import Mapping

from quizapp.packs.model import ItemId
from quizapp.search.documents import OwnTexts
from quizapp.study.standing import Standing, StepKind


def own_texts(
    notes: Mapping[ItemId, str],
    drafts: Mapping[ItemId, str],
    attempts: Mapping[ItemId, str],
    standings: Mapping[ItemId, Standing],
) -> dict[ItemId, OwnTexts]:
    """Return what there is of each item that the learner has written anything about, or passed as an exercise.

    `attempts` is the code that was checked last, `standings` those of all items that anything is known of.
    """
    passed = {item for item, each in standings.items() if each.passed and each.kind is StepKind.EXERCISE}
    return {
        item: OwnTexts(
            note=notes.get(item, ""),
            draft=drafts.get(item, ""),
            attempt=attempts.get(item, ""),
            is_passed=item in passed,
        )
        for item in dict.fromkeys((*notes, *drafts, *attempts, *passed))
    }
