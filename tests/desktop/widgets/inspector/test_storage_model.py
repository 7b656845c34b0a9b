"""Where the elements of a tensor lie in memory, held against NumPy's own strides."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.desktop.widgets.inspector.storage_model import Lane, memories_of
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import TensorSeen
from quizapp.sandbox.sandbox import Sandbox
from tests.desktop.widgets.inspector.seen import strided, subject, tensor

axes = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 7)), max_size=4)


@settings(deadline=None, database=None)
@given(axes, st.integers(0, 3), st.integers(0, 3))
def test_every_element_is_found_at_its_place_and_nowhere_else(
    sizes: list[tuple[int, int]], offset: int, behind: int
) -> None:
    shape, stride = tuple(size for size, _ in sizes), tuple(step for _, step in sizes)
    length = offset + sum((size - 1) * step for size, step in sizes) + 1 + behind
    memory = np.arange(length, dtype=np.int64)
    lane = Lane("x", strided(memory, shape, stride, offset))
    # In a memory that counts its places, each number says where it lies.
    places = np.lib.stride_tricks.as_strided(memory[offset:], shape, tuple(8 * step for step in stride))

    for place in range(length):
        expected = {tuple(int(at) for at in index) for index in np.argwhere(places == place)}
        assert set(lane.indices_at(place, 1000)) == expected
        assert lane.number_at(place) == (place if expected else None)


@settings(deadline=None, database=None)
@given(axes)
def test_a_step_along_an_axis_goes_as_far_as_its_stride(sizes: list[tuple[int, int]]) -> None:
    shape, stride = tuple(size for size, _ in sizes), tuple(step for _, step in sizes)
    memory = np.arange(100, dtype=np.int64)
    lane = Lane("x", strided(memory, shape, stride))
    first = (0,) * len(shape)

    assert [step.place - lane.place(first) for step in lane.steps(first)] == [
        step for size, step in reversed(sizes) if size > 1
    ]


def test_the_last_element_steps_back() -> None:
    lane = Lane("x", tensor(np.zeros((2, 3))))

    assert [(step.axis, step.stride) for step in lane.steps((1, 2))] == [(1, -1), (0, -3)]


def test_an_expanded_axis_is_named_as_a_whole() -> None:
    lane = Lane("x", strided(np.arange(3.0), (4, 3), (0, 1)))

    assert [lane.label_at(place) for place in range(4)] == [":,0", ":,1", ":,2", ""]
    assert len(lane.indices_at(1)) == 4


def test_what_no_tensor_reaches_has_no_number() -> None:
    [memory] = memories_of(Subject("x", strided(np.arange(9), (3,), (2,), 2)), ())

    assert [memory.number_at(place) for place in range(9)] == [None, None, 2, None, 4, None, 6, None, None]


def test_a_huge_memory_is_answered_for_place_by_place() -> None:
    seen = replace(tensor(np.arange(3.0)), storage_bytes=1 << 60, offset=5)
    [memory] = memories_of(Subject("x", seen), ())

    assert memory.length == 1 << 57
    assert memory.number_at(6) == 1.0


def test_a_tensor_expanded_to_a_billion_rows_is_answered_for_at_once() -> None:
    lane = Lane("x", TensorSeen(dtype="float32", shape=(1 << 30, 3), stride=(0, 1), storage=0))

    assert lane.label_at(2) == ":,2"
    assert lane.indices_at(2, 2) == ((0, 2), (1, 2))


def test_strides_that_meet_almost_everywhere_are_given_up_on() -> None:
    seen = TensorSeen(dtype="float32", shape=(3,) * 40, stride=(2,) * 40, storage=0)

    assert Lane("x", seen).indices_at(41) == ()


def test_a_view_with_other_bytes_to_an_element_is_named_but_not_drawn() -> None:
    other = Subject("v", tensor(np.zeros(6, dtype=np.int16)))
    [memory] = memories_of(subject("x", np.zeros(3, dtype=np.float32)), (other,))

    assert ([lane.name for lane in memory.lanes], memory.more) == (["x"], ("v",))


def test_parameters_of_a_module_and_items_of_a_list_share_too(sandbox: Sandbox) -> None:
    code = "import torch\nnet = torch.nn.Linear(3, 2)\nw = net.weight\nrows = list(w)\nn = w.detach().numpy()"
    outcome = sandbox.run(Program(code=code, observe=("w", "net", "rows", "n")))
    first, *beside = (Subject(name, value) for name, value in outcome.observations.items())

    memory = memories_of(first, tuple(beside))[0]

    assert [lane.name for lane in memory.lanes] == ["w", "net.weight", "rows[0]", "rows[1]"]
    assert memory.more == ("n",)


CODE = """import torch
t = torch.arange(12.).reshape(3, 4)
v = t.view(4, 3)
tr = t.T
c = t.T.contiguous()
o = torch.ones(12)
"""


def test_views_lie_on_one_memory_and_a_copy_on_its_own(sandbox: Sandbox) -> None:
    outcome = sandbox.run(Program(code=CODE, observe=("t", "v", "tr", "c", "o")))
    first, *beside = (Subject(name, value) for name, value in outcome.observations.items())

    shared, own = memories_of(first, tuple(beside))

    assert [lane.name for lane in shared.lanes] == ["t", "v", "tr"]
    assert [lane.label_at(1) for lane in shared.lanes] == ["0,1", "0,1", "1,0"]
    assert ([lane.name for lane in own.lanes], own.is_own) == (["c"], True)
    assert [own.number_at(place) for place in range(4)] == [0.0, 4.0, 8.0, 1.0]
