# MUST: raised; the text of a traceback comes from where the learner says
import linecache
linecache.cache["exercise.py"] = (10**9, None, ["\x1b[31m" + "z" * 10_000_000] * 10, "exercise.py")
raise ValueError("where")
