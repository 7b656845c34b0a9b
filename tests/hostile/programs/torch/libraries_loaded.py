# MUST: raised|refused|finished; C++ extensions aren't built or loaded
import torch
attempt("inline", lambda: __import__("torch.utils.cpp_extension").utils.cpp_extension.load_inline("ext", "int f(){return 1;}", functions=["f"]))
attempt("library", lambda: torch.ops.load_library("@@HOME@@/library.so"))
