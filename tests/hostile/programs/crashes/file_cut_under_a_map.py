# MUST: crashed; a mapped file that got shorter
import mmap, os
with open("out.txt", "r+b") as file:
    file.truncate(8192)
    view = mmap.mmap(file.fileno(), 8192)
    file.truncate(0)
view[5000]
