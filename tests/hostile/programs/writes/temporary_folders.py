# MUST: finished; no other place for temporary files
import tempfile
for folder in ("/tmp", "/var/tmp", "/dev/shm", "/run", "/run/lock", "/run/user/%d" % os.getuid(), "/var/spool", "/dev/mqueue", "@@TMP@@"):
    attempt(folder, lambda: open(folder + "/@@MARK@@", "w").write("x"))
    attempt(folder + ", folder", lambda: os.mkdir(folder + "/@@MARK@@-d"))
attempt("tempfile", lambda: tempfile.mkstemp(prefix="@@MARK@@"))
attempt("tempfile elsewhere", lambda: tempfile.mkdtemp(prefix="@@MARK@@", dir="/tmp"))
