# MUST: finished; no more than so many, of any kind
import select
def files():
    return [open("/dev/null") for _ in range(500)]
def polls():
    return [select.epoll() for _ in range(500)]
def pipes():
    return [os.pipe() for _ in range(500)]
def events():
    return [os.eventfd(0) for _ in range(500)]
for many in (files, polls, pipes, events):
    attempt(many.__name__, many)
