# MUST: finished; a lock on a file that all runs share is gone with the run
import fcntl
file = open("@@SP@@/torch/version.py")
fcntl.flock(file, fcntl.LOCK_EX)
attempt("for writing", lambda: fcntl.lockf(open("@@SP@@/torch/version.py", "r+"), fcntl.LOCK_EX))
