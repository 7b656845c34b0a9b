# MUST: finished; pipes with names, sockets, links, folders: nothing new where a run may write
import socket
attempt("pipe", lambda: os.mkfifo("pipe"))
attempt("pipe for a ready-made file", lambda: (os.unlink("out.txt"), os.mkfifo("out.txt")))
attempt("socket", lambda: socket.socket(socket.AF_UNIX).bind("socket"))
attempt("folder", lambda: os.mkdir("folder"))
attempt("link", lambda: os.symlink("/", "link"))
attempt("hard link", lambda: os.link("out.txt", "second"))
attempt("rename", lambda: os.rename("out.txt", "renamed"))
attempt("exchange", lambda: system(@@NR:renameat2@@, -100, b"out.txt", -100, b"model.pt", 2))
attempt("unlink", lambda: os.unlink("model.pt"))
attempt("nameless", lambda: os.open(".", os.O_TMPFILE | os.O_RDWR))
