# MUST: crashed; no core file, and no right to ask for one
import os, resource
attempt("core size", lambda: resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)))
os.abort()
