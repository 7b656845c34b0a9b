# MUST: finished; nothing new in the home
attempt("file", lambda: open("@@HOME@@/@@MARK@@", "w").write("x"))
attempt("folder", lambda: os.mkdir("@@HOME@@/@@MARK@@-d"))
attempt("link", lambda: os.symlink("notes.txt", "@@HOME@@/@@MARK@@-l"))
attempt("pipe", lambda: os.mkfifo("@@HOME@@/@@MARK@@-p"))
attempt("start", lambda: open("@@HOME@@/.config/autostart", "w"))
