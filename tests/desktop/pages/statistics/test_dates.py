from datetime import date

from PySide6.QtWidgets import QApplication

from quizapp.desktop.pages.statistics.dates import Dates
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
