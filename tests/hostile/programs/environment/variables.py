# MUST: finished; nothing of the learner's is in the environment
import os
private = [name for name, value in os.environ.items() if "@@HOME@@" in value or "CANARY" in value or name in ("USER", "LOGNAME", "DISPLAY", "SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS")]
if private:
    print("ESCAPED", private)
libc.getenv.restype = ctypes.c_char_p
if libc.getenv(b"TOKEN") is not None:
    print("ESCAPED", libc.getenv(b"TOKEN"))
