# MUST: finished; the system's and other people's folders
import tempfile
for path in ("/", "/home", "/root", "/tmp", "/var/log", "/etc", "/proc", "/dev", "/run", "/mnt", "/srv", "/opt", "@@TMP@@"):
    if os.path.isdir(path) and os.path.exists("@@HOME@@"):
        attempt(path, lambda: os.listdir(path))
for path in ("/etc/shadow", "/etc/passwd", "/etc/hosts", "/etc/machine-id", "/proc/version", "/proc/mounts", "/proc/net/tcp"):
    if os.path.exists(path) and os.path.exists("@@HOME@@"):
        attempt(path, lambda: open(path, "rb").read())
