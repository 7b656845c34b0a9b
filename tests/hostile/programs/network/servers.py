# MUST: finished; Python's servers
import http.server, multiprocessing.connection, socketserver
attempt("web", lambda: http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler))
attempt("udp", lambda: socketserver.UDPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler))
attempt("listener", lambda: multiprocessing.connection.Listener(("127.0.0.1", 0)))
attempt("local", lambda: multiprocessing.connection.Listener(family="AF_UNIX"))
