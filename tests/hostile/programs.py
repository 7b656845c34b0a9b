"""Programs that mean harm, or do it by accident. `attempt(what, call)` prints ESCAPED where something worked.

@HOME@, @HOST@, @TCP@, @UDP@, @UNIX@ and @SITE@ stand for places of the test's host.
"""

from quizapp.sandbox.messages import Ending

FINE = frozenset({Ending.FINISHED})
ERROR = frozenset({Ending.FINISHED, Ending.RAISED, Ending.REFUSED, Ending.OUT_OF_MEMORY})
DEATH = frozenset({Ending.CRASHED, Ending.ENDED_EARLY, Ending.REFUSED, Ending.RAISED, Ending.OUT_OF_MEMORY})
TIME = frozenset({Ending.TIMED_OUT})
ANY = frozenset(Ending)
UNREADABLE = frozenset({Ending.UNREADABLE})

ATTEMPT = """
import os, ctypes
_libc = ctypes.CDLL(None, use_errno=True)
def attempt(what, call):
    try:
        result = call()
    except BaseException as error:
        print("held", what, type(error).__name__)
    else:
        print("ESCAPED", what, repr(result)[:80])
def system(number, *arguments):
    result = _libc.syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), "system call")
    return result
"""

PROGRAMS: dict[str, tuple[frozenset[Ending], str]] = {
    "loop": (
        TIME,
        r"""
while True:
    pass
""",
    ),
    "loop in an observed value": (
        TIME,
        r"""
class M:
    def __getitem__(self, i):
        while True: pass
model = M()
""",
    ),
    "signals ignored": (
        TIME,
        r"""
import signal
for n in range(1, 65):
    try: signal.signal(n, signal.SIG_IGN)
    except (OSError, ValueError): pass
while True: pass
""",
    ),
    "threads that never end": (
        ERROR,
        r"""
import threading, time
for _ in range(10): threading.Thread(target=time.sleep, args=(99,)).start()
""",
    ),
    "thread bomb": (
        ERROR,
        r"""
import threading, time
threading.stack_size(65536)
n = 0
try:
    for _ in range(2000):
        threading.Thread(target=time.sleep, args=(20,), daemon=True).start(); n += 1
    print('ESCAPED', n)
except RuntimeError: pass
""",
    ),
    "fork bomb": (
        ERROR,
        r"""
import os
for _ in range(100):
    os.fork()
print('ESCAPED')
""",
    ),
    "fork by machine code": (
        DEATH,
        r"""
import ctypes, mmap
m = mmap.mmap(-1, 4096, prot=7)
m.write(bytes.fromhex('b802000000cd80c3'))
ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()
print('ESCAPED')
""",
    ),
    "memory, touched": (
        ERROR,
        r"""
import torch
keep = [torch.ones(50_000_000) for _ in range(100)]
print('ESCAPED')
""",
    ),
    "memory, shared": (
        ERROR,
        r"""
import mmap
keep = []
for _ in range(40):
    m = mmap.mmap(-1, 64 << 20); m[:] = b'x' * (64 << 20); keep.append(m)
print('ESCAPED')
""",
    ),
    "memory in pipes": (
        ERROR,
        r"""
import os, fcntl
for _ in range(100):
    r, w = os.pipe(); fcntl.fcntl(w, 1031, 1 << 20)
print('ESCAPED')
""",
    ),
    "memory in files of memory": (
        ERROR,
        r"""
import os
os.memfd_create('x')
print('ESCAPED')
""",
    ),
    "exception with a long chain": (
        ERROR,
        r"""
e = None
for i in range(3000):
    n = ValueError('x' * 1000); n.__cause__ = e; e = n
raise e
""",
    ),
    "exception group, deep": (
        ERROR,
        r"""
e = ValueError(1)
for i in range(500): e = ExceptionGroup('g', [e])
e.__notes__ = 5
raise e
""",
    ),
    "exception whose text raises": (
        ERROR,
        r"""
class X(BaseException):
    def __str__(self): raise X
raise X
""",
    ),
    "stack overflow": (
        DEATH,
        r"""
l = []
for i in range(500_000): l = [l]
import sys
sys.setrecursionlimit(10**9)
repr(l)
""",
    ),
    "abort": (
        DEATH,
        r"""
import os
os.abort()
""",
    ),
    "kill itself": (
        DEATH,
        r"""
import os
os.kill(os.getpid(), 9)
""",
    ),
    "exit without a word": (
        DEATH,
        r"""
import os
os._exit(0)
""",
    ),
    "alarm": (
        ANY,
        r"""
import signal, time
signal.setitimer(signal.ITIMER_REAL, 0.01)
time.sleep(1)
""",
    ),
    "alarm while being observed": (
        ANY,
        r"""
import signal
def ring(*_): raise KeyError
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0001)
""",
    ),
    "late handlers": (
        FINE,
        r"""
import atexit, time
atexit.register(lambda: (print('ESCAPED', flush=True), time.sleep(30)))
""",
    ),
    "escape sequences": (
        FINE,
        r"""
print('\x1b]0;owned\x07\u202e\r')
""",
    ),
    "verdicts to every descriptor": (
        UNREADABLE,
        r"""
import os
for fd in range(3, 64):
    try: os.write(fd, b'PASS')
    except OSError: pass
""",
    ),
    "report that lies about shapes": (
        UNREADABLE,
        r"""
import os, struct, msgspec
t = {'type': 'tensor', 'dtype': 'float32', 'shape': [1 << 40, 1 << 40],
     'values': msgspec.msgpack.Ext(1, struct.pack('<QQ', 1 << 62, 8))}
h = msgspec.msgpack.encode({'observations': {'model': t, 'x': t}})
os.write(3, struct.pack('<4sIQ', b'QZR1', len(h), 0) + h)
os._exit(0)
""",
    ),
    "report of endless nesting": (
        UNREADABLE,
        r"""
import os, struct
h = b'\x81\xacobservations' + b'\x91' * 900_000
os.write(3, struct.pack('<4sIQ', b'QZR1', len(h), 0) + h)
os._exit(0)
""",
    ),
    "report that never ends": (
        TIME,
        r"""
import os, struct, time
os.write(3, struct.pack('<4sIQ', b'QZR1', 1 << 19, 0))
while True: os.write(3, b' '); time.sleep(0.05)
""",
    ),
    "the job channel": (
        FINE,
        r"""
import os
os.set_blocking(3, False)
attempt('read', lambda: os.read(3, 100))
""",
    ),
    "other descriptors": (
        FINE,
        r"""
for fd in range(4, 4096): attempt(fd, lambda: os.fstat(fd))
""",
    ),
    "files of the home": (
        FINE,
        r"""
for f in ('.ssh/id_rsa', 'notes.txt'):
    attempt(f, lambda: open('@HOME@/' + f).read())
attempt('list', lambda: os.listdir('@HOME@'))
attempt('root', lambda: open('/proc/self/root@HOME@/notes.txt').read())
attempt('link', lambda: (os.symlink('@HOME@/notes.txt', 'link'), open('link').read()))
attempt('hard link', lambda: (os.link('@HOME@/notes.txt', 'hard'), open('hard').read()))
""",
    ),
    "changes in the home": (
        FINE,
        r"""
attempt('new', lambda: open('@HOME@/new', 'w'))
attempt('append', lambda: open('@HOME@/.bashrc', 'a'))
attempt('mkdir', lambda: os.mkdir('@HOME@/d'))
attempt('chmod', lambda: os.chmod('@HOME@/notes.txt', 0))
attempt('utime', lambda: os.utime('@HOME@/notes.txt', (1, 1)))
attempt('rename', lambda: os.rename('@HOME@/notes.txt', 'x'))
attempt('unlink', lambda: os.unlink('@HOME@/notes.txt'))
attempt('truncate', lambda: os.truncate('@HOME@/notes.txt', 0))
attempt('xattr', lambda: os.setxattr('@HOME@/notes.txt', 'user.x', b'1'))
attempt('chown', lambda: os.chown('@HOME@/notes.txt', os.getuid(), os.getgid()))
""",
    ),
    "files by handle and by ring": (
        FINE,
        r"""
b = ctypes.create_string_buffer(256)
for n in (304, 437, 425, 426, 427): attempt(n, lambda: system(n, -100, b, b, 24))
""",
    ),
    "packages": (
        FINE,
        r"""
attempt('change', lambda: open('@SITE@/torch/version.py', 'a'))
attempt('plant', lambda: open('@SITE@/evil.pth', 'w'))
""",
    ),
    "processes": (
        FINE,
        r"""
attempt('signal', lambda: os.kill(@HOST@, 0))
attempt('parent', lambda: os.kill(os.getppid(), 0))
attempt('everybody', lambda: os.kill(-1, 0))
attempt('environment', lambda: open('/proc/@HOST@/environ').read())
attempt('memory', lambda: open('/proc/%d/mem' % os.getppid(), 'rb'))
attempt('own memory', lambda: open('/proc/self/mem', 'rb'))
import resource
attempt('limits', lambda: resource.prlimit(@HOST@, resource.RLIMIT_NOFILE, (10, 10)))
attempt('trace', lambda: system(101, 16, @HOST@, 0, 0))
attempt('priority', lambda: os.setpriority(0, @HOST@, 5))
attempt('affinity', lambda: os.sched_setaffinity(@HOST@, {0}))
for d in range(-50, 50):
    if d: attempt(d, lambda: os.kill(os.getpid() + d, 0))
""",
    ),
    "programs": (
        FINE,
        r"""
import subprocess, multiprocessing
attempt('run', lambda: subprocess.run(['/bin/echo']))
attempt('exec', lambda: os.execv('/bin/true', ['true']))
attempt('spawn', lambda: os.posix_spawn('/bin/true', ['true'], {}))
attempt('process', lambda: multiprocessing.get_context('fork').Process(target=print).start())
attempt('memfd exec', lambda: system(322, 3, b'', None, None, 0x1000))
""",
    ),
    "network": (
        FINE,
        r"""
import socket
attempt('tcp', lambda: socket.create_connection(('127.0.0.1', @TCP@), 2))
attempt('udp', lambda: socket.socket(2, 2).sendto(b'x', ('127.0.0.1', @UDP@)))
attempt('unix', lambda: socket.socket(1, 1).connect('@UNIX@'))
attempt('raw', lambda: socket.socket(2, 3, 1))
attempt('netlink', lambda: socket.socket(16, 3))
attempt('vsock', lambda: socket.socket(40, 1))
""",
    ),
    "memory of the system": (
        FINE,
        r"""
for n, a in ((29, (0, 4096, 0o1666)), (64, (0, 1, 0o1666)), (68, (0, 0o1666)), (240, (b'q', 0o102, 0o600, 0)),
             (250, (0, -3, 1)), (248, (b'user', b'k', b'v', 1, -3))):
    attempt(n, lambda: system(n, *a))
""",
    ),
    "rare system calls": (
        FINE,
        r"""
b = ctypes.create_string_buffer(256)
for n in (56, 101, 135, 154, 155, 161, 163, 165, 169, 170, 175, 179, 246, 272, 294, 298, 300, 308, 310, 317, 321, 323,
          428, 430, 434, 438, 440, 442, 444, 447, 448, 462):
    attempt(n, lambda: system(n, 0, b, 128, 0, 0))
""",
    ),
    "its own limits": (
        FINE,
        r"""
import resource as r
for n in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_NOFILE, r.RLIMIT_NPROC):
    attempt(n, lambda: r.setrlimit(n, (r.RLIM_INFINITY, r.RLIM_INFINITY)))
for option, value in ((1, 0), (4, 1), (38, 0), (22, 2)): attempt(option, lambda: system(157, option, value, 0, 0, 0))
attempt('root', lambda: os.setuid(0))
attempt('chroot', lambda: os.chroot('.'))
""",
    ),
    "a signal by way of a pipe": (
        FINE,
        r"""
import fcntl
r, w = os.pipe()
attempt('own', lambda: fcntl.fcntl(r, 8, @HOST@))
attempt('signal', lambda: fcntl.fcntl(r, 10, 9))
""",
    ),
    "the disk": (
        FINE,
        r"""
f = open('out.txt', 'wb')
attempt('truncate', lambda: os.ftruncate(f.fileno(), 1 << 40))
attempt('allocate', lambda: os.posix_fallocate(f.fileno(), 0, 1 << 30))
for i in range(20): attempt(i, lambda: open(f'more{i}', 'w'))
""",
    ),
    "the environment": (
        FINE,
        r"""
attempt('secret', lambda: [v for v in os.environ.values() if '@' + 'HOME@' in v or 'CANARY' in v][0])
""",
    ),
    "its own result's library": (
        ANY,
        r"""
import msgspec, os, sys, traceback, linecache
for m in (msgspec, msgspec.msgpack, os, sys, traceback, linecache):
    for n in list(vars(m)):
        if not n.startswith('__'):
            try: setattr(m, n, None)
            except BaseException: pass
""",
    ),
    "everything imported is gone": (
        ANY,
        r"""
import sys
sys.modules.clear()
sys.path.clear()
""",
    ),
    "streams are gone": (
        ANY,
        r"""
import sys
sys.stdout.close()
sys.stderr = sys.stdin = None
""",
    ),
    "a tensor of a million million": (
        FINE,
        r"""
import torch
model = torch.zeros(1).expand(10**6, 10**6)
""",
    ),
    "strides beyond the memory": (
        FINE,
        r"""
import torch
model = torch.zeros(4).as_strided((2,), (1,))
model.untyped_storage().resize_(0)
x = model
""",
    ),
    "names of a megabyte": (
        FINE,
        r"""
from torch import nn
model = nn.Sequential()
model._modules['x' * 1_000_000] = nn.Linear(1, 1)
x = {chr(i): chr(i) for i in range(0xD800, 0xE000)}
""",
    ),
    "many large values": (
        FINE,
        r"""
x = [['y' * 2000] * 256] * 256
model = {str(i) * 500: x for i in range(200)}
""",
    ),
}
