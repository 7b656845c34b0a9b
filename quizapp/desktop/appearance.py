"""How the app looks, how large, and which language it speaks now; tells the widgets when one changes."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication

from quizapp.settings import LookChoice
from quizapp.wording import Wording


@dataclass(frozen=True)
class Colours:
    """The colours of one look, as #rrggbb; text on its ground has a contrast of 4.5:1 or more."""

    dark: bool
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    outline: str  # of controls that must be seen: 3:1 or more
    accent: str
    on_accent: str
    button: str
    ok: str
    ok_ground: str
    bad: str
    bad_ground: str
    warn: str
    warn_ground: str
    code_ground: str
    editor_ground: str
    code_style: str  # name of a pygments style

    def colour(self, name: str) -> QColor:
        """Return one of the colours for painting."""
        return QColor(getattr(self, name))


def blend(ground: QColor, over: QColor, share: float) -> QColor:
    """Return `ground` with a share (0 to 1) of another colour in it."""
    sides = ((ground.red(), over.red()), (ground.green(), over.green()), (ground.blue(), over.blue()))
    return QColor(*(round(below + (above - below) * share) for below, above in sides))


LIGHT = Colours(
    dark=False,
    window="#f6f7f9",
    base="#ffffff",
    raised="#eceff3",
    text="#1c2128",
    muted="#59626e",
    border="#d8dde4",
    outline="#818b98",
    accent="#1f5fd0",
    on_accent="#ffffff",
    button="#ffffff",
    ok="#167445",
    ok_ground="#e6f5ec",
    bad="#b42318",
    bad_ground="#ffebe9",
    warn="#7d5200",
    warn_ground="#fff4d6",
    code_ground="#f6f8fa",
    editor_ground="#ffffff",
    code_style="default",
)
DARK = Colours(
    dark=True,
    window="#16181d",
    base="#1b1e24",
    raised="#262b34",
    text="#e7eaf0",
    muted="#98a0ad",
    border="#303540",
    outline="#6b7483",
    accent="#6ea8fe",
    on_accent="#0b1220",
    button="#262b34",
    ok="#4cc38a",
    ok_ground="#12261e",
    bad="#ff8a80",
    bad_ground="#3d1418",
    warn="#f5c26b",
    warn_ground="#33280f",
    code_ground="#12151a",
    editor_ground="#12151a",
    code_style="github-dark",
)


class Appearance(QObject):
    """The look, the zoom and the language in use. Widgets connect to `changed` and read them again.

    `changed` is heard first by `theme.Theme`, which sets the application's palette, fonts and style sheet: when a
    widget hears it, `self.font()` is already as large as `zoom` says, and so are sizes derived from it.
    """

    changed = Signal()

    def __init__(
        self,
        wording: Wording,
        look: LookChoice,
        parent: QObject | None = None,
        *,
        zoom: float = 1.0,
        is_dark_at_first: bool | None = None,
    ) -> None:
        """Tell nobody yet.

        Args:
            wording: the language.
            look: the one that is chosen.
            parent: owns this.
            zoom: size of the text, 1 for the usual one.
            is_dark_at_first: whether the system seems to be dark, which counts until `ask_system`.
        """
        super().__init__(parent)
        self._is_dark_at_first = is_dark_at_first
        self.wording = wording
        self.look = look
        self.zoom = zoom
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        is_dark = self._is_system_dark() if self.look is LookChoice.SYSTEM else self.look is LookChoice.DARK
        return DARK if is_dark else LIGHT

    def ask_system(self) -> None:
        """Ask the system itself whether it is dark, and tell everyone if it is not as it seemed at first."""
        before, self._is_dark_at_first = self.colours, None
        if self.colours is not before:
            self.changed.emit()

    def _is_system_dark(self) -> bool:
        if self._is_dark_at_first is not None:
            return self._is_dark_at_first
        # Imported here: to make all of its enums takes a tenth of the time until the window is there.
        from PySide6.QtCore import Qt

        # Read only: setting the scheme silently does nothing on plain xcb and offscreen.
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def choose(
        self, *, wording: Wording | None = None, look: LookChoice | None = None, zoom: float | None = None
    ) -> None:
        """Change language, look or zoom, and tell everyone."""
        self.wording = wording or self.wording
        self.look = look or self.look
        self.zoom = zoom or self.zoom
        self.changed.emit()

    def _follow_system(self) -> None:
        if self.look is LookChoice.SYSTEM:
            self.changed.emit()
