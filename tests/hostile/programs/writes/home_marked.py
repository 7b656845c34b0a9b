# MUST: finished; nor do modes, owners, times and attributes, which Landlock doesn't cover
notes = "@@HOME@@/notes.txt"
attempt("mode", lambda: os.chmod(notes, 0o666))
attempt("folder's mode", lambda: os.chmod("@@HOME@@", 0o777))
attempt("mode by number", lambda: system(@@NR:fchmodat@@, -100, notes.encode(), 0o666, 0))
attempt("mode by the newer call", lambda: system(@@NR:fchmodat2@@, -100, notes.encode(), 0o666, 0))
attempt("times", lambda: os.utime(notes, (5, 5)))
attempt("owner", lambda: os.chown(notes, os.getuid(), os.getgid()))
attempt("owner of a link", lambda: os.lchown(notes, os.getuid(), os.getgid()))
attempt("attribute", lambda: os.setxattr(notes, "user.mark", b"1"))
attempt("attribute gone", lambda: os.removexattr(notes, "user.kept"))
attempt("attributes", lambda: os.listxattr(notes)[0])
