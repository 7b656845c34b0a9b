# MUST: crashed|refused|finished; machine=x86_64; nor those of the x32 kind
X32 = 0x40000000
attempt("open", lambda: system(X32 + 2, b"@@HOME@@/notes.txt", 0, 0))
attempt("socket", lambda: system(X32 + 41, 2, 1, 0))
attempt("kill", lambda: system(X32 + 62, @@NEIGHBOUR@@, 0))
