# MUST: raised; a syntax error that points nowhere
raise SyntaxError("nowhere", ("exercise.py", 2**70, -5, "\x00\ud800", 10**30, None))
