# MUST: finished; a program that would run as its owner
import stat
attempt("mode", lambda: os.chmod("out.txt", 0o4755))
attempt("mode of the home's", lambda: os.chmod("@@HOME@@/notes.txt", 0o4755))
attempt("made so", lambda: os.open("own", os.O_CREAT | os.O_WRONLY, 0o4755))
