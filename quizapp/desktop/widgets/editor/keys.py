"""The editor's own keys: which method of `CodeEditor` each calls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

_READING_KEYS = {
    (_Key.Key_M, _CONTROL): "toggle_tab",
    (_Key.Key_Return, _CONTROL): "_request_run",
    (_Key.Key_Return, _CONTROL | _SHIFT): "_request_check",
    (_Key.Key_Home, _NONE): "_go_home",
    (_Key.Key_Home, _SHIFT): "_select_home",
}
_WRITING_KEYS = {
    (_Key.Key_Space, _CONTROL): "offer_words",
    (_Key.Key_Slash, _CONTROL): "toggle_comments",
    (_Key.Key_D, _CONTROL): "_duplicate_lines",
    (_Key.Key_Return, _NONE): "_start_new_line",
    (_Key.Key_Return, _SHIFT): "_start_new_line",
    (_Key.Key_Backspace, _NONE): "_delete_back",
    (_Key.Key_Backspace, _SHIFT): "_delete_back",
}
_TAB_KEYS = {
    (_Key.Key_Tab, _NONE): "_indent",
    (_Key.Key_Backtab, _SHIFT): "_unindent",
    (_Key.Key_Backtab, _NONE): "_unindent",
}


def method_for(event: QKeyEvent, *, read_only: bool, tab_moves_focus: bool) -> str | None:
    """Return the name of the method that a key press calls, or None; the keypad's Enter counts as Enter."""
    key = _Key.Key_Return if event.key() == _Key.Key_Enter else event.key()
    pressed = (_Key(key), event.modifiers() & ~_KEYPAD)
    if pressed in _READING_KEYS:
        return _READING_KEYS[pressed]
    if read_only:
        return None
    if not tab_moves_focus and pressed in _TAB_KEYS:
        return _TAB_KEYS[pressed]
    return _WRITING_KEYS.get(pressed)
