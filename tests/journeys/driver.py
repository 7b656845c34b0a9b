"""Drives the real app as a person does: a screen, a window manager, keys and clicks, and looking."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Thing = dict[str, Any]

PATIENCE = 30.0
"""Seconds until something that should be seen is given up."""

EYES = Path(__file__).with_name("eyes.py")


@contextmanager
def bare_screen(size: str = "1180x720") -> Iterator[str]:
    """Start a virtual screen without a window manager; gives its name for DISPLAY."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(write_end,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        display = f":{answer.readline().strip()}"
    try:
        yield display
    finally:
        server.terminate()
        server.wait()


@contextmanager
def screen(size: str = "1180x720") -> Iterator[str]:
    """Start a virtual screen with a window manager; gives its name for DISPLAY."""
    with bare_screen(size) as display:
        manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": display}, stderr=subprocess.DEVNULL)
        try:
            yield display
        finally:
            manager.terminate()
            manager.wait()


class App:
    """The app in a process of its own, on a screen, with a home of its own."""

    def __init__(self, display: str, home: Path, pictures: Path, *arguments: str) -> None:
        self.pictures = pictures
        self._environment = os.environ | {"DISPLAY": display, "QUIZAPP_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
        meeting_place = home.parent / f"eyes-{os.getpid()}-{time.monotonic_ns()}"
        self.process = subprocess.Popen(
            [sys.executable, str(EYES), str(meeting_place), *arguments], env=self._environment
        )
        self._socket = socket.socket(socket.AF_UNIX)
        _until(lambda: self._meet(meeting_place), "the app's eyes opened")
        self._answers = self._socket.makefile("r", encoding="utf-8")

    def _meet(self, path: Path) -> bool:
        try:
            self._socket.connect(str(path))
        except OSError:
            return False
        return True

    def look(self) -> list[Thing]:
        """Return all that is on the screen now."""
        return self._ask("look")

    def _ask(self, question: str) -> list[Thing]:
        self._socket.sendall(f"{question}\n".encode())
        seen: list[Thing] = json.loads(self._answers.readline())
        return seen

    def find(self, name: str, *, role: str | None = None) -> Thing | None:
        """Return the first thing on the screen whose name or text contains `name`, the closest first."""
        found = [
            thing
            for thing in self.look()
            if name in thing["name"] or name in thing["text"]
            if role is None or thing["role"] == role
        ]
        return min(found, key=lambda thing: len(thing["name"]), default=None)

    def wait_for(self, name: str, *, role: str | None = None, enabled: bool = False) -> Thing:
        """Wait until something of that name is on the screen (and may be used)."""
        seen: list[Thing] = []

        def is_there() -> bool:
            thing = self.find(name, role=role)
            if thing is None or (enabled and not thing["enabled"]):
                return False
            seen.append(thing)
            return True

        _until(is_there, f"{name!r} is on the screen", self._describe)
        return seen[-1]

    def wait_until_gone(self, name: str) -> None:
        """Wait until nothing of that name is on the screen."""
        _until(lambda: self.find(name) is None, f"{name!r} is gone", self._describe)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait until something holds that is not on the screen."""
        _until(holds, what, self._describe)

    def click(self, name: str, *, role: str | None = None) -> None:
        """Move the pointer to the thing of that name and click."""
        thing = self.wait_for(name, role=role, enabled=True)
        self._xdotool("mousemove", str(thing["x"]), str(thing["y"]), "click", "1")

    def reveal(self, name: str, *, among: Thing) -> None:
        """Scroll the list in which `among` stands until the thing of that name is on the screen."""
        if self.find(name) is not None:
            return
        self._xdotool("mousemove", str(among["x"]), str(among["y"]))

        def is_there() -> bool:
            self._xdotool("click", "5")
            return self.find(name) is not None

        _until(is_there, f"{name!r} is scrolled to", self._describe)

    def press(self, *keys: str) -> None:
        """Press keys, by their X names: `space`, `ctrl+Return`."""
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        """Type text as a person would."""
        # What is on no key takes a key for itself, which the app must have heard of before the next one does.
        self._xdotool("type", "--delay", "8" if text.isascii() else "150", text)

    def write(self, text: str) -> None:
        """Write text in place of what stands in the field that has the keyboard, and see that it stands there.

        A character that is on no key takes a key for itself, and an app that hears late of that reads another.
        """

        def is_written() -> bool:
            self.press("ctrl+a")
            self.type(text)
            self.wait_for_rest()
            return any(thing["focused"] and thing["text"] == text for thing in self.look() if "focused" in thing)

        _until(is_written, f"{text!r} is written", self._describe)

    def retype(self, code: str) -> None:
        """Write code anew where the cursor is."""
        self.press("ctrl+a", "Delete")
        for number, line in enumerate(code.split("\n")):
            if number:
                self.press("Return")
            self.type(line)

    def picture(self, name: str) -> Path:
        """Save a picture of the screen, once nothing on it moves any more."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        self.wait_for_rest()
        path = self.pictures / f"{name}.png"
        self._ask(f"picture {path}")
        return path

    def wait_for_rest(self) -> None:
        """Wait until nothing on the screen moves any more."""
        before: list[Thing] = []

        def is_at_rest() -> bool:
            nonlocal before
            seen, before = before, self.look()
            time.sleep(0.1)
            return seen == before == self.look()

        _until(is_at_rest, "nothing moves", self._describe)

    def quit(self) -> int:
        """Close the window as a person does and return the app's exit code."""
        self.press("ctrl+q")
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """End the app as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def close(self) -> None:
        """Make sure that nothing is left."""
        if self.process.poll() is None:
            self.kill()
        self._answers.close()
        self._socket.close()

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True)

    def _describe(self) -> str:
        return "\n".join(sorted({f"{thing['role']}: {thing['name']}" for thing in self.look()}))


def _until(holds: Callable[[], bool], what: str, describe: Callable[[], str] = str) -> None:
    """Look again and again until it holds; there is no event for what another process shows."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            raise AssertionError(f"gave up waiting until {what}\n{describe()}")
        time.sleep(0.02)
