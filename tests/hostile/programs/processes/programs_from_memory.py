# MUST: finished; nor one that only exists in memory
def run():
    with open(os.path.realpath("/proc/self/exe") if os.path.exists("/proc/self/exe") else "/bin/true", "rb") as file:
        whole = file.read(1 << 16)
    memory = os.memfd_create("program")
    os.write(memory, whole)
    os.execve(memory, ["true"], {})
attempt("exec", run)
attempt("by descriptor", lambda: system(@@NR:execveat@@, 1, b"", (ctypes.c_char_p * 2)(b"true"), None, 0x1000))
