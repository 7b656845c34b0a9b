# MUST: finished; nor among the arguments and the paths of imports
import sys
if any("@@HOME@@" in str(value) or "CANARY" in str(value) for value in (*sys.argv, *sys.orig_argv, *sys.path)):
    print("ESCAPED", sys.argv)
