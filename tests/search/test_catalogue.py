from collections.abc import Iterable
from pathlib import Path

import pytest

from quizapp.packs.model import Pack
from quizapp.search.catalogue import Catalogue
from quizapp.search.documents import Document, OwnTexts
from quizapp.search.index import SearchError, SearchIndex
from quizapp.search.query import understand
from tests.search.sample import EMBEDDING, FREEZE, ITEMS, LOSS, PACK, VIEW, card, pack


class Watched(SearchIndex):
    """An index that notes what is taken in."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.taken: list[str] = []

    def take_in(self, documents: Iterable[Document]) -> None:
        documents = tuple(documents)
        self.taken += [document.item for document in documents]
        super().take_in(documents)


@pytest.fixture
def index(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "home" / "search.sqlite")


def fill(
    catalogue: Catalogue, packs: tuple[Pack, ...] = (PACK,), own: dict[str, OwnTexts] | None = None, most: int = 250
) -> None:
    catalogue.keep_up(packs, own or {})
    while catalogue.go_on(most):
        pass


def found(catalogue: Catalogue, typed: str) -> list[str]:
    return list(catalogue.find(understand(typed)))


def test_all_items_are_indexed_a_few_at_a_time(index: Watched) -> None:
    catalogue = Catalogue(index)
    catalogue.keep_up((PACK,), {})

    assert [catalogue.go_on(3), catalogue.is_complete] == [True, False]
    assert [catalogue.go_on(3), catalogue.go_on(3), catalogue.is_complete] == [True, False, True]
    assert index.taken == [item.id for item in ITEMS]


def test_what_is_indexed_already_is_not_indexed_again(index: Watched) -> None:
    fill(Catalogue(index))
    index.taken.clear()

    fill(Catalogue(index))

    assert index.taken == []


def test_an_indexing_that_was_cut_short_goes_on_where_it_was(index: Watched) -> None:
    first = Catalogue(index)
    first.keep_up((PACK,), {})
    first.go_on(2)
    index.taken.clear()

    fill(Catalogue(index))

    assert index.taken == [VIEW.id, LOSS.id]


def test_a_new_note_is_found_and_only_its_item_indexed(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue)
    index.taken.clear()

    fill(catalogue, own={FREEZE.id: OwnTexts(note="zebra")})

    assert (index.taken, found(catalogue, "zebra")) == ([FREEZE.id], [FREEZE.id])


def test_a_note_that_was_taken_away_is_not_found_any_more(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue, own={FREEZE.id: OwnTexts(note="zebra")})

    fill(catalogue)

    assert found(catalogue, "zebra") == []


def test_two_changes_in_a_row_are_both_taken_in(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue)
    catalogue.keep_up((PACK,), {FREEZE.id: OwnTexts(note="zebra")})

    fill(catalogue, own={FREEZE.id: OwnTexts(note="zebra"), VIEW.id: OwnTexts(draft="giraffe = 1")})

    assert found(catalogue, "zebra") + found(catalogue, "giraffe") == [FREEZE.id, VIEW.id]


def test_the_solution_is_found_once_the_exercise_is_passed(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue)
    assert found(catalogue, "requires_grad_(False)") == []

    fill(catalogue, own={FREEZE.id: OwnTexts(is_passed=True)})

    assert found(catalogue, "requires_grad_(False)") == [FREEZE.id]


def test_of_packs_that_changed_only_what_is_new_or_other_is_indexed_and_what_is_lost_goes(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue)
    index.taken.clear()

    fill(catalogue, (pack(EMBEDDING, card("new", "a zebra")),))

    assert index.taken == ["p/l/new"]
    assert found(catalogue, "zebra") + found(catalogue, "冻结") == ["p/l/new"]


def test_of_two_items_with_one_id_the_first_is_found(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue, (pack(card("same", "zebra")), pack(card("same", "giraffe"))))

    assert (found(catalogue, "zebra"), found(catalogue, "giraffe")) == (["p/l/same"], [])


def test_an_index_that_went_missing_is_made_anew(index: Watched) -> None:
    catalogue = Catalogue(index)
    fill(catalogue)
    index.throw_away()

    with pytest.raises(SearchError):
        found(catalogue, "view")
    assert not catalogue.is_complete
    fill(catalogue)

    assert found(catalogue, "嵌入") == [EMBEDDING.id]


def test_where_there_can_be_no_index_that_is_told_each_time(tmp_path: Path) -> None:
    (tmp_path / "search.sqlite").mkdir()
    catalogue = Catalogue(SearchIndex(tmp_path / "search.sqlite"))

    for _ in range(2):
        with pytest.raises(SearchError):
            catalogue.keep_up((PACK,), {})


def test_how_far_it_is_can_be_told(index: Watched) -> None:
    catalogue = Catalogue(index)
    catalogue.keep_up((PACK,), {})
    before = catalogue.progress
    catalogue.go_on(2)
    meanwhile = catalogue.progress
    fill(catalogue)

    assert (before, meanwhile, catalogue.progress) == ((0, 4), (2, 4), (4, 4))
