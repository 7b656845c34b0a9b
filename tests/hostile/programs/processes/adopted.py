# MUST: finished; it can't become the parent of others' orphans, nor outlive its own
attempt("subreaper", lambda: system(@@NR:prctl@@, 36, 1, 0, 0, 0))
attempt("parent's death", lambda: system(@@NR:prctl@@, 1, 0, 0, 0, 0))
attempt("own memory shown", lambda: system(@@NR:prctl@@, 4, 1, 0, 0, 0))
attempt("own name", lambda: system(@@NR:prctl@@, 35, 8, 0, 0, 0))
attempt("keep", lambda: system(@@NR:prctl@@, 8, 1, 0, 0, 0))
attempt("securebits", lambda: system(@@NR:prctl@@, 28, 0, 0, 0, 0))
attempt("no time stamp", lambda: system(@@NR:prctl@@, 26, 2, 0, 0, 0))
