# MUST: finished; HARMLESS; the folder is the slot, and its mask changes nothing for others
import os
assert sorted(os.listdir(".")) == ["checkpoint.pt", "model.pt", "out.txt"], os.listdir(".")
assert os.path.realpath(os.environ["HOME"]) == os.getcwd()
os.umask(0)
