"""`quizapp doctor`: what this machine enforces and lacks."""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version

from quizapp import __version__
from quizapp.cli.console import Console
from quizapp.sandbox.isolation import probe_isolation
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable

PACKAGES = ("PySide6-Essentials", "torch", "numpy", "msgspec", "fsrs")


def run(_options: argparse.Namespace, console: Console) -> int:
    """Print what was found; exit code 1 if the sandbox can't run or something is not enforced."""
    say = console.wording.say
    console.tell(f"quizapp {__version__}, Python {platform.python_version()}, {platform.platform()}")
    missing = say("is missing")
    for name in PACKAGES:
        console.tell(f"  {name} {_version(name) or missing}")
    console.tell(say("Display: {what}", what=_display() or say("none; the commands work without one")))
    console.tell(say("Chinese fonts: {what}", what=_chinese_font() or say("none found")))
    console.tell(say("Data: {folder}", folder=console.home.folder))
    return _tell_isolation(console)


def _tell_isolation(console: Console) -> int:
    say = console.wording.say
    try:
        with Sandbox() as sandbox:
            isolation = probe_isolation(sandbox)
    except SandboxUnavailable as error:
        console.tell(say("Sandbox: {why}", why=console.wording.sentence(error.says)))
        return 1
    console.tell(say("Sandbox: {level}", level=_level_name(isolation.level, console)))
    for layer in isolation.layers:
        mark = "✓" if layer.enforced else "✗"
        console.tell(f"  {mark} {_layer_name(layer.name, console)}" + (f" ({layer.detail})" if layer.detail else ""))
    for gap in isolation.gaps:
        console.tell("  " + say("not blocked: {what}", what=console.wording.sentence(gap)))
    return 0 if isolation.level == "full" else 1


def _level_name(level: str, console: Console) -> str:
    say = console.wording.say
    return {
        "full": say("full. Code in exercises is held in: no network, no files, no other programs."),
        "partial": say("partial. What is named below is not blocked."),
        "none": say("none. Code runs with your own permissions; only time and crashes are handled."),
    }[level]


def _layer_name(name: str, console: Console) -> str:
    say = console.wording.say
    return {
        "landlock": say("Landlock: which files may be read and written"),
        "seccomp": say("seccomp: which calls to the kernel may be made"),
        "limits": say("Limits: memory, time, files, processes"),
        "user": say("A user of its own for each run"),
    }.get(name, name)


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _display() -> str | None:
    if sys.platform in ("win32", "darwin"):
        return platform.system()
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")


def _chinese_font() -> str | None:
    if sys.platform in ("win32", "darwin"):
        return platform.system()
    if shutil.which("fc-match") is None:
        return None
    listed = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout
    return listed.splitlines()[0] if listed.strip() else None
