# MUST: finished|refused|crashed; no call that isn't known to be needed does anything but fail
harmless = {@@NR:read@@, @@NR:write@@, @@NR:close@@, @@NR:exit@@, @@NR:exit_group@@, @@NR:rt_sigreturn@@, @@NR:pause@@, @@NR:sched_yield@@, @@NR:munmap@@,
            @@NR:close_range@@, @@NR:restart_syscall@@, @@NR:vfork@@, @@NR:brk@@, @@NR:sync@@, @@NR:rt_sigsuspend@@, @@NR:ppoll@@, @@NR:futex@@}
import errno
answers = {}
if @@CONFINED@@:
    for number in range(0, 600):
        if number not in harmless and number >= 0:
            ctypes.set_errno(0)
            bad = ctypes.c_void_p(1)
            result = libc.syscall(ctypes.c_long(number), ctypes.c_long(-1), bad, bad, bad, bad, bad)
            answers.setdefault(errno.errorcode.get(ctypes.get_errno(), "0") if result == -1 else "0", []).append(number)
print({answer: len(numbers) for answer, numbers in answers.items()})
