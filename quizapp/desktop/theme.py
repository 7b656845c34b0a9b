"""Palette, fonts and style sheet: everything about the look that holds for the whole application."""

import sys
from string import Template

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from quizapp.desktop.appearance import Appearance, Colours, blend
from quizapp.desktop.fonts import CHINESE_FAMILIES
from quizapp.shipped import shipped

STYLE_ARGUMENTS = ("-style", "fusion")
"""For QApplication: `setStyle` would hand a QStyle to Python, whose enums take longer than the style itself."""

SMALLEST_POINTS = 10.5
"""Platforms without a font setting of their own give 9, which is small for reading."""

TITLE, NUMBER, HEADING, SMALL = 1.9, 2.1, 1.15, 0.92
"""Sizes of text, as multiples of the font's."""


class Theme(QObject):
    """Dresses the application, and again whenever the appearance changes.

    Make it before any widget, so that it hears of a change first; then, when the window is built, put on the sheet.
    The application must have been made with `STYLE_ARGUMENTS`.
    """

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._application = application
        self._appearance = appearance
        self._platform_font = QFont(application.font())
        self._dialog_words = QTranslator(self)
        self._language = "en"
        appearance.changed.connect(self._dress)
        self._speak()
        self._set_ground()

    def put_on_sheet(self) -> None:
        """Set the style sheet. Late, because a widget that is made under one is styled again with every change."""
        sheet = style_sheet(self._appearance.colours, self._application.font().pointSizeF())
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)

    @Slot()
    def _dress(self) -> None:
        self._speak()
        self._set_ground()
        self.put_on_sheet()

    def _set_ground(self) -> None:
        look = self._appearance
        font = text_font(self._platform_font, look.wording.language, look.zoom)
        if self._application.font() != font:
            self._application.setFont(font)
        self._application.setPalette(palette(look.colours))

    def _speak(self) -> None:
        """Let Qt's own dialogs speak the language too."""
        language = self._appearance.wording.language
        if language == self._language:
            return
        self._language = language
        self._application.removeTranslator(self._dialog_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language == "zh" and self._dialog_words.load("qtbase_zh_CN", folder):
            self._application.installTranslator(self._dialog_words)


def text_font(platform: QFont, language: str, zoom: float) -> QFont:
    """Return the application's font: the platform's, able to show Chinese, and scaled by `zoom`."""
    font = QFont(platform)
    # "Sans Serif" is a name for whatever there is; in a list of families Qt would pass over it.
    native = QFontInfo(platform).family()
    # Chinese first, or Chinese text would be pieced together from two fonts of different weight.
    font.setFamilies([*CHINESE_FAMILIES, native] if language == "zh" else [native, *CHINESE_FAMILIES])
    # A point is a pixel on macOS, whose default is large enough.
    smallest = 0.0 if sys.platform == "darwin" else SMALLEST_POINTS
    font.setPointSizeF(max(platform.pointSizeF(), smallest) * zoom)
    return font


def palette(colours: Colours) -> QPalette:
    """Return Qt's palette for a look."""
    role = QPalette.ColorRole
    names = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.base,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.Button: colours.button,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Light: colours.raised,
        role.Midlight: colours.raised,
        role.Mid: colours.border,
        role.Dark: colours.outline,
        role.Shadow: colours.border,
    }
    made = QPalette()
    for which, name in names.items():
        made.setColor(which, QColor(name))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.muted))
    return made


def style_sheet(colours: Colours, points: float) -> str:
    """Return the style sheet for a look, with text of this size."""
    return SHEET.substitute(
        {name: getattr(colours, name) for name in Colours.__dataclass_fields__},
        hover=blend(colours.colour("button"), colours.colour("text"), 0.05).name(),
        accent_hover=blend(colours.colour("accent"), QColor(colours.text if colours.dark else "#000000"), 0.14).name(),
        title=f"{points * TITLE:.1f}pt",
        number=f"{points * NUMBER:.1f}pt",
        heading=f"{points * HEADING:.1f}pt",
        small=f"{points * SMALL:.1f}pt",
        up=shipped("assets", "icons", "spin-up.svg").as_posix(),
        down=shipped("assets", "icons", "spin-down.svg").as_posix(),
        tick=shipped("assets", "icons", "tick-on-light.svg" if colours.dark else "tick-on-dark.svg").as_posix(),
    )


SHEET = Template("""
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $title; font-weight: 600; }
QLabel[role="number"] { font-size: $number; font-weight: 600; }
QLabel[role="heading"] { font-size: $heading; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: $small; }
QLabel:disabled { color: $muted; }

QFrame[role="panel"] { background: $base; border: 1px solid $border; border-radius: 12px; }
QFrame[role="rule"] { background: $border; border: 0; min-height: 1px; max-height: 1px; }
QWidget#rail { background: $window; border: 0; border-right: 1px solid $border; }
QFrame#notice[mood="bad"] { background: $bad_ground; border: 0; border-bottom: 1px solid $bad; }
QFrame#notice[mood="warn"] { background: $warn_ground; border: 0; border-bottom: 1px solid $warn; }
QFrame#notice[mood="ok"] { background: $ok_ground; border: 0; border-bottom: 1px solid $ok; }

QPushButton { padding: 6px 15px; border: 1px solid $outline; border-radius: 7px; background: $button; color: $text; }
QPushButton:hover { background: $hover; border-color: $muted; }
QPushButton:pressed { background: $raised; }
QPushButton:checked { background: $raised; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 14px; outline: 0; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:disabled { color: $muted; border-color: $border; background: $window; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
    padding: 8px 22px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 7px 21px; }
QPushButton[kind="primary"]:disabled { background: $raised; border-color: $raised; color: $muted; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:checked { background: $raised; border-color: $outline; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="fold"] { background: transparent; border-color: transparent; padding: 6px 9px; }
QPushButton[kind="fold"]:hover { background: $raised; }
QPushButton[kind="fold"]:focus { border: 2px solid $accent; padding: 5px 8px; }
QPushButton[compact="true"] { padding: 6px 9px; }
QPushButton[compact="true"]:focus { padding: 5px 8px; }
QPushButton[kind="segment"] { border-radius: 0; border-left-width: 0; padding: 6px 16px; }
QPushButton[kind="segment"][place="first"] { border-left-width: 1px; border-top-left-radius: 7px;
    border-bottom-left-radius: 7px; }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: 7px; border-bottom-right-radius: 7px; }
QPushButton[kind="segment"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="segment"]:focus { border: 2px solid $accent; padding: 5px 15px; }
QPushButton[kind="segment"]:checked:focus { border-color: $text; }

QLineEdit, QComboBox, QSpinBox { padding: 6px 9px; border: 1px solid $outline; border-radius: 7px; background: $base;
    color: $text; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 5px 8px; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: 0; padding: 0 0 0 8px; background: transparent; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: padding; width: 24px; border: 0;
    background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; border-top-right-radius: 6px; }
QSpinBox::down-button { subcontrol-position: bottom right; border-bottom-right-radius: 6px; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $raised; }
QSpinBox::up-arrow { image: url("$up"); width: 11px; height: 11px; }
QSpinBox::down-arrow { image: url("$down"); width: 11px; height: 11px; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 26px; border: 0; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }

QCheckBox, QRadioButton { spacing: 9px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $outline;
    background: $base; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator:checked { border-color: $accent; background: qradialgradient(cx:0.5, cy:0.5, radius:0.5,
    fx:0.5, fy:0.5, stop:0 $on_accent, stop:0.42 $on_accent, stop:0.52 $accent, stop:1 $accent); }

QProgressBar { border: 0; border-radius: 3px; background: $raised; min-height: 6px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $outline; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; margin: -6px 0; border-radius: 7px; border: 1px solid $accent;
    background: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $text; width: 12px; }
QSlider::sub-page:horizontal:disabled { background: $outline; }
QSlider::handle:horizontal:disabled { background: $window; border-color: $outline; }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }

QMenuBar { background: $window; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $base; border: 1px solid $outline; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: 5px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $muted; background: transparent; }
QMenu::separator { height: 1px; background: $border; margin: 5px 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $outline; padding: 4px 6px; }
""")
