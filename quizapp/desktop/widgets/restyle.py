"""Changes what the style sheet looks at on a widget that is already shown."""

from PySide6.QtWidgets import QWidget


def set_and_restyle(widget: QWidget, name: str, value: str) -> bool:
    """Give a widget a property that the style sheet selects by; tell whether it had another value before."""
    if widget.property(name) == value:
        return False
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return True


def set_sheet(widget: QWidget, sheet: str) -> None:
    """Give a widget a style sheet of its own; the same one again, which Qt would put on anew, costs nothing."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)
