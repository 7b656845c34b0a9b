# MUST: finished; no socket of any other kind
import socket
for name, family, kind, protocol in (
    ("raw", 2, 3, 1), ("raw IPv6", 10, 3, 58), ("packet", 17, 3, 0x300), ("packet, old", 2, 10, 0x300), ("netlink", 16, 3, 0),
    ("netlink, netfilter", 16, 3, 12), ("netlink, audit", 16, 3, 9), ("vsock", 40, 1, 0), ("alg", 38, 5, 0), ("bluetooth", 31, 3, 1), ("can", 29, 3, 1),
    ("tipc", 30, 2, 0), ("rds", 21, 5, 0), ("kcm", 41, 5, 0), ("xdp", 44, 3, 0), ("smc", 43, 1, 0), ("key", 15, 3, 2),
    ("nfc", 39, 5, 0), ("sctp", 2, 1, 132), ("dccp", 2, 6, 33), ("x25", 9, 5, 0), ("phonet", 35, 2, 0), ("qipcrtr", 42, 2, 0),
):
    attempt(name, lambda: socket.socket(family, kind, protocol))
