import csv
from datetime import date
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from quizapp.desktop.pages.statistics import tables
from quizapp.desktop.pages.statistics.content import contents
from quizapp.desktop.pages.statistics.model import Statistic
from quizapp.desktop.widgets.plots.figures import ColumnKind, Heading, Table
from quizapp.wording import Wording
from tests.desktop.pages.statistics.sample import (
    NEW,
    OVERVIEW,
    WEAK,
    english,
    forecast,
    look,
    retention,
    review_days,
    stability,
    time_spent,
)

ENGLISH = Wording("en")
TODAY = date(2026, 3, 2)


def test_the_table_of_days_begins_with_today() -> None:
    assert tables.review_days_table(review_days(3, 0, 12), ENGLISH).rows[:2] == ((TODAY, 12), (date(2026, 3, 1), 0))


def test_the_table_of_what_falls_due_begins_with_what_is_overdue() -> None:
    assert tables.forecast_table(forecast(4, overdue=3), ENGLISH).rows[:2] == (("Overdue", 3), (TODAY, 4))


def test_the_table_of_retention_has_what_the_plot_has() -> None:
    (row,) = tables.retention_table(retention((8, 10)), ENGLISH).rows

    assert row[:4] == (TODAY, 10, 8, 0.8)
    assert row[-1] == 0.9


def test_the_table_of_time_is_in_minutes() -> None:
    table = tables.time_table(time_spent((30, 60, 600)), ENGLISH)

    assert table.rows == ((TODAY, 0.5, 1.0, 10.0, 11.5),)
    assert [heading.words for heading in table.headings][:2] == ["Day", "Cards (minutes)"]


def test_the_table_of_stability_names_its_spans() -> None:
    assert tables.stability_table(stability({0: 2}, 0.5), ENGLISH).rows[0] == ("less than a day", 2)


def test_the_table_of_concepts_holds_those_that_were_not_begun_too() -> None:
    assert tables.concepts_table((WEAK, NEW), ENGLISH).rows == (("Strides", 0.42, 2, 3), ("Hooks", 0.0, 0, 1))


def test_items_stand_in_tables_by_their_titles() -> None:
    hard = tables.hardest_table(OVERVIEW.hardest, look(), ENGLISH).rows
    tried = tables.attempts_table(OVERVIEW.attempts, look(), ENGLISH).rows

    assert hard == (("Title b", 10, 4, 3, 0.4), ("p/l/gone", 4, 1, 0, 0.25))
    assert tried == (("Title e", 4, "yes"), ("Title f", 2, "not yet"))


def test_every_statistic_has_a_table_whose_rows_fit_its_headings(qapp: QApplication) -> None:
    told = contents(OVERVIEW, look(), english())

    assert set(told) == set(Statistic)
    assert all(len(row) == len(content.table.headings) for content in told.values() for row in content.table.rows)


def test_cells_are_shown_as_a_reader_writes_them(qapp: QApplication) -> None:
    dates = english().dates
    cells = (
        (TODAY, ColumnKind.DATE),
        (0.914, ColumnKind.SHARE),
        (0.55, ColumnKind.DECIMAL),
        (12, ColumnKind.COUNT),
        ("x", ColumnKind.TEXT),
        (None, ColumnKind.COUNT),
        (float("nan"), ColumnKind.SHARE),
    )

    shown = [tables.shown(cell, kind, dates, ENGLISH) for cell, kind in cells]

    assert shown == [dates.long(TODAY), "91 %", "0.6", "12", "x", "–", "–"]


def test_in_csv_dates_and_numbers_are_for_programs() -> None:
    headings = tuple(Heading(kind.value, kind) for kind in (ColumnKind.DATE, ColumnKind.SHARE, ColumnKind.TEXT))

    written = tables.as_csv(Table(headings, ((TODAY, 0.5, 'a "b", 中文'), (None, float("nan"), ""))))

    assert written.decode("utf-8-sig") == 'date,share,text\r\n2026-03-02,0.5000,"a ""b"", 中文"\r\n,,\r\n'
    assert written.startswith(b"\xef\xbb\xbf")


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1, max_size=5))
def test_every_title_comes_back_from_csv(titles: list[str]) -> None:
    table = Table((Heading("a", ColumnKind.TEXT), Heading("b", ColumnKind.COUNT)), tuple((one, 1) for one in titles))

    read = list(csv.reader(StringIO(tables.as_csv(table).decode("utf-8-sig"), newline="")))

    assert [row[0] for row in read[1:]] == titles
