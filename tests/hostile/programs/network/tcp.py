# MUST: finished; no connection, no listening
import socket
attempt("connect", lambda: socket.create_connection(("127.0.0.1", @@TCP@@), 2).send(b"x"))
attempt("connect, IPv6", lambda: socket.create_connection(("::1", @@TCP6@@), 2).send(b"x"))
attempt("mapped", lambda: socket.create_connection(("::ffff:127.0.0.1", @@TCP@@), 2).send(b"x"))
attempt("not waiting", lambda: (lambda s: (s.setblocking(False), s.connect_ex(("127.0.0.1", @@TCP@@))))(socket.socket()))
attempt("fast open", lambda: socket.socket().sendto(b"x", 0x20000000, ("127.0.0.1", @@TCP@@)))
attempt("bind", lambda: socket.socket().bind(("127.0.0.1", 0)))
attempt("listen", lambda: socket.socket().listen())
attempt("multipath", lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262))
