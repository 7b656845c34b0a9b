# MUST: finished; nor by way of /proc, of links, of `..`
import shutil
home = "@@HOME@@"
attempt("root", lambda: open("/proc/self/root" + home + "/notes.txt").read())
attempt("thread's root", lambda: open("/proc/thread-self/root" + home + "/notes.txt").read())
attempt("parent's root", lambda: open("/proc/%d/root" % os.getppid() + home + "/notes.txt").read())
attempt("cwd", lambda: open("/proc/self/cwd/" + os.path.relpath(home) + "/notes.txt").read())
attempt("up", lambda: open(os.path.relpath(home) + "/notes.txt").read())
attempt("chdir", lambda: (os.chdir(home), open("notes.txt").read()))
attempt("folder", lambda: os.open("notes.txt", os.O_RDONLY, dir_fd=os.open(home, os.O_PATH)))
attempt("symbolic link", lambda: (os.symlink(home + "/notes.txt", "link"), open("link").read()))
attempt("hard link", lambda: (os.link(home + "/notes.txt", "hard"), open("hard").read()))
attempt("copy", lambda: shutil.copyfile(home + "/notes.txt", "out.txt"))
attempt("move", lambda: os.rename(home + "/notes.txt", "out.txt"))
