# MUST: finished; nor by the libraries that read files by themselves
import numpy, torch
path = "@@HOME@@/notes.txt"
attempt("numpy", lambda: numpy.fromfile(path, dtype=numpy.uint8))
attempt("memmap", lambda: numpy.memmap(path, dtype=numpy.uint8, mode="r"))
attempt("torch", lambda: torch.from_file(path, size=4, dtype=torch.uint8))
attempt("storage", lambda: torch.UntypedStorage.from_file(path, False, 4))
attempt("C", lambda: (lambda file: file or (_ for _ in ()).throw(OSError()))(libc.fopen(path.encode(), b"r")))
attempt("linecache", lambda: __import__("linecache").getlines(path)[0])
attempt("import", lambda: __import__("importlib.util").util.spec_from_file_location("n", path).loader.get_data(path))
