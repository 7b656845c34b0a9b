"""Tells when a window appears on a virtual screen, through libX11: no polling, the event itself."""

import ctypes
import os
import subprocess
import time

SUBSTRUCTURE_NOTIFY = 1 << 19
MAP_NOTIFY = 19
EVENT_BYTES = 192


def seconds_until_mapped(command: list[str], environment: dict[str, str]) -> tuple[float, "subprocess.Popen[bytes]"]:
    """Start a program and return how long its first top-level window took to be mapped, and its process.

    Meant for a screen without a window manager, where windows are children of the root.
    """
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XSelectInput.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_long]
    x11.XNextEvent.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x11.XOpenDisplay(environment["DISPLAY"].encode())
    x11.XSelectInput(display, x11.XDefaultRootWindow(display), SUBSTRUCTURE_NOTIFY)
    started = time.perf_counter()
    everything = os.environ | {"QT_QPA_PLATFORM": "xcb"} | environment
    process = subprocess.Popen(command, env=everything, stderr=subprocess.DEVNULL)
    event = (ctypes.c_int * (EVENT_BYTES // 4))()
    while event[0] != MAP_NOTIFY:
        x11.XNextEvent(display, event)
    taken = time.perf_counter() - started
    x11.XCloseDisplay(display)
    return taken, process
