"""The layers of the sandbox in words: what each is for, and what to do where one is missing."""

from quizapp.sandbox.layers import LayerName
from quizapp.wording import Wording


def layer_name(name: str, wording: Wording) -> str:
    """Say what a layer is for; one that is not known here has its own name only."""
    say = wording.say
    names: dict[str, str] = {
        LayerName.BUBBLEWRAP: say("bubblewrap: a file system without your files"),
        LayerName.NAMESPACES: say("Namespaces: no sight of other processes, a network of its own"),
        LayerName.LANDLOCK: say("Landlock: which files may be read and written"),
        LayerName.SECCOMP: say("seccomp: which calls to the kernel may be made"),
        LayerName.USER: say("A user without special rights"),
        LayerName.LIMITS: say("Limits: memory, time, files, processes"),
    }
    return names.get(name, name)


def layer_advice(name: str, wording: Wording) -> str:
    """Say what to do about a layer that is missing, "" if nothing is known."""
    say = wording.say
    advice: dict[str, str] = {
        LayerName.BUBBLEWRAP: say("install the package bubblewrap"),
        LayerName.NAMESPACES: say("let ordinary users make namespaces (AppArmor or a sysctl may forbid it)"),
        LayerName.LANDLOCK: say("use Linux 6.12 or newer, with Landlock switched on"),
        LayerName.SECCOMP: say("install the package libseccomp2"),
        LayerName.USER: say("don't run quizapp as root"),
    }
    return advice.get(name, "")
