# MUST: crashed|raised; deep nesting with the limit of recursion lifted
import sys
nest = ()
for _ in range(400_000):
    nest = (nest,)
sys.setrecursionlimit(2**31 - 1)
hash(nest)
