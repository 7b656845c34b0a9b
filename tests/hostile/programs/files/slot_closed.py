# MUST: finished; the slot made unusable for whoever cleans up
attempt("file", lambda: os.chmod("out.txt", 0))
attempt("folder", lambda: os.chmod(".", 0))
attempt("descriptor", lambda: os.fchmod(os.open(".", os.O_RDONLY), 0))
attempt("deep", lambda: (os.makedirs("a/b/c"), os.chmod("a/b", 0), os.chmod("a", 0)))
attempt("flags", lambda: __import__("fcntl").ioctl(os.open("out.txt", os.O_RDONLY), 0x40086602, b"\x10" + bytes(7)))
attempt("attribute", lambda: os.setxattr("out.txt", "user.x", b"1"))
attempt("owner", lambda: os.chown("out.txt", os.getuid(), os.getgid()))
