# MUST: finished; shared memory, semaphores and queues of the old kind
for name, number, arguments in (("memory", @@NR:shmget@@, (4096, 0o1666)), ("semaphore", @@NR:semget@@, (1, 0o1666)), ("queue", @@NR:msgget@@, (0o1666,))):
    attempt(name, lambda: system(number, @@KEY@@, *arguments))
    attempt(name + ", private", lambda: system({"memory": @@NR:shmctl@@, "queue": @@NR:msgctl@@}.get(name, @@NR:semctl@@),
                                              system(number, 0, *arguments), 0, 0))
attempt("attach", lambda: system(@@NR:shmat@@, 0, None, 0))
attempt("statistics", lambda: system(@@NR:shmctl@@, 0, 14, ctypes.create_string_buffer(512)))
