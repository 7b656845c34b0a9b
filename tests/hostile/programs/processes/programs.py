# MUST: finished; no other program runs
import multiprocessing, pty, subprocess
attempt("run", lambda: subprocess.run(["/bin/echo"], check=True))
attempt("system", lambda: os.system("true") and 1 / 0)
attempt("popen", lambda: os.popen("echo x").read()[0])
attempt("exec", lambda: os.execv("/bin/true", ["true"]))
attempt("spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
attempt("terminal", lambda: pty.fork() or os._exit(0))
attempt("C's", lambda: libc.system(b"true") and 1 / 0)
attempt("execveat", lambda: system(@@NR:execveat@@, -100, b"/bin/true", (ctypes.c_char_p * 2)(b"true"), None, 0))
for method in ("fork", "spawn", "forkserver"):
    def run():
        process = multiprocessing.get_context(method).Process(target=os.getpid)
        process.start()
        process.join(2)
    attempt(method, run)
attempt("pool", lambda: multiprocessing.get_context("fork").Pool(2))
