# MUST: crashed|raised; recursion through C code
import sys
sys.setrecursionlimit(2**31 - 1)
class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "_")
Endless().first
