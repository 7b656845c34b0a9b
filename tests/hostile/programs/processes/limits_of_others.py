# MUST: finished; neither seen nor set
import resource
for process in (@@GUI@@, @@NEIGHBOUR@@, os.getppid()):
    attempt("seen", lambda: resource.prlimit(process, resource.RLIMIT_NOFILE))
    attempt("set", lambda: resource.prlimit(process, resource.RLIMIT_NOFILE, (100, resource.prlimit(process, resource.RLIMIT_NOFILE)[1])))
