"""seccomp: the system calls that a run may make, by name. Whatever is not in the list answers "not permitted"."""

import errno
import os
from typing import Final

import pyseccomp
from pyseccomp import EQ, MASKED_EQ, Arg, SyscallFilter

_ALLOWED: Final = """
access alarm arch_prctl brk chdir clock_getres clock_gettime clock_nanosleep close close_range copy_file_range dup
dup2 dup3 epoll_create1 epoll_ctl epoll_pwait epoll_wait eventfd2 exit exit_group faccessat faccessat2 fadvise64
fdatasync flock fstat fstatfs fsync ftruncate futex futex_waitv get_robust_list getcpu getcwd getdents getdents64
getegid geteuid getgid getgroups getitimer getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid
getrlimit getrusage getsid gettid gettimeofday getuid lseek lstat madvise membarrier mincore mmap mprotect mremap
msync munmap nanosleep newfstatat open openat pause pipe pipe2 poll ppoll pread64 preadv pselect6 pwrite64 pwritev
read readlink readlinkat readv restart_syscall riscv_flush_icache rseq rt_sigaction rt_sigpending rt_sigprocmask
rt_sigreturn rt_sigsuspend rt_sigtimedwait sched_get_priority_max sched_get_priority_min sched_getaffinity
sched_getparam sched_getscheduler sched_yield select sendfile set_robust_list set_tid_address setitimer shutdown
sigaltstack stat statfs statx sysinfo time times umask uname wait4 waitid write writev
"""
_CLONE_THREAD: Final = 0x10000
_FCNTL: Final = (0, 1, 2, 3, 4, 5, 6, 7, 1030, 1032)  # duplicate, flags, locks, pipe size (to read)
_IOCTL: Final = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # what a terminal is asked; close on exec, blocking
_PRCTL: Final = (3, 15, 16, 0x53564D41)  # get dumpable, thread names, names of memory areas
_LOW_32_BITS: Final = 0xFFFFFFFF


def begin_filter() -> SyscallFilter:
    """Make the part of the filter that is the same for every child.

    Raises:
        OSError: if libseccomp refuses.
    """
    rules = SyscallFilter(pyseccomp.ERRNO(errno.EPERM))
    rules.set_attr(pyseccomp.Attr.ACT_BADARCH, pyseccomp.KILL_PROCESS)
    for name in _ALLOWED.split():
        _allow(rules, name)
    # glibc then falls back to clone, whose flags a filter can see.
    rules.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    _allow(rules, "clone", Arg(0, MASKED_EQ, _CLONE_THREAD, _CLONE_THREAD))
    _allow(rules, "prlimit64", Arg(0, EQ, 0))
    for name, commands in (("fcntl", _FCNTL), ("ioctl", _IOCTL)):
        for command in commands:
            _allow(rules, name, Arg(1, MASKED_EQ, _LOW_32_BITS, command))
    for option in _PRCTL:
        _allow(rules, "prctl", Arg(0, MASKED_EQ, _LOW_32_BITS, option))
    return rules


def enforce_filter(rules: SyscallFilter) -> None:
    """Let this process signal nobody but itself, and put the filter in force, for good.

    Raises:
        OSError: if the kernel has no seccomp filters.
    """
    for name in ("kill", "tgkill"):
        _allow(rules, name, Arg(0, EQ, os.getpid()))
    rules.load()


def _allow(rules: SyscallFilter, name: str, *arguments: Arg) -> None:
    number = pyseccomp.resolve_syscall(pyseccomp.Arch.NATIVE, name)
    # Not every architecture has every call: -1 stands for "unknown", other negatives for "elsewhere".
    if number >= 0:
        rules.add_rule(pyseccomp.ALLOW, number, *arguments)
