# MUST: finished; files that are memory only
def fill():
    keep = []
    for _ in range(16):
        file = os.memfd_create("held")
        keep.append(file)
        for _ in range(8):
            os.write(file, bytes(1 << 20))
attempt("memfd", fill)
attempt("secret", lambda: system(@@NR:memfd_secret@@, 0))
