# MUST: finished; nor are any made
import stat
attempt("memory", lambda: os.mknod("memory", 0o600 | stat.S_IFCHR, os.makedev(1, 1)))
attempt("null", lambda: os.mknod("null", 0o600 | stat.S_IFCHR, os.makedev(1, 3)))
attempt("whiteout", lambda: os.mknod("white", 0o600 | stat.S_IFCHR, 0))
attempt("disk", lambda: os.mknod("disk", 0o600 | stat.S_IFBLK, os.makedev(254, 0)))
attempt("file", lambda: os.mknod("plain", 0o600 | stat.S_IFREG))
