"""What must not be possible in a run: each as an attempt that tells whether it is, and harms nothing if it is."""

from typing import Final

from msgspec import Struct

from quizapp.message import Message, message


class Attempt(Struct, frozen=True):
    """An expression that has to raise, and what it is called to a reader.

    It is evaluated after ATTEMPTING, with the names of the bait. What it does to files, where it isn't stopped, it does
    to the bait, or in the run's own folder: both are cleared away. Other things it undoes.
    """

    expression: str
    what: Message


FORBIDDEN: Final = (
    Attempt("open(PRIVATE).read()", message("read files of yours")),
    Attempt("os.listdir(FOLDER)", message("list folders of yours")),
    Attempt("open(PRIVATE, 'a').close()", message("write files of yours")),
    Attempt("open(FOLDER + '/new', 'x').close()", message("make files")),
    Attempt("os.symlink(PRIVATE, FOLDER + '/link')", message("make links to files")),
    Attempt("os.chmod(PRIVATE, 0o644)", message("change permissions of files")),
    Attempt("os.utime(PRIVATE)", message("change dates of files")),
    Attempt("os.rename(MOVABLE, FOLDER + '/moved')", message("rename files")),
    Attempt("os.unlink(VICTIM)", message("delete files")),
    Attempt("open_terminal()", message("write to your terminals")),
    Attempt("connect_tcp()", message("use the network (TCP)")),
    Attempt("send_udp()", message("use the network (UDP)")),
    Attempt("connect_unix(SOCKET)", message("talk to other programs (sockets)")),
    Attempt("connect_unix(ABSTRACT)", message("talk to other programs (sockets without a file)")),
    Attempt("share_memory()", message("talk to other programs (shared memory)")),
    Attempt("send_message()", message("talk to other programs (message queues)")),
    Attempt("os.kill(other(HOST), 0)", message("send signals to other programs")),
    Attempt("open(f'/proc/{other(HOST)}/environ', 'rb').read(1)", message("look into other programs")),
    Attempt("read_memory()", message("read the memory of other programs")),
    Attempt("resource.prlimit(other(HOST), resource.RLIMIT_CORE)", message("change limits of other programs")),
    Attempt("keep_priority()", message("change the priority of other programs")),
    Attempt("find_variables()", message("read your environment variables, which may hold passwords")),
    Attempt("fork()", message("start processes")),
    Attempt("execute()", message("start other programs")),
    Attempt("make_ring()", message("get past the list of allowed system calls (io_uring)")),
    Attempt("make_memory_file()", message("store data where no limit counts it")),
    Attempt("resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 40, 1 << 40))", message("lift its own limits")),
    Attempt("mmap.mmap(-1, 3 << 30).close()", message("use all memory")),
    Attempt("fill_disk()", message("fill the disk")),
    Attempt("open('unforeseen', 'x').close()", message("fill the disk with files of its own")),
)
"""What would do harm."""

INFORMATIVE: Final = (
    Attempt("os.stat(PRIVATE)", message("see whether a file of yours exists, and how large it is")),
    Attempt("os.stat(f'/proc/{other(HOST)}')", message("see which other programs run")),
    Attempt("open(PACK).read(1)", message("read the solutions of the exercises")),
)
"""What only tells something and does no harm by itself."""

ATTEMPTING: Final = """
import ctypes, errno, mmap, os, resource, socket

libc = ctypes.CDLL(None, use_errno=True)

def call(name, *arguments):
    result = getattr(libc, name)(*arguments)
    if result == -1:
        raise OSError(ctypes.get_errno(), name)
    return result

def other(process):
    # Where processes have a number space of their own, the number may be ours.
    if process == os.getpid():
        raise ProcessLookupError(process)
    return process

def open_terminal():
    os.close(os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY))

def connect_tcp():
    with socket.socket() as tcp:
        tcp.connect(('127.0.0.1', TCP))

def send_udp():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.connect(('127.0.0.1', UDP))
        udp.send(b'x')
        # If nobody is there, as in a network of our own, the answer to the first makes the second fail.
        udp.send(b'x')

def connect_unix(address):
    with socket.socket(socket.AF_UNIX) as stream:
        stream.connect(address)

def share_memory():
    libc.shmat.restype = ctypes.c_ssize_t
    call('shmdt', ctypes.c_void_p(call('shmat', SEGMENT, None, 0)))

def send_message():
    call('msgsnd', QUEUE, ctypes.byref(ctypes.c_long(1)), ctypes.c_size_t(0), 0o4000)

class Vector(ctypes.Structure):
    _fields_ = [('base', ctypes.c_void_p), ('length', ctypes.c_size_t)]

def read_memory():
    # There is nothing at address 0: whoever may look is told so, whoever may not is told that.
    ours = Vector(ctypes.addressof(ctypes.create_string_buffer(1)), 1)
    theirs = Vector(0, 1)
    one = ctypes.c_ulong(1)
    try:
        call('process_vm_readv', other(HOST), ctypes.byref(ours), one, ctypes.byref(theirs), one, ctypes.c_ulong(0))
    except OSError as error:
        if error.errno != errno.EFAULT:
            raise

def keep_priority():
    os.setpriority(os.PRIO_PROCESS, other(HOST), os.getpriority(os.PRIO_PROCESS, HOST))

def find_variables():
    if not set(VARIABLES) & set(os.environ):
        raise PermissionError('nothing of the environment is here')

def fork():
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)

def execute():
    try:
        os.execv('/nowhere/no-such-program', ['program'])
    except (FileNotFoundError, NotADirectoryError):
        pass  # the call itself is free
    try:
        child = os.fork()
    except OSError:
        return
    if child == 0:
        try:
            os.execv('/bin/true', ['true'])
        finally:
            os._exit(1)
    if os.waitpid(child, 0)[1]:
        raise PermissionError('could not be executed')

def make_ring():
    os.close(call('syscall', ctypes.c_long(425), ctypes.c_ulong(1), ctypes.create_string_buffer(120)))

def make_memory_file():
    if not hasattr(os, 'memfd_create'):
        raise OSError('Python was built without it')
    os.close(os.memfd_create('quizapp'))

def fill_disk():
    with open('out.txt', 'wb') as file:
        file.truncate(1 << 30)
        file.truncate(0)

def is_blocked(attempt):
    try:
        eval(attempt)
    except (OSError, MemoryError, ValueError):
        return True
    return False
"""
"""Python that an attempt needs. Io_uring's call has one number on all of Linux' newer architectures."""
