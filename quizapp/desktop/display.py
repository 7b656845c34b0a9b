"""Is there a screen to open a window on? Asked before Qt is, because Qt aborts the process if there is none."""

import sys
from collections.abc import Mapping
from pathlib import Path

from quizapp.message import Message, message

PLATFORMS_WITHOUT_SCREEN = ("offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs")

NO_DISPLAY = message(
    "There is no display to open a window on. Study in the terminal with `quizapp learn`, "
    "or give the app a virtual display: `xvfb-run quizapp`."
)
NO_XCB_CURSOR = message(
    "Qt needs the system library libxcb-cursor to open a window here. "
    "Install it (on Debian and Ubuntu: `sudo apt install libxcb-cursor0`), "
    "or study in the terminal with `quizapp learn`."
)


def why_no_window(environment: Mapping[str, str], platform: str = sys.platform) -> Message | None:
    """Return why no window can be opened and how to go on, or None if one can."""
    if not platform.startswith("linux"):
        return None
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in PLATFORMS_WITHOUT_SCREEN:
        return None
    if _wayland_answers(environment):
        return None
    if not environment.get("DISPLAY") or not _x_answers():
        return NO_DISPLAY
    return None if _can_load("libxcb-cursor.so.0") else NO_XCB_CURSOR


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    import socket

    path = Path(environment.get("XDG_RUNTIME_DIR", "")) / name
    with socket.socket(socket.AF_UNIX) as wayland:
        return wayland.connect_ex(str(path)) == 0


def _x_answers() -> bool:
    """Connect as Qt will, with DISPLAY and the user's X authority."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # Qt's plugin is linked to it: without it no window opens either.
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    broken = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not broken


def _can_load(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
