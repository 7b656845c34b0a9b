# MUST: crashed|refused|finished; machine=x86_64; its own machine code makes no other calls possible
import mmap
page = mmap.mmap(-1, 4096, prot=7)
page.write(bytes.fromhex("b8390000000f05c3"))
function = ctypes.CFUNCTYPE(ctypes.c_long)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
def made():
    pid = function()
    if pid == 0:
        os._exit(0)
    if pid < 0:
        raise OSError(-pid, "fork")
attempt("fork", made)
