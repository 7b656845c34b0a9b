# MUST: finished; neither the interpreter's packages nor its library
import glob
place = "@@SP@@"
attempt("append", lambda: open(place + "/torch/version.py", "a"))
attempt("start file", lambda: open(place + "/@@MARK@@.pth", "w"))
attempt("customise", lambda: open(place + "/@@MARK@@_customize.py", "x"))
for compiled in glob.glob(place + "/torch/__pycache__/version*.pyc"):
    attempt("byte code", lambda: open(compiled, "r+b"))
attempt("library", lambda: open(os.__file__, "a"))
attempt("map", lambda: __import__("mmap").mmap(os.open(place + "/torch/version.py", os.O_RDWR), 0))
attempt("mode", lambda: os.chmod(place + "/torch/version.py", 0o644))
attempt("times", lambda: os.utime(place + "/torch/version.py"))
