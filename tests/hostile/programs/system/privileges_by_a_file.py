# MUST: finished; programs that run as somebody else
for path in ("/usr/bin/sudo", "/bin/su", "/usr/bin/passwd", "/bin/mount", "/usr/bin/newuidmap", "/usr/bin/pkexec"):
    attempt(path, lambda: os.execv(path, [path, "--version"]))
