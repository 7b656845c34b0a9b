# MUST: finished; no file of the learner's can be read or listed
for name in (".ssh/id_rsa", "notes.txt", ".bashrc"):
    attempt(name, lambda: open("@@HOME@@/" + name).read())
attempt("list", lambda: os.listdir("@@HOME@@"))
attempt("scan", lambda: list(os.scandir("@@HOME@@/.ssh")))
attempt("walk", lambda: next(os.walk("@@HOME@@", onerror=lambda error: (_ for _ in ()).throw(error))))
