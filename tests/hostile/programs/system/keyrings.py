# MUST: finished; no keys kept, none read
buffer = ctypes.create_string_buffer(64)
attempt("add", lambda: system(@@NR:add_key@@, b"user", b"@@MARK@@", b"x", 1, -2))
attempt("session", lambda: system(@@NR:keyctl@@, 0, -3, 1, 0, 0))
attempt("read", lambda: system(@@NR:keyctl@@, 11, -4, buffer, 64, 0))
attempt("request", lambda: system(@@NR:request_key@@, b"user", b"@@MARK@@", None, 0))
