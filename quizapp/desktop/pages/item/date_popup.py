"""A small calendar in which a day to come is chosen."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from quizapp.desktop.appearance import Appearance
from quizapp.desktop.icons import icon
from quizapp.desktop.widgets.buttons import Button
from quizapp.desktop.widgets.labels import label

LAST_DAY = timedelta(days=36500)
"""No item is put off for longer than a life."""


class DatePopup(QFrame):
    """Offers tomorrow and later; closes by itself once a day is chosen, or without one on Esc.

    Signals:
        chosen: the day, a `datetime.date`.
    """

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, first: date, parent: QWidget) -> None:
        """Offer days from `first` on."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("datePopup")
        self._appearance = appearance
        self._first = first
        self.calendar = QCalendarWidget()
        self._heading = label("strong")
        self.shortcuts = {days: Button(compact=True) for days in (1, 7, 30)}
        self._lay_out()
        self._dress()
        self.calendar.activated.connect(self._choose)
        self.calendar.clicked.connect(self._choose)
        for days, button in self.shortcuts.items():
            button.setProperty("days", days)
            button.clicked.connect(self._choose_shortcut)
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.shortcuts.values():
            row.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 10, 12, 12)
        rows.setSpacing(8)
        for widget in (self._heading, self.calendar):
            rows.addWidget(widget)
        rows.insertLayout(1, row)

    def _dress(self) -> None:
        wording, colours = self._appearance.wording, self._appearance.colours
        chinese = wording.language == "zh"
        country = QLocale.Country.China if chinese else QLocale().territory()
        self.calendar.setLocale(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English, country))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMinimumDate(_qdate(self._first))
        self.calendar.setMaximumDate(_qdate(self._first + LAST_DAY))
        self.calendar.setSelectedDate(_qdate(self._first))
        plain = QTextCharFormat()
        plain.setForeground(colours.colour("text"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        for name, sign in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            turner = self.calendar.findChild(QToolButton, name)
            if isinstance(turner, QToolButton):
                # Qt's own arrows are black on any ground.
                turner.setIcon(icon(sign, colours.text, colours.muted))
        self.calendar.setAccessibleName(wording.say("Day on which it comes back"))
        self._heading.setText(wording.say("Comes back on"))
        words = {1: wording.say("Tomorrow"), 7: wording.say("In a week"), 30: wording.say("In 30 days")}
        for days, text in words.items():
            self.shortcuts[days].setText(text)
        self.setStyleSheet(_sheet(colours.base, colours.outline, colours.text, colours.raised, colours.muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @Slot(QDate)
    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(date(day.year(), day.month(), day.day()))

    @Slot()
    def _choose_shortcut(self) -> None:
        pressed = self.sender()
        self._choose(_qdate(self._first + timedelta(days=int(pressed.property("days")) - 1)))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _sheet(base: str, outline: str, text: str, raised: str, muted: str) -> str:
    return (
        f"QFrame#datePopup {{ background: {base}; border: 1px solid {outline}; }}"
        f"QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {raised}; }}"
        f"QCalendarWidget QToolButton {{ color: {text}; background: transparent; border: 0; padding: 4px 8px; }}"
        "QCalendarWidget QToolButton::menu-indicator { image: none; }"
        f"QCalendarWidget QAbstractItemView {{ background: {base}; alternate-background-color: {base}; }}"
        f"QCalendarWidget QAbstractItemView:disabled {{ color: {muted}; }}"
    )
