# MUST: finished; what holds it stays
attempt("new privileges", lambda: system(@@NR:prctl@@, 38, 0, 0, 0, 0))
attempt("mode of calls", lambda: system(@@NR:prctl@@, 22, 2, 0, 0, 0))
attempt("strict mode", lambda: system(@@NR:prctl@@, 22, 3, 0, 0, 0))
attempt("time counter", lambda: system(@@NR:prctl@@, 59, 1, 0, 0, 0))
attempt("memory model", lambda: system(@@NR:prctl@@, 35, 1, 0x10000, 0, 0))
attempt("tracing", lambda: system(@@NR:prctl@@, 4, 1, 0, 0, 0))
if @@X86@@:
    attempt("faults at cpuid", lambda: system(@@NR:arch_prctl@@, 0x1012, 7))
