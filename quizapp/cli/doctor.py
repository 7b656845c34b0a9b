"""`quizapp doctor`: what this machine enforces and lacks."""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from quizapp import __version__
from quizapp.cli.console import Console
from quizapp.cli.layers import layer_advice, layer_name
from quizapp.cli.sandboxed import way_of
from quizapp.sandbox.isolation import Isolation, Layer, Level, probe_isolation
from quizapp.sandbox.layers import LayerName
from quizapp.sandbox.sandbox import Sandbox, SandboxUnavailable
from quizapp.sandbox.way import Way
from quizapp.wording import Wording

PACKAGES = ("PySide6-Essentials", "torch", "numpy", "msgspec", "fsrs")


def run(options: argparse.Namespace, console: Console) -> int:
    """Print what was found; exit code 1 if code can't be run or something is not blocked."""
    if not options.json:
        _tell_machine(console)
    without = frozenset(LayerName(name) for name in options.without)
    try:
        with Sandbox(without=without, way=way_of(console)) as sandbox:
            isolation, way = probe_isolation(sandbox), sandbox.way
    except SandboxUnavailable as error:
        if options.json:
            raise
        console.tell(console.wording.say("Sandbox: {why}", why=console.wording.sentence(error.says)))
        return 1
    if options.json:
        console.tell_json(isolation_as_json(isolation, way, console.wording))
    else:
        _tell_isolation(isolation, way, without, console)
    return 0 if isolation.level == "full" else 1


def isolation_as_json(isolation: Isolation, way: Way, wording: Wording) -> dict[str, Any]:
    """Return the object that `doctor --json` prints; its keys are a promise to other programs."""
    return {
        "way": way.value,
        "level": isolation.level,
        "layers": {layer.name: layer.detail for layer in isolation.layers},
        "gaps": [wording.sentence(gap) for gap in isolation.gaps],
        "remarks": [wording.sentence(remark) for remark in isolation.remarks],
    }


def _tell_machine(console: Console) -> None:
    say = console.wording.say
    console.tell(f"quizapp {__version__}, Python {platform.python_version()}, {platform.platform()}")
    missing = say("is missing")
    for name in PACKAGES:
        console.tell(f"  {name} {_version(name) or missing}")
    console.tell(say("Display: {what}", what=_display() or say("none; the commands work without one")))
    console.tell(say("Chinese fonts: {what}", what=_chinese_font() or say("none found")))
    console.tell(say("Data: {folder}", folder=console.home.folder))


def _tell_isolation(isolation: Isolation, way: Way, without: frozenset[LayerName], console: Console) -> None:
    say, sentence = console.wording.say, console.wording.sentence
    console.tell(say("Sandbox: {level}", level=_level_words(isolation.level, console.wording)))
    console.tell("  " + _way_words(way, console.wording))
    for layer in isolation.layers:
        console.tell("  " + _layer_line(layer, way, without, console.wording))
    for gap in isolation.gaps:
        console.tell("  " + say("not blocked: {what}", what=sentence(gap)))
    for remark in isolation.remarks:
        console.tell("  " + say("not blocked, but does no harm by itself: {what}", what=sentence(remark)))


def _layer_line(layer: Layer, way: Way, without: frozenset[LayerName], wording: Wording) -> str:
    name = layer_name(layer.name, wording)
    if layer.enforced:
        return f"✓ {name}"
    if layer.name in without:
        return f"✗ {name} – " + wording.say("left out, as you asked")
    # A pool has no layers to mend, and what is left out on purpose may take others with it.
    advice = "" if way is Way.POOL or without else layer_advice(layer.name, wording)
    return f"✗ {name} ({layer.detail})" + (f" – {advice}" if advice else "")


def _level_words(level: Level, wording: Wording) -> str:
    say = wording.say
    return {
        "full": say("full. Code in exercises is held in: no network, no files, no other programs."),
        "partial": say("partial. What is named below is not blocked."),
        "none": say("none. Your code runs with your own permissions; only time, memory, output and crashes are held."),
    }[level]


def _way_words(way: Way, wording: Wording) -> str:
    if way is Way.FORK:
        return wording.say("Way of running: fork server, a locked-down process for each run")
    return wording.say("Way of running: pool, a warm process for each run, not locked down")


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
