"""Dates as the reader's language and country write them, short enough for an axis."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

from quizapp.wording import Wording


class Dates:
    """Writes dates; made anew when the language changes."""

    def __init__(self, wording: Wording) -> None:
        """Write in the language of the wording, in the manner of the system's country if that speaks it."""
        self._wording = wording
        system = QLocale.system()
        language = QLocale.Language.Chinese if wording.language == "zh" else QLocale.Language.English
        self._locale = system if system.language() is language else QLocale(wording.language)
        pattern = self._locale.dateFormat(QLocale.FormatType.ShortFormat)
        is_day_first = pattern.find("d") < pattern.find("M")
        self._short = "M月d日" if wording.language == "zh" else "d MMM" if is_day_first else "MMM d"

    def short(self, day: date) -> str:
        """Return day and month: "Mar 2"."""
        return self._write(day, self._short)

    def long(self, day: date) -> str:
        """Return day, month and year: "Mar 2, 2026"."""
        if self._wording.language == "zh":
            return self._write(day, "yyyy年M月d日")
        return self._write(day, "MMM d, yyyy" if self._short == "MMM d" else "d MMM yyyy")

    def month(self, day: date) -> str:
        """Return the month: "Mar"."""
        return self._write(day, "M月" if self._wording.language == "zh" else "MMM")

    def weekday(self, number: int) -> str:
        """Return the short name of a weekday, 1 for Monday to 7."""
        return self._locale.standaloneDayName(number, QLocale.FormatType.ShortFormat)

    def _write(self, day: date, pattern: str) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), pattern)
