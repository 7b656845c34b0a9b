"""The periods that the learner can look back over."""

from enum import StrEnum


class Period(StrEnum):
    """How far back to look."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"

    @property
    def days(self) -> int | None:
        """How many days, today included; None for all there are."""
        return {Period.MONTH: 30, Period.QUARTER: 90, Period.YEAR: 365}.get(self)
