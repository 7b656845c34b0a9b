# MUST: finished; no datagram, which older Landlock doesn't cover
import socket
attempt("to", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", @@UDP@@)))
attempt("to, IPv6", lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).sendto(b"x", ("::1", @@UDP6@@)))
def connected():
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.connect(("127.0.0.1", @@UDP@@))
    line.send(b"x")
attempt("connected", connected)
attempt("message", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendmsg([b"x"], [], 0, ("127.0.0.1", @@UDP@@)))
attempt("light", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 136))
attempt("ping", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM, 1))
attempt("broadcast", lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).setsockopt(1, 6, 1))
