"""What a process can say about itself to the kernel: die with my parent, show my memory to nobody, be nobody."""

import ctypes
import os
import signal
import struct
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_DUMPABLE: Final = 4
_PR_SET_KEEPCAPS: Final = 8
_PR_CAPBSET_DROP: Final = 24
_PR_SET_NO_NEW_PRIVS: Final = 38
_CAPABILITIES: Final = 64
_CAP_DAC_READ_SEARCH: Final = 2
_CAPABILITY_VERSION: Final = 0x20080522
_FIRST_USER: Final = 1_879_000_000
_NOBODY: Final = 65_534

_libc = ctypes.CDLL(None, use_errno=True)
_libc.prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]


def die_with_parent(parent: int) -> None:
    """Be killed when the parent's thread that made us ends; leave at once if it already has."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def hide_memory() -> None:
    """Let no other process of this user read our memory, environment or descriptors through /proc."""
    _prctl(_PR_SET_DUMPABLE, 0)


def gain_no_privileges() -> None:
    """Set NO_NEW_PRIVS: no program started from here gains rights."""
    _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def give_up_root(slot: int, *, keep_reading: bool) -> bool:
    """Become a user of one's own, and give up all capabilities; does nothing but the latter if not root.

    Args:
        slot: of the child; each slot has its own user.
        keep_reading: keep the right to read what belongs to others: Landlock says what of it is left.

    Returns:
        Whether the process runs under a user number that nobody else has.
    """
    was_root = os.geteuid() == 0
    if was_root:
        # Root's processes are not counted by RLIMIT_NPROC, and may signal everybody's.
        _prctl(_PR_SET_KEEPCAPS, int(keep_reading))
        _become_first_possible(_FIRST_USER + slot, _NOBODY)
        for capability in range(_CAPABILITIES):
            _libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
    _keep_capabilities(1 << _CAP_DAC_READ_SEARCH if was_root and keep_reading else 0)
    return was_root and os.getuid() >= _FIRST_USER


def user_gap() -> str:
    """Return what is wrong with the user that this process runs as, "" if nothing."""
    return "runs as root" if os.geteuid() == 0 else ""


def _become_first_possible(*users: int) -> None:
    """Change to the first of these users that exists in this user namespace; stay what we are if none does."""
    for user in users:
        try:
            os.setgroups([])
            os.setresgid(user, user, user)
            os.setresuid(user, user, user)
        except OSError:
            continue
        return


def _keep_capabilities(wanted: int) -> None:
    header = struct.pack("Ii", _CAPABILITY_VERSION, 0)
    data = struct.pack("6I", wanted, wanted, 0, 0, 0, 0)
    if _libc.capset(ctypes.c_char_p(header), ctypes.c_char_p(data)) != 0:
        _libc.capset(ctypes.c_char_p(header), ctypes.c_char_p(bytes(24)))


def _prctl(option: int, value: int) -> None:
    if _libc.prctl(option, value, 0, 0, 0) != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"prctl({option}): {os.strerror(code)}")
