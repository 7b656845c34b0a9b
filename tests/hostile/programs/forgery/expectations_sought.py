# MUST: finished; verdict!=pass; neither in objects, nor in frames, nor in the environment is anything expected
import gc, os, re, sys
word = "".join(map(chr, (67, 65, 78, 65, 82, 89))) + "-"
known, found = re.compile(word + "[0-9a-f]+"), []
for thing in gc.get_objects():
    try:
        values = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, (list, tuple)) else ()
        for value in list(values)[:10_000]:
            if isinstance(value, (str, bytes)) and (word if isinstance(value, str) else word.encode()) in value:
                found.extend(known.findall(str(value)))
    except BaseException:
        pass
found += [value for value in os.environ.values() if word in value]
for attribute in dir(sys.modules.get("quizapp.sandbox.messages", sys)):
    if "expect" in attribute.lower():
        found.append(attribute)
print("ESCAPED", found) if found else print("nothing")
