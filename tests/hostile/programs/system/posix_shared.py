# MUST: finished; queues, semaphores and memory by name
import multiprocessing, multiprocessing.shared_memory, _multiprocessing
attempt("queue", lambda: system(@@NR:mq_open@@, b"@@MARK@@", 0o102, 0o600, None))
attempt("memory", lambda: multiprocessing.shared_memory.SharedMemory("@@MARK@@", create=True, size=4096))
attempt("semaphore", lambda: _multiprocessing.SemLock(1, 1, 1, "/@@MARK@@-s", False))
attempt("lock", lambda: multiprocessing.get_context("spawn").Lock())
attempt("memory of C", lambda: (lambda made: made if made >= 0 else 1 / 0)(libc.shm_open(b"/@@MARK@@-c", 0o102, 0o600)))
