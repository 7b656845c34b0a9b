"""The fonts by name: for Chinese, for code, and how much smaller a fallback must be so that lines do not grow."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

CHINESE_FAMILIES = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI")
CODE_FAMILIES = (
    "JetBrains Mono",
    "Cascadia Mono",
    "SF Mono",
    "Menlo",
    "Consolas",
    "Noto Sans Mono",
    "DejaVu Sans Mono",
)
WIDE_FAMILIES = ("Noto Sans Mono CJK SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei")

SMALLEST_WIDE = 0.75
"""Of the code's size: smaller, CJK characters can't be read."""


def code_families() -> tuple[str, ...]:
    """Return the families that code is shown in: one of this machine's, then named ones for CJK."""
    families = _installed(CODE_FAMILIES) or (QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family(),)
    return (*families[:1], *_installed(WIDE_FAMILIES), "monospace")


def code_font(like: QFont | None = None) -> QFont:
    """Return the font for code, as large as `like`, or else as the application's."""
    font = QFont(like or QApplication.font())
    font.setFamilies(code_families())
    font.setStyleHint(QFont.StyleHint.Monospace)
    return font


def wide_points(font: QFont) -> float | None:
    """Return the size in points at which CJK fits into the lines of a font, or None if its own size does."""
    wide = _installed(WIDE_FAMILIES)
    if not wide:
        return None
    own, other = QFontMetricsF(font), QFontMetricsF(_of_family(font, wide[0]))
    scale = min(own.ascent() / other.ascent(), own.descent() / other.descent())
    return None if scale >= 1 else font.pointSizeF() * max(scale, SMALLEST_WIDE)


def _of_family(font: QFont, family: str) -> QFont:
    other = QFont(font)
    other.setFamilies([family])
    return other


@cache
def _installed(families: tuple[str, ...]) -> tuple[str, ...]:
    known = set(QFontDatabase.families())
    return tuple(family for family in families if family in known)
