# MUST: crashed|refused|finished; machine=x86_64; nor do the calls of 32-bit programs
import mmap
page = mmap.mmap(-1, 4096, prot=7)
page.write(bytes.fromhex("b802000000cd80c3"))
function = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
def made():
    pid = function()
    if pid == 0:
        os._exit(0)
    if pid < 0:
        raise OSError(-pid, "fork")
attempt("fork", made)
