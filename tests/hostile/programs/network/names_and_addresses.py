# MUST: refused; looking up a name fails like any forbidden thing
import socket
print("ESCAPED", socket.getaddrinfo("localhost", 443))
