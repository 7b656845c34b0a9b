"""Labels count in the order of first sight; memory that overlaps is one."""

import torch

from quizapp.worker.labels import Identities, Memory


def test_identities_count_from_zero_in_order() -> None:
    identities, a, b = Identities(), object(), object()

    assert [identities.number(thing) for thing in (a, b, a)] == [0, 1, 0]


def test_areas_that_overlap_have_one_number() -> None:
    memory = Memory()

    assert [memory.number(*area) for area in ((100, 10), (200, 10), (105, 2), (95, 6), (209, 1), (210, 1))] == [
        0,
        1,
        0,
        0,
        1,
        2,
    ]


def test_an_empty_area_has_no_number() -> None:
    memory = Memory()

    assert [memory.number(100, 0), memory.number(0, 10), memory.number(100, 1)] == [None, None, 0]


def test_a_tensor_is_not_kept_alive_and_its_number_is_not_given_again() -> None:
    identities = Identities()

    assert [identities.number(torch.ones(1)) for _ in range(4)] == [0, 1, 2, 3]


def test_what_lies_where_an_area_was_given_back_is_another() -> None:
    memory = Memory()
    gone: list[bool] = []
    memory.number(100, 10, lambda: bool(gone))
    memory.number(110, 10)
    gone.append(True)

    assert [memory.number(105, 15), memory.number(100, 5)] == [1, 2]
