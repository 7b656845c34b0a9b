# MUST: finished; no lease on a file, no notice of what others do with it
import fcntl
file = open("out.txt")
attempt("lease", lambda: fcntl.fcntl(file, 1024, fcntl.F_RDLCK))
attempt("write lease", lambda: fcntl.fcntl(os.open("model.pt", os.O_RDWR), 1024, fcntl.F_WRLCK))
attempt("notice", lambda: fcntl.fcntl(os.open(".", os.O_RDONLY), 1026, 0x80000002))
attempt("inotify", lambda: system(@@NR:inotify_init1@@, 0))
attempt("inotify of old", lambda: system(@@NR:inotify_init@@))
attempt("fanotify", lambda: system(@@NR:fanotify_init@@, 0, 0))
attempt("seal", lambda: fcntl.fcntl(file, 1033, 15))
