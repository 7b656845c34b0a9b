from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from quizapp.desktop.pages.statistics.dates import Dates, length, percent
from quizapp.wording import Wording

ENGLISH, CHINESE = Wording("en"), Wording("zh")
DAY = date(2026, 3, 2)


def test_english_dates_name_the_month(qapp: QApplication) -> None:
    dates = Dates(ENGLISH)

    assert dates.short(DAY) in ("Mar 2", "2 Mar")
    assert dates.long(DAY) in ("Mar 2, 2026", "2 Mar 2026")
    assert (dates.month(DAY), dates.weekday(1)) == ("Mar", "Mon")


def test_chinese_dates_are_chinese(qapp: QApplication) -> None:
    dates = Dates(CHINESE)

    assert (dates.short(DAY), dates.long(DAY), dates.month(DAY)) == ("3月2日", "2026年3月2日", "3月")


def test_lengths_are_as_long_as_they_need() -> None:
    seconds = (0, 0.2, 45, 59.6, 754, 3600, 12_000, 500 * 3600)

    assert [length(each, ENGLISH) for each in seconds] == [
        *("0 min", "1 s", "45 s", "1 min", "13 min", "1 h", "3 h 20 min", "500 h"),
    ]


@given(st.floats(0, 1e9))
def test_every_length_can_be_written(seconds: float) -> None:
    assert length(seconds, ENGLISH)


def test_shares_are_whole_percents() -> None:
    assert percent(0.9149, ENGLISH) == "91 %"
