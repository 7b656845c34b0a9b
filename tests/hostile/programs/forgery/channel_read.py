# MUST: finished; there is nothing to be read but this run's own program
os.set_blocking(CHANNEL, False)
attempt("read", lambda: os.read(CHANNEL, 1000)[0])
attempt("read again", lambda: os.read(os.dup(CHANNEL), 1000)[0])
