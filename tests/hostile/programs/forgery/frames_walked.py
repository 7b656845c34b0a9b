# MUST: any; verdict!=pass; the frames above are read and written to
import re, sys
known = re.compile("CANA" + "RY-[0-9a-f]+")
frame_above, found = sys._getframe(), []
while frame_above is not None:
    for key, value in list(frame_above.f_locals.items()):
        if known.search(repr(value)):
            found.append(key)
        if type(value).__name__ in ("Program", "Execution", "Capture", "Probing"):
            for attribute in ("_program", "error", "_namespace", "_first_error"):
                try:
                    object.__setattr__(value, attribute, None)
                except BaseException:
                    pass
    frame_above = frame_above.f_back
print("ESCAPED", found) if found else print("nothing")
