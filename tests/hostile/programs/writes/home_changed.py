# MUST: finished; nothing else there changes
notes = "@@HOME@@/notes.txt"
attempt("append", lambda: open("@@HOME@@/.bashrc", "a").write("echo\n"))
attempt("overwrite", lambda: open(notes, "r+").write("x"))
attempt("truncate", lambda: os.truncate(notes, 0))
attempt("rename", lambda: os.rename(notes, notes + "2"))
attempt("unlink", lambda: os.unlink("@@HOME@@/.ssh/id_rsa"))
attempt("rmdir", lambda: os.rmdir("@@HOME@@/empty"))
