# MUST: finished; no socket in the file system, no abstract one, no pair
import socket
attempt("stream", lambda: socket.socket(socket.AF_UNIX).connect("@@TMP@@/sock"))
attempt("datagram", lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b"x", "@@TMP@@/dsock"))
attempt("abstract", lambda: socket.socket(socket.AF_UNIX).connect("\0@@MARK@@"))
attempt("abstract, own", lambda: socket.socket(socket.AF_UNIX).bind("\0@@MARK@@-own"))
attempt("pair", lambda: socket.socketpair())
attempt("bus", lambda: socket.socket(socket.AF_UNIX).connect("/run/dbus/system_bus_socket"))
attempt("display", lambda: socket.socket(socket.AF_UNIX).connect("\0/tmp/.X11-unix/X0"))
attempt("container", lambda: socket.socket(socket.AF_UNIX).connect("/var/run/docker.sock"))
