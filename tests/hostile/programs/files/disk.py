# MUST: finished; three files of four megabytes are all that a run can fill
file = open("out.txt", "wb", buffering=0)
attempt("sparse", lambda: os.ftruncate(file.fileno(), 1 << 40))
attempt("reserved", lambda: os.posix_fallocate(file.fileno(), 0, 64 << 20))
attempt("far away", lambda: os.pwrite(file.fileno(), b"x", 1 << 33))
def fill():
    for _ in range(64):
        if file.write(bytes(1 << 20)) < 1 << 20:
            raise OSError("short")
attempt("64 MiB", fill)
for number in range(16):
    attempt(number, lambda: open(f"more{number}", "w"))
