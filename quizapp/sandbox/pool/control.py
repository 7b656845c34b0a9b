"""What the host and a process of the pool say to each other, beside the job and the report that every way has.

A process has three pipes and no more, because that is what every system can hand to a new process in one and the same
way: a further one is inherited by number on POSIX and by handle on Windows, and a socket would be a door that other
users of the machine can knock at.

    stdin    the job goes in. It stays open: its end means that the host is gone, however that came about.
    stdout   what `OneShotReady` says, then BEGUN and the report come out. The process moves it to a number of its own
             before anything is imported that might print.
    stderr   a file: the last words of a process that fails while it warms up.

What the program prints goes to two further files, which the host opened and measures now and then. Files keep what was
printed however a process ends, and need nobody who reads them while it runs.
"""

from msgspec import Struct


class OneShotSetting(Struct, frozen=True, kw_only=True):
    """What a process is started with.

    Attributes:
        scratch: folder of all processes of the pool; who finds the host gone deletes it.
        stdout, stderr: files that are there, for what the program prints.
    """

    scratch: str
    stdout: str
    stderr: str


class OneShotReady(Struct, frozen=True, kw_only=True):
    """Process to host: torch is loaded and warm, a job can come."""

    torch: str
