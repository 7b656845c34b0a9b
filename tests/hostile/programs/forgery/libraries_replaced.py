# MUST: any; verdict!=pass; the functions that a report is written with
import linecache, msgspec, os, struct, sys, traceback
for module in (msgspec, msgspec.msgpack, struct, os, sys, traceback, linecache):
    for name in list(vars(module)):
        if not name.startswith("__"):
            try:
                setattr(module, name, None)
            except BaseException:
                pass
