# MUST: crashed|raised|out_of_memory|finished|unreadable|ended_early|timed_out; verdict!=pass; rubbish over its own objects
import ctypes
numbers = [object() for _ in range(1000)]
for number in numbers[::3]:
    ctypes.memset(id(number), 0xA5, 16)
