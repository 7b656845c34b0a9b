"""Embedding tables, from what real runs left behind."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.widgets.inspector.embedding_items import EmbeddingItems
from quizapp.desktop.widgets.inspector.embedding_model import Table, tables_of
from quizapp.desktop.widgets.inspector.embedding_view import EmbeddingView
from quizapp.desktop.widgets.inspector.embedding_words import sentences
from quizapp.desktop.widgets.inspector.subject import Subject
from quizapp.sandbox.messages import Program
from quizapp.sandbox.observation import Observation
from quizapp.sandbox.sandbox import Sandbox
from quizapp.settings import LookChoice
from quizapp.wording import Wording
from tests.desktop.widgets.inspector.seen import tensor

ENGLISH = Wording("en")
CODE = """
import torch
from torch import nn
torch.manual_seed(0)
net = nn.Sequential(nn.Embedding(6, 4, padding_idx=0, max_norm=5.0), nn.Linear(4, 1))
net(torch.tensor([0, 3, 3, 5])).sum().backward()
"""


@pytest.fixture(scope="module")
def net(sandbox: Sandbox) -> Observation:
    return sandbox.run(Program(code=CODE, observe=("net",), trace=True)).observations["net"]


@pytest.fixture(scope="module")
def table(net: Observation) -> Table:
    (only,) = tables_of("net", net)
    return only


@pytest.fixture
def view(appearance: Appearance, qtbot: QtBot, net: Observation) -> EmbeddingView:
    made = EmbeddingView(appearance)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.show_subject(Subject("net", net), ())
    return made


def shown_rows(items: EmbeddingItems) -> list[int]:
    return [items.row(items.index(row, 0)) for row in range(items.rowCount())]


def test_a_table_is_found_in_a_module_with_its_settings(table: Table) -> None:
    assert (table.name, table.rows, table.width, table.pad, table.max_norm) == ("net[0]", 6, 4, 0, 5.0)


def test_the_pad_row_is_looked_up_but_has_no_gradient(table: Table) -> None:
    assert table.looked_up == frozenset({0, 3, 5})
    assert table.with_gradient.tolist() == [3, 5]


def test_a_table_in_words(table: Table) -> None:
    assert sentences(table, None, ENGLISH) == (
        "6 rows of 4 numbers",
        "Looked up: 0, 3, 5.",
        "With gradient: 3, 5.",
        "Row 0 is the pad row: it gets no gradient, so it does not learn.",
        "Rows longer than 5.0 are shortened to it when they are looked up.",
    )


def test_nothing_is_said_of_lookups_that_were_not_watched(sandbox: Sandbox) -> None:
    outcome = sandbox.run(Program(code=CODE, observe=("net",)))
    (table,) = tables_of("net", outcome.observations["net"])

    assert table.looked_up is None
    assert "Looked up" not in " ".join(sentences(table, None, ENGLISH))


def test_a_pad_row_with_a_gradient_is_explained() -> None:
    rows = np.ones((2, 2))
    table = Table(name="e", rows=2, width=2, gradient_norms=rows[0], has_gradient=True, pad=1)

    assert sentences(table, None, ENGLISH)[-1] == (
        "Row 1 is the pad row, but has a gradient: the weight is used elsewhere too."
    )


def test_a_missing_pad_row_is_said(table: Table) -> None:
    without = Table(name="net[0]", rows=6, width=4)

    assert sentences(without, table, ENGLISH)[-2:] == (
        "Expected row 0 to be the pad row.",
        "Expected a gradient in: 3, 5.",
    )


def test_a_matrix_is_a_table_too() -> None:
    (table,) = tables_of("m", tensor(np.array([[3.0, 4.0], [0.0, 0.0]])))

    assert table.norms is not None
    assert table.norms.tolist() == [5.0, 0.0]


def test_each_row_is_told(view: EmbeddingView) -> None:
    lines = view.text().splitlines()

    assert lines[5] == "  row 0, pad, norm 0.0, no gradient, looked up"
    assert len(lines) == 5 + 6


def test_rows_with_a_gradient_can_be_shown_alone(view: EmbeddingView) -> None:
    everything = shown_rows(view.items)
    view.only_with_gradient.setChecked(True)

    assert (everything, shown_rows(view.items)) == ([0, 1, 2, 3, 4, 5], [3, 5])


def test_of_several_embeddings_one_is_chosen(view: EmbeddingView, sandbox: Sandbox) -> None:
    code = "import torch\nnet = torch.nn.ModuleDict({'a': torch.nn.Embedding(2, 2), 'b': torch.nn.Embedding(3, 2)})"
    net = sandbox.run(Program(code=code, observe=("net",))).observations["net"]
    view.show_subject(Subject("net", net), ())
    view.names.setCurrentIndex(1)
    view.names.activated.emit(1)

    assert len(shown_rows(view.items)) == 3


def test_a_large_vocabulary_is_painted_where_it_is_seen(view: EmbeddingView) -> None:
    view.show_subject(Subject("m", tensor(np.ones((50_000, 4)))), ())

    assert view.items.rowCount() == 50_000
    assert not view.grab().isNull()


def test_it_is_drawn_in_another_look_and_language(view: EmbeddingView, appearance: Appearance) -> None:
    appearance.choose(wording=Wording("zh"), look=LookChoice.DARK)

    assert not view.grab().isNull()
