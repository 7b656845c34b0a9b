"""Labels count in the order of first sight; memory that overlaps is one."""

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
