# MUST: finished; a link that waits in the slot for the host to write or delete through it
for name in ("out.txt", "model.pt", "checkpoint.pt"):
    attempt(name, lambda: (os.unlink(name), os.symlink("@@HOME@@/notes.txt", name)))
attempt("folder", lambda: os.symlink("@@HOME@@", "home"))
attempt("slot", lambda: (os.rename("../" + os.path.basename(os.getcwd()), "../gone"), os.symlink("@@HOME@@", os.getcwd())))
