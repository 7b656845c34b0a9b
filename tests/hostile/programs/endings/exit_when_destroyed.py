# MUST: ended_early|finished; verdict!=pass; an object that leaves as it goes
import os
class Last:
    def __del__(self):
        os._exit(0)
last = Last()
del last
