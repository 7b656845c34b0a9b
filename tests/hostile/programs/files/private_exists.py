# MUST: finished; INFO; that a file exists, and how large it is, is hidden only where the file system is one's own
for name in ("", "/notes.txt", "/.ssh/id_rsa"):
    attempt("stat " + name, lambda: os.stat("@@HOME@@" + name))
    attempt("access " + name, lambda: os.access("@@HOME@@" + name, os.F_OK) or 1 / 0)
attempt("statx", lambda: os.readlink("@@HOME@@/notes.txt") if os.path.lexists("@@HOME@@/notes.txt") else 1 / 0)
