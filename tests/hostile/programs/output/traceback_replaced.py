# MUST: raised|finished; the learner's own frames, their names and files
code = compile("def inner():\n    raise ValueError('deep')\n", "\u202e\ud800/etc/passwd" + "f" * 100_000, "exec")
names = {}
exec(code, names)
inner = names["inner"]
inner.__code__ = inner.__code__.replace(co_name="n" * 100_000 + "\x1b[0m", co_firstlineno=2**31 - 2)
inner()
